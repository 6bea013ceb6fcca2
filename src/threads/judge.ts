import type { Finding, Invariance, Verdict, WaitsFor } from '../check/finding.ts';
import { answer, type Report } from '../check/verdict.ts';
import { search } from '../explore/search.ts';
import { inWords } from '../check/waits.ts';
import type { Budget, Graph } from '../explore/graph.ts';
import { Misuse } from '../system/misuse.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { answerByOrbits, type OrbitAnswer } from '../orbits/answer.ts';
import { renamingsOf } from './members.ts';
import { lockOrder, type Complaint, type Reached } from './lock-order.ts';
import type { Language, Law } from './meaning.ts';
import { complain, parse } from './parse.ts';
import { compose, type Spec } from '../system/compose.ts';
import { own as besideOwn, specBeside } from './beside.ts';
import { specOfThreads, systemOfThreads, type ThreadSystem } from './system.ts';
import type { Said } from './thread-steps.ts';
import { sidesOf, type Side } from './twin.ts';
import { worldOf } from './resolve.ts';
import { near, type Thing, type World } from './world.ts';

/** One side of a file, composed. */
export type ThreadSide = {
  readonly side: Side;
  readonly source: string;
  readonly system: ThreadSystem;
  /** Recovery left out, where a description beside it has any. */
  readonly program: Program;
  readonly spec: Spec;
};

/** What is said of one side of a file. */
export type SideAnswer = {
  readonly side: Side;
  readonly name: string;
  readonly verdict: Verdict;
  readonly report: Report;
  /** Its states and edges are counted up to the order of like threads. */
  readonly byOrbits: boolean;
  readonly program: Program;
  readonly system: ThreadSystem;
  /** The first of the worst promises; null where all are kept, or an invariant is broken. */
  readonly worst: Finding | null;
  readonly broken: Invariance | null;
  /** The shortest run to the trouble, and what is done again and again. */
  readonly run: readonly Said[];
  readonly loop: readonly Said[];
  readonly cycle: string | null;
  /** What it goes against; null where nothing does. */
  readonly law: Law | null;
  /** What the kernel's validator would say. */
  readonly order: readonly Complaint[];
  readonly reading: OrderReading | null;
  /** Lines with a call to which no run comes. */
  readonly unreached: readonly number[];
  readonly expected: { readonly verdict: string | null; readonly order: string | null };
  /** In what it is not as the file expects; empty: in nothing. */
  readonly problems: readonly string[];
};

/** How the validator's answer and the verdict go together. */
export type OrderReading = {
  /** Bad and silent: what stands in the cycle of which the validator has no class, and what would make it speak. */
  readonly unseen: readonly string[];
  readonly annotations: readonly string[];
  /** Finite and reported: why. */
  readonly unreachable: string | null;
};

/**
 * The described system that a file names with `with`.
 * @param hangs what it does may hang for ever, and only what ends that counts @throws Misuse
 */
export type Describing = (name: string, hangs: boolean) => Spec;

