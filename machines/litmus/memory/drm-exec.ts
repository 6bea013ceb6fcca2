import { drmExecClauses, drmExecParts, drmExecRow } from '../../rows/drm-exec.ts';
import { lockBook } from '../../lifecycles/ww-ticket.ts';
import type { Clause, Row, Step } from '../../../src/system/vocabulary.ts';
import { from } from '../../words/cites.ts';
import { litmuses } from './ask.ts';

const execC = from('drivers/gpu/drm/drm_exec.c');
const wwH = from('kernel/locking/ww_mutex.h');
const design = from('Documentation/locking/ww-mutex-design.rst');
const ticketH = from('include/linux/ww_mutex.h');
const { toTheEnd, waitsWithLocks } = drmExecClauses;

type When = NonNullable<Step['when']>;
const objects = [1, 2] as const;
const not = (k: 1 | 2): 1 | 2 => (k === 1 ? 2 : 1);
const named = (pattern: RegExp): string[] =>
  drmExecRow.steps.map(({ name }) => name).filter((name) => pattern.test(name));
const alike = <T>(pattern: RegExp, what: (k: string) => T): Record<string, T> =>
  Object.fromEntries(named(pattern).map((name) => [name, what(/_(\d)/.exec(name)![1]!)]));
const both = (event: string, who: 'exec' | 'other'): Record<string, string> => ({
  [`${who}Book1`]: event,
  [`${who}Book2`]: event,
});

const younger = wwH('__ww_mutex_check_kill: -EDEADLK for the younger ticket, if it has a lock');

/** What each thread was told of the locks, beside what is so. */
const execBooks: Row = {
  name: 'drm-exec-books',
  parts: {
    ...drmExecParts,
    execBook1: { of: lockBook, title: 'what the submit knows of object 1' },
    execBook2: { of: lockBook, title: 'what the submit knows of object 2' },
    otherBook1: { of: lockBook, title: 'what the other thread knows of object 1' },
    otherBook2: { of: lockBook, title: 'what the other thread knows of object 2' },
  },
  steps: [],
  ties: {
    also: {
      ...alike(/^(exec_lock_\d|exec_lock_\d_has|exec_gets_\d|then_has_\d|then_locks_\d)$/, (k) => ({
        [`execBook${k}`]: 'told',
      })),
      ...alike(/^exec_unlock_/, (k) => ({ [`execBook${k}`]: 'gives' })),
      ...alike(/^(other_lock_\d|other_gets_\d)$/, (k) => ({ [`otherBook${k}`]: 'told' })),
      ...alike(/^other_unlock_/, (k) => ({ [`otherBook${k}`]: 'gives' })),
      exec_cleanup: both('gives', 'exec'),
      exec_seals: both('closes', 'exec'),
      other_ends: both('gives', 'other'),
    } as never,
    moves: {},
  },
  promises: [
    {
      name: 'who-is-refused-gives-back',
      pending: { exec: ['backs_off_1', 'backs_off_2'] } as When,
      cite: ticketH(
        'ww_mutex_lock: In the die case the caller must release all currently held w/w mutexes for the given context',
      ),
    },
    {
      name: 'the-other-who-is-refused-gives-back',
      pending: { other: 'died' } as When,
      cite: ticketH(
        'ww_mutex_lock: In the die case the caller must release all currently held w/w mutexes for the given context',
      ),
    },
  ],
  invariants: [
    ...objects.flatMap((k) => [
      {
        name: `who-was-told-has-it-${k}`,
        never: { [`execBook${k}`]: ['has', 'kept'], [`o${k}`]: '!held.exec' } as When,
        cite: ticketH('ww_mutex_lock: Returns 0 if the mutex was successfully acquired.'),
      },
      {
        name: `the-other-who-was-told-has-it-${k}`,
        never: { [`otherBook${k}`]: 'has', [`o${k}`]: '!held.other' } as When,
        cite: ticketH('ww_mutex_lock: Returns 0 if the mutex was successfully acquired.'),
      },
      {
        name: `nothing-is-held-that-nobody-asked-for-${k}`,
        never: { [`o${k}`]: 'held.exec', [`execBook${k}`]: ['none', 'closed'], prelocked: `!o${k}` } as When,
        cite: execC('drm_exec_cleanup: drm_exec_unlock_all'),
      },
      {
        name: `the-other-holds-what-it-knows-${k}`,
        never: { [`o${k}`]: 'held.other', [`otherBook${k}`]: 'none' } as When,
        cite: ticketH('ww_acquire_fini: DEBUG_LOCKS_WARN_ON(ctx->acquired)'),
      },
      {
        name: `contended-is-held-${k}`,
        never: { prelocked: `o${k}`, [`o${k}`]: '!held.exec' } as When,
        cite: execC('drm_exec_lock_contended: dma_resv_lock_slow'),
      },
      {
        name: `nothing-is-locked-after-done-${k}`,
        never: { [`execBook${k}`]: 'late' } as When,
        cite: wwH('ww_mutex_lock_acquired: DEBUG_LOCKS_WARN_ON(ww_ctx->done_acquire)'),
      },
      {
        name: `who-has-nothing-is-not-refused-${k}`,
        never: { exec: `backs_off_${k}`, [`o${not(k)}`]: '!held.exec' } as When,
        cite: wwH('__ww_mutex_check_kill: if (ctx->acquired == 0) return 0'),
      },
      {
        name: `who-backs-off-sleeps-with-nothing-${k}`,
        never: { exec: [`slow_${k}_1`, `slow_${k}_2`], [`o${not(k)}`]: 'held.exec' } as When,
        cite: ticketH(
          'ww_mutex_lock_slow: The caller must have released all w/w mutexes already acquired with the context',
        ),
      },
    ]),
    {
      name: 'the-other-who-has-nothing-is-not-refused',
      never: { other: 'died', o1: '!held.other', o2: '!held.other' } as When,
      cite: wwH('__ww_mutex_check_kill: if (ctx->acquired == 0) return 0'),
    },
    {
      name: 'only-the-younger-is-refused',
      never: { exec: ['backs_off_1', 'backs_off_2'], order: 'exec_other' } as When,
      cite: younger,
    },
    { name: 'the-older-other-is-not-refused', never: { other: 'died', order: 'other_exec' } as When, cite: younger },
    {
      name: 'nothing-is-left-over-when-all-is-locked',
      never: { exec: 'sealed', prelocked: '!none' } as When,
      cite: execC('drm_exec_cleanup: The contended and prelocked object might never be passed to'),
    },
    {
      name: 'no-lock-without-a-ticket',
      never: { exec: 'idle', o1: 'held.exec' } as When,
      cite: ticketH('ww_acquire_fini: DEBUG_LOCKS_WARN_ON(ctx->acquired)'),
    },
  ],
};

