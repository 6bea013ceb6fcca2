import { describe, expect, it } from 'vitest';
import type { Described, Description } from '../../machines/description/description.ts';
import { driverIds } from '../../machines/description/ids.ts';
import { systemOf } from '../../machines/description/system.ts';
import { changed, changesFor } from '../../src/judge/smallest-changes.ts';
import type { Stuck } from '../../src/judge/stuck.ts';
import { answers, setsOf } from '../../src/judge/answers.ts';
import { assess } from '../../src/check/assess.ts';
import { replay, type Verdict } from '../../src/check/finding.ts';
import { holds, refusal, withoutRecovery } from '../../src/system/program.ts';
import { cli, file, tooWide, moduleWithLoop } from './in-process.ts';

const good = { driver: 'good', options: ['preempt'] };
const bad = { driver: 'bad', options: ['preempt'], without: ['preempt/while-faulted'] };
const [goodFile, badFile] = [file(good), file(bad)];
const verdictOf = (described: Described): Verdict =>
  assess(systemOf(described as Description), { states: 1e6 }, [], 0).verdict;
const flat = (text: string): string => text.replace(/\s+/g, ' ');
const data = async <T>(...argv: readonly string[]): Promise<{ code: number; data: T }> => {
  const { code, out, err } = await cli(...argv, '--json');
  expect(err).toBe('');
  return { code, data: JSON.parse(out) as T };
};

