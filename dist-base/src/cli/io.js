import picocolors from 'picocolors';
/** How wide text for a person is. */
export const columns = 80;
/** `process` as a command sees it. Colours only on a terminal, and never with NO_COLOR. */
export function ioOf({ stdout, stderr, env, }) {
    const colour = stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
    return {
        out: (text) => {
            stdout.write(text);
        },
        err: (text) => {
            stderr.write(text);
        },
        paint: picocolors.createColors(colour),
        watched: stderr.isTTY === true,
    };
}
//# sourceMappingURL=io.js.map