import { describe, expect, it } from 'vitest';
import type { Described, Description } from '../../machines/description/description.ts';
import { hangingSystemOf } from '../../machines/description/system.ts';
import { replay } from '../../src/check/finding.ts';
import { exit } from '../../src/text/exit.ts';
import type { VerdictJson } from '../../src/judge/verdict-json.ts';
import { cli, file } from './in-process.ts';

async function asked(described: Described): Promise<VerdictJson> {
  const { out } = await cli('check', file(described), '--json');
  return JSON.parse(out) as VerdictJson;
}

const noFaults = { driver: 'm', pageFaults: 'none' } as const;
const allocates = {
  ...noFaults,
  reclaimWaits: 'unbounded',
  hazards: ['recovery-allocates'],
} as const;

describe('hardware that hangs for ever', () => {
  it('leaves the fence hanging where recovery allocates, by a run that goes through', async () => {
    const { verdict, promises, hanging } = await asked(allocates);
    const fence = hanging!.promises.find(({ name }) => name === 'fence-signals[1]')!;
    expect([verdict, fence.verdict]).toEqual(['deadlock', 'deadlock']);
    expect(promises.find(({ name }) => name === 'fence-signals[1]')!.verdict).toBe('finite');
    expect(fence.cycle.join(' ')).toContain('fence 1');

    const program = hangingSystemOf(allocates as Description);
    expect(program.digest).toBe(hanging!.digest);
    expect(replay(program, fence.run).run.length).toBe(fence.run.length);
  });

  it('is told beside the other two questions', async () => {
    const { code, out } = await cli('check', file(allocates));
    expect(code).toBe(exit.problem);
    const words = out.replace(/\s+/g, ' ');
    expect(words).toContain('A dma_fence can be left hanging.');
    expect(words).toContain('fence-signals[1] (if the hardware hangs for ever)');
    expect(words).toContain('If the hardware hangs for ever, only hang recovery can end the job.');
    expect(words).not.toContain('No dma_fence hangs');
  });

  it('says what the fences of hung jobs rest on, and what the end of recovery does', async () => {
    const two = { ...noFaults, foreignDevice: false, jobs: { fenced: 2, faulting: 0 } } as const;
    const { promises, hanging } = await asked(two);
    const ends = promises.find(({ name }) => name === 'recovery-ends')!;
    expect([ends.verdict, ends.needs]).toEqual([
      'finite',
      expect.arrayContaining(['recovery acts']),
    ]);
    for (const { name, verdict, needs } of hanging!.promises)
      expect([name, verdict, needs]).toEqual([
        name,
        'finite',
        expect.arrayContaining(['recovery acts']),
      ]);

    const { out } = await cli('check', file(allocates));
    expect(out).not.toContain('if it hangs');
  });

  it.each([
    ['run_job', 'finite'],
    ['inside-run_job', 'deadlock'],
    ['prepare_job', 'finite'],
  ] as const)('two jobs of which one waits, %s: %s', async (hardwareWait, verdict) => {
    const jobs = { fenced: 2, faulting: 0 } as const;
    const found = await asked({ ...noFaults, foreignDevice: false, jobs, hardwareWait });
    expect([hardwareWait, found.verdict]).toEqual([hardwareWait, verdict]);
  });

  it.each(['recovery-takes-submit-lock', 'recovery-flushes-waiter'] as const)(
    'is the only one that shows %s',
    async (hazard) => {
      // No compute job that only takes long: then a timeout comes for a hung job alone.
      const path = file({ ...noFaults, jobs: { faulting: 0 }, hazards: [hazard] });
      const { code, out } = await cli('check', path);
      expect(code).toBe(exit.problem);
      // A timeout of a job that is only slow meets the waiter too: then recovery hangs, and no fence.
      expect(out).toMatch(/^m: deadlock\n/);
      expect(out.replace(/\s+/g, ' ')).toMatch(
        /Broken: recovery-ends, .*fence-signals\[1\] \(if the hardware hangs for ever\)/,
      );
      expect(out).not.toContain('finite because');
      expect(out).toContain(`This alone would make it finite: without the hazard ${hazard}.`);
      const sarif = await cli('check', path, '--format', 'sarif');
      expect(sarif.out).toContain('if the hardware hangs for ever: fence-signals[1]: deadlock');
    },
  );

  it('is compared with a baseline', async () => {
    const { out } = await cli('check', file(noFaults), '--json');
    const { code, err } = await cli('check', file(allocates), '--baseline', file(JSON.parse(out)));
    expect(code).toBe(exit.problem);
    expect(err).toContain(
      'm: fence-signals[1] if the hardware hangs for ever: was finite, is deadlock\n',
    );
  });

  it('does no harm where recovery is as it must be', async () => {
    const { verdict, hanging } = await asked(noFaults);
    expect([verdict, hanging!.verdict]).toEqual(['finite', 'finite']);
    const { out } = await cli('check', file(noFaults));
    expect(out.replace(/\s+/g, ' ')).toContain('hang recovery ends the job and signals its fence');
  });

  it('never passes where its search ended early', async () => {
    const { hanging } = await asked(noFaults);
    const most = String(hanging!.states - 1);
    const { code, out } = await cli('check', file(noFaults), '--max-states', most, '--json');
    const early = JSON.parse(out) as VerdictJson;
    expect([code, early.verdict, early.stopped, early.decided]).toEqual([
      exit.ranOut,
      'incomplete',
      'states',
      false,
    ]);
    expect(early.promises.map(({ verdict }) => verdict)).not.toContain('incomplete');
    const text = await cli('check', file(noFaults), '--max-states', most);
    expect(text.out.replace(/\s+/g, ' ')).toContain(
      'The search with hardware that hangs for ever ended early',
    );
  });

  it('is not asked where no job has a fence, or a fence is lost already', async () => {
    expect((await asked({ driver: 'm', jobs: { fenced: 0 } })).hanging).toBe(null);
    const { hanging, verdict } = await asked({ driver: 'm' });
    expect([verdict, hanging]).toEqual(['deadlock', null]);
  });
});

