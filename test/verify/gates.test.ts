import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { driverIds } from '../../machines/description/ids.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { certificateBytes, readCertificate } from '../../src/judge/certificate-file.ts';
import {
  certify,
  keyOf,
  outcomeOfProofs,
  systemsOf,
  type ProvedPart,
} from '../../src/judge/certificate.ts';
import type { Given } from '../../src/judge/subject.ts';
import { readThreads } from '../../src/judge/threads.ts';
import { verify } from '../../src/verify/verify.ts';
import { describingBeside } from '../../src/cli/threads/read-threads.ts';
import { sidesOf } from '../../src/threads/twin.ts';

const budget = { states: 1e7, bytes: 2 ** 31 };

/** Writes the certificate of a case, reads it again, and says what its proofs come to; its bytes too. */
function proved(
  name: string,
  given: Given,
): { verdict: string | null; size: number; systems: number } {
  const known = new Map<string, ProvedPart>();
  const asked = certify(name, given, budget, known);
  if (typeof asked === 'string') throw new Error(`${name}: ran out of ${asked}`);
  const bytes = certificateBytes('0', [asked], known);
  const { lines, cases } = readCertificate(name, bytes);
  const byKey = new Map(lines.map((line) => [keyOf({ ...line, ...line.program }), line]));
  const established = new Map(
    systemsOf(given).map((system) => {
      const found = verify({ ...byKey.get(keyOf(system))!, program: system.program });
      expect(found.refused, name).toEqual([]);
      return [keyOf(system), { ...found, program: system.program }] as const;
    }),
  );
  const { verdict, open } = outcomeOfProofs(cases[0]!.parts, established);
  expect(open, name).toEqual([]);
  expect(verdict, name).toBe(asked.verdict);
  return { verdict, size: bytes.length, systems: known.size };
}

test('every verdict of a shipped driver is proved, in every alternative', () => {
  let systems = 0;
  expect(drivers.map(({ driver }) => driver).sort()).toEqual([...driverIds].sort());
  for (const described of drivers) {
    const found = proved(described.driver, { described });
    expect(found.verdict, described.driver).toBe(described.expect ?? 'finite');
    expect(found.size, described.driver).toBeLessThan(1_000_000);
    systems += found.systems;
  }
  expect(systems).toBeGreaterThan(140);
}, 600_000);

test('every verdict of the gallery is proved', () => {
  const seen = new Set<string>();
  for (const { name, system, expect: expected } of gallery) {
    const { verdict } = proved(name, { name, program: system(), spec: null });
    expect(verdict, name).toBe(expected.verdict);
    seen.add(expected.verdict);
  }
  expect([...seen].sort()).toEqual(['broken', 'deadlock', 'finite', 'indefinite', 'unbounded']);
}, 600_000);

test('every verdict of the files of threads is proved', () => {
  const folder = join(import.meta.dirname, '../../machines/litmus/fixes');
  const files = readdirSync(folder).filter((file) => file.endsWith('.litmus'));
  expect(files.length).toBeGreaterThan(50);
  for (const file of files.slice(0, 60)) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    for (const { side } of sidesOf(text)) {
      const name = side === 'one' ? path : `${path}:${side}`;
      const given = readThreads(name, text, describingBeside(path));
      const { verdict } = proved(file, given);
      if (side === 'after') expect(verdict, name).not.toBe(null);
    }
  }
}, 600_000);