describe('why', () => {
  it('tells who refuses what would help, where it is, and whose law that is; round to the beginning', async () => {
    const { code, out } = await cli('why', badFile);
    expect([code, tooWide(out)]).toEqual([1, []]);
    for (const text of [
      'bad: fence-signals[1]: deadlock',
      '10 steps, sealed after step 9; nothing happens any more.',
      '2. fenced job 1, job[1], is in queued, and would have to reach done. schedule[1] ' +
        '(the GPU scheduler) refused by engine (held.c[1]), see 3: it needs engine to take ' +
        "'take.f[1]' [row fenced-jobs] Documentation/driver-api/dma-buf.rst: \"The 3D " +
        'workload',
      'preempt_running[1] (the code that preempts compute work) refused by compute job 1 ' +
        '(faulted), see 4: it needs compute[1] in running [clause preempt/while-running]',
      'signal[1] (the interrupt that signals) refused by fenced job 1 (queued), see 2:',
    ])
      expect(flat(out)).toContain(text);
  });

  it('says nothing that is not so: every step that is told is refused by those who are told', async () => {
    const {
      data: { run, stuck },
    } = await data<{ run: string[]; stuck: Stuck[] }>('why', badFile);
    const program = withoutRecovery(systemOf(bad as never));
    const { end } = replay(program, run);
    let told = 0;
    for (const { part, isIn, ways } of stuck) {
      const at = program.parts.findIndex(({ name }) => name === part);
      expect(isIn).toEqual([program.tables[program.parts[at]!.table]!.states[end[at]!]]);
      for (const { step, refused } of ways) {
        const refusedStep = program.steps.find(({ name }) => name === step)!;
        expect([step, refusal(program, refusedStep, end) === null, refused.length > 0]).toEqual([
          step,
          false,
          true,
        ]);
        told += refused.length;
        for (const { needs } of refused)
          for (const one of refusedStep.when.filter(({ text }) => text === needs))
            expect(holds(one.some, end)).toBe(false);
      }
    }
    expect(told).toBeGreaterThan(10);
  });

  it('looks where it is told to', async () => {
    expect(flat((await cli('why', badFile, '--after', 'sealed')).out)).toContain(
      'This is the state after step 9 of the 10 steps of its shortest run.',
    );
    expect(
      flat((await cli('why', badFile, '--after', '3', '--promise', 'fence-signals')).out),
    ).toContain('there it can still be kept');
  });

  it('tells a loop, and what is kept', async () => {
    const { code, out } = await cli('why', '--module', moduleWithLoop());
    expect([code, tooWide(out)]).toEqual([1, []]);
    expect(flat(out)).toMatch(
      new RegExp(
        String.raw`unbounded .* and the loop of \d+ steps there.*: it can happen in \d+ of the \d+ ` +
          String.raw`states, and (its actor need not take it|its actor never acts)`,
      ),
    );
    for (const [, share, states] of flat(out).matchAll(/in (\d+) of the (\d+) states/g))
      expect(Number(share)).toBeLessThan(Number(states));
    const kept = await cli('why', goodFile, '--promise', 'fence-signals[1]');
    expect([kept.code, kept.out]).toEqual([
      0,
      expect.stringMatching(/^good: fence-signals\[1\]: finite\n {2}It is kept on every fair run/),
    ]);
    const favour = await cli(
      'why',
      file({ driver: 'x', hazards: ['fence-awaits-user-fence'], options: ['preempt'] }),
    );
    expect(flat(favour.out)).toMatch(
      /user_signals \(userspace\): it can happen[^.]*, and no actor has to take it/,
    );
  });

  it.each([
    [['why'], 'found neither a driver nor --module, expected one of the two'],
    [
      ['why', 'xe-fault-mod'],
      new RegExp(
        String.raw`^finite-fence: unknown driver 'xe-fault-mod'; did you mean 'xe-fault-mode'\? ` +
          String.raw`There are: ${driverIds.slice(0, 3).join(', ')}, .* more; or a file$`,
      ),
    ],
    [
      ['why', badFile, '--promise', 'fence-signal'],
      new RegExp(
        String.raw`^finite-fence: unknown promise 'fence-signal'; did you mean ` +
          String.raw`'fence-signals\[1\]'\? There are: fence-signals\[1\], submit-ends\[1\], `,
      ),
    ],
    [['why', badFile, '--after', '11'], '--after 11: the run has 10 steps'],
    [
      ['why', '--module', moduleWithLoop(), '--after', 'sealed'],
      /unbounded: its run has no step that seals it; --after takes a number, 0 to \d+$/,
    ],
    [['why', badFile, '--after', 'soon'], /expected a number of steps, or 'sealed'/],
  ])('%j', async (argv, message) => {
    const { code, out, err } = await cli(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    if (typeof message === 'string') expect(err).toBe(`finite-fence: ${message}\n`);
    else expect(err.trimEnd()).toMatch(message);
  });
});

describe('replay', () => {
  const run = (async () => file((await cli('check', badFile, '--json')).out))();

  it('goes through where it was made, and says what can happen then where something can', async () => {
    const same = await cli('replay', await run, '--in', badFile);
    expect([same.code, flat(same.out)]).toEqual([
      0,
      expect.stringMatching(
        new RegExp(
          String.raw`^bad: system [0-9a-f]{16}, the one that the runs were made in ` +
            String.raw`fence-signals\[1\], fault-answered\[1\].*: 10 steps: goes through; it is ` +
            String.raw`pending at the end Nothing can happen there any more\. $`,
        ),
      ),
    ]);
    const fixed = await cli('replay', await run, '--in', goodFile);
    expect([fixed.code, flat(fixed.out)]).toEqual([
      0,
      expect.stringContaining('What can happen there: preempt_faulted[1].'),
    ]);
  });

  it('says who refuses which step where it does not, with the sentence', async () => {
    const { code, out } = await cli(
      'replay',
      await run,
      '--in',
      file({ driver: 'flush', options: ['flush'] }),
      '--promise',
      'fence-signals[1]',
    );
    expect([code, tooWide(out)]).toEqual([1, []]);
    expect(flat(out)).toContain(
      'refused at step 3, publish[1] (the submit ioctl) refused by fenced job 1 ' +
        '(preparing.begun): it needs job[1] in preparing.cleared [row flush]',
    );
    expect(flat(out)).toContain(
      "refused by mode lock (free): it needs modeLock to take 'give.f[1]' [clause " +
        'flush/held-until-published] drivers/gpu/drm/xe/xe_hw_engine_group.c:',
    );
  });

  it(
    'takes a promise alone, a description with step names, a list of names, and what a ' +
      'shipped driver gave',
    async () => {
      const { promises } = JSON.parse((await cli('check', badFile, '--json')).out) as {
        promises: { run: string[] }[];
      };
      expect((await cli('replay', file(promises[0]), '--in', badFile)).code).toBe(0);
      expect((await cli('replay', file({ description: bad, run: promises[0]!.run }))).code).toBe(0);
      expect((await cli('replay', file(promises[0]!.run), '--in', badFile)).code).toBe(0);
      expect(
        (await cli('replay', file({ driver: 'msm', run: ['submit[1]', 'submit[1]'] }))).out,
      ).toContain('refused at step 2');
      const shipped = await cli('replay', file((await cli('check', 'nouveau', '--json')).out));
      expect([shipped.code, shipped.out]).toEqual([
        0,
        expect.stringContaining('the one that the runs were made in'),
      ]);
      const { data: said } = await data<{
        replays: { runs: { refused: { number: number; by: { needs: string }[] } }[] }[];
      }>('replay', file({ description: bad, run: ['signal[1]'] }));
      expect(said.replays[0]!.runs[0]!.refused).toMatchObject({
        number: 1,
        by: [
          { needs: "fence[1] to take 'dma_fence_signal'" },
          { needs: "job[1] to take 'retire'" },
        ],
      });
    },
  );

  it('says where a step is not in the system', async () => {
    const { code, out } = await cli(
      'replay',
      file({ description: { driver: 'x', pageFaults: 'none' }, run: ['fault[1]'] }),
    );
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/refused at step 1, fault\[1\]\n {4}This system has no such step/),
    ]);
  });

  it.each<readonly [string, unknown, string | RegExp]>([
    ['not JSON', '{', /^.*:1:2: not JSON/],
    ['no run', { driver: 'msm' }, /found no run, expected what check --json prints/],
    [
      'a run that is no list',
      { driver: 'msm', run: 'submit' },
      /: run: expected a list of step names/,
    ],
    [
      'nobody knows the driver',
      { driver: 'mine', run: ['submit[1]'] },
      /its driver 'mine' does not come with this package: give its description with --in/,
    ],
    ['neither', { run: ['submit[1]'] }, /it names no driver and has no description/],
    [
      'a bad description',
      { description: { driver: 'x', options: ['flsh'] }, run: ['submit[1]'] },
      /: description\.options\[0\]: unknown option 'flsh'; did you mean 'flush'/,
    ],
    [
      'nothing to replay',
      { driver: 'msm', promises: [{ name: 'p', run: [] }] },
      /none of its promises has a run/,
    ],
  ])('%s', async (_, content, message) => {
    const { code, out, err } = await cli('replay', file(content));
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({
      code: 2,
      out: '',
      lines: 1,
    });
    expect(err).toMatch(message);
  });
});

