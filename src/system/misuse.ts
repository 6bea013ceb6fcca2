import { closest, distance } from 'fastest-levenshtein';

/** Somebody's input is wrong: one line that says where, what was found and what was expected. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** As `unknown`, where there are too many to list: `listing` says what names them all. */
export function unknownOfMany(
  what: string,
  given: string,
  known: readonly string[],
  listing: string,
): string {
  const near = closest(given, [...known]);
  const isNear = distance(given, near) <= Math.max(2, given.length / 3);
  return `unknown ${what} '${given}'${isNear ? `; did you mean '${near}'?` : ';'} ${listing}`;
}

/** `unknown part 'jobb'; did you mean 'job'? There are: fork, job` */
export function unknown(what: string, given: string, known: readonly string[]): string {
  if (known.length === 0) return `unknown ${what} '${given}'; there are none`;
  const near = closest(given, [...known]);
  const hint =
    distance(given, near) <= Math.max(2, given.length / 3) ? `; did you mean '${near}'?` : ';';
  const list =
    known.length > 24
      ? `${known.slice(0, 24).join(', ')}, and ${known.length - 24} more`
      : known.join(', ');
  return `unknown ${what} '${given}'${hint} there are: ${list}`.replace('? there', '? There');
}
