import { settled, type Settled } from '../description/alternatives.ts';
import type { Description } from '../description/description.ts';
import { fragmentTexts } from '../hazards/fragment-texts.ts';
import { Misuse } from '../../src/system/misuse.ts';
import type { Program } from '../../src/system/program.ts';
import { inComment } from './c-text.ts';

/** Something that a context takes, or does, inside of all that stand before it. */
type Taken = keyof typeof inC;

/** A thread of a described driver: what it takes, outermost first, and where that is known from. */
type Context = {
  readonly name: string;
  readonly about: string;
  readonly takes: readonly Taken[];
};

const inC = {
  reservation: {
    begin: [
      'ww_acquire_init(&ticket, &reservation_ww_class);',
      'if (dma_resv_lock(&resv, &ticket) == -EDEADLK)',
      '\tdma_resv_lock_slow(&resv, &ticket);',
    ],
    end: ['dma_resv_unlock(&resv);', 'ww_acquire_fini(&ticket);'],
  },
  repairLock: { begin: ['down_write(locks->repair);'], end: ['up_write(locks->repair);'] },
  modeLock: { begin: ['mutex_lock(locks->mode);'], end: ['mutex_unlock(locks->mode);'] },
  submitLock: { begin: ['mutex_lock(locks->submit);'], end: ['mutex_unlock(locks->submit);'] },
  signalling: {
    begin: ['signalling = dma_fence_begin_signalling();'],
    end: ['dma_fence_end_signalling(signalling);'],
  },
  reclaim: { begin: ['fs_reclaim_acquire(GFP_KERNEL);'], end: ['fs_reclaim_release(GFP_KERNEL);'] },
  // The stub has signaled: the wait returns at once, and lockdep has seen it.
  fenceWait: { begin: ['dma_fence_wait(stub, false);'], end: [] },
} as const satisfies Record<string, { begin: readonly string[]; end: readonly string[] }>;

/** What a driver's locks are in C, and what they are for. */
const lockOf = {
  repairLock: ['struct rw_semaphore *repair;', 'the lock that a repair of a page fault holds'],
  submitLock: ['struct mutex *submit;', 'a lock under which the submit ioctl allocates'],
  modeLock: ['struct mutex *mode;', 'the lock under which jobs and faulting work take turns'],
} as const;

/** Whether a system has a part of this name. */
const has = (program: Program, part: string): boolean =>
  program.parts.some(({ name }) => name === part || name.startsWith(`${part}[`));

/**
 * The contexts of a described driver: what each takes follows from the facts, the options and the
 * hazards.
 */
function contextsOf(driver: Settled, program: Program): Context[] {
  const hazards: readonly string[] = driver.hazards;
  const under = (...hazard: readonly string[]): boolean =>
    hazard.some((one) => hazards.includes(one));
  const optional = (when: boolean, ...takes: readonly Taken[]): readonly Taken[] =>
    when ? takes : [];
  const repair = optional(has(program, 'repairLock'), 'repairLock');
  const submit = optional(under('recovery-takes-submit-lock', 'run-job-takes-lock'), 'submitLock');
  const mode = optional(has(program, 'modeLock'), 'modeLock');
  const contexts: (Context | null)[] = [
    {
      name: 'submit',
      about: 'The submit ioctl: it allocates before the fence of its job is visible.',
      takes: [...mode, ...repair, 'reservation', ...submit, 'reclaim'],
    },
    {
      name: 'publish',
      about: 'From the moment the fence is visible until the scheduler has the job.',
      takes: [
        ...mode,
        ...repair,
        'reservation',
        'signalling',
        ...optional(under('reclaims-between-arm-and-push'), 'reclaim'),
      ],
    },
    {
      name: 'signal',
      about:
        'What has to run before the fence signals: run_job, the interrupt, completion workers.',
      takes: [
        'signalling',
        ...optional(under('signal-path-takes-resv'), 'reservation'),
        ...optional(under('run-job-takes-lock'), 'submitLock'),
        ...optional(under('signal-path-reclaims', 'run-job-reclaims'), 'reclaim'),
      ],
    },
    {
      name: 'recovery',
      about: 'The timeout of a job, which has to signal its fence.',
      takes: [
        'signalling',
        ...optional(under('recovery-takes-submit-lock'), 'submitLock'),
        ...optional(under('recovery-allocates'), 'reclaim'),
      ],
    },
    ...ofMemory(driver, repair, has(program, 'pool')),
  ];
  return contexts.filter((one) => one !== null);
}

/** The contexts of memory: who repairs a page fault, and who waits for fences in reclaim. */
function ofMemory(
  { pageFaults, reclaimWaits }: Settled,
  repair: readonly Taken[],
  hasPool: boolean,
): (Context | null)[] {
  return [
    pageFaults === 'none'
      ? null
      : {
          name: 'repair',
          about: 'The worker that answers a page fault.',
          takes: hasPool ? repair : [...repair, 'reclaim'],
        },
    reclaimWaits === 'unbounded'
      ? {
          name: 'shrink',
          about: 'A shrinker or a notifier that reclaim calls: it waits for fences.',
          takes: ['reclaim', 'fenceWait'],
        }
      : null,
  ];
}

