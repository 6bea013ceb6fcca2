/** What each call of a file of threads is in C. */
import { nameIn } from '../../../src/threads/world.ts';
import type { CallExpression } from '../../../src/threads/syntax.ts';
import type { Objects } from './objects.ts';

/** A call in C. `value`: it has a result. `up`, `down`: between the two a thread may not sleep. */
export type InC = { readonly text: string; readonly value: boolean };

const plain = (text: string): InC => ({ text, value: false });
const value = (text: string): InC => ({ text, value: true });

/** Names of the calls that are written as they stand: with a result, and without. */
const asWritten = new Set(
  (
    'mutex_lock mutex_unlock rt_mutex_lock rt_mutex_unlock down_read up_read down_write up_write ' +
    'folio_lock folio_unlock mmap_read_lock mmap_read_unlock mmap_write_lock mmap_write_unlock ' +
    'dma_resv_unlock ww_mutex_unlock ww_acquire_done ww_acquire_fini complete complete_all ' +
    'reinit_completion wait_for_completion kref_get synchronize_srcu synchronize_rcu ' +
    'cond_resched might_sleep might_lock flush_workqueue dma_resv_lock_slow ww_mutex_lock_slow ' +
    'dma_fence_end_signalling memalloc_nofs_restore memalloc_noreclaim_restore'
  ).split(' '),
);
const asWrittenWithResult = new Set(
  (
    'mutex_trylock down_read_trylock down_write_trylock folio_trylock mmap_read_trylock ' +
    'mmap_write_trylock dma_resv_lock dma_resv_trylock ww_mutex_lock kref_get_unless_zero ' +
    'flush_work cancel_work dma_fence_begin_signalling dma_fence_is_signaled ' +
    'memalloc_nofs_save memalloc_noreclaim_save'
  ).split(' '),
);

/** Locks under which nobody may sleep, by call: what is done after it, and before it. */
const spins = new Map(
  [
    'spin_lock',
    'raw_spin_lock',
    'write_lock',
    'read_lock',
    'spin_lock_bh',
    'spin_lock_irq',
  ].flatMap((lock): (readonly [string, 'up' | 'down'])[] => [
    [lock, 'up'],
    [lock.replace('_lock', '_unlock'), 'down'],
  ]),
);
for (const [name, how] of [
  ['write_lock_irq', 'up'],
  ['write_unlock_irq', 'down'],
  ['read_lock_irq', 'up'],
  ['read_unlock_irq', 'down'],
  ['rcu_read_lock', 'up'],
  ['rcu_read_unlock', 'down'],
  ['local_bh_disable', 'up'],
  ['local_bh_enable', 'down'],
  ['local_irq_disable', 'up'],
  ['local_irq_enable', 'down'],
  ['preempt_disable', 'up'],
  ['preempt_enable', 'down'],
] as const)
  spins.set(name, how);

const saved = /^(spin|raw_spin|write|read)_(lock|unlock)_(irqsave|irqrestore)$/;
const interruptible = /^(mutex_lock|mmap_read_lock|mmap_write_lock)_(interruptible|killable)$/;

type Site = {
  readonly call: CallExpression;
  readonly args: readonly string[];
  readonly objects: Objects;
};
type Writes = (site: Site) => InC;

/** The object that an argument names, as a place in memory. */
const held = ({ call, objects }: Site, at: number): string =>
  objects.place(nameIn(call.given[at]) ?? '');

const timed =
  (wait: (site: Site) => string): Writes =>
  (site) =>
    value(`ff_says(ff_way, "time is up") ? 0 : (${wait(site)}, 1)`);

