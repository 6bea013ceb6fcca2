import { describe, expect, it } from 'vitest';
import { understand } from '../../machines/description/complaints.ts';
import type { Described, Description } from '../../machines/description/description.ts';
import { drivers } from '../../machines/drivers/index.ts';
import {
  mistakeIds,
  optionOf,
  useIds,
  useLawIds,
  type UseId,
} from '../../machines/description/ids.ts';
import { hangingSystemOf, hangPromises, systemOf } from '../../machines/description/system.ts';
import { uses } from '../../machines/uses/index.ts';
import { check } from '../../src/check/verdict.ts';
import { withoutRecovery } from '../../src/system/program.ts';

/** The smallest world in which each use means something, and is good. */
const worlds: Readonly<Record<UseId, Omit<Description, 'driver'>>> = {
  'dynamic-import': { pageFaults: 'none' },
  userptr: { pageFaults: 'none' },
  svm: { options: ['preempt'] },
  shrinker: { pageFaults: 'none' },
  'tiler-heap': { pageFaults: 'none' },
  'engine-group': { engines: 'two' },
  'eviction-fence': { engines: 'two', options: ['preempt'] },
  'user-queues': { pageFaults: 'none', engines: 'two' },
  'preempt-fence': { pageFaults: 'none', engines: 'two', options: ['preempt'] },
  odp: { options: ['preempt'] },
  'memory-region': { pageFaults: 'none' },
};
/** What is looked at another way than by leaving it out in that world. */
const elsewhere: Readonly<Record<string, Omit<Description, 'driver'>>> = {
  // One submission alone has nobody to overtake, and nobody who toggles the mode back.
  'engine-group/readers-queue': { jobs: { fenced: 2 } },
  'engine-group/no-recheck': { jobs: { fenced: 2 } },
};
const world = (use: UseId, also: Omit<Description, 'driver'> = {}): Description => ({
  driver: use,
  foreignDevice: false,
  ...worlds[use],
  uses: [use],
  ...also,
});
const verdictOf = (description: Description): string =>
  check(withoutRecovery(systemOf(description)), { states: 1e6 }, { plain: true }).verdict;
/** Mistakes that matter where work hangs on the hardware for ever. */
const ofHangs: readonly string[] = [
  'user-queues/cancels-detector-first',
  'user-queues/no-detector',
  'user-queues/reset-waits-for-restore',
];
const hangingVerdictOf = (description: Description): string =>
  check(hangingSystemOf(description), { states: 1e6 }, { plain: true, promises: hangPromises })
    .verdict;
const errorOf = (input: Described): string => {
  const read = understand(input);
  return 'complaints' in read ? read.complaints.map(({ line }) => line).join('\n') : '';
};

