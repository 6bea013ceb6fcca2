import type { Run, Verdict, Wait } from '../../../src/check/finding.ts';
import type { Program } from '../../../src/system/program.ts';
import { kindsOf, ownName, thingAt } from '../../../src/threads/order-reading.ts';
import type { SideAnswer } from '../../../src/threads/judge.ts';
import type { Said } from '../../../src/threads/thread-steps.ts';
import { threadsText } from '../../../src/text/threads.ts';
import { plainPaint } from '../../../src/text/paint.ts';

/** A promise of a file of threads, with its run. */
export type PromiseTold = {
  readonly name: string;
  readonly verdict: Verdict;
  readonly pending: number;
  readonly run: Run;
  readonly loop: Run;
  readonly sealed: number | null;
  readonly waits: { readonly chain: readonly Wait[]; readonly closes: number | null } | null;
  readonly favours: readonly string[];
};

/** One lane of a run: a thread, or an object with its type. */
type LaneTold = {
  readonly part: string;
  readonly name: string;
  readonly what: string;
  readonly isThread: boolean;
};

/** What is said of one side of a file, as data that can be posted. */
export type SideTold = {
  readonly side: SideAnswer['side'];
  readonly verdict: Verdict;
  readonly expected: SideAnswer['expected'];
  readonly problems: readonly string[];
  readonly states: number;
  readonly edges: number;
  readonly byOrbits: boolean;
  readonly stopped: string | null;
  readonly promises: readonly PromiseTold[];
  /** What is broken or kept worst: the promise or invariant of which the command line tells. */
  readonly of: string | null;
  readonly cycle: string | null;
  readonly law: { readonly id: string; readonly file: string; readonly says: string } | null;
  readonly order: {
    readonly kinds: readonly string[];
    readonly reports: readonly { readonly kind: string; readonly text: string }[];
    readonly unseen: readonly string[];
    readonly annotations: readonly string[];
    readonly unreachable: string | null;
    readonly because: readonly string[];
    readonly isRead: boolean;
  };
  readonly unreached: readonly number[];
  readonly notRun: SideAnswer['notRun'];
  readonly program: Program;
  /** By step. */
  readonly said: Readonly<Record<string, Said>>;
  readonly lanes: readonly LaneTold[];
  /** What the command line prints of it. */
  readonly text: string;
};

export type ThreadsTold = {
  readonly name: string;
  readonly about: string;
  readonly cites: readonly string[];
  readonly laws: readonly string[];
  readonly sides: readonly SideTold[];
};

export function toldOf(answers: readonly SideAnswer[]): ThreadsTold {
  const { name, about, cites, laws } = answers[0]!.system.world.file;
  return { name, about, cites, laws: laws.map(({ text }) => text), sides: answers.map(sideTold) };
}

function sideTold(answer: SideAnswer): SideTold {
  const { side, verdict, expected, problems, report, byOrbits, worst, broken, law, order } = answer;
  const { cycle, program, unreached, reading, system } = answer;
  return {
    side,
    verdict,
    expected,
    problems,
    states: report.states,
    edges: report.edges,
    byOrbits,
    stopped: report.stopped,
    promises: [
      ...report.promises.map((finding): PromiseTold => {
        const { promise, verdict: is, pending, run, loop, sealed, waits, favours } = finding;
        return { name: promise, verdict: is, pending, run, loop, sealed, waits, favours };
      }),
      ...report.invariants.flatMap(({ invariant, holds, run }): PromiseTold[] =>
        holds === false ? [brokenInvariant(invariant, run)] : [],
      ),
    ],
    of: broken?.invariant ?? worst?.promise ?? null,
    cycle,
    law: law === null ? null : { id: law.id, ...law.cite },
    order: {
      kinds: kindsOf(order),
      reports: order.map(({ kind, text }) => ({ kind, text })),
      ...(reading ?? { unseen: [], annotations: [], unreachable: null, because: [] }),
      isRead: reading !== null,
    },
    unreached,
    notRun: answer.notRun,
    program,
    said: Object.fromEntries(system.said),
    lanes: lanesOf(answer),
    text: threadsText(answer, plainPaint, false),
  };
}

const brokenInvariant = (name: string, run: Run): PromiseTold => ({
  name,
  verdict: 'broken',
  pending: 1,
  run,
  loop: [],
  sealed: null,
  waits: null,
  favours: [],
});

/** Threads first, then objects; what the search needs besides (pending items, CPUs) comes last. */
function lanesOf({ program, system }: SideAnswer): LaneTold[] {
  const { world, places } = system;
  const lanes = program.parts.map(({ name, title }): LaneTold => {
    const own = ownName(name);
    const body = world.bodies.get(own);
    const isThread = places.has(own);
    const thing = thingAt(world, name);
    const what = isThread ? (body?.kind.name ?? '') : (thing?.type.name ?? '');
    return { part: name, name: isThread || thing !== undefined ? own : title, what, isThread };
  });
  const rank = ({ isThread, what }: LaneTold): number => {
    if (isThread) return 0;
    return what === '' ? 2 : 1;
  };
  return lanes.sort((a, b) => rank(a) - rank(b));
}
