import { closest, distance } from 'fastest-levenshtein';
/** Somebody's input is wrong: one line that says where, what was found and what was expected. */
export class Misuse extends Error {
    name = 'Misuse';
}
/** `unknown part 'jobb'; did you mean 'job'? There are: fork, job` */
export function unknown(what, found, known) {
    if (known.length === 0)
        return `unknown ${what} '${found}'; there are none`;
    const near = closest(found, [...known]);
    const hint = distance(found, near) <= Math.max(2, found.length / 3) ? `; did you mean '${near}'?` : ';';
    const list = known.length > 24
        ? `${known.slice(0, 24).join(', ')}, and ${known.length - 24} more`
        : known.join(', ');
    return `unknown ${what} '${found}'${hint} there are: ${list}`.replace('? there', '? There');
}
//# sourceMappingURL=misuse.js.map