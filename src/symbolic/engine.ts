import { blank, type Searched } from '../check/verdict.ts';
import type { Budget } from '../explore/graph.ts';
import type { Program } from '../system/program.ts';
import { answer, invariances, type Asking, type Short } from './answer.ts';
import { RanOut, type Limits } from './diagrams.ts';
import { reach } from './reach.ts';
import { sessionOf } from './session.ts';
import { count } from './sets.ts';

/** Bytes that the diagrams may take where nothing is said. */
const bytesByDefault = 2 ** 31;

const asked = 'it was asked for';

/**
 * The symbolic engine: sets of states as decision diagrams. No state is kept by itself, so the
 * budget's number of states does not bound it; bytes, time and the signal do.
 */
export function symbolic(program: Program, budget: Budget): Searched {
  const begun = begin(program, limitsOf(budget));
  return typeof begun === 'string' ? nothing(program, begun) : searchedBy(begun, asked);
}

/** What a budget means for diagrams. */
export const limitsOf = (budget: Budget): Limits => ({
  bytes: budget.bytes ?? bytesByDefault,
  deadline: budget.deadline ?? Infinity,
  nodes: Infinity,
  signal: budget.signal,
  progress:
    budget.progress &&
    (({ nodes, bytes }) => budget.progress!({ states: 0, expanded: 0, bytes, nodes })),
});

/**
 * A system whose reachable states are found; or what ran out before they were.
 * @param partsAlone a level for each part and for nothing else
 */
export function begin(program: Program, limits: Limits, partsAlone = false): Asking | Short {
  try {
    return { session: sessionOf(reach(program, limits, partsAlone)), stopped: null };
  } catch (error) {
    if (error instanceof RanOut) return error.what;
    throw error;
  }
}

/** A search whose states are found, as others ask it. @param why this engine and no other */
export function searchedBy(asking: Asking, why: string): Searched {
  const { program, d, all } = asking.session;
  const states = count(d, all);
  return {
    program,
    states: Number(states),
    get stopped() {
      return reasonOf(asking.stopped);
    },
    engine: { name: 'symbolic', why, states: String(states) },
    answer: (question = {}) => {
      const report = answer(asking, question);
      return { ...report, stopped: reasonOf(asking.stopped) };
    },
    invariances: (plain) => invariances(asking, plain),
  };
}

/** Nodes are limited where another engine stands by; elsewhere they are what fills the memory. */
const reasonOf = (short: Short | null): Searched['stopped'] =>
  short === 'nodes' ? 'bytes' : short;

/** What is known where the search of states ran out: nothing. */
function nothing(program: Program, short: Short): Searched {
  const stopped = reasonOf(short);
  const unknown = () =>
    program.invariants.map(({ name: invariant, of }) => ({
      invariant,
      of,
      holds: null,
      run: [],
    }));
  return {
    program,
    states: 0,
    stopped,
    engine: { name: 'symbolic', why: asked, states: '0' },
    answer: ({ promises } = {}) => ({
      digest: program.digest,
      verdict: 'incomplete',
      promises: program.promises
        .filter(({ of }) => promises === undefined || promises.includes(of))
        .map((promise) => ({ ...blank(promise, 0), verdict: 'incomplete' as const })),
      invariants: promises === undefined ? unknown() : [],
      states: 0,
      edges: 0,
      neverFired: [],
      stopped,
    }),
    invariances: unknown,
  };
}
