/** The objects of a file of threads in C: what they are, how they begin. */
import type { Argument, Expression } from '../../../src/threads/syntax.ts';
import { callsIn, nameIn, type Thing, type World } from '../../../src/threads/world.ts';

/** Types that are exported, as C declares them. */
const types: Readonly<Record<string, string>> = {
  mutex: 'struct mutex',
  rt_mutex: 'struct rt_mutex',
  spinlock_t: 'spinlock_t',
  raw_spinlock_t: 'raw_spinlock_t',
  rwlock_t: 'rwlock_t',
  rw_semaphore: 'struct rw_semaphore',
  dma_resv: 'struct dma_resv',
  ww_mutex: 'struct ww_mutex',
  ww_acquire_ctx: 'struct ww_acquire_ctx',
  folio: 'struct folio *',
  mm_struct: 'struct mm_struct *',
  srcu_struct: 'struct srcu_struct',
  rcu_domain: '',
  dma_fence: 'struct dma_fence',
  completion: 'struct completion',
  workqueue_struct: 'struct workqueue_struct *',
  kref: 'struct kref',
  bool: 'int',
  atomic_t: 'int',
};
const pointers = new Set(['folio', 'mm_struct', 'workqueue_struct']);
/** Types of which the kernel itself gives all objects one class. */
const oneClass = new Set(['dma_resv', 'ww_mutex', 'mm_struct', 'folio', 'workqueue_struct']);
const locks = new Set([
  'mutex',
  'rt_mutex',
  'spinlock_t',
  'raw_spinlock_t',
  'rwlock_t',
  'rw_semaphore',
]);

const spinning = new Set(['spinlock_t', 'raw_spinlock_t', 'rwlock_t']);

/** Whether C has words for objects of this type. */
export const exportsType = (name: string): boolean => types[name] !== undefined;

const completed: Readonly<Record<string, (at: string) => string>> = {
  one: (at) => ` complete(&${at});`,
  all: (at) => ` complete_all(&${at});`,
};
const plainInit: Readonly<Record<string, (at: string, thing: Thing) => string>> = {
  mutex: (at) => `mutex_init(&${at});`,
  // rt_mutex_init() names the lock's class by the function in which it stands.
  rt_mutex: (at) =>
    `{ static struct lock_class_key key; __rt_mutex_init(&${at}, "&${at}", &key); }`,
  spinlock_t: (at) => `spin_lock_init(&${at});`,
  raw_spinlock_t: (at) => `raw_spin_lock_init(&${at});`,
  rwlock_t: (at) => `rwlock_init(&${at});`,
  rw_semaphore: (at) => `init_rwsem(&${at});`,
  dma_resv: (at) => `dma_resv_init(&${at});`,
  ww_mutex: (at) => `ww_mutex_init(&${at}, &ww_class);`,
  folio: (at) => `${at} = folio_alloc(GFP_KERNEL, 0);`,
  mm_struct: (at) => `${at} = mm_alloc();`,
  srcu_struct: (at) => `init_srcu_struct(&${at});`,
  kref: (at, { initial }) => `refcount_set(&${at}.refcount, ${initial});`,
  bool: (at, { initial }) => `${at} = ${initial};`,
  atomic_t: (at, { initial }) => `${at} = ${initial};`,
  completion: (at, { initial }) =>
    `init_completion(&${at});${completed[initial ?? 'none']?.(at) ?? ''}`,
  workqueue_struct: (place, { name, words }) => {
    const flags = ['WQ_MEM_RECLAIM', 'WQ_UNBOUND', 'WQ_HIGHPRI'].filter((one) => words.has(one));
    const said = flags.length === 0 ? '0' : flags.join(' | ');
    return words.has('ordered')
      ? `${place} = alloc_ordered_workqueue("%s", ${said}, "${name}");`
      : `${place} = alloc_workqueue("%s", ${said}, 0, "${name}");`;
  },
};

/** The objects of one side of a file. */
export class Objects {
  readonly prefix: string;
  readonly world: World;
  private readonly nodes = new Set<string>();

  constructor(world: World, prefix: string) {
    this.world = world;
    this.prefix = prefix;
    for (const { body } of world.file.items) {
      for (const { name, given } of callsIn(body)) {
        if (name === 'dma_fence_add_callback')
          this.nodes.add(this.node(nameIn(given[0]) ?? '', nameIn(given[1]) ?? ''));
      }
    }
  }

