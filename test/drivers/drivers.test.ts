import { describe, expect, it } from 'vitest';
import { drivers } from '../../machines/drivers/index.ts';
import { optionOf } from '../../machines/ids.ts';
import { judge } from '../../src/cli/judge.ts';
import { exit } from '../../src/cli/exit.ts';
import { cli, tooWide } from '../cli/in-process.ts';

describe('the shipped drivers', () => {
  it('are six, with names of their own', () => {
    expect(drivers.map(({ driver }) => driver)).toEqual(['xe-fault-mode', 'xe-long-running', 'amdkfd', 'amdgpu', 'msm', 'panthor']);
  });

  it.each(drivers.map((one) => [one.driver, one] as const))('%s cites a file for every choice', (_, { driver: __, about, cites, expect: ___, $schema: ____, ...said }) => {
    expect(about).toBeTruthy();
    const choices = Object.keys(said).filter((field) => !['options', 'hazards', 'without', 'variants'].includes(field));
    for (const choice of [...choices, ...(said.options ?? []), ...(said.hazards ?? [])]) expect(cites, choice).toHaveProperty([choice]);
    for (const [choice, { file, says }] of Object.entries(cites!)) {
      expect(file, choice).toMatch(/^(drivers|include|Documentation|mm|kernel)\//);
      expect(says.length, choice).toBeGreaterThan(10);
      if (choice.includes('/')) expect(said.options).toContain(optionOf(choice));
    }
  });

  it.each(drivers.map((one) => [one.driver, one] as const))('%s has the verdict that its file expects', (_, one) => {
    const { verdict, findings, alternatives } = judge(one, { states: 1e6 });
    expect(verdict).toBe(one.expect ?? 'finite');
    expect(findings.every(({ pending }) => pending > 0)).toBe(true);
    const unknown = Object.values(one).includes('unknown');
    expect(alternatives.length > 1).toBe(unknown);
  });

  it('are what check alone checks', async () => {
    const { code, out, err } = await cli('check');
    expect({ code, err }).toEqual({ code: exit.asExpected, err: '' });
    for (const { driver } of drivers) expect(out).toMatch(new RegExp(`^${driver}: `, 'm'));
    expect(out).toMatch(/\n6 drivers: 6 as expected\.\n$/);
    expect(tooWide(out)).toEqual([]);
  });

  it('would be finite, those that are unbounded, if only the hardware shared itself out', () => {
    const unbounded = drivers.filter((one) => one.expect === 'unbounded');
    expect(unbounded.length).toBeGreaterThan(0);
    for (const one of unbounded) expect(judge({ ...one, arbitration: 'in-turn', reclaimWaits: 'unbounded' }, { states: 1e6 }).verdict).toBe('finite');
  });
});
