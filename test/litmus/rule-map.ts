import type { Program } from '../../src/system/program.ts';
import type { Litmus } from '../../src/litmus/litmus.ts';
import { executionLaws } from '../../machines/litmus/execution/laws.ts';
import { fenceLaws } from '../../machines/litmus/fences/laws.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { laws } from '../../machines/litmus/laws.ts';
import { memoryLaws } from '../../machines/litmus/memory/laws.ts';
import { ruleTests, type KernelTest } from './rule-tests.ts';

/** One rule of the kernel with all that is about it here. */
export type RuleEntry = {
  /** `'F-2'` */
  readonly id: string;
  readonly title: string;
  /** The file and symbol that say or enforce it. */
  readonly source: string;
  /** What is seen where it is broken; null where nothing says so. */
  readonly violation: string | null;
  /**
   * Names of the lifecycles that its litmus pairs treat differently, or whose states they promise
   * or forbid; those of most pairs first.
   */
  readonly lifecycles: readonly string[];
  /** Pairs that both cite it: they differ in one fact, one is `finite` and one is not. */
  readonly litmus: readonly { readonly good: string; readonly bad: string }[];
  /** Tests of the kernel's own, and of IGT, that exercise it, and how they are asked here; `none`: there is none. */
  readonly kernelTests: readonly KernelTest[] | 'none';
};

const fence = 'drivers/dma-buf/dma-fence.c';
const resv = 'drivers/dma-buf/dma-resv.c';
const text = 'Documentation/driver-api/dma-buf.rst';
const options = `${text}: Recoverable Hardware Page Faults Implications`;
const indefinite = `${text}: Indefinite DMA Fences`;

/**
 * Where a rule is said or enforced, and what is seen where it is broken. What has no source here
 * has it in the words of `memoryLaws`.
 */
const sources: Readonly<Record<string, { readonly source?: string; readonly violation?: string }>> =
  {
    'F-1': {
      source: `${fence}: dma_fence_signal_timestamp_locked`,
      violation: 'v6.18 and before: -EINVAL; since then nothing',
    },
    'F-2': { source: `${fence}: dma_fence_add_callback`, violation: 'a wakeup is lost' },
    'F-3': { source: `${fence}: dma_fence_remove_callback`, violation: 'use after free' },
    'F-4': { source: 'include/linux/dma-fence.h: dma_fence_set_error', violation: 'WARN_ON' },
    'F-5': { source: `${fence}: dma_fence_release`, violation: 'WARN, error -EDEADLK' },
    'F-6': {
      source: `${fence}: DOC: fence cross-driver contract; include/drm/gpu_scheduler.h: timedout_job`,
      violation: 'a reset, or a hang',
    },
    'F-7': { source: `${fence}: DOC: fence cross-driver contract`, violation: 'lockdep report' },
    'F-8': { source: `${fence}: DOC: fence cross-driver contract`, violation: 'lockdep report' },
    'F-9': { source: `${fence}: dma_fence_set_deadline` },
    'F-10': {
      source: 'drivers/gpu/drm/drm_syncobj.c: drm_syncobj_find_fence',
      violation: '-EINVAL',
    },
    'R-1': { source: `${resv}: dma_resv_reserve_fences, dma_resv_add_fence`, violation: 'BUG_ON' },
    'R-2': {
      source: 'include/linux/dma-resv.h: dma_resv_usage_rw',
      violation: 'work runs too early',
    },
    'R-3': { source: `${resv}: dma_resv_add_fence`, violation: 'WARN_ON' },
    'R-4': { source: 'drivers/gpu/drm/ttm/ttm_bo.c: ttm_bo_wait_ctx', violation: 'corruption' },
    'R-5': { source: 'include/uapi/linux/dma-buf.h: DMA_BUF_IOCTL_EXPORT_SYNC_FILE' },
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [
        `D-${n + 1}`,
        { violation: 'dma_resv_assert_held, or a lockdep report' },
      ]),
    ),
    'D-10': { violation: 'WARN_ON' },
    'D-11': { violation: '-EOPNOTSUPP' },
    'P-1': { violation: 'WARN_ON_ONCE' },
    'P-2': { violation: 'WARN_ON_ONCE' },
    'P-3': { violation: '-EINVAL, -ENOMEM' },
    'P-4': { violation: 'the page migrates' },
    'P-5': { violation: '-ENOMEM' },
    'S-1': { violation: 'lockdep report' },
    'S-2': { violation: 'vmscan calls again and again' },
    'G-1': { violation: 'a stale page table entry' },
    'G-2': { violation: 'use after free' },
    'G-3': { violation: 'the engine hangs' },
    'G-4': {},
    ...Object.fromEntries(
      ['first', 'second', 'third', 'fourth', 'fifth'].map((nth, n) => [
        `O-${n + 1}`,
        { source: `${options}, the ${nth} option`, violation: 'deadlock' },
      ]),
    ),
    'I-1': { source: indefinite, violation: 'a hang until the timeout kicks in' },
    'I-2': { source: indefinite, violation: 'a hang until the timeout kicks in' },
    'I-3': { source: indefinite, violation: 'a hang until the timeout kicks in' },
    'E-1': {
      source: 'drivers/gpu/drm/amd/amdgpu/amdgpu_amdkfd_fence.c: amdkfd_fence_enable_signaling',
      violation: 'a process is evicted for nothing',
    },
    'E-2': {
      source: 'drivers/gpu/drm/amd/amdkfd/kfd_process.c: restore_process_worker',
      violation: 'a process stays evicted',
    },
    'E-3': {
      source: 'drivers/gpu/drm/amd/amdkfd/kfd_device.c: PROCESS_ACTIVE_TIME_MS',
      violation: 'a process is evicted before it has run',
    },
    'L-1': { violation: 'lockdep report' },
  };

