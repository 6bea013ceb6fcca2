import {
  explicit,
  type Chosen,
  type Engine,
  type Question,
  type Searched,
} from '../check/verdict.ts';
import type { Budget } from '../explore/graph.ts';
import type { Program } from '../system/program.ts';
import { begin, limitsOf, searchedBy, symbolic } from './engine.ts';

/**
 * A system of more states than this is searched by diagrams. docs/scale.md has the measurements.
 */
const crossover = 10_000;

/** Nodes that diagrams may make while it would still pay to go back to single states. */
const patience = 40_000_000;
/** Systems of at most so many states are searched one by one where diagrams grow too large. */
const mostOneByOne = 4_000_000;

/**
 * Begins with single states, and goes over to diagrams where there are too many of them. Which
 * engine answers depends on numbers of states and nodes alone, never on time: the same input has
 * the same answer from the same engine.
 */
export function auto(program: Program, budget: Budget): Searched {
  const few = { ...budget, states: Math.min(budget.states, crossover) };
  const first = explicit(program, few);
  if (first.stopped === null)
    return { ...first, engine: chosen(first, `auto: at most ${crossover} states`) };
  if (first.stopped !== 'states' || budget.states <= crossover)
    return { ...first, engine: chosen(first, 'auto: the budget ended early') };

  const begun = begin(program, { ...limitsOf(budget), nodes: patience });
  // What single states have shown until then is what is known.
  if (begun === 'cancelled' || begun === 'time') return endedBy(begun, first);
  if (typeof begun === 'string') return goneBack(program, budget);
  const bySets = searchedBy(begun, `auto: more than ${crossover} states`);
  const { limits } = begun.session.d;
  if (bySets.states > Math.min(budget.states, mostOneByOne)) limits.nodes = Infinity;

  // Where a question makes too many nodes, single states answer it and all that come after it.
  let oneByOne: Searched | null = null;
  const ask = <T>(by: (searched: Searched) => T): T => {
    if (oneByOne !== null) return by(oneByOne);
    const answer = by(bySets);
    if (begun.stopped !== 'nodes') return answer;
    oneByOne = goneBack(program, budget);
    return by(oneByOne);
  };
  return {
    program,
    states: bySets.states,
    get stopped() {
      return (oneByOne ?? bySets).stopped;
    },
    get engine() {
      return (oneByOne ?? bySets).engine;
    },
    answer: (question: Question = {}) => ask((searched) => searched.answer(question)),
    invariances: (plain) => ask((searched) => searched.invariances(plain)),
  };
}

/** What was found of a search that was ended later than by its own budget. */
const endedBy = (stopped: 'cancelled' | 'time', first: Searched): Searched => ({
  ...first,
  stopped,
  engine: chosen(first, 'auto: the diagrams ended early'),
  answer: (question) => ({ ...first.answer(question), stopped }),
});

/** The same system searched state by state. */
function goneBack(program: Program, budget: Budget): Searched {
  const all = explicit(program, budget);
  return { ...all, engine: chosen(all, 'auto: the diagrams grew too large') };
}

const chosen = ({ states }: Searched, why: string): Chosen => ({
  name: 'explicit',
  why,
  states: String(states),
});

/** The engines by the names that people choose them by. */
export const engines = {
  /** State by state, and on decision diagrams where that ends early. */
  auto,
  /** State by state. */
  explicit,
  /** On decision diagrams. */
  symbolic,
} satisfies Readonly<Record<string, Engine>>;
