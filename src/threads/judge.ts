import type { Finding, Invariance, Verdict, WaitsFor } from '../check/finding.ts';
import { answer, type Report } from '../check/verdict.ts';
import { inWords } from '../check/waits.ts';
import type { Budget, Graph } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import { answerByOrbits, type OrbitAnswer } from '../orbits/answer.ts';
import type { Program } from '../system/program.ts';
import { lockOrder, type Complaint, type Reached } from './lock-order.ts';
import type { Law } from './meaning.ts';
import { renamingsOf } from './members.ts';
import { kindsOf, ownName, readingOf, thingAt, type OrderReading } from './order-reading.ts';
import type { ThreadSide } from './sides.ts';
import type { ThreadSystem } from './system.ts';
import type { Said } from './thread-steps.ts';
import type { Side } from './twin.ts';
import type { Body } from './world.ts';

/** A function of the file that threads do not run. */
export type NotRun = {
  readonly kind: string;
  readonly name: string;
  readonly line: number;
  /** No thread at all runs it, or only those of the description beside do not. */
  readonly by: 'all' | 'description';
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
  /** The shortest way out that nobody has to take; empty where there is none, or all have to. */
  readonly helps: readonly Said[];
  readonly cycle: string | null;
  /** What it goes against; null where nothing does. */
  readonly law: Law | null;
  /** What the kernel's validator would say. */
  readonly order: readonly Complaint[];
  readonly reading: OrderReading | null;
  /** Lines with a call to which no run comes. */
  readonly unreached: readonly number[];
  /** Functions that the answer leaves out, or of which it knows only some of the callers. */
  readonly notRun: readonly NotRun[];
  readonly expected: { readonly verdict: string | null; readonly order: string | null };
  /** In what it is not as the file expects; empty: in nothing. */
  readonly problems: readonly string[];
};

/** The first promise with the verdict of the whole system. */
const worstOf = ({ promises, verdict: worst }: Report): Finding | null =>
  promises.find(({ verdict }) => verdict === worst) ?? null;

/** The steps of a run as the file says them. */
const saidIn = (
  { system, program }: ThreadSide,
  run: readonly { readonly step: string }[] = [],
): Said[] =>
  run.map(
    ({ step }) =>
      system.said.get(step.replace(/\[.*\]$/, '')) ?? {
        thread: actorOf(program, step),
        line: 0,
        text: step,
      },
  );

/** Searches one side and says all that is to be said of it. */
export function judgeSide(side: ThreadSide, budget: Budget): SideAnswer {
  const { system, program } = side;
  const { graph, report, byOrbits } = searched(side, budget);
  const { verdict } = report;
  const isBad = verdict !== 'finite' && verdict !== 'incomplete';
  const broken = report.invariants.find(({ holds }) => holds === false) ?? null;
  const worst = isBad && broken === null ? worstOf(report) : null;
  const waits = worst?.waits ?? null;
  const order = lockOrder(system.world, system.places.values(), reachedIn(graph, side));
  const answered: Found = {
    side: side.side,
    name: system.world.file.name,
    verdict,
    report,
    byOrbits,
    program,
    system,
    worst,
    broken,
    run: saidIn(side, (broken ?? worst)?.run),
    loop: saidIn(side, worst?.loop),
    helps: saidIn(
      side,
      worst?.favours.map((step) => ({ step })),
    ),
    cycle: waits === null ? null : inWords(waits),
    order,
  };
  return {
    ...answered,
    law: isBad ? lawOf(answered, waits) : null,
    reading: readingOf({ system, verdict, order, waits }),
    unreached: verdict === 'finite' ? unreachedIn(system, report) : [],
    notRun: notRunIn(system),
    ...compared(answered),
  };
}

/** Answers by orbits, where a file has like threads and they decide; else by a whole search. */
function searched(
  { system, program }: ThreadSide,
  budget: Budget,
): OrbitAnswer & { readonly byOrbits: boolean } {
  const renamings = renamingsOf(system.world.file);
  const orbits = renamings.length === 0 ? null : answerByOrbits(program, renamings, budget);
  if (orbits !== null) return { ...orbits, byOrbits: true };
  const graph = search(program, budget);
  return { graph, report: answer(graph), byOrbits: false };
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

/** What is known of a side before it is compared with what its file expects. */
type Found = Omit<SideAnswer, 'law' | 'reading' | 'unreached' | 'notRun' | 'expected' | 'problems'>;

/** What the file expects of a side, and in what that is not so. */
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

/** The first law of the language that fits the cycle and the verdict; null where none does. */
function lawOf(
  { system, verdict, run, broken, report }: Found,
  waits: WaitsFor | null,
): Law | null {
  const { language } = system.world;
  const chain = waits?.chain ?? [];
  const types = [
    ...chain.flatMap(({ part }) => thingAt(system.world, part)?.type.name ?? []),
    ...owedTypes(system, report),
  ];
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

/** Functions that no thread runs; beside a description, also those that its threads would run. */
function notRunIn({ world, neverRun }: ThreadSystem): NotRun[] {
  const told = (body: Body, by: NotRun['by']): NotRun => ({
    kind: body.kind.name,
    name: body.name,
    line: body.item.name.at.line,
    by,
  });
  const isHalfRun = (body: Body): boolean =>
    world.beside !== null &&
    body.kind.causedByAll === true &&
    body.item.brought !== true &&
    !neverRun.includes(body);
  return [
    ...neverRun.map((body) => told(body, 'all')),
    ...[...world.bodies.values()].filter(isHalfRun).map((body) => told(body, 'description')),
  ];
}

/** The types of the objects that only a favour brings to where they are owed to come. */
function owedTypes({ world, prefixes }: ThreadSystem, { promises, verdict }: Report): string[] {
  if (verdict !== 'indefinite') return [];
  const broken = new Set(
    promises.filter((one) => one.verdict === verdict).map(({ promise }) => promise),
  );
  return [...world.things.values()].flatMap(({ name, type }) =>
    type.owes !== undefined && broken.has(`${prefixes.promises}${name}-${type.owes.name}`)
      ? [type.name]
      : [],
  );
}

/** Lines to whose calls no run comes. */
function unreachedIn({ said: saidByStep }: ThreadSystem, { neverFired }: Report): number[] {
  const never = new Set(neverFired);
  const fired = new Set<number>();
  const lines = new Set<number>();
  for (const [step, { line, text }] of saidByStep) {
    // What is against a rule of calls is not to be reached.
    if (text.includes(': ') && never.has(step) && /held|counts|gone|fall below/.test(text))
      continue;
    lines.add(line);
    if (!never.has(step)) fired.add(line);
  }
  return [...lines].filter((line) => !fired.has(line)).sort((a, b) => a - b);
}