describe('whatif', () => {
  it('drops the guards of a step, all and each alone, and shows both verdicts', async () => {
    const { code, out } = await cli(
      'whatif',
      file({ driver: 'x', options: ['flush'] }),
      '--allow',
      'compute_submit',
    );
    expect([code, tooWide(out)]).toEqual([1, []]);
    expect(out).toMatch(/^ {2}verdict +finite +deadlock$/m);
    expect(flat(out)).toMatch(
      new RegExp(
        String.raw`compute_submit needs modeLock in free \[row flush\]: deadlock compute_submit ` +
          String.raw`needs fence\[\*\] in !visible \[clause flush\/fences-before-fault-job\]: finite`,
      ),
    );
  });
  it('takes steps away', async () => {
    const { code, data: json } = await data<{
      before: { verdict: string };
      after: { verdict: string };
    }>('whatif', goodFile, '--forbid', 'preempt_faulted[1]');
    expect([code, json.before.verdict, json.after.verdict]).toEqual([1, 'finite', 'deadlock']);
  });
  it('says which clause would add a step', async () => {
    expect(await cli('whatif', badFile, '--allow', 'preempt_faulted')).toEqual({
      code: 2,
      out: '',
      err:
        "finite-fence: bad: there is no step 'preempt_faulted' in it: the clause " +
        'preempt/while-faulted would add it, and the driver does not keep that\n',
    });
    expect((await cli('whatif', badFile, '--allow', 'sumbit')).err).toMatch(
      /^finite-fence: bad: unknown step 'sumbit'; did you mean 'submit'\?/,
    );
    expect((await cli('whatif', badFile)).err).toBe(
      'finite-fence: found neither --allow nor --forbid, expected a step\n',
    );
    expect((await cli('whatif', badFile, '--allow', 'signal')).err).toBe(
      'finite-fence: signal: found no guard that could be dropped: only its moves refuse\n',
    );
  });
});

describe('diff', () => {
  it('says what differs, what each alone does, and which smallest sets turn the verdict', async () => {
    const { code, out } = await cli(
      'diff',
      badFile,
      file({ driver: 'other', options: ['preempt'], foreignDevice: false }),
    );
    expect([code, tooWide(out)]).toEqual([1, []]);
    expect(out).toMatch(/^ {2}clause preempt\/while-faulted +not kept +kept +finite: better$/m);
    expect(out).toMatch(/^ {2}foreignDevice +true +false +deadlock$/m);
    expect(out).toMatch(/ {2}1\. clause preempt\/while-faulted: kept\n$/);
  });
  it('finds sets of two where no difference does it alone', async () => {
    const { data: json } = await data<{
      turns: string[][];
      differences: { what: string; turns: boolean }[];
    }>(
      'diff',
      file({ driver: 'a', options: ['preempt', 'flush'] }),
      file({ driver: 'b', foreignDevice: false }),
    );
    expect(json.turns).toEqual([['option preempt', 'option flush']]);
    expect(json.differences.map(({ what, turns }) => [what, turns])).toEqual([
      ['foreignDevice', false],
      ['option preempt', false],
      ['option flush', false],
    ]);
  });
  it('0 where the verdicts are the same', async () => {
    expect(await cli('diff', goodFile, goodFile)).toMatchObject({
      code: 0,
      out: expect.stringContaining('The two descriptions mean the same system') as string,
    });
    expect((await cli('diff', goodFile, file({ driver: 'b', options: ['flush'] }))).code).toBe(0);
    expect(await cli('diff', goodFile, '/no/such')).toEqual({
      code: 2,
      out: '',
      err: 'finite-fence: /no/such: there is no such file\n',
    });
  });
});