describe('the uses of a driver', () => {
  it('are the words of a description', () => {
    expect(uses.map(({ name }) => name)).toEqual(useIds);
    expect(uses.flatMap(({ clauses }) => clauses.map(({ name }) => name))).toEqual(useLawIds);
    expect(uses.flatMap(({ mistakes }) => mistakes.map(({ name }) => name))).toEqual(mistakeIds);
    for (const { name, apart = {} } of uses)
      for (const other of Object.keys(apart).filter((one) =>
        (useIds as readonly string[]).includes(one),
      ))
        expect(errorOf({ driver: 'x', uses: [other as UseId, name as UseId] }), name).toContain(
          'cannot be chosen together',
        );
  });

  // A pinned region is what its own test says: whoever needs its memory waits for userspace.
  it.each(useIds.filter((use) => use !== 'memory-region'))(
    '%s is good by itself, and all that it promises is asked',
    (use) => {
      const { verdict, promises } = check(
        withoutRecovery(systemOf(world(use))),
        { states: 1e6 },
        { plain: true },
      );
      expect(verdict).toBe('finite');
      expect(promises.filter(({ pending }) => pending === 0)).toEqual([]);
    },
  );

  it.each(useLawIds)('%s left out turns the verdict', (law) => {
    const use = optionOf(law) as UseId;
    const kept = world(use, elsewhere[law]);
    expect(verdictOf({ ...kept, without: [law] })).not.toBe(verdictOf(kept));
  });

  it.each(mistakeIds)('%s makes it bad', (mistake) => {
    const use = optionOf(mistake) as UseId;
    const asked = ofHangs.includes(mistake) ? hangingVerdictOf : verdictOf;
    expect(asked(world(use, elsewhere[mistake]))).toBe('finite');
    expect(asked(world(use, { ...elsewhere[mistake], hazards: [mistake] }))).not.toBe('finite');
  });

  it('whose work may hang are asked where it does, in older kernels too', () => {
    const queues = world('user-queues', { jobs: { fenced: 0 } });
    expect(hangingVerdictOf(queues)).toBe('finite');
    for (const kernel of ['6.18', '7.0'] as const) {
      expect(verdictOf({ ...queues, kernel })).toBe('deadlock');
      expect(hangingVerdictOf({ ...queues, kernel })).toBe('deadlock');
    }
    const named = uses.flatMap(({ hanging }) => hanging?.promises ?? []);
    const promised = new Set(systemOf(queues).promises.map(({ of }) => of));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !promised.has(name))).toEqual([]);
  });

  it('a queue leaves the hardware at a page fault only where the hardware can do that', () => {
    const faulting: Description = {
      driver: 'x',
      uses: ['preempt-fence'],
      jobs: { fenced: 0 },
      compute: 'long-running',
      hardware: 'separate',
      foreignDevice: false,
      reclaimWaits: 'none',
    };
    expect(verdictOf(faulting)).toBe('finite');
    expect(verdictOf({ ...faulting, hardwareCan: ['preempt-running'] })).toBe('unbounded');
  });

  it('a pinned region keeps its memory until userspace lets go', () => {
    expect(verdictOf(world('memory-region'))).toBe('indefinite');
    expect(verdictOf(world('odp'))).toBe('finite');
  });

  it('an allocation in the signalling path is harmless only where nobody waits in reclaim', () => {
    const late = { hazards: ['shrinker/allocates-late'] } as const;
    for (const reclaimWaits of ['none', 'bounded', 'unbounded'] as const)
      expect(verdictOf(world('shrinker', { ...late, reclaimWaits }))).toBe('deadlock');
  });

  it('go together two by two, or the complaint says why not', () => {
    let composed = 0;
    for (const [at, use] of useIds.entries())
      for (const other of useIds.slice(at + 1)) {
        const both: Described = { driver: 'x', uses: [use, other], engines: 'two' };
        if (errorOf(both) !== '') {
          expect(errorOf(both)).toContain('cannot be chosen together');
          continue;
        }
        expect(systemOf(both as Description).promises.length, `${use} ${other}`).toBeGreaterThan(5);
        composed++;
      }
    expect(composed).toBeGreaterThan(25);
  });

  // One thread that needs several things at the same moment, and threads of two uses that were one actor.
  it.each<[string, Omit<Description, 'driver'>, string]>([
    ['both kinds of memory', { uses: ['userptr', 'dynamic-import'] }, 'finite'],
    [
      'both, look by look',
      {
        uses: ['userptr', 'dynamic-import'],
        without: ['dynamic-import/submit-holds-resv'],
      },
      'unbounded',
    ],
    ['a submit of a group that tries again', { uses: ['userptr', 'engine-group'] }, 'finite'],
    ['two exporters', { uses: ['dynamic-import', 'memory-region'] }, 'indefinite'],
  ])('%s', (_, also, verdict) => {
    const all = { driver: 'x', foreignDevice: false, pageFaults: 'none', engines: 'two' } as const;
    const { promises } = check(
      withoutRecovery(systemOf({ ...all, ...also } as Description)),
      { states: 1e6 },
      { plain: true },
    );
    const found = new Set(promises.map((promise) => promise.verdict));
    expect([...found].filter((one) => one !== 'finite')).toEqual(
      verdict === 'finite' ? [] : [verdict],
    );
  });

  it('a driver without any has the system that it had', () => {
    for (const { uses: _, ...one } of drivers.slice(0, 3)) {
      const plain = {
        ...one,
        submission: 'fifo',
        arbitration: 'in-turn',
        reclaimWaits: 'unbounded',
        hazards: [],
        options: [],
      } as unknown as Description;
      expect(systemOf({ ...plain, uses: [] }).digest).toBe(systemOf(plain).digest);
    }
  });
});

describe('complaints about uses', () => {
  it.each<[string, Described, string]>([
    [
      'a misspelt use',
      { driver: 'x', uses: ['shrinkers' as 'shrinker'] },
      "unknown use 'shrinkers'; did you mean 'shrinker'?",
    ],
    ['twice the same', { driver: 'x', uses: ['shrinker', 'shrinker'] }, "found 'shrinker' twice"],
    [
      'a law of a use that is not chosen',
      { driver: 'x', without: ['userptr/sets-seq'] },
      "'userptr/sets-seq' belongs to the use 'userptr', and \"uses\" has none",
    ],
    [
      'a mistake of a use that is not chosen',
      { driver: 'x', uses: ['odp'], hazards: ['shrinker/tries-again'] },
      "'shrinker/tries-again' belongs to the use 'shrinker', and \"uses\" has only: odp",
    ],
    [
      'a misspelt law',
      { driver: 'x', uses: ['userptr'], without: ['userptr/set-seq' as 'userptr/sets-seq'] },
      "unknown clause 'userptr/set-seq'; did you mean 'userptr/sets-seq'?",
    ],
    [
      'two that are one',
      { driver: 'x', uses: ['odp', 'memory-region'] },
      "'odp' and 'memory-region' cannot be chosen together: a region is either on demand or pinned",
    ],
    [
      'a use that is an option',
      { driver: 'x', uses: ['engine-group'], options: ['flush'] },
      "'engine-group' and 'flush' cannot be chosen together: both switch",
    ],
    [
      'a repair where there are no page faults',
      { driver: 'x', uses: ['odp'], pageFaults: 'none' },
      '\'odp\' is about the repair of page faults, and "pageFaults" is "none"',
    ],
    [
      'a cite of a use that is not chosen',
      { driver: 'x', cites: { userptr: { file: 'mm/hmm.c', says: 'x' } } },
      "unknown choice 'userptr'",
    ],
  ])('%s', (_, input, line) => {
    expect(errorOf(input)).toContain(line);
  });
});
