import { namesOf, type Names } from './names.ts';
import type { Lane } from './quick-lines.ts';
import type { Point, ReadyTell } from './tells.ts';

/**
 * The quick ways of those tracepoints whose first print allows one, with the texts that they begin
 * with.
 */
export function lanesOf(points: readonly Point[]): {
  readonly heads: Names;
  readonly lanes: readonly Lane[];
} {
  const heads: string[] = [];
  const lanes: Lane[] = [];
  for (const point of points) {
    const { matcher, tells } = point.prints[0]!;
    const { pieces, tail } = matcher;
    if (tail < 0 || tail !== pieces.length - 3) continue;

    const [firstNumber, secondNumber] = pieces.slice(tail);
    if (
      !tells.every((tell, index) => isQuick(tell, index, firstNumber!.field, secondNumber!.field))
    )
      continue;

    const start = Buffer.from(pieces[0]!.before.bytes).toString('latin1');
    heads.push(`${point.name.toString('latin1')}: ${start}`);
    lanes.push({
      start: start.length,
      first: firstNumber!.before,
      second: secondNumber!.before,
      tells: tells.map(({ kind, event, shift }) => ({ kind, event, shift })),
      waits: tells[0]!.tell.wait ?? null,
      point,
    });
  }
  return { heads: namesOf(heads), lanes };
}

/**
 * Whether a tell can go the quick way: its key is the last two numbers of the print. The first tell
 * may make an object, the others only follow one.
 */
function isQuick(tell: ReadyTell, index: number, first: number, second: number): boolean {
  if (!tell.plain || tell.first !== first || tell.second !== second || tell.needs !== null)
    return false;
  return index === 0
    ? !tell.known && tell.shift === 0 && tell.fixed === null
    : tell.known && !tell.waits;
}
