/**
 * Files of threads on the kernel: each side is a KUnit suite of its own and a boot of its own, for
 * lockdep is silent after its first report and what hangs stays.
 */
import { kernelCalls } from '../../../machines/calls/index.ts';
import { player } from '../../../machines/exports/threads/player.ts';
import { headers } from '../../../machines/exports/threads/suite.ts';
import { boot, type Boot, type Case } from './boot.ts';
import type { Played } from './sides.ts';

/** The suites in a few files of C: one for each would be read by the compiler with all headers. */
export function sourcesOf(played: readonly Played[], count = 4): ReadonlyMap<string, string> {
  const size = Math.ceil(played.length / count);
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const text = played.slice(at * size, (at + 1) * size).map((one) => one.text);
      const parts = ['// SPDX-License-Identifier: GPL-2.0', headers, player, ...text];
      return [`litmus-${at + 1}.c`, `${parts.join('\n')}\nMODULE_LICENSE("GPL");\n`] as const;
    }),
  );
}

const reports: readonly (readonly [RegExp, string])[] = [
  [/possible circular locking dependency/, 'circular'],
  [/possible recursive locking/, 'recursive'],
  [/inconsistent lock state/, 'inconsistent'],
  [/(HARD|SOFT)IRQ-safe -> \1IRQ-unsafe|possible irq lock inversion/, 'irq-inversion'],
];

/** What lockdep said first, and the classes of its report; `silent` where it said nothing. */
type Lockdep = { readonly kind: string; readonly classes: readonly string[] };

export function lockdepOf(lines: readonly string[]): Lockdep {
  const from = lines.findIndex((line) => reports.some(([pattern]) => pattern.test(line)));
  if (from < 0) return { kind: 'silent', classes: [] };
  const [, kind] = reports.find(([pattern]) => pattern.test(lines[from]!))!;
  const to = lines.findIndex((line, at) => at > from && line.includes('stack backtrace'));
  const report = lines.slice(from, to < 0 ? from + 80 : to);
  const chain = report.flatMap((line) => /-> #\d+ \((.*?)\)\{/.exec(line)?.[1] ?? []);
  const taken = report.flatMap((line) => /\((.*?)\)\{[-+.?!\w]+\}-\{/.exec(line)?.[1] ?? []);
  return { kind, classes: [...new Set(chain.length > 0 ? chain : taken)].map(classOf) };
}

/** A class as the model calls it. */
const classOf = (name: string): string =>
  name
    .replace(/^&\w*ff->/, '&')
    .replace(/^\(wq_completion\)/, '(wq)')
    .replace(/^\(work_completion\)\(&\w*ff->work_(\w+)\)?$/, '(work)$1')
    .replace(/#\d+$/, '');

/**
 * Whether the classes of a report are those of one that the model expects. The kernel's chain goes
 * through every class that was taken at boot between two; ours takes the direct way. Of a recursion
 * only the first is meant: the rest is what is held besides.
 */
function sameClasses({ kinds, classes }: Played, { kind, classes: seen }: Lockdep): boolean {
  const { primed } = kernelCalls.order;
  return classes.some((wanted, at) => {
    if (kinds[at] !== kind) return false;
    if (kind !== 'circular') return wanted[0] === seen[0];
    const more = seen.filter((one) => !wanted.includes(one));
    return wanted.every((one) => seen.includes(one)) && more.every((one) => primed.includes(one));
  });
}

/** What a kernel says of what goes against a rule of calls. */
const breaches: readonly (readonly [RegExp, RegExp])[] = [
  [/may sleep, in atomic context/, /sleeping function called from invalid|Invalid wait context/],
  [/is not held|is held (shared|alone)/, /bad unlock balance|DEBUG_(RWSEMS|LOCKS)_WARN_ON/],
  [/ends with .* held/, /still has locks held|lock held when returning/],
  [/reference|counts/, /refcount_t/],
];

export type Judged = {
  readonly played: Played;
  readonly cases: readonly Case[];
  readonly lockdep: Lockdep;
  /** In what the kernel differs from the model, and why that is so where the file of differences says it. */
  readonly differs: readonly { readonly what: string; readonly why: string | null }[];
  readonly noise: readonly string[];
};

/** Boots one suite and compares. */
export async function judged(image: string, played: Played, log: string): Promise<Judged> {
  const one = await boot(image, { filter: played.name, log, seconds: 60 });
  return compared(played, one);
}

export function compared(played: Played, one: Boot): Judged {
  const lockdep = lockdepOf(one.lines);
  const found: string[] = [];
  if (one.unfinished !== null) found.push(`the kernel ended in ${one.unfinished.name ?? 'it'}`);
  const count = played.sequences + (played.breach === null ? 1 : 2);
  if (one.cases.length !== count) found.push(`${one.cases.length} cases, not ${count}`);
  const word = breaches.find(([pattern]) => pattern.test(played.breach ?? ''))?.[1];
  if (played.breach !== null && !one.noise.some((line) => word?.test(line) === true))
    found.push(`the kernel says nothing of "${played.breach}"`);
  for (const { name, ok, said } of one.cases) {
    if (ok) continue;
    const line = said.find((text) => /the model says|was not taken|EXPECTATION/.test(text)) ?? '';
    found.push(`${name}: ${line.trim()}`);
  }
  const wanted = played.kinds.length === 0 ? ['silent'] : played.kinds;
  if (!wanted.includes(lockdep.kind))
    found.push(`lockdep is ${lockdep.kind}, by the model ${[...new Set(wanted)].join(', ')}`);
  else if (lockdep.kind !== 'silent' && !sameClasses(played, lockdep))
    found.push(`lockdep names ${lockdep.classes.join(' → ')}`);
  const others = one.noise.filter((line) => !reports.some(([pattern]) => pattern.test(line)));
  return {
    played,
    cases: one.cases,
    lockdep,
    noise: others,
    differs: found.map((what) => ({
      what,
      why: played.explained.find(({ says }) => what.includes(says))?.why ?? null,
    })),
  };
}
