import { fire, holds, type Program, type Some, type Step } from '../../src/system/program.ts';
import type { Form, Proof, Proved } from '../../src/verify/certificate.ts';

/** A set of a certificate, state by state, and what stands at the end of each state's path. */
export type Listed = Map<string, { readonly state: readonly number[]; readonly end: number }>;

/** All states of a set. */
export function listed({ order, nodes }: Proved, set: number): Listed {
  const listed: Listed = new Map();
  const state = order.map(() => 0);
  const go = (depth: number, node: number): void => {
    if (node < 0) {
      listed.set(state.join(), { state: [...state], end: -node });
      return;
    }
    for (let c = 0; c < nodes[node]!.length; c += 2) {
      state[order[depth]!] = nodes[node]![c]!;
      go(depth + 1, nodes[node]![c + 1]!);
    }
  };
  go(0, set);
  return listed;
}

/** A certificate with a set in it, written state by state, and the number of that set. */
export function withSet(proved: Proved, states: Listed): { proved: Proved; set: number } {
  const nodes = [...proved.nodes];
  const write = (
    depth: number,
    some: readonly { state: readonly number[]; end: number }[],
  ): number => {
    if (depth === proved.order.length) return -some[0]!.end;
    const part = proved.order[depth]!;
    const locals = [...new Set(some.map(({ state }) => state[part]!))].sort((a, b) => a - b);
    const pairs = locals.flatMap((local) => [
      local,
      write(
        depth + 1,
        some.filter(({ state }) => state[part] === local),
      ),
    ]);
    return nodes.push(pairs) - 1;
  };
  const set = write(0, [...states.values()]);
  return { proved: { ...proved, nodes }, set };
}

/** Names of premises. */
export type Premise = string;

/**
 * The premises of a proof that do not hold, found by plain enumeration: what the checker must refuse.
 */
export function failing(proved: Proved, proof: Proof): ReadonlySet<Premise> {
  const { program } = proved;
  const set = 'set' in proof ? listed(proved, proof.set) : new Map();
  switch (proof.form) {
    case 'broken': {
      const asked = program.invariants.find(({ name }) => name === proof.invariant);
      const end = endOf(program, proof.run, program.initial);
      if (asked === undefined) return new Set(['known']);
      if (end === null) return new Set(['run']);
      return names({ breaks: allHold(asked.never, end.at(-1)!) });
    }
    case 'invariant': {
      const asked = program.invariants.filter(({ name }) => proof.holds.includes(name));
      const safe = everyListed(
        set,
        ({ state }) => !asked.some(({ never }) => allHold(never, state)),
      );
      return names({
        ...inductive(program, set),
        known: asked.length === proof.holds.length,
        safe,
      });
    }
    default:
      return ofPromise(program, set, proof);
  }
}

type Failing = ReadonlySet<Premise>;

function ofPromise(
  program: Program,
  set: Listed,
  proof: Exclude<Proof, Form<'broken' | 'invariant'>>,
): Failing {
  const promise = program.promises.find(({ name }) => name === proof.promise);
  if (promise === undefined) return new Set(['known']);
  const isPending = (state: readonly number[]): boolean => allHold(promise.pending, state);
  if (proof.form === 'fair-loop') return ofLoop(program, isPending, proof);
  if (proof.form === 'trap') {
    const run = endOf(program, proof.run, program.initial);
    const counts = (step: Step): boolean => proof.by === 'anybody' || isFair(program, step.actor);
    return names({
      run: run !== null,
      ends: run === null || set.has(run.at(-1)!.join()),
      pending: everyListed(set, ({ state }) => isPending(state)),
      closed: closed(program, set, counts),
    });
  }
  const settled = everyListed(set, ({ state, end }) => end !== 1 || !isPending(state));
  const common = { ...inductive(program, set), settled };
  return names({
    ...common,
    ...(proof.form === 'rank' ? ofRanks(program, set, proof) : ofBlocks(program, set, proof)),
  });
}

const names = (premises: Readonly<Record<Premise, boolean>>): Failing =>
  new Set(Object.keys(premises).filter((name) => !premises[name]));

const everyListed = (
  set: Listed,
  holds: (one: { state: readonly number[]; end: number }) => boolean,
) => [...set.values()].every(holds);

const allHold = (some: readonly Some[], state: readonly number[]): boolean =>
  some.every((one) => holds(one, state));

const isFair = (program: Program, actor: number): boolean =>
  (program.actors[actor]?.fair ?? 'none') !== 'none';

/** The states of a run; null where a step cannot be taken. */
function endOf(
  program: Program,
  run: readonly string[],
  from: readonly number[],
): readonly (readonly number[])[] | null {
  const states = [from];
  for (const name of run) {
    const step = program.steps.find((one) => one.name === name);
    const next = step === undefined ? null : fire(program, step, states.at(-1)!);
    if (next === null) return null;
    states.push(next);
  }
  return states;
}

