import { hasNoRun } from '../check/finding.ts';
import type { Why } from '../judge/why.ts';
import type { Stuck, Way } from '../judge/stuck.ts';
import { actorOf, named } from '../judge/run-words.ts';
import { colouredAnswer } from './verdict.ts';
import { withoutRun } from './cut.ts';
import type { Paint } from './paint.ts';
import { counted, factsOf, listed, paragraph, several } from './layout.ts';
import { refusalText } from './refusal.ts';

/** What the text needs beside the answer. */
type About = {
  readonly name: string;
  /** What was taken for what is unknown. */
  readonly assumed: Readonly<Record<string, unknown>>;
  readonly paint: Paint;
};

/**
 * Why a promise is not kept, for a person: each part that would have to move, and who refuses that.
 */
export function whyText(why: Why, { name, assumed, paint }: About): string {
  const { finding, answer } = why;
  const lines = [
    `${paint.bold(name)}: ${finding.promise}: ${colouredAnswer(paint, answer)}`,
    ...(Object.keys(assumed).length === 0
      ? []
      : paragraph(
          '  ',
          `For unknown facts, the worst alternative was taken: ${factsOf(assumed)}.`,
        )),
    ...(finding.verdict === 'finite' || finding.verdict === 'incomplete' || hasNoRun(finding)
      ? paragraph('  ', whyNothing(why))
      : whatIsStuck(why)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Why there is nothing to tell. */
function whyNothing({ finding }: Why): string {
  const { verdict, pending } = finding;
  if (hasNoRun(finding)) return withoutRun;
  if (verdict === 'incomplete') return 'The search ended before there was an answer.';
  return pending === 0
    ? 'It is due in no state, so nothing was checked.'
    : `It is kept on every fair run: it is due in ${several(pending, 'state')}, and nothing keeps it there.`;
}

function whatIsStuck(why: Why): string[] {
  const { finding, stuck } = why;
  const numbers = new Map(stuck.map(({ part }, index) => [part, index + 1]));
  const starving = finding.starves.map(named);
  return [
    ...paragraph('  ', placeOf(why)),
    '',
    ...stuck.flatMap((one) => partText(why, one, numbers)),
    ...(finding.favours.length === 0
      ? []
      : [
          '',
          ...paragraph(
            '',
            `The shortest way out, which no actor has to take: ${listed(finding.favours)}.`,
          ),
        ]),
    ...(starving.length === 0
      ? []
      : ['', ...paragraph('', `Enabled infinitely often, but never acting: ${listed(starving)}.`)]),
  ];
}

/** Which state or states are looked at. */
function placeOf({ finding, after, states }: Why): string {
  const { verdict, run, sealed, loop } = finding;
  const length = several(run.length, 'step');
  if (after < run.length) {
    const early = sealed !== null && after < sealed ? '; there it can still be kept' : '';
    return `This is the state after step ${after} of the ${length} of its shortest run${early}.`;
  }
  const seal = sealed === null ? '' : `, sealed after step ${sealed}`;
  const end = `This is the end of its shortest run, ${length}${seal}`;
  if (loop.length > 0) return `${end}, and the loop of ${several(loop.length, 'step')} there.`;
  if (verdict === 'unbounded') return `${end}; no actor has to act any more.`;
  return states === 1
    ? `${end}; nothing happens any more.`
    : `${end}; ${counted(states)} states can still be reached, and it is pending in all of them.`;
}

/** A part that would have to move, and each step that could move it. */
function partText(
  why: Why,
  { part, isIn, wanted, ways }: Stuck,
  numbers: ReadonlyMap<string, number>,
): string[] {
  const { program } = why;
  const number = numbers.get(part)!;
  const title = program.parts.find(({ name }) => name === part)!.title;
  const name = title === part ? title : `${title}, ${part},`;
  const place =
    isIn.length > 4 ? `one of ${isIn.length} states, and never leaves them` : isIn.join(' or ');
  const goal =
    wanted.length > 4 || number === 1 ? '' : `, and would have to reach ${wanted.join(' or ')}`;

  const alreadyCited = new Set<string>();
  return [
    ...paragraph(`${String(number).padStart(2)}. `, `${name} is in ${place}${goal}.`),
    ...(ways.length === 0 ? ['    No step moves it on.'] : []),
    ...ways.flatMap((way) => [
      ...paragraph('    ', wayText(why, way)),
      ...way.refused.flatMap((refused) =>
        refusalText(program, refused, {
          indent: '      ',
          more: refused.by.map((by) =>
            by.part !== part && numbers.has(by.part) ? `, see ${numbers.get(by.part)}` : '',
          ),
          said: alreadyCited,
        }),
      ),
    ]),
  ];
}

/** A step that could move a part, and whether it can happen. */
function wayText(why: Why, way: Way): string {
  const { step, possible, always, refused } = way;
  const name = `${step} (${actorOf(why.program, step)})`;
  if (possible > 0) {
    const elsewhere = refused.length > 0 ? '; elsewhere it is' : '';
    return `${name}: it can happen${shareOf(why, possible)}, and ${whyNoHelp(why, way)}${elsewhere}`;
  }
  return always || why.states === 1
    ? name
    : `${name}: refused in every state, but not always by the same part; in the first it is`;
}

const shareOf = ({ states }: Why, possible: number): string => {
  if (states === 1) return '';
  return possible === states ? ' in all of them' : ` in ${possible} of the ${states} states`;
};

/** Why a step that can happen does not help. */
function whyNoHelp({ program, finding }: Why, { actor }: Way): string {
  const { fair } = program.actors.find(({ name }) => name === actor)!;
  if (fair === 'none') return 'no actor has to take it';
  if (finding.starves.includes(actor)) return 'its actor never acts';
  return finding.verdict === 'unbounded' ? 'its actor need not take it' : 'it does not help';
}