/** The end of a ticket, in the books; nobody comes between a refusal and its end: the ages are those of the refusal. */
const closes: Clause = {
  name: 'drm-exec/books-are-closed',
  says: execC('drm_exec_fini: Unlock all locked objects'),
  requires: {
    other_begins: {
      exec: ['idle', 'locking', 'sealed', ...objects.flatMap((k) => [`waits_${k}`, `retries_${k}`, `then_${k}`])],
    },
    exec_begins: { other: '!died' },
  } as never,
  also: {
    exec_ends: { execBook1: 'ends', execBook2: 'ends' },
  },
};

/** Locks alone: what is promised is asked elsewhere. */
const locksAlone: Row = { ...drmExecRow, promises: [] };

/** The submit wants both objects, and ends when it has had them. */
const wantsAll: Clause = {
  name: 'drm-exec/wants-all',
  says: execC('drm_exec_until_all_locked'),
  about: 'A submit needs every buffer of its list.',
  requires: {
    exec_seals: { o1: 'held.exec', o2: 'held.exec' },
    exec_ends: { exec: 'sealed' },
  } as never,
  forbids: named(/^exec_seals_without_/),
};

/** A submit that has begun gets every object, whoever comes. */
const getsAll: Row = {
  name: 'drm-exec-gets-all',
  parts: drmExecParts,
  steps: [],
  promises: [
    {
      name: 'submit-gets-all',
      pending: { exec: ['!idle'] } as unknown as When,
      cite: design(
        "a task trying to acquire locks doesn't grab a new reservation id, but keeps the one it acquired ...",
      ),
    },
  ],
  invariants: objects.map((k) => ({
    name: `all-is-locked-${k}`,
    never: { exec: 'sealed', [`o${k}`]: '!held.exec' } as When,
    cite: execC('drm_exec_until_all_locked: Loop until all GEM objects are locked'),
  })),
};

