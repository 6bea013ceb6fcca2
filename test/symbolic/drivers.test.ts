/** The shipped systems: the gallery, and every driver in every alternative, explicit against symbolic. */
import { expect, test } from 'vitest';
import { alternatives } from '../../machines/description/alternatives.ts';
import { systemOf } from '../../machines/description/system.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { symbolic } from '../../src/symbolic/engine.ts';
import { bothWays, difference } from './differences.ts';

test('the same report of every system of the gallery', () => {
  const different: string[] = [];
  let systems = 0;
  for (const litmus of gallery)
    for (const program of bothWays(litmus.system())) {
      const found = difference(symbolic, program);
      if (found !== null) different.push(`${litmus.name}: ${found}`);
      systems++;
    }
  expect(different).toEqual([]);
  expect(systems).toBeGreaterThan(500);
}, 900_000);

test('the same report of every driver in every alternative', () => {
  const different: string[] = [];
  let systems = 0;
  for (const driver of drivers)
    for (const [n, { description }] of alternatives(driver).entries())
      for (const program of bothWays(systemOf(description))) {
        const found = difference(symbolic, program);
        if (found !== null) different.push(`${driver.driver} ${n}: ${found}`);
        systems++;
      }
  expect(different).toEqual([]);
  expect(systems).toBeGreaterThan(150);
}, 900_000);
