/** Reclaim, page faults and invalidations in C. */
import type { Body, World } from '../../../src/threads/world.ts';

const lines = (list: readonly string[]): string => list.map((one) => `\t${one}\n`).join('');
const map = (what: string): string =>
  '#ifdef CONFIG_MMU_NOTIFIER\n' +
  `\tlock_map_${what}(&__mmu_notifier_invalidate_range_start_map);\n` +
  '#endif\n';

/** What an allocation, a fault and an invalidation do, and what others teach lockdep. */
export function reclaimInC(n: string, { things }: World, inside: readonly Body[]): string[] {
  const namesOf = (...kinds: readonly string[]): string[] =>
    inside.filter(({ kind }) => kinds.includes(kind.name)).map(({ name }) => name);
  const fences = [...things.values()].filter(({ type }) => type.name === 'dma_fence');
  const mm = [...things.values()].find(({ type }) => type.name === 'mm_struct')?.name;
  const notifiers = namesOf('notifier').map((one) => `${n}_${one}();`);
  const unheld = (call: string): string[] => (mm === undefined ? [] : ['if (!held)', `\t${call};`]);
  const faults = namesOf('cpu_fault').map((one) => `${n}_${one}();`);
  return [
    `static void __maybe_unused ${n}__notifies(void)
{
${map('acquire')}${lines(notifiers)}${map('release')}}
`,
    `/* What reclaim would do is done here, in its context, where the run says so. */
static int __maybe_unused ${n}__reclaims(const char *way)
{
	unsigned int flags = memalloc_noreclaim_save();

${lines([
  ...fences.flatMap(({ name }) => [
    `if (ff_says(way, "waits for ${name}"))`,
    `\tdma_fence_wait(&ff->${name}, false);`,
  ]),
  ...namesOf('shrinker', 'notifier').flatMap((one) => [
    `if (ff_says(way, " ${one}"))`,
    `\t${n}_${one}();`,
  ]),
])}	memalloc_noreclaim_restore(flags);
	return !ff_says(way, "fails");
}

static int __maybe_unused ${n}__allocates(const char *way, gfp_t gfp)
{
	kfree(kmalloc(64, gfp));
	return ${n}__reclaims(way);
}
`,
    `static int __maybe_unused ${n}__faults(const char *way, bool held)
{
${lines([
  ...unheld(`might_lock_read(&ff->${mm}->mmap_lock)`),
  'if (!ff_says(way, "faults"))',
  '\treturn 0;',
  ...unheld(`mmap_read_lock(ff->${mm})`),
  ...faults,
  `${n}__allocates(way, GFP_KERNEL);`,
  ...unheld(`mmap_read_unlock(ff->${mm})`),
])}	return 0;
}
`,
    elsewhere(n, namesOf('shrinker'), notifiers, mm, faults),
  ];
}

/** What any process that reclaims or faults teaches lockdep. */
const elsewhere = (
  n: string,
  shrinkers: readonly string[],
  notifiers: readonly string[],
  mm: string | undefined,
  faults: readonly string[],
): string => `/* What any process that reclaims or faults teaches lockdep. */
static int __maybe_unused ${n}__elsewhere(void *unused)
{
${lines([
  ...shrinkers.flatMap((one) => [
    'fs_reclaim_acquire(GFP_KERNEL);',
    `${n}_${one}();`,
    'fs_reclaim_release(GFP_KERNEL);',
  ]),
  ...(notifiers.length > 0 ? [`${n}__notifies();`] : []),
  ...(mm === undefined || faults.length === 0
    ? []
    : [`mmap_read_lock(ff->${mm});`, ...faults, `mmap_read_unlock(ff->${mm});`]),
])}	return 0;
}
`;