/** Objects are asked for as two lists say: 1 then 2 by the submit, 2 then 1 by the other thread. */
const lists: Clause = {
  name: 'drm-exec/lists',
  says: execC('drm_exec_prepare_array'),
  about: 'Each thread has a list of its own, and they are in opposite orders.',
  requires: { exec_lock_2: { o1: 'held.exec' }, other_lock_1: { o2: 'held.other' } } as never,
  // What is first in a list is waited for with nothing in the hand, or with what was contended.
  forbids: named(/^exec_lock_2_(slow_path|waits_with_none)|^other_lock_1_waits_with_none/),
};

const agesIgnored: Clause = {
  name: 'drm-exec/whatever-its-age',
  says: younger,
  about:
    'A submit that has a lock and finds another one taken backs off, also with the older ticket: a loop of trylocks.',
  forbids: named(/^exec_lock_\d_waits_older$|^then_waits_|^then_dies_|^exec.*_EDEADLK$/),
  adds: objects.map((k): Step => ({
    name: `exec_lock_${k}_EDEADLK_at_any_age`,
    actor: 'ioctl',
    moves: { exec: `die.${k}` },
    when: { [`o${k}`]: 'held.other', [`o${not(k)}`]: 'held.exec' } as When,
    cite: execC('drm_exec_lock_obj'),
  })),
};

const keepsContended: Clause = {
  name: 'drm-exec/keeps-the-contended',
  says: execC('drm_exec_cleanup: The contended and prelocked object might never be passed to'),
  about: 'What was locked because it was contended is not unlocked when nobody asks for it again.',
  forbids: named(/^exec_seals_without_/),
  adds: [
    {
      name: 'exec_seals_and_keeps',
      actor: 'ioctl',
      moves: { exec: 'done', prelocked: 'drop' } as never,
      cite: execC('drm_exec_cleanup: The contended and prelocked object might never be passed to'),
    },
  ],
};

const keepsLocks: Clause = {
  name: 'drm-exec/keeps-its-locks',
  says: ticketH('ww_mutex_lock_slow: The caller must have released all w/w mutexes already acquired with the context'),
  about: 'After -EDEADLK it sleeps on the contended object and keeps what it has.',
  forbids: ['exec_cleanup'],
  adds: [
    {
      name: 'exec_keeps_all',
      actor: 'ioctl',
      moves: { exec: 'cleanup' } as never,
      cite: execC('drm_exec_cleanup: drm_exec_unlock_all'),
    },
  ],
};

const locksAfterDone: Clause = {
  name: 'drm-exec/locks-after-done',
  says: wwH('ww_mutex_lock_acquired: DEBUG_LOCKS_WARN_ON(ww_ctx->done_acquire)'),
  about: 'The submit locks another object after the loop has ended.',
  adds: objects.map((k): Step => ({
    name: `exec_locks_${k}_late`,
    actor: 'user',
    moves: { [`o${k}`]: 'take.exec' },
    also: { [`execBook${k}`]: 'told' },
    when: { exec: 'sealed' } as When,
    cite: execC('drm_exec_lock_obj'),
  })),
};

const books = [execBooks, locksAlone];

