import { fencesComplete, userspaceControlsNone } from '../../machines/words/sentences.ts';
import { lawsOf, quiet, who, type Telling } from '../../machines/words/words.ts';
import type { Finding, RunStep, Wait } from '../check/finding.ts';
import { nextLocal, type Program } from '../system/program.ts';
import type { Cite } from '../system/vocabulary.ts';

// What a run does, who waits for whom, and what forbids it: the command line and the page say the
// same.

/** What the parts of a family are called. */
const kinds: Readonly<Record<string, string>> = {
  f: 'fenced job',
  c: 'compute job',
  copy: 'copy job',
  bind: 'bind job',
};

/** The names in states and events, as a person says them: `f[1]` is fenced job 1. */
export const spoken = (text: string): string =>
  text
    .replace(
      /([Tt]he fence )?(?<!\bnode )\b(f|c|copy|bind)\[(\d+)\]/g,
      (_, fence: string | undefined, kind: string, index: string) =>
        `${fence === undefined ? '' : `${fence}of `}${kinds[kind]} ${index}`,
    )
    .replace(/([Tt]he fence) foreign/g, '$1 of another device');

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
const lifecycleOf = (program: Program, part: string): string =>
  program.tables[program.parts.find(({ name }) => name === part)?.table ?? -1]?.lifecycle ?? '';

/**
 * What a step does, as the lifecycles of the parts that it moves say it; the first two that change.
 */
export function deedOf(program: Program, telling: Telling, { step: name, moved }: RunStep): string {
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

/**
 * `fenced job 1 is waiting for engine: schedule[1] needs it free.`; null where nobody is waited
 * for.
 */
export function arrowOf(
  { chain, closes }: NonNullable<Finding['waits']>,
  index: number,
): string | null {
  const wait = chain[index]!;
  if (wait.for === null || wait.step === null) return null;
  const next = chain[index + 1] ?? (closes === null ? undefined : chain[closes]);
  const other = next?.title ?? chain.find(({ part }) => part === wait.for)?.title ?? wait.for;
  const must =
    wait.mustBeIn.length === 0
      ? `only ${wait.step} moves it on`
      : `${wait.step} needs it ${among(wait.mustBeIn)}`;
  return `${wait.title}${linkOf(wait.phrase)} ${other}: ${must}.`;
}

/** What stands between the two parts of an arrow. */
function linkOf(phrase: string | null): string {
  if (phrase === null) return ' waits for';
  if (phrase.startsWith('wait')) return ' is waiting for';
  return phrase.endsWith('by') ? `, ${phrase}` : `: ${phrase}`;
}

/** `free or held by fenced job 1` */
const among = (states: readonly string[]): string => {
  const words = states.map((state) => spoken(state.replace(/^held\./, 'held by ')));
  return words.length > 3 ? `${words.slice(0, 3).join(', ')} or the like` : words.join(' or ');
};

/**
 * What forbids it: the sentence of the promise, of a dma_fence that only a favour can end also why
 * no favour is enough, then the rules of the lifecycles in the cycle.
 */
export function forbidding(
  program: Program,
  { promise, verdict }: Pick<Finding, 'promise' | 'verdict'>,
  chain: readonly Pick<Wait, 'part'>[],
): readonly Cite[] {
  const cite = program.promises.find(({ name }) => name === promise)?.cite ?? null;
  const ofFence = cite?.file === fencesComplete.file && cite.says === fencesComplete.says;
  return [
    ...(cite === null ? [] : [cite]),
    ...(ofFence && verdict === 'indefinite' ? [userspaceControlsNone] : []),
    ...lawsOf(chain.map(({ part }) => lifecycleOf(program, part))),
  ];
}