const words: Readonly<Record<string, string>> = {
  ...laws,
  ...executionLaws,
  ...fenceLaws,
  ...memoryLaws,
};
/** `'words (source)'`, the source of the one before being `(the same)`. */
function title(id: string): { readonly title: string; readonly source: string | null } {
  const [, plain, source] = /^(.*?)(?: \(([^()]*)\))?$/.exec(words[id]!)!;
  return {
    title: plain!,
    source:
      source === 'the same'
        ? 'drivers/dma-buf/dma-buf.c: DOC: locking convention'
        : (source ?? null),
  };
}

/**
 * Every rule id that litmus tests share with the catalogue of kernel rules: its words and source,
 * the lifecycles that are about it, the
 * pairs of litmus tests that cite it, the kernel tests that exercise it. Systems are composed to
 * find the lifecycles: this takes seconds.
 */
export function ruleMap(): readonly RuleEntry[] {
  const byName = new Map(gallery.map((one) => [one.name, one]));
  const programs = new Map<Litmus, Program>();
  const program = (one: Litmus): Program => {
    const known = programs.get(one) ?? one.system();
    programs.set(one, known);
    return known;
  };
  return Object.entries(sources).map(([id, { source, violation }]) => {
    const pairs = gallery.flatMap((bad) => {
      const good = byName.get(bad.twin);
      return bad.expect.verdict !== 'finite' &&
        good?.expect.verdict === 'finite' &&
        bad.cites.includes(id) &&
        good.cites.includes(id)
        ? [{ good, bad }]
        : [];
    });
    const lifecycles = pairs.flatMap(({ good, bad }) => [
      ...new Set([...differing(program(good), program(bad)), ...upset(program(bad), bad)]),
    ]);
    const litmusTitle = title(id);
    return {
      id,
      title: litmusTitle.title,
      source: source ?? litmusTitle.source ?? '',
      violation: violation ?? null,
      lifecycles: byCount(lifecycles),
      litmus: pairs.map(({ good, bad }) => ({ good: good.name, bad: bad.name })),
      kernelTests: ruleTests[id] ?? 'none',
    };
  });
}

/** Each once, the most frequent first, then in the order of the alphabet. */
function byCount(names: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  return [...count.keys()].sort((a, b) => count.get(b)! - count.get(a)! || (a < b ? -1 : 1));
}

const lifecycleOf = (program: Program, part: number): string =>
  program.tables[program.parts[part]!.table]!.lifecycle;

/** Lifecycles of the parts that a step of one program looks at or moves, and the same step of the other does not. */
function differing(left: Program, right: Program): string[] {
  const touched = (program: Program): Map<string, string> =>
    new Map(
      program.steps.flatMap(({ of: base, when, moves, also }) => [
        ...when.flatMap(({ text: guard, some }) =>
          some.map(({ part }): [string, string] => [
            `${base} when ${guard} ${program.parts[part]!.name}`,
            lifecycleOf(program, part),
          ]),
        ),
        ...[...moves, ...also].map(({ part, event }): [string, string] => [
          `${base} ${program.parts[part]!.name} ${program.tables[program.parts[part]!.table]!.events[event]!}`,
          lifecycleOf(program, part),
        ]),
      ]),
    );
  const [ours, theirs] = [touched(left), touched(right)];
  return [
    ...[...ours].filter(([key]) => !theirs.has(key)),
    ...[...theirs].filter(([key]) => !ours.has(key)),
  ].map(([, lifecycle]) => lifecycle);
}

/** Lifecycles of the parts that a broken invariant, or a promise that is not kept, speaks of. */
function upset(program: Program, { expect: { broken = [], promises = {} } }: Litmus): string[] {
  const never = program.invariants
    .filter(({ of }) => broken.includes(of))
    .flatMap((one) => one.never);
  const owed = program.promises
    .filter(({ of }) => of in promises)
    .flatMap(({ pending }) => pending);
  return [...never, ...owed].flatMap((some) => some.map(({ part }) => lifecycleOf(program, part)));
}