const own: Readonly<Record<string, Writes>> = {
  dma_fence_init: ({ call, objects }) => plain(objects.initFence(nameIn(call.given[0])!)),
  dma_fence_signal: ({ args: [fence] }) => plain(`dma_fence_signal(${fence})`),
  dma_fence_signal_locked: ({ args: [fence] }) => plain(`dma_fence_signal_locked(${fence})`),
  dma_fence_wait: ({ args: [fence] }) => value(`dma_fence_wait(${fence}, false)`),
  dma_fence_wait_timeout: timed(({ args: [fence] }) => `dma_fence_wait(${fence}, false)`),
  dma_fence_add_callback: ({ call, args: [fence], objects }) => {
    const [of, run] = [nameIn(call.given[0])!, nameIn(call.given[1])!];
    return value(
      `dma_fence_add_callback(${fence}, &ff->${objects.node(of, run)}, ${objects.prefix}__cb_${run})`,
    );
  },
  dma_fence_remove_callback: ({ call, args: [fence], objects }) => {
    const [of, run] = [nameIn(call.given[0])!, nameIn(call.given[1])!];
    return value(`dma_fence_remove_callback(${fence}, &ff->${objects.node(of, run)})`);
  },
  sync_file_create: () => plain('cond_resched()'),
  drm_syncobj_replace_fence: () => plain('cond_resched()'),
  dma_resv_add_fence: ({ args: [resv, fence] }) => plain(`ff_add_fence(${resv}, ${fence})`),
  dma_resv_reserve_fences: ({ args: [resv] }) => value(`dma_resv_reserve_fences(${resv}, 1)`),
  dma_resv_wait_timeout: ({ args: [resv] }) =>
    value(`dma_resv_wait_timeout(${resv}, DMA_RESV_USAGE_BOOKKEEP, false, MAX_SCHEDULE_TIMEOUT)`),
  ww_acquire_init: ({ call, args: [ticket], objects }) =>
    plain(`ww_acquire_init(${ticket}, &${objects.ticketClass(nameIn(call.given[0])!)})`),
  ww_mutex_trylock: ({ args: [lock, ticket = 'NULL'] }) =>
    value(`ww_mutex_trylock(${lock}, ${ticket})`),
  kmalloc: ({ args, objects }) => value(`${objects.prefix}__allocates(ff_way, ${args.at(-1)})`),
  kcalloc: ({ args, objects }) => value(`${objects.prefix}__allocates(ff_way, ${args.at(-1)})`),
  reclaim: ({ objects }) => value(`${objects.prefix}__allocates(ff_way, GFP_KERNEL)`),
  copy_from_user: ({ objects }) => value(`${objects.prefix}__faults(ff_way, false)`),
  get_user_pages: ({ objects }) => value(`${objects.prefix}__faults(ff_way, true)`),
  mmu_notifier_invalidate_range_start: ({ objects }) => plain(`${objects.prefix}__notifies()`),
  mmu_notifier_invalidate_range_end: () => plain('cond_resched()'),
  munmap: ({ args: [mm], objects }) =>
    plain(`mmap_write_lock(${mm}); ${objects.prefix}__notifies(); mmap_write_unlock(${mm})`),
  queue_work: ({ args }) =>
    value(`queue_work(${args.length > 1 ? args[0] : 'system_wq'}, ${args.at(-1)})`),
  cancel_work_sync: ({ call, args: [work], objects }) =>
    value(
      `(ff_cancels(ff_play, ${objects.thread(nameIn(call.given[0])!)}), cancel_work_sync(${work}))`,
    ),
  raise_irq: () => plain('barrier()'),
  hardware_runs: () => plain('barrier()'),
  irq_work_queue: () => plain('barrier()'),
  tasklet_schedule: () => plain('barrier()'),
  irq_wake_thread: () => plain('barrier()'),
  mod_timer: () => plain('barrier()'),
  wait_event: (site) => plain(`ff_await_woken(&${held(site, 0)}, ${site.args[1]})`),
  wait_event_timeout: timed((site) => `ff_await_value(&${held(site, 0)}, ${site.args[1]})`),
  wait_for_completion_timeout: timed(({ args: [done] }) => `wait_for_completion(${done})`),
  wake_up: () => plain('ff_wake()'),
  READ_ONCE: (site) => value(`READ_ONCE(${held(site, 0)})`),
  WRITE_ONCE: (site) => plain(`WRITE_ONCE(${held(site, 0)}, ${site.args[1]})`),
  atomic_inc: (site) => plain(`${held(site, 0)}++`),
  atomic_dec: (site) => plain(`${held(site, 0)}--`),
  atomic_dec_and_test: (site) => value(`--${held(site, 0)} == 0`),
  atomic_dec_if_positive: (site) => value(`${held(site, 0)} > 0 ? (${held(site, 0)}--, 1) : -1`),
  atomic_inc_not_zero: (site) => value(`${held(site, 0)} ? ${held(site, 0)}++, 1 : 0`),
  test_and_set_bit: (site) => value(`xchg(&${held(site, 0)}, 1)`),
  kref_put: ({ call, args: [count], objects }) =>
    value(`kref_put(${count}, ${objects.prefix}__release_${nameIn(call.given[1])})`),
  srcu_read_lock: ({ args: [srcu] }) => value(`ff_play->srcu[FF_SELF] = srcu_read_lock(${srcu})`),
  srcu_read_unlock: ({ args: [srcu] }) =>
    plain(`srcu_read_unlock(${srcu}, ff_play->srcu[FF_SELF])`),
  nondet: () => value("ff_way[0] == '1'"),
  may_hang: () => plain('if (ff_says(ff_way, "hangs")) ff_hang(ff_play)'),
  local_irq_save: () => plain('FF_UP; local_irq_save(ff_play->flags[FF_SELF])'),
  local_irq_restore: () => plain('local_irq_restore(ff_play->flags[FF_SELF]); FF_DOWN'),
  pagefault_disable: () => plain('pagefault_disable(); FF_UP'),
  pagefault_enable: () => plain('FF_DOWN; pagefault_enable()'),
};

/** A call as C writes it; null: it is not exported. `name` is the call's own, not an alias. */
export function inC(name: string, call: CallExpression, objects: Objects): InC | null {
  const args = call.given.map((one) => objects.argument(one));
  const site: Site = { call, args, objects };
  const found = own[name];
  if (found !== undefined) return found(site);
  const kept = saved.exec(call.name);
  if (kept !== null) {
    const flags = `ff->flags_of_${nameIn(call.given[0])}`;
    const made = `${call.name}(${args[0]}, ${flags})`;
    return plain(kept[2] === 'lock' ? `FF_UP; ${made}` : `${made}; FF_DOWN`);
  }
  const how = spins.get(call.name);
  if (how !== undefined) {
    const made = `${call.name}(${args.join(', ')})`;
    return plain(how === 'up' ? `FF_UP; ${made}` : `${made}; FF_DOWN`);
  }
  const [, lock] = interruptible.exec(call.name) ?? [];
  if (lock !== undefined)
    return value(`ff_says(ff_way, "a signal comes") ? -EINTR : (${lock}(${args[0]}), 0)`);
  if (call.name === 'dma_resv_lock_interruptible')
    return value(`ff_says(ff_way, "a signal comes") ? -EINTR : dma_resv_lock(${args.join(', ')})`);
  const text = `${call.name}(${args.join(', ')})`;
  if (asWrittenWithResult.has(call.name)) return value(text);
  return asWritten.has(call.name) ? plain(text) : null;
}
