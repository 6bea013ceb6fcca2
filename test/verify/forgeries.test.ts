import { expect, test } from 'vitest';
import { prove, type Certified } from '../../src/certify/prove.ts';
import { explicit } from '../../src/check/verdict.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { sealed } from '../../src/system/program.ts';
import type { Proof, Proved } from '../../src/verify/certificate.ts';
import { verify } from '../../src/verify/verify.ts';
import { dice } from '../explore/random-program.ts';
import { randomSystem } from '../random-system.ts';
import { failing, listed, withSet, type Listed } from './premises.ts';

const budget = { states: 100_000 };
const systems = Array.from({ length: 90 }, (_, n) => randomSystem(9000 + n, 250));

function certified(program: Proved['program']): Certified {
  const found = prove(program, budget);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

test('what is proved of random systems is what plain search says', () => {
  const seen: Record<string, number> = {};
  for (const program of systems) {
    const report = explicit(program, budget).answer();
    const { proved } = certified(program);
    const { promises, invariants, refused } = verify(proved);
    expect(refused).toEqual([]);
    for (const { promise, verdict } of report.promises) {
      expect(promises.get(promise), `${program.digest} ${promise}`).toBe(verdict);
      seen[verdict] = (seen[verdict] ?? 0) + 1;
    }
    for (const { invariant, holds } of report.invariants)
      expect(invariants.get(invariant)).toBe(holds);
    for (const proof of proved.proofs) expect([...failing(proved, proof)]).toEqual([]);
  }
  for (const verdict of ['finite', 'deadlock', 'indefinite', 'unbounded'])
    expect(seen[verdict] ?? 0, verdict).toBeGreaterThan(5);
});

/** Every premise of every form. A forgery of each must be found, and be refused. */
const premises = {
  broken: ['known', 'run', 'breaks'],
  invariant: ['known', 'initial', 'closed', 'safe'],
  trap: ['known', 'run', 'ends', 'pending', 'closed'],
  'fair-loop': ['known', 'run', 'loop', 'back', 'pending', 'weak', 'strong'],
  rank: ['known', 'initial', 'closed', 'settled', 'ranked', 'whose', 'enabled', 'lower'],
  'fair-rank': [
    'known',
    'initial',
    'closed',
    'settled',
    'nested',
    'fair',
    'strong',
    'blocked',
    'acts',
    'up',
    'stays',
  ],
} as const satisfies Record<Proof['form'], readonly string[]>;

type Roll = (below: number) => number;

type Forged = { readonly proved: Proved; readonly proof: Proof };
type Change = () => Forged;

/** A proof that is changed, and what is put in its place. */
type Forging = {
  readonly proved: Proved;
  readonly old: Proof;
  readonly roll: Roll;
  readonly replaced: (proof: object, other?: Proved) => Forged;
};

/** One change to a proof: a state taken out or put elsewhere, a rank, a block, a step of a run. */
function forged(proved: Proved, n: number, roll: Roll): Forged {
  const old = proved.proofs[n]!;
  const replaced = (fields: object, other: Proved = proved): Forged => {
    const proof = { ...old, ...fields } as Proof;
    const proofs = other.proofs.map((one, at) => (at === n ? proof : one));
    return { proof, proved: { ...other, proofs } };
  };
  const forging: Forging = { proved, old, roll, replaced };
  const changes = [
    ...('run' in old ? ofRun(forging, 'run', old.run) : []),
    ...('loop' in old ? ofRun(forging, 'loop', old.loop) : []),
    ...('set' in old ? ofSet(forging, old.set) : []),
    ...ofNumbers(forging),
    ...ofNames(forging),
    ...ofProgram(forging),
  ];
  return changes[roll(changes.length)]!();
}

function ofRun(
  { proved, roll, replaced }: Forging,
  key: string,
  list: readonly string[],
): Change[] {
  const { steps } = proved.program;
  return [
    () => replaced({ [key]: list.slice(0, -1) }),
    () => replaced({ [key]: [...list, steps[roll(steps.length)]!.name] }),
    () => replaced({ [key]: list.filter((_, at) => at !== roll(list.length)) }),
    () => replaced({ [key]: [] }),
  ];
}

/** The ranks or blocks of a proof, and the field in which they are. */
function numbersOf(proof: Proof): { field: string; numbers: readonly (readonly number[])[] } {
  if (proof.form === 'rank') return { field: 'ranks', numbers: proof.ranks };
  if (proof.form === 'fair-rank') return { field: 'blocks', numbers: proof.blocks };
  return { field: '', numbers: [] };
}

function ofSet({ proved, old, roll, replaced }: Forging, set: number): Change[] {
  const edit = (change: (states: Listed) => void) => () => {
    const states = listed(proved, set);
    change(states);
    if (states.size === 0) return { proved, proof: old };
    const other = withSet(proved, states);
    return replaced({ set: other.set }, other.proved);
  };
  const keyOf = (states: Listed): string => [...states.keys()][roll(states.size)]!;
  const marks = 3 + numbersOf(old).numbers.length;
  return [
    edit((states) => states.delete(keyOf(states))),
    edit((states) => states.delete(proved.program.initial.join())),
    edit((states) => {
      const key = keyOf(states);
      states.set(key, { ...states.get(key)!, end: 1 + roll(marks) });
    }),
    edit((states) => {
      const { state } = states.get(keyOf(states))!;
      const part = roll(state.length);
      const { table } = proved.program.parts[part]!;
      const next = state.with(part, roll(proved.program.tables[table]!.states.length));
      states.set(next.join(), { state: next, end: 1 });
    }),
  ];
}

function ofNumbers({ proved, old, roll, replaced }: Forging): Change[] {
  const { field, numbers } = numbersOf(old);
  if (numbers.length === 0) return [];
  const { steps, actors } = proved.program;
  const most = [steps.length, actors.length, numbers.length + 2];
  return [
    () => {
      const at = roll(numbers.length);
      const list = numbers[at]!;
      const changed = list.with(roll(list.length), roll(most[roll(3)]!) - 1);
      return replaced({ [field]: numbers.with(at, changed) });
    },
  ];
}

/** Of whom or what it is a proof. */
function ofNames({ proved, old, roll, replaced }: Forging): Change[] {
  const { promises, invariants } = proved.program;
  if (old.form === 'broken') return [() => replaced({ invariant: 'nobody' })];
  if (old.form === 'invariant')
    return [
      () => replaced({ holds: ['nobody'] }),
      () => replaced({ holds: invariants.map(({ name }) => name) }),
    ];
  return [
    ...(old.form === 'rank' ? [() => replaced({ by: 'fair' })] : []),
    ...(old.form === 'trap' ? [() => replaced({ by: 'anybody' })] : []),
    () => replaced({ promise: promises[roll(promises.length)]!.name }),
    () => replaced({ promise: 'nobody' }),
  ];
}

/** The same proof of another system: less fair, begun elsewhere, with an invariant that it breaks at once. */
function ofProgram({ proved, old, roll, replaced }: Forging): Change[] {
  const { actors, initial, parts, tables, invariants } = proved.program;
  const withFields = (fields: Partial<Proved['program']>): Forged =>
    replaced({}, { ...proved, program: sealed({ ...proved.program, ...fields }) });
  const blocks = old.form === 'fair-rank' ? old.blocks : [];
  const outer = blocks.flatMap(([parent]) => (parent < 0 ? [] : [blocks[parent]![2]]));
  const actor = outer[roll(2)] ?? roll(actors.length);
  const never = [[{ part: 0, in: [initial[0]!] }]];
  return [
    ...(['none', 'weak', 'strong'] as const).map(
      (fair) => () => withFields({ actors: actors.with(actor, { ...actors[actor]!, fair }) }),
    ),
    () => {
      const part = roll(parts.length);
      const local = roll(tables[parts[part]!.table]!.states.length);
      return withFields({ initial: initial.with(part, local) });
    },
    ...(old.form === 'invariant'
      ? [() => withFields({ invariants: invariants.map((other) => ({ ...other, never })) })]
      : []),
  ];
}

test('whatever is changed, a proof is refused exactly if a premise fails; each premise alone, too', () => {
  const roll = dice(17);
  const alone = new Set<string>();
  const proofs = certifieds.flatMap(({ proved }) => proved.proofs.map((_, n) => ({ proved, n })));
  const forms = Object.keys(premises).map((form) =>
    proofs.filter(({ proved, n }) => proved.proofs[n]!.form === form),
  );
  let [kept, refusals] = [0, 0];
  for (let round = 0; round < 8000; round++) {
    const form = forms[round % forms.length]!;
    const { proved, n } = form[roll(form.length)]!;
    const { proved: changed, proof } = forged(proved, n, roll);
    const why = failing(changed, proof);
    const { refused } = verify({ ...changed, proofs: [proof] });
    const about = `${proved.program.digest} ${JSON.stringify(proof)}: ${[...why].join()}`;
    expect(refused.length, about).toBe(why.size === 0 ? 0 : 1);
    if (why.size === 0) kept++;
    else refusals++;
    if (why.size === 1) alone.add(`${proof.form}: ${[...why][0]}`);
  }
  const wanted = Object.entries(premises).flatMap(([form, list]) =>
    list.map((premise) => `${form}: ${premise}`),
  );
  expect(wanted.filter((one) => !alone.has(one))).toEqual([]);
  expect([...alone].filter((one) => !wanted.includes(one))).toEqual([]);
  expect(kept).toBeGreaterThan(200);
  expect(refusals).toBeGreaterThan(2000);
});

const certifieds = systems.map(certified);

test('what is no diagram is a misuse, not a proof', () => {
  const { proved } = certifieds.find((one) => one.proved.nodes.length > 3)!;
  const damages: Partial<Record<keyof Proved, unknown>>[] = [
    { nodes: proved.nodes.slice(1) },
    { nodes: proved.nodes.map((pairs) => pairs.slice(0, -1)) },
    { nodes: [[0, 0]] },
    { nodes: [[0, -(2 ** 29)]] },
    { nodes: [...proved.nodes, []] },
    { nodes: proved.nodes.map((pairs) => pairs.toReversed()) },
    { nodes: proved.nodes.map((pairs) => pairs.map((one) => one + 0.5)) },
    { nodes: 'x' },
    { order: proved.order.slice(1) },
    { order: proved.order.map(() => 0) },
    { order: null },
  ];
  for (const damage of damages)
    expect(() => verify({ ...proved, ...damage } as Proved), JSON.stringify(damage)).toThrow(
      Misuse,
    );
});
