/**
 * Gates of the symbolic engine: random diagrams against plain enumeration, random whole systems
 * against the explicit engine, and mistakes made on purpose, which these must find.
 * FINITE_FENCE_SYMBOLIC: how many systems.
 */
import { expect, test } from 'vitest';
import * as diagrams from '../../src/symbolic/diagrams.ts';
import { symbolic } from '../../src/symbolic/engine.ts';
import * as relations from '../../src/symbolic/relations.ts';
import * as saturate from '../../src/symbolic/saturate.ts';
import * as sets from '../../src/symbolic/sets.ts';
import { alike } from '../../src/symbolic/alike.ts';
import { randomSystem } from '../random-system.ts';
import { bothWays, difference } from './differences.ts';
import { faults, faulty, type Fault, type Faulty } from './faults.ts';
import { lopsided } from './lopsided.ts';
import { asked, wrongIn, type Room } from './random-diagrams.ts';

const room: Room = { diagrams, sets, relations, saturate };
const manyDiagrams = 4_000;
const manySystems = Number(process.env['FINITE_FENCE_SYMBOLIC'] ?? 300);

test('4,000 random diagrams against plain enumeration', () => {
  const wrong = new Map(asked.map((question) => [question, 0]));
  for (let seed = 1; seed <= manyDiagrams; seed++)
    for (const question of wrongIn(room, seed)) wrong.set(question, wrong.get(question)! + 1);
  expect([...wrong].filter(([, times]) => times > 0)).toEqual([]);
}, 600_000);

test('random whole systems: the same report as the explicit engine', () => {
  const seen: Record<string, number> = {};
  let systems = 0;
  for (let seed = 1; systems < manySystems; seed++)
    for (const program of bothWays(randomSystem(seed))) {
      expect(difference(symbolic, program), `seed ${seed}`).toBeNull();
      const report = symbolic(program, { states: 1e6 }).answer({ plain: true });
      for (const { verdict } of report.promises) seen[verdict] = (seen[verdict] ?? 0) + 1;
      systems++;
    }
  // What never comes up is never compared.
  for (const verdict of ['deadlock', 'indefinite', 'unbounded', 'finite'])
    expect(seen[verdict] ?? 0, verdict).toBeGreaterThan(manySystems / 50);
}, 3_600_000);

/** Seeds of systems with families of two that ask something of both members. */
const manyLopsided = 120;

test('members that are alike in name only: the same report as the explicit engine', () => {
  let systems = 0;
  let unlike = 0;
  for (let seed = 1; seed <= manyLopsided; seed++)
    for (const program of lopsided(randomSystem(seed))) {
      expect(difference(symbolic, program), `seed ${seed}`).toBeNull();
      const fair = (actor: number): string => program.actors[actor]!.fair;
      unlike += alike(program, program.promises, fair).filter((like) => like === null).length;
      systems++;
    }
  expect(systems).toBeGreaterThan(200);
  expect(unlike).toBeGreaterThan(systems);
}, 600_000);

test.each([0, 1])(
  'the same where %i nearest states are asked for their components',
  async (n) => {
    const copy = await faulty({
      name: 'fewer tries',
      file: 'lasso.ts',
      from: 'const tries = 16;',
      to: `const tries = ${n};`,
    });
    let loops = 0;
    try {
      for (let seed = 1; seed <= 150; seed++)
        for (const program of bothWays(randomSystem(seed))) {
          expect(difference(copy.engine.symbolic, program), `seed ${seed}`).toBeNull();
          const { promises } = copy.engine.symbolic(program, { states: 1e6 }).answer();
          loops += promises.filter(({ verdict }) => verdict === 'unbounded').length;
        }
    } finally {
      copy.remove();
    }
    expect(loops).toBeGreaterThan(50);
  },
  600_000,
);

/** Where a mistake is found, or null. */
function foundIn(fault: Faulty, { inDiagrams, onlyLopsided }: Fault): string | null {
  if (inDiagrams === true) {
    for (let seed = 1; seed <= manyDiagrams; seed++) {
      const wrong = wronglyIn(fault, seed);
      if (wrong !== null) return `diagrams, seed ${seed}: ${wrong}`;
    }
    return null;
  }
  for (let seed = 1; seed <= 300 && onlyLopsided !== true; seed++)
    for (const program of bothWays(randomSystem(seed))) {
      const found = difference(fault.engine.symbolic, program);
      if (found !== null) return `systems, seed ${seed}: ${found}`;
    }
  for (let seed = 1; seed <= manyLopsided; seed++)
    for (const program of lopsided(randomSystem(seed))) {
      const found = difference(fault.engine.symbolic, program);
      if (found !== null) return `lopsided systems, seed ${seed}: ${found}`;
    }
  return null;
}

function wronglyIn(fault: Faulty, seed: number): string | null {
  try {
    const wrong = wrongIn(fault, seed);
    return wrong.length === 0 ? null : wrong.join();
  } catch (error) {
    return String(error);
  }
}

test.each(faults.filter(({ onlyHulls }) => onlyHulls !== true))(
  'found: $name',
  async (fault) => {
    const copy = await faulty(fault);
    try {
      expect(foundIn(copy, fault)).not.toBeNull();
    } finally {
      copy.remove();
    }
  },
  600_000,
);
