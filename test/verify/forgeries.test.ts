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
    ...['known', 'initial', 'closed', 'settled', 'nested', 'fair', 'strong', 'blocked'],
    ...['acts', 'up', 'stays'],
  ],
} as const satisfies Record<Proof['form'], readonly string[]>;

type Roll = (below: number) => number;

/** One change to a proof: a state taken out or put elsewhere, a rank, a block, a step of a run. */
function forged(proved: Proved, n: number, roll: Roll): { proved: Proved; proof: Proof } {
  const old = proved.proofs[n]!;
  const replaced = (proof: Proof, other: Proved = proved) => ({
    proof,
    proved: { ...other, proofs: other.proofs.map((one, at) => (at === n ? proof : one)) },
  });
  const changes: (() => { proved: Proved; proof: Proof })[] = [];
  const run = (key: 'run' | 'loop', list: readonly string[]): void => {
    const { steps } = proved.program;
    changes.push(
      () => replaced({ ...old, [key]: list.slice(0, -1) } as Proof),
      () => replaced({ ...old, [key]: [...list, steps[roll(steps.length)]!.name] } as Proof),
      () => replaced({ ...old, [key]: list.filter((_, at) => at !== roll(list.length)) } as Proof),
      () => replaced({ ...old, [key]: [] } as Proof),
    );
  };
  if ('run' in old) run('run', old.run);
  if ('loop' in old) run('loop', old.loop);
  if ('set' in old) {
    const edit = (change: (states: Listed) => void) => () => {
      const states = listed(proved, old.set);
      change(states);
      if (states.size === 0) return { proved, proof: old };
      const other = withSet(proved, states);
      return replaced({ ...old, set: other.set }, other.proved);
    };
    const keyOf = (states: Listed): string => [...states.keys()][roll(states.size)]!;
    const marks = 3 + ('ranks' in old ? old.ranks.length : 'blocks' in old ? old.blocks.length : 0);
    changes.push(
      edit((states) => states.delete(keyOf(states))),
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
      // All that is reached from some state, and nothing before it.
      edit((states) => {
        const initial = proved.program.initial.join();
        states.delete(initial);
      }),
    );
  }
  const numbers = 'ranks' in old ? old.ranks : 'blocks' in old ? old.blocks : [];
  const field = 'ranks' in old ? 'ranks' : 'blocks';
  if (numbers.length > 0) {
    const { steps } = proved.program;
    const most = [steps.length, proved.program.actors.length, numbers.length + 2];
    changes.push(() => {
      const at = roll(numbers.length);
      const list = numbers[at]!;
      const changed = list.with(roll(list.length), roll(most[roll(3)]!) - 1);
      return replaced({ ...old, [field]: numbers.with(at, changed as never) } as Proof);
    });
  }
  const { actors, initial, parts, tables } = proved.program;
  const nested = 'blocks' in old ? old.blocks.filter(([parent]) => parent >= 0) : [];
  const outer = 'blocks' in old ? nested.map(([parent]) => old.blocks[parent]![2]) : [];
  const one = outer[roll(2)] ?? roll(actors.length);
  for (const fair of ['none', 'weak', 'strong'] as const)
    changes.push(() => {
      const others = actors.with(one, { ...actors[one]!, fair });
      return replaced(old, { ...proved, program: sealed({ ...proved.program, actors: others }) });
    });
  // The same proof of a system that begins elsewhere, or with an invariant that it breaks at once.
  changes.push(() => {
    const part = roll(parts.length);
    const local = roll(tables[parts[part]!.table]!.states.length);
    const program = sealed({ ...proved.program, initial: initial.with(part, local) });
    return replaced(old, { ...proved, program });
  });
  if (old.form === 'invariant')
    changes.push(() => {
      const never = [[{ part: 0, in: [initial[0]!] }]];
      const all = proved.program.invariants.map((other) => ({ ...other, never }));
      return replaced(old, { ...proved, program: sealed({ ...proved.program, invariants: all }) });
    });
  if (old.form === 'rank') changes.push(() => replaced({ ...old, by: 'fair' }));
  if (old.form === 'trap') changes.push(() => replaced({ ...old, by: 'anybody' }));
  const { promises, invariants } = proved.program;
  if ('promise' in old)
    changes.push(
      () => replaced({ ...old, promise: promises[roll(promises.length)]!.name }),
      () => replaced({ ...old, promise: 'nobody' }),
    );
  if (old.form === 'invariant')
    changes.push(
      () => replaced({ ...old, holds: ['nobody'] }),
      () => replaced({ ...old, holds: invariants.map(({ name }) => name) }),
    );
  if (old.form === 'broken') changes.push(() => replaced({ ...old, invariant: 'nobody' }));
  return changes[roll(changes.length)]!();
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