/** Locking many buffers with a ticket: what drm_exec owes to who uses it. */
export const drmExecLitmuses = litmuses(
  {
    name: 'DRM-EXEC+books',
    cites: ['L-1'],
    twin: 'DRM-EXEC+books+keeps-the-contended',
    about:
      'Two threads with tickets lock and unlock two objects in every way. A thread holds exactly the objects ' +
      'that it was told it holds, and only the younger thread gets -EDEADLK, if it holds something.',
    asks: { rows: books, clauses: [closes] },
    expect: { verdict: 'finite', states: 346, edges: 1304 },
  },
  {
    name: 'DRM-EXEC+books+keeps-the-contended',
    cites: ['L-1'],
    twin: 'DRM-EXEC+books',
    about: 'An object was locked because it was contended, nobody asks for it again, and it stays locked.',
    asks: { rows: books, clauses: [closes, keepsContended] },
    expect: {
      verdict: 'broken',
      broken: ['nothing-is-held-that-nobody-asked-for-1', 'nothing-is-held-that-nobody-asked-for-2'],
      states: 382,
      edges: 1442,
      length: 11,
    },
  },
  {
    name: 'DRM-EXEC+books+whatever-its-age',
    cites: ['L-1'],
    twin: 'DRM-EXEC+books',
    about: 'A submit that finds a lock taken backs off, even if its ticket is the older one.',
    asks: { rows: books, clauses: [closes, agesIgnored] },
    expect: { verdict: 'broken', broken: ['only-the-younger-is-refused'], states: 358, edges: 1350, length: 5 },
  },
  {
    name: 'DRM-EXEC+books+locks-after-done',
    cites: ['L-1'],
    twin: 'DRM-EXEC+books',
    about: 'The submit locks another object after ww_acquire_done.',
    asks: { rows: books, clauses: [closes, locksAfterDone] },
    expect: {
      verdict: 'broken',
      broken: ['nothing-is-locked-after-done-1', 'nothing-is-locked-after-done-2'],
      states: 491,
      edges: 2168,
      length: 3,
    },
  },
  {
    name: 'DRM-EXEC+books+keeps-its-locks',
    cites: ['L-1'],
    twin: 'DRM-EXEC+books',
    about: 'After -EDEADLK a thread sleeps on the contended object while it holds the other one.',
    asks: { rows: books, clauses: [closes, keepsLocks] },
    expect: {
      verdict: 'broken',
      broken: ['who-backs-off-sleeps-with-nothing-1', 'who-backs-off-sleeps-with-nothing-2'],
      states: 227,
      edges: 782,
      length: 7,
    },
  },
  {
    name: 'DRM-EXEC+all',
    cites: ['L-1'],
    twin: 'DRM-EXEC+all+whatever-its-age',
    about: 'A submit that needs both objects gets both, because its ticket is at some time the oldest one.',
    asks: { rows: [drmExecRow, getsAll], clauses: [toTheEnd, wantsAll] },
    expect: { verdict: 'finite', states: 194, edges: 467 },
  },
  {
    name: 'DRM-EXEC+all+whatever-its-age',
    cites: ['L-1'],
    twin: 'DRM-EXEC+all',
    about:
      'A submit backs off whenever it finds a lock taken, whatever the age of its ticket, and may back off for ' +
      'ever.',
    asks: { rows: [drmExecRow, getsAll], clauses: [toTheEnd, wantsAll, agesIgnored] },
    expect: {
      verdict: 'unbounded',
      promises: { 'submit-gets-all': 'unbounded' },
      states: 184,
      edges: 447,
      length: 2,
    },
  },
  {
    name: 'DRM-EXEC+all+keeps-its-locks',
    cites: ['L-1'],
    twin: 'DRM-EXEC+all',
    about:
      'After -EDEADLK the submit sleeps on the contended object while it holds the other one, for which the ' +
      'older thread waits.',
    asks: { rows: [drmExecRow, getsAll], clauses: [toTheEnd, wantsAll, keepsLocks] },
    expect: {
      verdict: 'deadlock',
      promises: { 'exec-locks': 'deadlock', 'other-locks': 'deadlock', 'submit-gets-all': 'deadlock' },
      cycle: 'exec → o2 → other → o1 → exec',
      states: 148,
      edges: 343,
      length: 8,
    },
  },
  {
    name: 'DRM-EXEC+lists',
    cites: ['L-1'],
    twin: 'DRM-EXEC+lists+waits-with-locks',
    about:
      'Two threads lock two objects in opposite orders. A retry locks the contended object first, and meets it ' +
      'again later in its list.',
    asks: { rows: [drmExecRow, getsAll], clauses: [toTheEnd, wantsAll, lists] },
    expect: { verdict: 'finite', states: 83, edges: 184 },
  },
  {
    name: 'DRM-EXEC+lists+waits-with-locks',
    cites: ['L-1'],
    twin: 'DRM-EXEC+lists',
    about: 'Two threads lock two objects in opposite orders without tickets, and each waits for the other.',
    asks: { rows: [drmExecRow, getsAll], clauses: [toTheEnd, wantsAll, lists, waitsWithLocks] },
    expect: {
      verdict: 'deadlock',
      promises: { 'exec-locks': 'deadlock', 'other-locks': 'deadlock', 'submit-gets-all': 'deadlock' },
      cycle: 'exec → o2 → other → o1 → exec',
      states: 63,
      edges: 156,
      length: 6,
    },
  },
);