const breaches = [
  { hazards: ['signal-path-reclaims'] },
  { hazards: ['recovery-allocates'] },
  { uses: ['tiler-heap'], hazards: ['tiler-heap/reclaims'] },
  { uses: ['shrinker'], hazards: ['shrinker/allocates-late'] },
] as const;
const lonely = { ...noFaults, foreignDevice: false } as const;

describe('a breach that hangs only together with the driver of somebody else', () => {
  it.each(
    breaches.flatMap((breach) =>
      (['none', 'bounded'] as const).map((waits) => [breach.hazards[0], waits, breach] as const),
    ),
  )('%s, where reclaimWaits is %s, is told as that', async (_, reclaimWaits, breach) => {
    const described = { ...lonely, ...breach, reclaimWaits };
    const { verdict, alone } = await asked(described);
    expect([verdict, alone]).toEqual(['deadlock', 'finite']);
    const { code, out } = await cli('check', file(described));
    expect(code).toBe(exit.problem);
    expect(out).toMatch(/^m: deadlock with any driver that waits for fences in reclaim\n/);
  });

  it.each(breaches)('needs nobody else where its own shrinker waits: $hazards', async (breach) => {
    const { verdict, alone } = await asked({ ...lonely, ...breach, reclaimWaits: 'unbounded' });
    expect([verdict, alone]).toEqual(['deadlock', null]);
  });

  it('is not what a deadlock is that has nothing to do with reclaim', async () => {
    const hazards = ['recovery-flushes-waiter'] as const;
    const { verdict, alone } = await asked({ ...lonely, hazards, reclaimWaits: 'none' });
    expect([verdict, alone]).toEqual(['deadlock', null]);
  });
});