/** Every side of a file. @throws Misuse in one line */
export function sidesOfFile(
  source: string,
  text: string,
  language: Language,
  describing: Describing | null = null,
): readonly ThreadSide[] {
  const made = sidesOf(text).map(({ side, text: own }): ThreadSide => {
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
  for (const one of made) checkAnswers(one, language);
  if (made.length === 2 && sameAsWritten(made[0]!, made[1]!)) {
    const line = text.split('\n').findIndex((each) => /^[-+]/.test(each)) + 1;
    complain(
      source,
      { line, column: 1 },
      'the two sides of this twin are the same system, expected a difference of objects or threads',
    );
  }
  return made;
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

/** The first promise with the verdict of the whole system. */
const worstOf = ({ promises, verdict: worst }: Report): Finding | null =>
  promises.find(({ verdict }) => verdict === worst) ?? null;

/** The steps of a run as the file says them. */
const saidIn = ({ system, program }: ThreadSide, run: Finding['run'] = []): Said[] =>
  run.map(
    ({ step }) =>
      system.said.get(step.replace(/\[.*\]$/, '')) ?? {
        thread: actorOf(program, step),
        line: 0,
        text: step,
      },
  );

/** Searches one side and says all that is to be said of it. */
export function judgeSide(one: ThreadSide, budget: Budget): SideAnswer {
  const { side, system, program } = one;
  const byOrbits = orbitsOf(one, budget);
  const graph = byOrbits?.graph ?? search(program, budget);
  const report = byOrbits?.report ?? answer(graph);
  const broken = report.invariants.find(({ holds }) => holds === false) ?? null;
  const bad = report.verdict !== 'finite' && report.verdict !== 'incomplete';
  const worst = bad && broken === null ? worstOf(report) : null;
  const run = saidIn(one, (broken ?? worst)?.run);
  const loop = saidIn(one, worst?.loop);
  const order = lockOrder(system.world, system.places.values(), reachedIn(graph, one));
  const cycle = worst?.waits == null ? null : inWords(worst.waits);
  const found = {
    side,
    name: system.world.file.name,
    verdict: report.verdict,
    report,
    byOrbits: byOrbits !== null,
    program,
    system,
    worst,
    broken,
    run,
    loop,
    cycle,
    order,
  };
  return {
    ...found,
    law: bad ? lawOf(found, worst?.waits ?? null) : null,
    reading: readingOf(found, bad),
    unreached: report.verdict === 'finite' ? unreachedIn(system, report) : [],
    ...compared(found),
  };
}

/** An answer by orbits, where a file has like threads and they decide. */
function orbitsOf({ system, program }: ThreadSide, budget: Budget): OrbitAnswer | null {
  const renamings = renamingsOf(system.world.file);
  return renamings.length === 0 ? null : answerByOrbits(program, renamings, budget);
}

/** States of a graph that are looked at for where threads come. */
const mostLooked = 300_000;

/** Where some run brings each thread; everywhere, where that is not known. */
function reachedIn(graph: Graph, { system, program }: ThreadSide): Reached {
  if (graph.stopped !== null || graph.size > mostLooked) return () => true;
  const threads = new Map(
    [...system.places.keys()].map((name) => {
      const part = program.parts.findIndex((one) => ownName(one.name) === name);
      return [name, { part, states: new Set<number>() }] as const;
    }),
  );
  const locals: number[] = [];
  for (let state = 0; state < graph.size; state++) {
    graph.locals(state, locals);
    for (const { part, states } of threads.values()) states.add(locals[part]!);
  }
  const named = new Map(
    [...threads].map(([name, { part, states }]) => {
      const table = program.tables[program.parts[part]!.table]!;
      return [name, new Set([...states].map((local) => table.states[local]!))] as const;
    }),
  );
  // Where like threads are one, what is seen of one of them holds of all.
  const { bodies } = system.world;
  const like = (thread: string): readonly string[] => {
    const family = bodies.get(thread)?.family ?? null;
    if (family === null) return [thread];
    return [...bodies.values()].filter((body) => body.family === family).map(({ name }) => name);
  };
  return (thread, state) => like(thread).some((name) => named.get(name)?.has(state) === true);
}

/** Who does a step of the description. */
function actorOf({ steps, actors }: Program, name: string): string {
  const step = steps.find((one) => one.name === name);
  return step === undefined ? '' : actors[step.actor]!.name;
}

type Found = Omit<SideAnswer, 'law' | 'reading' | 'unreached' | 'expected' | 'problems'>;

function compared({
  system,
  verdict,
  report,
  order,
}: Found): Pick<SideAnswer, 'expected' | 'problems'> {
  const { answers } = system.world.file;
  const { name } = system.world.language.order;
  const problems: string[] = [];
  if (verdict === 'finite' && !report.promises.some(({ pending }) => pending > 0))
    problems.push('finite, but nothing was ever owed: no run begins a thread that ends');
  let expected: { verdict: string | null; order: string | null } = { verdict: null, order: null };
  for (const { by, word, promises } of answers) {
    if (by.text === 'expect') {
      expected = { ...expected, verdict: word.text };
      if (verdict !== word.text) problems.push(`verdict: expected ${word.text}, found ${verdict}`);
      for (const { text } of promises) {
        const is =
          report.promises.find(({ promise }) => promise === text)?.verdict ??
          (report.invariants.find(({ invariant }) => invariant === text)?.holds === false
            ? 'broken'
            : 'kept');
        if (is !== word.text) problems.push(`${text}: expected ${word.text}, found ${is}`);
      }
    } else {
      expected = { ...expected, order: word.text };
      const kinds = kindsOf(order);
      if (!kinds.includes(word.text))
        problems.push(`${name}: expected ${word.text}, found ${kinds.join(', ')}`);
    }
  }
  return { expected, problems };
}

/** The kinds of what the validator says; `silent`: it says nothing. */
export const kindsOf = (order: readonly Complaint[]): string[] =>
  order.length === 0 ? ['silent'] : [...new Set(order.map(({ kind }) => kind))];

function lawOf({ system, verdict, run, broken }: Found, waits: WaitsFor | null): Law | null {
  const { language } = system.world;
  const chain = waits?.chain ?? [];
  const types = chain.flatMap(({ part }) => thingAt(system.world, part)?.type.name ?? []);
  const told = [
    ...chain.map(({ phrase }) => phrase ?? ''),
    ...(broken === null ? [] : [run.at(-1)?.text ?? '']),
  ].join('\n');
  const fits = (law: Law): boolean =>
    (law.verdicts ?? [verdict]).includes(verdict as string) &&
    (law.types ?? []).every((type) => types.includes(type)) &&
    (law.words === undefined || law.words.some((word) => told.includes(word)));
  return language.laws.find(fits) ?? null;
}

/** Lines to whose calls no run comes. */
function unreachedIn({ said }: ThreadSystem, { neverFired }: Report): number[] {
  const never = new Set(neverFired);
  const fired = new Set<number>();
  const all = new Set<number>();
  for (const [step, { line, text }] of said) {
    // What is against a rule of calls is not to be reached.
    if (text.includes(': ') && never.has(step) && /held|counts|gone|fall below/.test(text))
      continue;
    all.add(line);
    if (!never.has(step)) fired.add(line);
  }
  return [...all].filter((line) => !fired.has(line)).sort((a, b) => a - b);
}

function readingOf(found: Found, bad: boolean): OrderReading | null {
  const { order, system, worst } = found;
  if (bad && order.length === 0)
    return {
      unseen: unseenIn(system, worst?.waits ?? null),
      annotations: annotationsThatSpeak(system),
      unreachable: null,
    };
  // A search that ended early has not seen that nothing is reached.
  if (found.verdict === 'finite' && order.length > 0)
    return {
      unseen: [],
      annotations: [],
      unreachable: 'unreachable with these threads; the order still counts',
    };
  return null;
}

/** The name of a file's part in its file; the member of a fragment is a thread of its own. */
const ownName = (part: string): string =>
  part.startsWith(besideOwn.names)
    ? part.slice(besideOwn.names.length).replace(/\[(\d+)\]$/, '_$1')
    : part;

/** The object of a file that a part is, or the member of a described part. */
function thingAt({ things }: World, part: string): Thing | undefined {
  return (
    [...things.values()].find(({ described }) => described === part) ?? things.get(ownName(part))
  );
}

/** Whatever stands in the cycle and has no class. */
function unseenIn({ world }: ThreadSystem, waits: WaitsFor | null): string[] {
  return (waits?.chain ?? []).flatMap(({ part, phrase }): string[] => {
    const thing = thingAt(world, part);
    if (thing === undefined)
      return world.bodies.has(ownName(part)) || phrase === null ? [] : [part];
    const classed =
      ['lock', 'shared lock'].includes(thing.type.lifecycle.is) && thing.type.unseen !== true;
    return classed ? [] : [`${thing.name} (${thing.type.name})`];
  });
}

/** Annotations round one thread that make the validator speak: each is tried. */
function annotationsThatSpeak({ world }: ThreadSystem): string[] {
  const { language, file } = world;
  return language.order.annotations.flatMap(({ says, before, after }) =>
    world.threads.flatMap(({ name, item }) => {
      const at = item.at;
      const call = (of: string) => ({
        is: 'expression' as const,
        at,
        value: { is: 'call' as const, name: of, given: [], text: `${of}()`, at },
      });
      const items = file.items.map((one) =>
        one === item
          ? {
              ...one,
              body: { is: 'block' as const, at, body: [call(before), one.body, call(after)] },
            }
          : one,
      );
      if (!file.items.includes(item)) return [];
      const changed = systemOfThreads(
        worldOf({ ...file, items }, language, { brought: true, beside: world.beside }),
      );
      const speaks = lockOrder(changed.world, changed.places.values());
      return speaks.length === 0 ? [] : [`${says} in ${name}: ${kindsOf(speaks).join(', ')}`];
    }),
  );
}