  /** An object's place in memory. */
  place(name: string): string {
    return this.world.things.has(name) ? `ff->${name}` : name;
  }

  /** The node of a callback on a fence. */
  node(fence: string, callback: string): string {
    return `cb_${fence}_${callback}`;
  }

  /** The number of a thread. */
  thread(name: string): number {
    return this.world.threads.findIndex((one) => one.name === name);
  }

  /** The class whose tickets a ticket is of: that of the locks that are taken with it. */
  ticketClass(name: string): string {
    const wounds = this.world.file.items
      .flatMap(({ body }) => callsIn(body))
      .some((one) => one.name.startsWith('ww_mutex_lock') && nameIn(one.given[1]) === name);
    return wounds ? 'ww_class' : 'reservation_ww_class';
  }

  argument(one: Argument): string {
    if (one.is === 'flags') return one.words.join(' | ');
    if (one.is === 'value') return this.pure(one.value);
    const name = nameIn(one)!;
    const thing = this.world.things.get(name);
    if (thing !== undefined) return pointers.has(thing.type.name) ? `ff->${name}` : `&ff->${name}`;
    return `&ff->work_${name}`;
  }

  /** A value that needs no call. */
  pure(expression: Expression): string {
    if (expression.is === 'number') return String(expression.value);
    if (expression.is === 'error') return `-${expression.name}`;
    if (expression.is !== 'variable') return '0';
    const thing = this.world.things.get(expression.name);
    if (thing !== undefined)
      return pointers.has(thing.type.name) ? `ff->${expression.name}` : `&ff->${expression.name}`;
    const { constants, flags } = this.world.language;
    const known = expression.name in constants || flags.includes(expression.name);
    return known ? expression.name : `v_${expression.name}`;
  }

  initFence(name: string): string {
    const { used } = this.world.things.get(name)!;
    const lock = used === null ? `ff->lock_of_${name}` : `ff->${used}`;
    return `dma_fence_init(&ff->${name}, &ff_fence_ops, &${lock}, dma_fence_context_alloc(1), 1)`;
  }

  /** Members of the struct. */
  declarations(): string[] {
    const things = [...this.world.things.values()].flatMap(({ name, type, used }) => {
      const declared = types[type.name] === '' ? [] : [`${types[type.name]} ${name};`];
      const lock =
        type.name === 'dma_fence' && used === null ? [`spinlock_t lock_of_${name};`] : [];
      const flags = spinning.has(type.name) ? [`unsigned long flags_of_${name};`] : [];
      return [...declared, ...lock, ...flags];
    });
    const works = this.world.threads
      .filter(({ kind }) => kind.on !== undefined)
      .map(({ name }) => `struct work_struct work_${name};`);
    return [...things, ...works, ...[...this.nodes].map((one) => `struct dma_fence_cb ${one};`)];
  }

  /** Statements that make all objects new. */
  inits(): string[] {
    const things = [...this.world.things.values()];
    const fences = things.filter(({ type }) => type.name === 'dma_fence');
    return [
      ...things.flatMap((thing) => this.init(thing)),
      ...fences.flatMap(({ name, used, initial }) => [
        ...(used === null ? [`spin_lock_init(&ff->lock_of_${name});`] : []),
        `${this.initFence(name)};`,
        ...(initial === 'signaled' ? [`dma_fence_signal(&ff->${name});`] : []),
      ]),
    ];
  }

  private init(thing: Thing): string[] {
    const { name, type } = thing;
    const made = plainInit[type.name]?.(`ff->${name}`, thing);
    if (made === undefined) return [];
    const family = thing.class.replace(/^&/, '');
    if (!locks.has(type.name) || oneClass.has(type.name) || family === name) return [made];
    return [
      made,
      `lockdep_set_class_and_name(&ff->${name}, &${this.prefix}__class_of_${family}, "&ff->${family}");`,
    ];
  }

  /** Keys of classes that several objects share. */
  keys(): string[] {
    const families = new Set(
      [...this.world.things.values()]
        .filter((one) => locks.has(one.type.name) && one.class !== `&${one.name}`)
        .map((one) => one.class.replace(/^&/, '')),
    );
    return [...families].map(
      (one) => `static struct lock_class_key ${this.prefix}__class_of_${one};`,
    );
  }
}
