import { columns } from "./io.js";
/** A space at which no line ends. */
const kept = '\u00a0';
/** A paragraph at most 80 wide: `first` before its first line, as many spaces before the others. A word longer than a line stands alone. */
export function paragraph(first, text, width = columns) {
    const room = width - first.length;
    // A number stays with what it counts.
    const held = text.replace(/(?<=[a-z]) (?=\d+(?:[\s,.:;)]|$))/g, kept);
    const lines = [];
    let line = '';
    for (const word of held.split(/[ \n\t]+/).filter((one) => one !== '')) {
        if (line !== '' && line.length + 1 + word.length > room) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
    const indent = ' '.repeat(first.length);
    return lines.map((one, at) => `${at === 0 ? first : indent}${one}`.trimEnd().replaceAll(kept, ' '));
}
/** `a, b and c` */
export const listed = (all) => all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
/** `1,222` */
export const counted = (n) => n.toLocaleString('en-US');
/** `1 state`, `2 states` */
export const several = (n, what) => `${counted(n)} ${what}${n === 1 ? '' : 's'}`;
/** The names in states and events, as a person says them: `f[1]` is fenced job 1. */
export function spoken(text) {
    const kinds = {
        f: 'fenced job',
        c: 'compute job',
        copy: 'copy job',
        bind: 'bind job',
    };
    const said = text
        .replace(/(the fence )?\b(f|c|copy|bind)\[(\d+)\]/g, (_, fence, kind, index) => `${fence === undefined ? '' : 'the fence of '}${kinds[kind]} ${index}`)
        .replace(/the fence foreign/g, 'the fence of another device');
    return said;
}
//# sourceMappingURL=layout.js.map