describe('remedy', () => {
  it('prints every smallest set, with the sentences', async () => {
    const { code, out } = await cli('remedy', badFile);
    expect([code, tooWide(out)]).toEqual([0, []]);
    expect(flat(out)).toMatch(
      new RegExp(
        String.raw`^bad: deadlock The only smallest set of changes that makes it finite has 1: 1\. ` +
          String.raw`keep preempt\/while-faulted Documentation.*Searched: all \d+ sets of one`,
      ),
    );
    expect((await cli('remedy', goodFile)).out).toBe(
      'good: finite\n  Nothing has to be changed.\n',
    );
  });

  /**
   * The smallest sets are found by dropping what was asked before and what the same run refutes.
   * Here nothing is dropped.
   */
  it('is a minimum: the plain search of every smaller set finds none, and of that size the same', async () => {
    const described: Described = {
      driver: 'x',
      options: ['preempt', 'flush'],
      without: [
        'preempt/while-faulted',
        'flush/preempt-before-visible',
        'flush/held-until-published',
        'preempt/releases-engine',
      ],
      hazards: ['repair-on-busy-engine'],
    };
    const few = changesFor(described).filter(({ name }) => /^(preempt|flush|repair)/.test(name));
    expect(few.length).toBe(5);
    const { isFinite } = answers({ states: 1e6 });
    const plain = (size: number, finite: (one: Described) => boolean): string[] =>
      [...setsOf(few, size)]
        .filter((set) => finite(changed(described, set)))
        .map((set) => set.map(({ name }) => name).join(' '));
    for (const size of [1, 2])
      expect([size, plain(size, isFinite)]).toEqual([
        size,
        plain(size, (one) => verdictOf(one) === 'finite'),
      ]);
    const {
      data: { smallest, upTo },
    } = await data<{ smallest: { change: string[]; description: Described }[]; upTo: number }>(
      'remedy',
      file(described),
    );
    expect(smallest.length).toBeGreaterThan(0);
    for (const { change, description } of smallest)
      expect([change, change.length, verdictOf(description)]).toEqual([change, upTo, 'finite']);
  });

  it('leaves a hazard without its source, and looks at orders', async () => {
    const { out } = await cli('remedy', 'panthor');
    expect(flat(out)).toMatch(
      /2 sets of 2 make it finite, and no smaller one does:.*without the hazard tiler-heap\/reclaims/,
    );
    const described: Described = {
      driver: 'x',
      pageFaults: 'none',
      submission: 'any-order',
      arbitration: 'none',
    };
    const {
      data: { smallest },
    } = await data<{ smallest: { change: string[] }[] }>('remedy', file(described), '--most', '2');
    expect(smallest.map(({ change }) => change)).toEqual([
      ['reserve-in-flight/until-signaled'],
      ['flush/fences-before-fault-job'],
      ['submission'],
    ]);
    expect([
      verdictOf(
        changed(
          described,
          changesFor(described).filter(({ kind }) => kind === 'order'),
        ),
      ),
      changesFor(described).filter(({ kind }) => kind === 'order').length,
    ]).toEqual(['finite', 2]);
  });

  it('says where there is none, and does not try what the hardware cannot', async () => {
    const { code, out } = await cli('remedy', file({ driver: 'x' }), '--most', '1');
    expect([code, flat(out)]).toEqual([
      1,
      expect.stringContaining('No set of up to 1 changes makes it finite.'),
    ]);
    const {
      data: { smallest },
    } = await data<{ smallest: { change: string[] }[] }>(
      'remedy',
      file({ ...bad, hardwareCan: ['preempt-running'] }),
      '--most',
      '1',
    );
    expect(smallest.flatMap(({ change }) => change)).not.toContain('preempt/while-faulted');
  });
});

it('proves nothing where the budget ran out', async () => {
  for (const argv of [
    ['why', goodFile],
    ['remedy', badFile, '--most', '1'],
    ['diff', goodFile, badFile],
    ['whatif', goodFile, '--allow', 'preempt_running'],
  ]) {
    const { code, out } = await cli(...argv, '--max-states', '20');
    expect([argv[0], code, /incomplete|this is no proof/.test(flat(out))]).toEqual([
      argv[0],
      3,
      true,
    ]);
  }
  const { code, data: json } = await data<{ unanswered: number; smallest: unknown[] }>(
    'remedy',
    badFile,
    '--max-states',
    '700',
    '--most',
    '1',
  );
  expect([code, json.unanswered > 0, json.smallest]).toEqual([3, true, []]);
});
