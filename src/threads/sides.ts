import { compose, type Spec } from '../system/compose.ts';
import { Misuse } from '../system/misuse.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { specBeside } from './beside.ts';
import type { Language } from './meaning.ts';
import { complain, parse } from './parse.ts';
import { worldOf } from './resolve.ts';
import { specOfThreads, systemOfThreads, type ThreadSystem } from './system.ts';
import { sidesOf, type Side } from './twin.ts';
import { near } from './world.ts';

/** One side of a file, composed. */
export type ThreadSide = {
  readonly side: Side;
  readonly source: string;
  readonly system: ThreadSystem;
  /** Recovery left out, where a description beside it has any. */
  readonly program: Program;
  readonly spec: Spec;
};

/**
 * The described system that a file names with `with`.
 * @param hangs what it does may hang for ever, and only what ends that counts
 * @throws Misuse
 */
export type Describing = (name: string, hangs: boolean) => Spec;

/** Every side of a file. @throws Misuse in one line */
export function sidesOfFile(
  source: string,
  text: string,
  language: Language,
  describing: Describing | null = null,
): readonly ThreadSide[] {
  const composed = sidesOf(text).map(({ side, text: own }): ThreadSide => {
    const file = parse(source, own);
    const described = describedBy(file, language, describing);
    if (described === null) {
      const system = systemOfThreads(worldOf(file, language));
      const spec = specOfThreads(system);
      return { side, source, system, spec, program: compose(spec) };
    }
    const { system, spec } = specBeside(file, language, described);
    return { side, source, system, spec, program: withoutRecovery(compose(spec)) };
  });
  for (const side of composed) checkAnswers(side, language);
  if (composed.length === 2 && sameAsWritten(composed[0]!, composed[1]!)) {
    const line = text.split('\n').findIndex((each) => /^[-+]/.test(each)) + 1;
    complain(
      source,
      { line, column: 1 },
      'the two sides of this twin are the same system, expected a difference of objects or threads',
    );
  }
  return composed;
}

function describedBy(
  { source, beside, items }: ReturnType<typeof parse>,
  { places }: Language,
  describing: Describing | null,
): Spec | null {
  if (beside === null) return null;
  if (describing === null) return complain(source, beside.at, 'a description cannot be read here');
  try {
    const hangs = items.some(({ place }) => places[place?.text ?? '']?.whereItHangs === true);
    return describing(beside.text, hangs);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return complain(source, beside.at, error.message);
  }
}

/** Whether two sides differ in nothing but where it stands. */
function sameAsWritten(one: ThreadSide, other: ThreadSide): boolean {
  const plain = ({ system }: ThreadSide): string => {
    const { objects, items } = system.world.file;
    return JSON.stringify([objects, items], (key, value: unknown) => (key === 'at' ? null : value));
  };
  return plain(one) === plain(other);
}

const verdictWords = ['broken', 'deadlock', 'indefinite', 'unbounded', 'finite'];

/** What a file expects is something that can be. */
function checkAnswers(
  { source, system: { world, row } }: ThreadSide,
  { order, lawIds }: Language,
): void {
  const strange = world.file.laws.find(({ text }) => !lawIds.includes(text));
  if (strange !== undefined) {
    const hint = near(strange.text, lawIds) || `; there are: ${lawIds.slice(0, 8).join(', ')}`;
    complain(source, strange.at, `unknown law '${strange.text}'${hint}`);
  }
  for (const { by, word, promises } of world.file.answers) {
    if (by.text !== 'expect' && by.text !== order.name)
      complain(
        source,
        by.at,
        `found '${by.text}', expected 'expect' or '${order.name}'${near(by.text, ['expect', order.name])}`,
      );
    const known = by.text === 'expect' ? verdictWords : order.kinds;
    if (!known.includes(word.text))
      complain(
        source,
        word.at,
        `unknown answer '${word.text}'${near(word.text, known) || `; there are: ${known.join(', ')}`}`,
      );
    const owed = [...(row.promises ?? []), ...(row.invariants ?? [])].map(({ name }) => name);
    const odd = promises.find(({ text }) => !owed.includes(text));
    if (odd !== undefined)
      complain(
        source,
        odd.at,
        `no promise '${odd.text}'${near(odd.text, owed) || `; there are: ${owed.slice(0, 6).join(', ')}`}`,
      );
  }
}
