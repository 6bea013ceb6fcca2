import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { kindsOf } from '../../src/threads/order-reading.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';
import type { Language, Operation } from '../../src/threads/meaning.ts';
import { folder } from './files.ts';

const calls = kernelCalls.calls.filter(({ hidden }) => hidden !== true);

/** Calls that do nothing here, written so that files may keep them. */
const still = ['mmu_notifier_invalidate_range_end', 'wake_up', 'drm_sched_job_init'];

describe('every call has a twin that turns with it', () => {
  test('there are calls', () => {
    expect(calls.length).toBeGreaterThanOrEqual(150);
    expect(new Set(calls.flatMap(({ name, alias }) => [name, ...(alias ?? [])])).size).toBe(
      calls.reduce((sum, { alias }) => sum + 1 + (alias ?? []).length, 0),
    );
  });
  test.each(calls.filter(({ name }) => !still.includes(name)).map(({ name }) => [name]))(
    '%s: its file changes its answer where the call does less',
    (name) => {
      const text = readFileSync(`${folder}calls/${name}.litmus`, 'utf8');
      const now = said(text, kernelCalls);
      const turned = mutants(name).filter((one) => `${said(text, one)}` !== `${now}`);
      expect(turned.length).toBeGreaterThan(0);
    },
  );
});

/** Languages in which one call does nothing, brings nothing, or lacks one of the ways in which a step of it may go. */
function mutants(name: string): Language[] {
  const call = kernelCalls.calls.find((one) => one.name === name)!;
  const steps = withoutOneWay(call.does).map((does) => ({ ...call, does }));
  const { inherits: _, ...alone } = call;
  const nothing = [0, 1].map((value) => ({ ...call, does: [{ do: 'gives', value }] as const }));
  return [...nothing, ...steps, alone].map((changed) => ({
    ...kernelCalls,
    calls: kernelCalls.calls.map((one) => (one === call ? { ...changed, earlier: [] } : one)),
  }));
}

/** Operations that lack one of the ways in which a step of them may go. */
const withoutOneWay = (does: readonly Operation[]): Operation[][] =>
  does.flatMap((operation, index) =>
    lessOf(operation).map((less) => does.map((each, n) => (n === index ? less : each))),
  );

function lessOf(operation: Operation): Operation[] {
  if (operation.do === 'step')
    return operation.either.map((_, gone) => ({
      ...operation,
      either: operation.either.filter((__, way) => way !== gone),
    }));
  if (operation.do !== 'where') return [];
  return [
    ...withoutOneWay(operation.body).map((body) => ({ ...operation, body })),
    ...withoutOneWay(operation.else ?? []).map((less) => ({ ...operation, else: less })),
  ];
}

/** What is said of both sides; of a file that is then refused, why. */
function said(text: string, language: Language): string[] {
  try {
    return sidesOfFile('x.litmus', text, language).map((side) => {
      const { verdict, order } = judgeSide(side, { states: 100_000 });
      return `${verdict} ${kindsOf(order).join(' ')}`;
    });
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return [error.message];
  }
}

test('every call, type, kind and law says where it stands in the kernel', () => {
  const all = [...calls, ...kernelCalls.types, ...kernelCalls.kinds, ...kernelCalls.laws];
  expect(all.filter(({ cite }) => cite.file === '' || cite.says === '')).toEqual([]);
});

test('what an earlier version meant is another', () => {
  const earlier = calls.filter(({ earlier }) => earlier !== undefined);
  expect(earlier.map(({ name }) => name)).toEqual(['synchronize_srcu']);
  expect(calls.filter(({ since, until }) => since ?? until).length).toBeGreaterThanOrEqual(8);
});
