import { describe, expect, it } from 'vitest';
import { cellOf, scenarios, tableRows } from '../../machines/questions/table.ts';
import { systemOf } from '../../machines/description/system.ts';
import { options, variants } from '../../machines/options/index.ts';
import { check } from '../../src/check/verdict.ts';
import { cell } from '../../src/judge/table-cell.ts';
import { short, tableText, turnsNothing } from '../../src/text/table.ts';
import { askTable } from '../../src/cli/table/ask-table.ts';
import { ioOf } from '../../src/cli/io.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import { tooWide } from './in-process.ts';

const plain = ioOf({ stdout: {}, stderr: {}, env: {} } as never).paint;
const scenarioOf = (head: string) => scenarios.find((one) => one.head === head)!;
const row = (option: string, without: string | null, variant: string | null = null) =>
  tableRows.find(
    (one) => one.option === option && one.without === without && one.variant === variant,
  )!;
/** Verdict and what is broken, of one place. */
const ask = (
  option: string,
  without: string | null,
  head: string,
  variant: string | null = null,
): string => short(cell(cellOf(row(option, without, variant), scenarioOf(head))));

describe('the clause table', () => {
  it('has a row for every option, every clause and every variant', () => {
    expect(tableRows).toHaveLength(
      options.length + options.flatMap(({ clauses }) => clauses).length + variants.length,
    );
    expect(new Set(scenarios.map(({ head }) => head)).size).toBe(scenarios.length);
    for (const { head } of scenarios) expect(head.length).toBeLessThanOrEqual(4);
  });

  it('keeps every promise with all clauses, one job of each kind', () => {
    for (const { name } of options) expect([name, ask(name, null, '1+1')]).toEqual([name, '.']);
  });

  /** Where each clause turns a verdict, the cheapest place; what docs/limits.md says of the odd ones is here too. */
  const turns: readonly (readonly [string, string, string, string])[] = [
    ['preempt', 'preempt/while-running', 'LR', 'If'],
    ['preempt', 'preempt/while-faulted', '1+1', 'Dfa'],
    ['preempt', 'preempt/releases-engine', '1+1', 'Dfa'],
    ['preempt', 'preempt/releases-compute-units', '1+1', 'Dfa'],
    ['reserve-static', 'reserve-static/engine', '1+1', 'Dfa'],
    ['reserve-static', 'reserve-static/compute-units', '1+1', 'Dfa'],
    ['reserve-static', 'reserve-static/other-shared', '1+1', 'Dfa'],
    ['reserve-in-flight', 'reserve-in-flight/from-visible', '1+1', 'Dfa'],
    ['reserve-in-flight', 'reserve-in-flight/until-signaled', '1+1', 'Dfsa'],
    ['reserve-in-flight', 'reserve-in-flight/waits-outside-locks', '1+1', 'Dsa'],
    ['flush', 'flush/fences-before-fault-job', '2eng', 'Dfa'],
    ['flush', 'flush/preempt-before-visible', '1+1', 'Dfa'],
    ['flush', 'flush/held-until-published', '1+1', 'Dfa'],
    ['flush', 'flush/waits-outside-locks', 'weak', 'Dsa'],
    ['separate-memory', 'separate-memory/gpu-fault-pool', '1+1', 'Dfa'],
    ['separate-memory', 'separate-memory/no-fallback', '1+1', 'Dfa'],
    ['separate-memory', 'separate-memory/cpu-fault-pool', 'cpu', 'Dfa'],
    ['track-dependencies', 'track-dependencies/own-fences', '1+1', 'Dfa'],
    ['track-dependencies', 'track-dependencies/foreign-fences', '1+1', 'Dfa'],
    ['track-dependencies', 'track-dependencies/nack-when-all-depend', '1+1', 'Ifa'],
  ];
  it('has a place where each clause turns a verdict', () => {
    expect(turns.map(([, clause]) => clause)).toEqual(
      options.flatMap(({ clauses }) => clauses.map(({ name }) => name)),
    );
  });
  it.each(turns)('%s without %s, %s: %s', (option, clause, head, said) => {
    expect(ask(option, clause, head)).toBe(said);
    expect(ask(option, null, head)).not.toBe(said);
  });

  it.each([
    ['preempt', 'preempt/while-running', '1+1'],
    ['preempt', 'preempt/releases-engine', '2eng'],
    ['flush', 'flush/fences-before-fault-job', '1+1'],
    ['flush', 'flush/waits-outside-locks', '1+1'],
    ['track-dependencies', 'track-dependencies/foreign-fences', 'solo'],
  ])('docs/limits.md: %s without %s turns nothing in %s', (option, clause, head) => {
    expect(ask(option, clause, head)).toBe(ask(option, null, head));
  });

  it('docs/limits.md: weaker readings', () => {
    expect(ask('reserve-in-flight', null, '1+1', 'reserve-in-flight/released-at-hw-done')).toBe(
      '.',
    );
    expect(
      ask('reserve-in-flight', null, '1+1', 'reserve-in-flight/released-at-hw-done-then-reset'),
    ).toBe('Dfa');
    expect(ask('reserve-in-flight', null, '1+1', 'reserve-in-flight/not-counted')).toBe('.');
    expect(ask('reserve-in-flight', null, '2+2', 'reserve-in-flight/not-counted')).toBe('Dfsa');
  });

  it('may ask one job of each kind for all: they are interchangeable', () => {
    for (const without of [null, 'reserve-in-flight/waits-outside-locks']) {
      const description = cellOf(row('reserve-in-flight', without), scenarioOf('2+2'));
      const report = check(
        withoutRecovery(systemOf(description)),
        { states: 1e6 },
        { plain: true },
      );
      const members = new Map<string, Set<string>>();
      for (const { of: name, verdict } of report.promises)
        members.set(name, (members.get(name) ?? new Set()).add(verdict));
      expect([...members.values()].every(({ size }) => size === 1)).toBe(true);
      expect(report.promises.length).toBeGreaterThan(members.size);
      expect(cell(description).verdict).toBe(report.verdict);
    }
  });

  it('prints in 80 columns, and names what turns nothing', async () => {
    const rows = tableRows.filter(
      ({ option, without }) =>
        option === 'track-dependencies' && (without === null || without.endsWith('own-fences')),
    );
    const results = await askTable(rows, 1);
    const text = tableText(results, plain);
    expect(tooWide(text)).toEqual([]);
    expect(text).toMatch(/^ {2}all clauses {16}\. +If/m);
    expect(text).toContain('Every clause turns a verdict somewhere');
    const idle = [results[0]!, { ...results[1]!, cells: results[0]!.cells }];
    expect(turnsNothing(idle, idle[1]!)).toBe(true);
    expect(tableText(idle, plain)).toMatch(
      /turn no verdict in any scenario \(docs\/limits\.md says why\):\n {2}track-dependencies\/own-fences\n$/,
    );
  });
});