const inductive = (program: Program, set: Listed) => ({
  initial: set.has(program.initial.join()),
  closed: closed(program, set, () => true),
});

const closed = (program: Program, set: Listed, counts: (step: Step) => boolean): boolean =>
  everyListed(set, ({ state }) =>
    program.steps.every((step) => {
      const next = counts(step) ? fire(program, step, state) : null;
      return next === null || set.has(next.join());
    }),
  );

function ofLoop(
  program: Program,
  isPending: (state: readonly number[]) => boolean,
  { run, loop }: Form<'fair-loop'>,
): Failing {
  const stem = endOf(program, run, program.initial);
  if (stem === null) return new Set(['run']);
  const states = endOf(program, loop, stem.at(-1)!);
  if (states === null) return new Set(['loop']);
  const taken = loop.map((name) => program.steps.find((step) => step.name === name)!.actor);
  const can = (actor: number) => (state: readonly number[]) =>
    program.steps.some((step) => step.actor === actor && fire(program, step, state) !== null);
  const fair = (kind: 'weak' | 'strong'): boolean =>
    program.actors.every((one, actor) => {
      if (one.fair !== kind || taken.includes(actor)) return true;
      return kind === 'weak' ? !states.every(can(actor)) : !states.some(can(actor));
    });
  return names({
    back: states.at(-1)!.join() === states[0]!.join(),
    pending: states.every(isPending),
    weak: fair('weak'),
    strong: fair('strong'),
  });
}

function ofRanks(program: Program, set: Listed, { ranks, by }: Form<'rank'>) {
  const rankOf = (end: number): number => (end === 1 ? 0 : (ranks[end - 2]?.[0] ?? NaN));
  const nexts = [...set.values()]
    .filter(({ end }) => ranks[end - 2] !== undefined)
    .map(({ state, end }) => {
      const step = program.steps[ranks[end - 2]?.[1] ?? -1];
      return { end, next: step === undefined ? null : fire(program, step, state) };
    });
  return {
    ranked: everyListed(set, ({ end }) => end === 1 || rankOf(end) > 0),
    whose:
      by === 'anybody' ||
      ranks.every(([, step]) => isFair(program, program.steps[step]?.actor ?? -1)),
    enabled: nexts.every(({ next }) => next !== null),
    lower: nexts.every(
      ({ end, next }) =>
        next === null || !set.has(next.join()) || rankOf(set.get(next.join())!.end) < rankOf(end),
    ),
  };
}

function ofBlocks(program: Program, set: Listed, { blocks }: Form<'fair-rank'>) {
  const around = (block: number): number[] => {
    const parent = blocks[block]?.[0] ?? -1;
    return parent >= 0 && parent < block ? [...around(parent), block] : [block];
  };
  const ways = [...set.values()].flatMap(({ state, end }) =>
    program.steps.flatMap((step) => {
      const next = fire(program, step, state);
      const to = next === null ? undefined : set.get(next.join())?.end;
      const [here, there] = [blocks[end - 2], blocks[(to ?? 0) - 2]];
      return to === undefined || here === undefined || there === undefined
        ? []
        : [{ from: end - 2, to: to - 2, step }];
    }),
  );
  /** The first blocks in which they differ, after those that are around both. */
  const parting = (from: number, to: number) => {
    const [here, there] = [around(from), around(to)];
    const n = here.findIndex((block, at) => block !== there[at]);
    const at = n < 0 ? here.length : n;
    return { common: here.slice(0, at), own: here[at], its: there[at] };
  };
  return {
    nested: blocks.every(([parent], at) => parent >= -1 && parent < at),
    fair: blocks.every(([, , actor]) => isFair(program, actor)),
    strong: blocks.every(
      ([, , actor], at) =>
        program.actors[actor]?.fair !== 'weak' || !blocks.some(([parent]) => parent === at),
    ),
    blocked: everyListed(set, ({ end }) => end === 1 || blocks[end - 2] !== undefined),
    acts: everyListed(set, ({ state, end }) => {
      const actor = blocks[end - 2]?.[2];
      return (
        actor === undefined ||
        program.steps.some((step) => step.actor === actor && fire(program, step, state) !== null)
      );
    }),
    up: ways.every(({ from, to }) => {
      const { own, its } = parting(from, to);
      return own === undefined || its === undefined || blocks[its]![1] < blocks[own]![1];
    }),
    stays: ways.every(({ from, to, step }) =>
      parting(from, to).common.every((block) => blocks[block]![2] !== step.actor),
    ),
  };
}
