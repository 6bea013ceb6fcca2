/**
 * What a file that `log --propose` writes of a report is expected to say: written before the first
 * of them was written. A text instead of a verdict is why nothing can be proposed.
 */
export type Expected =
  | { readonly verdict: 'deadlock' | 'finite' | 'broken'; readonly because: string }
  | { readonly not: string };

const deadlock = (because: string): Expected => ({ verdict: 'deadlock', because });
const finite = (because: string): Expected => ({ verdict: 'finite', because });
const broken = (because: string): Expected => ({ verdict: 'broken', because });
const no = (why: string): Expected => ({ not: why });

const reclaimUnderLock =
  'the signaling path takes a lock under which others allocate memory, and reclaim waits for the fence';
const abba = 'two tasks take two locks in both orders';
const atBoot = 'two of the edges are of the one thread that boots: it cannot be in both at once';
const holder = 'the holder of the lock reclaims memory and waits for the fence that it signals';
const assertion = 'an assertion that failed';

export const expectedOfReal: Readonly<Record<string, Expected>> = {
  'a6xx-gpu-gmu__a6xx-gpu-gmu-lock_e959b6a3': deadlock(reclaimUnderLock),
  'c-notifiers-rwsem__devfreq-lock_4247279e': deadlock('five locks in a circle'),
  'cpuset-rwsem__mm-mmap-lock-2_65a5cd66': deadlock('four locks in a circle'),
  'dma-fence-map__console-lock_4fbb4500': deadlock(reclaimUnderLock),
  'dma-fence-map__devfreq-lock_f1f761a4': deadlock(reclaimUnderLock),
  'dma-fence-map__gmu-lock_b5b16a9c': deadlock(reclaimUnderLock),
  'fs-reclaim__reservation-ww-class_cfdd2ac1': deadlock(
    'a shrinker waits for a dma_resv under which others allocate',
  ),
  'gpu-lock__prepare-lock_ffeaf7ef': deadlock(reclaimUnderLock),
  'inconsistent-lock-st___3de17515': deadlock('an interrupt takes a lock that it finds held'),
  'inconsistent-lock-st___862d7da2': deadlock('an interrupt takes a lock that it finds held'),
  'msm-obj-lock__reservation-ww-class_7835cedc': deadlock(abba),
  'ptrval-sched-job-lis__ptrval-gpu-fence-spi_b9b244a5': deadlock(abba),
  'reservation-ww-class__cli-mutex_1b3d3fb0': deadlock(abba),
  'reservation-ww-class__cli-mutex_a52bb147': deadlock(abba),
  'reservation-ww-class__opp-table-lock_107067f8': finite(atBoot),
  'reservation-ww-class__opp-table-lock_38ee76e6': finite(atBoot),
  'reservation-ww-class__reservation-ww-class_fc04fbdc': deadlock(
    'two dma_resv without one ticket, and another task has them the other way round',
  ),
  'svmm-mutex__vmm-mutex-3_60402c26': deadlock(
    'memory is allocated under a lock that the notifier takes',
  ),
};

export const expectedOfMadeUp: Readonly<Record<string, Expected>> = {
  '01-resv-add-fence-unlocked': no(assertion),
  '02-dmabuf-unpin-unlocked': no(assertion),
  '03-sysrq-w-recovery-reclaims': deadlock(
    'recovery reclaims and waits for the fence that it signals',
  ),
  '04-hung-task-wrapped': deadlock('recovery waits for the fence that it signals'),
  '06-holder-recovery-reclaims': deadlock(holder),
  '07-hang-dmesg-iso': deadlock(holder),
  '09-hang-ansi': deadlock(holder),
  '11-hang-decoded': deadlock(holder),
  '12-unlock-balance': broken('a lock is given back that is not held'),
  '13-resv-same-object-twice': deadlock('one lock twice'),
  '14-mutex-self-deadlock': deadlock('one lock twice'),
  '15-nested-fence-signal': deadlock(
    'two locks of one class, and another task has them the other way round',
  ),
  '16-truncated-chain': no('the way back is not in this log'),
  '17-header-cut': deadlock('the signaling path allocates, and reclaim waits for the fence'),
  '18-primed-edge': finite('nobody but an annotation allocates under the lock of the notifier'),
  '19-known-trouble-not-judged': no('nothing is judged'),
  '20-atomic-sleep-in-callback': broken(
    'a callback of a fence, which runs under its lock, allocates memory that may reclaim',
  ),
  '25-add-fence-no-slot': no(assertion),
  '26-reserve-fences-warn': no(assertion),
  '27-ttm-unpin-warn': no(assertion),
  '30-scenario-alone': deadlock('the table shows both CPUs and the interrupt'),
  '31-dept': deadlock('a fence is waited for under a lock that its signal needs'),
  '32-irq-order-cut': deadlock('the usage of the locks says who takes them in an interrupt'),
  '40-gate': finite('both tasks hold one more lock, and it is the same object'),
  '41-gate-of-two-objects': deadlock('the outer locks of the two tasks are two objects'),
  '42-primed-by-a-driver': finite('nobody but an annotation allocates under the lock'),
  '43-allocates-for-real': deadlock('as the one before, but the driver really allocates'),
  '44-boot-alone': finite('both orders are of the one thread that boots'),
  '45-boot-and-a-worker': deadlock('one of the orders is of a worker'),
  '46-timed-wait': finite('the holder of the lock waits no longer than its timeout'),
  '47-wait-without-a-timeout': deadlock('the holder of the lock waits for the fence'),
  '48-ordered-workqueue': finite('both are works of one ordered workqueue'),
  '49-unordered-workqueue': deadlock('both are works of a workqueue that runs several at once'),
  '50-dept-three-contexts': deadlock('three contexts in a circle'),
  '51-dept-one-context': deadlock('it waits for the event that it owes itself'),
  '52-dept-page-bit': deadlock('the bit is cleared by who waits for the lock'),
};

/** How the first files that were written agreed with what was expected before. */
export const firstTries = {
  right: 53,
  wrong: [
    {
      report: '30-scenario-alone',
      was: 'finite',
      because:
        'the interrupt of the table was written as a shrinker, since the table names no context',
    },
  ],
} as const;
