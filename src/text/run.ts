import { verbatim, type Telling } from '../../machines/words/words.ts';
import type { Finding, Run } from '../check/finding.ts';
import { inWords } from '../check/waits.ts';
import { citeOf } from '../judge/refused.ts';
import { actorOf, arrowOf, deedOf, spoken } from '../judge/run-words.ts';
import type { Program } from '../system/program.ts';
import type { Cite } from '../system/vocabulary.ts';
import { paragraph } from './layout.ts';

/** A run as a numbered list: step, who does it, what it does. */
export const runLines = (program: Program, telling: Telling, run: Run, from = 1): string[] =>
  run.flatMap((runStep, index) => [
    `${String(index + from).padStart(4)}. ${runStep.step} (${actorOf(program, runStep.step)})`,
    ...paragraph('      ', deedOf(program, telling, runStep)),
  ]);

/** The cycle in a line of words, then each arrow with the text that says so. */
export function waits({ waits: waitsFor }: Finding): string[] {
  if (waitsFor === null || waitsFor.chain.length === 0) return [];

  const arrows = waitsFor.chain.flatMap((wait, index): string[] => {
    const arrow = arrowOf(waitsFor, index);
    return arrow === null
      ? []
      : [...paragraph('  ', arrow), ...cited(citeOf(wait.origin), '     ')];
  });
  return [
    ...paragraph('  ', spoken(inWords(waitsFor))),
    ...(arrows.length === 0 ? [] : ['', ...arrows]),
  ];
}

/** A citation, as a paragraph. */
export const cited = (cite: Cite | null, indent = '  '): string[] =>
  cite === null ? [] : paragraph(indent, quoted(cite));

const quoted = (cite: Cite): string =>
  `${cite.file}: ${verbatim(cite) ? `"${cite.says}"` : cite.says}`;
