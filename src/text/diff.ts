import { isDecided, isWorse, verdictInWords, type Answer } from '../judge/outcome.ts';
import { mostSets, type Alone, type Turning } from '../judge/turning.ts';
import { colouredAnswer } from './verdict.ts';
import type { Paint } from './paint.ts';
import { counted, paragraph, several } from './layout.ts';

/** One of the two that are compared. */
export type Side = { readonly file: string; readonly driver: string; readonly answer: Answer };

/** In what two drivers differ, and which differences turn the verdict of the first. */
export function diffText(comparison: Turning, sides: readonly [Side, Side], paint: Paint): string {
  const lines = [
    sideText('A', sides[0], paint),
    sideText('B', sides[1], paint),
    '',
    ...(comparison.alone.length === 0
      ? ['The two descriptions mean the same system.']
      : [...table(comparison, paint), '', ...conclusion(comparison, sides)]),
  ];
  return `${lines.join('\n')}\n`;
}

function sideText(letter: string, { file, driver, answer }: Side, paint: Paint): string {
  const place = file === driver ? '' : ` (${file})`;
  return `${letter} ${driver}${place}: ${colouredAnswer(paint, answer)}`;
}

/** The widest that a value may be and still stand in its column. */
const widest = 12;

/** A row for each difference: what it is in A, in B, and the verdict of A with it alone as in B. */
function table({ was, alone }: Turning, paint: Paint): string[] {
  const names = alone.map(({ difference: { what } }) => what.length);
  const first = Math.min(34, Math.max(...names) + 2);
  const row = (what: string, inA: string, inB: string, end: string): string[] => {
    if (Math.max(inA.length, inB.length) > widest)
      return [
        ...paragraph('  ', `${what}: ${inA} in A, ${inB} in B`),
        `  ${' '.repeat(first + 2 * (widest + 1))}${end}`,
      ];
    const rest = `${inA.padEnd(widest + 1)}${inB.padEnd(widest + 1)}${end}`;
    return what.length >= first
      ? [`  ${what}`, `  ${' '.repeat(first)}${rest}`]
      : [`  ${what.padEnd(first)}${rest}`];
  };
  return [
    ...row('', 'A', 'B', 'alone in A'),
    ...alone.flatMap((one) =>
      row(one.difference.what, one.difference.a, one.difference.b, aloneText(one, was, paint)),
    ),
  ];
}

/** `finite: better` */
function aloneText({ answer, turns }: Alone, was: Answer, paint: Paint): string {
  if ('senseless' in answer) return 'makes no sense';
  const change = isWorse(answer.verdict, was.verdict) ? ': worse' : ': better';
  return `${colouredAnswer(paint, answer)}${turns ? change : ''}`;
}

/** What turns the verdict. */
function conclusion(comparison: Turning, [a, b]: readonly [Side, Side]): string[] {
  const { was, is, alone, cut: endedEarly } = comparison;
  if (!isDecided(was) || !isDecided(is))
    return paragraph(
      '',
      'A search ended early. What changes a verdict is searched only between certain verdicts.',
    );

  const left =
    endedEarly === 0
      ? []
      : paragraph(
          '',
          `${several(endedEarly, 'search')} ended early, so this may not be all.`.replace(
            'searchs',
            'searches',
          ),
        );
  if (was.verdict !== is.verdict) return [...turningText(comparison, a, b), ...left];

  const why = alone.some(({ turns }) => turns)
    ? 'a difference that changes the verdict alone is compensated by the others.'
    : 'no difference changes the verdict alone.';
  return [...paragraph('', `Both are ${is.verdict}: ${why}`), ...left];
}

function turningText({ was, is, sets, complete }: Turning, a: Side, b: Side): string[] {
  const [nameA, nameB] = a.driver === b.driver ? ['A', 'B'] : [a.driver, b.driver];
  const least = sets.some((set) => set.length > 1) ? '; no smaller set does' : '';
  const title = `What turns ${nameA} from ${verdictInWords(was)} to ${verdictInWords(is)}, as in ${nameB}${least}:`;
  return [
    ...paragraph('', title),
    '',
    ...sets.flatMap((set, index) =>
      paragraph(
        `${String(index + 1).padStart(3)}. `,
        set.map(({ what, b: inB }) => `${what}: ${inB}`).join('; '),
      ),
    ),
    ...(complete
      ? []
      : paragraph(
          '     ',
          `(At most ${counted(mostSets)} sets were searched, so there may be more.)`,
        )),
  ];
}