/**
 * Hazards whose order is put down; what lockdep cannot be taught of the others is said in the file.
 */
const taught: readonly string[] = [
  'reclaims-between-arm-and-push',
  'signal-path-takes-resv',
  'signal-path-reclaims',
  'run-job-reclaims',
  'run-job-takes-lock',
  'recovery-takes-submit-lock',
  'recovery-allocates',
];

/**
 * C for a driver that teaches lockdep the order of a description when the driver is loaded, long
 * before its threads first meet: the same as the kernel does for reservations, reclaim, notifiers
 * and fences at boot. Where the description has a hazard of locks, lockdep complains at once.
 * @throws Misuse where the driver has no job with a fence
 */
export function lockdepPriming(description: Description, program: Program): string {
  const driver = settled(description);
  if (driver.jobs.fenced === 0)
    throw new Misuse('--to lockdep-priming is about jobs with a fence, and this driver has none');
  const name = driver.driver.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase();
  const contexts = contextsOf(driver, program);
  const locks = Object.entries(lockOf).filter(([lock]) =>
    contexts.some(({ takes }) => takes.includes(lock as Taken)),
  );
  const given = locks.length === 0 ? 'void' : `const struct ${name}_locks *locks`;
  return `${[
    ...opening(driver, name),
    '',
    ...(locks.length === 0
      ? []
      : [
          '/* Set these to locks of the driver itself: lockdep knows a lock by its class. */',
          `struct ${name}_locks {`,
          ...locks.map(([, [declared, about]]) => `\t${declared}\t/* ${about} */`),
          '};',
          '',
        ]),
    ...contexts.flatMap((context) => [...contextInC(context, name, locks.length > 0), '']),
    '/* Called once, where the driver is loaded. */',
    `static void __maybe_unused ${name}_prime_lockdep(${given})`,
    '{',
    '\tif (!IS_ENABLED(CONFIG_PROVE_LOCKING))',
    '\t\treturn;',
    ...contexts.map(
      (context) => `\t${name}_prime_${context.name}(${usesLocks(context) ? 'locks' : ''});`,
    ),
    '}',
  ].join('\n')}\n`;
}

const usesLocks = ({ takes }: Context): boolean => takes.some((one) => one in lockOf);

function opening(driver: Settled, name: string): string[] {
  const left = driver.hazards.filter((one) => !taught.includes(one) && one in fragmentTexts);
  return [
    '// SPDX-License-Identifier: MIT',
    '/*',
    ` * Teaches lockdep the order of locks of ${inComment(driver.driver)}, as its description has it.`,
    ' * Made by finite-fence export --to lockdep-priming.',
    ' *',
    ` * Put it into the driver and call ${name}_prime_lockdep() where it is loaded. Every context`,
    ' * takes what it will take in use, in that order, and lets go again; nobody else runs meanwhile.',
    ' * A later path that goes against it is reported when it is first run, not when it first hangs.',
    ...(left.length === 0
      ? []
      : [
          ` * Not put down here, for no order of locks says it: ${left.map(inComment).join(', ')}.`,
        ]),
    ' */',
    '',
    '#include <linux/dma-fence.h>',
    '#include <linux/dma-resv.h>',
    '#include <linux/mutex.h>',
    '#include <linux/rwsem.h>',
    '#include <linux/sched/mm.h>',
  ];
}

/** One context: what it takes, nested, and what it gives back, in the reverse order. */
function contextInC(context: Context, name: string, some: boolean): string[] {
  const { takes, about } = context;
  const given = some && usesLocks(context) ? `const struct ${name}_locks *locks` : 'void';
  const lines = (part: 'begin' | 'end', all: readonly Taken[]): string[] =>
    all.flatMap((one) => inC[one][part].map((line) => `\t${line}`));
  const declares = [
    ...(takes.includes('reservation')
      ? ['struct ww_acquire_ctx ticket;', 'struct dma_resv resv;']
      : []),
    ...(takes.includes('fenceWait') ? ['struct dma_fence *stub = dma_fence_get_stub();'] : []),
    ...(takes.includes('signalling') ? ['bool signalling;'] : []),
  ];
  return [
    `/* ${about} */`,
    `static void ${name}_prime_${context.name}(${given})`,
    '{',
    ...declares.map((line) => `\t${line}`),
    ...(declares.length === 0 ? [] : ['']),
    ...(takes.includes('reservation') ? ['\tdma_resv_init(&resv);'] : []),
    ...lines('begin', takes),
    ...lines('end', [...takes].reverse()),
    ...(takes.includes('reservation') ? ['\tdma_resv_fini(&resv);'] : []),
    ...(takes.includes('fenceWait') ? ['\tdma_fence_put(stub);'] : []),
    '}',
  ];
}
