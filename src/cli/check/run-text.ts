import { quiet, verbatim, who, type Telling } from '../../../machines/words/words.ts';
import type { Finding, Run, RunStep, Wait } from '../../check/finding.ts';
import { inWords } from '../../check/waits.ts';
import { citeOf } from '../../judge/refused.ts';
import { nextLocal, type Program } from '../../system/program.ts';
import type { Cite } from '../../system/vocabulary.ts';
import { paragraph, spoken } from '../layout.ts';

/** Who does a step, for a person; nothing where the system has no such step. */
export function actorOf(program: Program, step: string): string {
  const found = program.steps.find(({ name }) => name === step);
  return found === undefined ? '' : named(program.actors[found.actor]!.of);
}

/** `'arbiter[1]'` in words. */
export const named = (actor: string): string => {
  const name = actor.replace(/\[\d+\]$/, '');
  return (who as Readonly<Record<string, string>>)[name] ?? name;
};

/** The lifecycle of a part, by its id. */
export const lifecycleOf = (program: Program, part: string): string =>
  program.tables[program.parts.find(({ name }) => name === part)?.table ?? -1]?.lifecycle ?? '';

/** A run as a numbered list: step, who does it, what it does. */
export const runLines = (program: Program, telling: Telling, run: Run, from = 1): string[] =>
  run.flatMap((runStep, index) => [
    `${String(index + from).padStart(4)}. ${runStep.step} (${actorOf(program, runStep.step)})`,
    ...paragraph('      ', deed(program, telling, runStep)),
  ]);

/**
 * What a step does, as the lifecycles of the parts that it moves say it; the first two that change.
 */
function deed(program: Program, telling: Telling, { step: name, moved }: RunStep): string {
  const step = program.steps.find((other) => other.name === name)!;

  const sentences = [...step.moves, ...step.also].flatMap(({ part: index, event }) => {
    const part = program.parts[index]!;
    const table = program.tables[part.table]!;
    const change = moved[part.name];
    if (change === undefined || quiet.includes(table.lifecycle)) return [];

    const [before, after] = change;
    if (nextLocal(program, index, event, table.states.indexOf(before)) < 0) return [];
    const text = telling(table.lifecycle, before, table.events[event]!);
    return [`${part.title}: ${text === null ? `${before} to ${after}.` : spoken(text)}`];
  });
  return sentences.length === 0 ? 'Nothing changes.' : sentences.slice(0, 2).join(' ');
}

/** The cycle in a line of words, then each arrow with the text that says so. */
export function waits({ waits: waitsFor }: Finding): string[] {
  if (waitsFor === null || waitsFor.chain.length === 0) return [];

  const { chain, closes } = waitsFor;
  const titles = new Map(chain.map(({ part, title }) => [part, title]));
  const arrows = chain.flatMap((wait, index): string[] => {
    if (wait.for === null) return [];
    const next = chain[index + 1] ?? (closes === null ? undefined : chain[closes]);
    return arrow(wait, next?.title ?? titles.get(wait.for) ?? wait.for);
  });
  return [
    ...paragraph('  ', spoken(inWords(waitsFor))),
    ...(arrows.length === 0 ? [] : ['', ...arrows]),
  ];
}

/** `fenced job 1 is waiting for engine: schedule[1] needs it free.`, and the text that says so. */
function arrow(wait: Wait, other: string): string[] {
  if (wait.step === null) return [];
  const must =
    wait.mustBeIn.length === 0
      ? `only ${wait.step} moves it on`
      : `${wait.step} needs it ${among(wait.mustBeIn)}`;

  return [
    ...paragraph('  ', `${wait.title}${linkOf(wait.phrase)} ${other}: ${must}.`),
    ...cited(citeOf(wait.origin), '     '),
  ];
}

/** What stands between the two parts of an arrow. */
function linkOf(phrase: string | null): string {
  if (phrase === null) return ' waits for';
  if (phrase.startsWith('wait')) return ' is waiting for';
  return phrase.endsWith('by') ? ` is ${phrase}` : `: ${phrase}`;
}

/** `free or held by fenced job 1` */
const among = (states: readonly string[]): string => {
  const words = states.map((state) => spoken(state.replace(/^held\./, 'held by ')));
  return words.length > 3 ? `${words.slice(0, 3).join(', ')} or the like` : words.join(' or ');
};

/** A citation, as a paragraph. */
export const cited = (cite: Cite | null, indent = '  '): string[] =>
  cite === null ? [] : paragraph(indent, quoted(cite));

const quoted = (cite: Cite): string =>
  `${cite.file}: ${verbatim(cite) ? `"${cite.says}"` : cite.says}`;
