import { hazards } from '../../machines/hazards/index.ts';
import { options } from '../../machines/options/index.ts';
import type { Change, SmallestChanges } from '../judge/smallest-changes.ts';
import type { Cite } from '../system/vocabulary.ts';
import { cited } from './run.ts';
import { colouredAnswer } from './verdict.ts';
import type { Paint } from './paint.ts';
import { counted, paragraph, several } from './layout.ts';

/** The smallest sets of changes that help, each with the sentences of the kernel behind it. */
export function remedyText(driver: string, remedies: SmallestChanges, paint: Paint): string {
  const { now, sets } = remedies;
  const lines = [`${paint.bold(driver)}: ${colouredAnswer(paint, now)}`];
  if (now.verdict === 'finite') lines.push('  Nothing has to be changed.');
  else if (now.verdict === 'incomplete')
    lines.push(
      ...paragraph(
        '  ',
        'The search ended before there was an answer: it is unknown what would ' +
          'help. Try fewer jobs, or more with --max-states and --max-bytes.',
      ),
    );
  else if (sets.length === 0)
    lines.push(...paragraph('  ', noSet(remedies)), '', ...paragraph('', asked(remedies)));
  else
    lines.push(
      ...paragraph('  ', title(remedies)),
      ...setsText(sets),
      '',
      ...paragraph('', asked(remedies)),
    );
  return `${lines.join('\n')}\n`;
}

function noSet({ changes, exhausted, size, cancelled }: SmallestChanges): string {
  if (changes.length === 0)
    return 'Every clause and every order is kept, and there is no hazard, so there is nothing to change.';
  if (cancelled) return 'Interrupted: no set of changes was found that makes it finite.';
  return exhausted
    ? 'No set of these changes makes it finite.'
    : `No set of up to ${size} changes makes it finite.`;
}

function title({ sets, size, unanswered, cancelled }: SmallestChanges): string {
  if (cancelled || unanswered > 0)
    return (
      `${several(sets.length, 'set')} of ${size} found that ` +
      `${sets.length === 1 ? 'makes' : 'make'} it finite; there may be more:`
    );
  return sets.length === 1
    ? `The only smallest set of changes that makes it finite has ${size}:`
    : `${sets.length} sets of ${size} make it finite, and no smaller one does:`;
}

/** How it was asked, and what was not answered. */
function asked(found: SmallestChanges): string {
  const { tried, size, changes, systems, unanswered, cancelled } = found;
  const sizes = size === 1 ? 'one' : `up to ${size}`;
  const count = cancelled ? `${counted(tried)}` : `all ${counted(tried)}`;
  const changeCount = several(changes.length, 'change');
  const what =
    `Searched: ${count} sets of ${sizes} of the ${changeCount} that can help ` +
    `(${counted(systems)} different systems).`;
  return unanswered === 0
    ? what
    : `${what} ${counted(unanswered)} of the searches ended before there was an answer, ` +
        'and count as no help, so this is no proof.';
}

/** The sets, numbered. A sentence is quoted once. */
function setsText(sets: readonly (readonly Change[])[]): string[] {
  const quoted = new Set<string>();
  return sets.flatMap((set, index) => [
    '',
    ...set.flatMap(({ what, name }, place) => {
      const lead = place === 0 ? `${String(index + 1).padStart(3)}. ` : '     ';
      const isNew = !quoted.has(name);
      quoted.add(name);
      return [...paragraph(lead, what), ...(isNew ? cited(sentenceOf(name), '       ') : [])];
    }),
  ]);
}

/** The sentence behind a clause or a hazard. */
const sentenceOf = (name: string): Cite | null =>
  options.flatMap(({ clauses }) => clauses).find((clause) => clause.name === name)?.says ??
  hazards.find((hazard) => hazard.name === name)?.says ??
  null;
