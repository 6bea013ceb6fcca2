/**
 * Files of threads on the kernel: each side is a KUnit suite of its own and a boot of its own, for
 * lockdep is silent after its first report and what hangs stays.
 */
import { kernelCalls } from '../../../machines/calls/index.ts';
import { player } from '../../../machines/exports/threads/player.ts';
import { headers } from '../../../machines/exports/threads/suite.ts';
import { boot, notAsked, type Boot } from './boot.ts';
import type { Case } from './ktap.ts';
import type { Played } from './sides.ts';

/** The suites in a few files of C: one for each would be read by the compiler with all headers. */
export function sourcesOf(played: readonly Played[], count = 4): ReadonlyMap<string, string> {
  const size = Math.ceil(played.length / count);
  return new Map(
    Array.from({ length: count }, (_, part) => {
      const texts = played.slice(part * size, (part + 1) * size).map(({ text }) => text);
      const parts = ['// SPDX-License-Identifier: GPL-2.0', headers, player, ...texts];
      return [`litmus-${part + 1}.c`, `${parts.join('\n')}\nMODULE_LICENSE("GPL");\n`] as const;
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

/** The first report of lockdep among these lines. */
export function lockdepOf(lines: readonly string[]): Lockdep {
  const from = lines.findIndex((line) => reports.some(([pattern]) => pattern.test(line)));
  if (from < 0) return { kind: 'silent', classes: [] };
  const [, kind] = reports.find(([pattern]) => pattern.test(lines[from]!))!;
  const to = lines.findIndex((line, n) => n > from && line.includes('stack backtrace'));
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
  return classes.some((wanted, report) => {
    if (kinds[report] !== kind) return false;
    if (kind !== 'circular') return wanted[0] === seen[0];
    const more = seen.filter((name) => !wanted.includes(name));
    const all = wanted.every((name) => seen.includes(name));
    return all && more.every((name) => primed.includes(name));
  });
}

/** What a kernel says of what goes against a rule of calls. */
const breaches: readonly (readonly [RegExp, RegExp])[] = [
  [/may sleep, in atomic context/, /sleeping function called from invalid|Invalid wait context/],
  [/is not held|is held (shared|alone)/, /bad unlock balance|DEBUG_(RWSEMS|LOCKS)_WARN_ON/],
  [/ends with .* held/, /still has locks held|lock held when returning/],
  [/reference|counts/, /refcount_t/],
];

/** What the kernel said of one side of a file. */
export type Judged = {
  readonly played: Played;
  readonly cases: readonly Case[];
  readonly lockdep: Lockdep;
  /**
   * In what the kernel differs from the model, and why that is so where the file of differences
   * says it.
   */
  readonly differs: readonly { readonly what: string; readonly why: string | null }[];
  readonly noise: readonly string[];
  /** Seconds of a boot that had to be ended. */
  readonly lost: number;
};

/** A side that had no boot, because others stood for too long. */
export const unasked = (played: Played): Judged => ({
  played,
  cases: [],
  lockdep: { kind: 'silent', classes: [] },
  differs: [{ what: notAsked, why: null }],
  noise: [],
  lost: 0,
});

/** Boots one suite and compares. */
export async function judged(image: string, played: Played, log: string): Promise<Judged> {
  return compared(played, await boot(image, { filter: played.name, log, seconds: 60 }));
}

/** In what the cases of a boot are not as they should be. */
function amiss({ sequences, breach }: Played, { cases, unfinished, fate, noise }: Boot): string[] {
  const differs: string[] = [];
  if (unfinished !== null || fate !== null)
    differs.push(`the kernel ${fate ?? 'ended'} in ${unfinished?.name ?? 'it'}`);
  const count = sequences + (breach === null ? 1 : 2);
  if (cases.length !== count) differs.push(`${cases.length} cases, not ${count}`);
  const word = breaches.find(([pattern]) => pattern.test(breach ?? ''))?.[1];
  if (breach !== null && !noise.some((line) => word?.test(line) === true))
    differs.push(`the kernel says nothing of "${breach}"`);
  for (const { name, ok, said } of cases) {
    if (ok) continue;
    const line = said.find((text) => /the model says|was not taken|EXPECTATION/.test(text)) ?? '';
    differs.push(`${name}: ${line.trim()}`);
  }
  return differs;
}

/** What a boot said, beside what the model says. */
export function compared(played: Played, booted: Boot): Judged {
  const lockdep = lockdepOf(booted.lines);
  const differs = amiss(played, booted);
  const wanted = played.kinds.length === 0 ? ['silent'] : played.kinds;
  if (!wanted.includes(lockdep.kind))
    differs.push(`lockdep is ${lockdep.kind}, by the model ${[...new Set(wanted)].join(', ')}`);
  else if (lockdep.kind !== 'silent' && !sameClasses(played, lockdep))
    differs.push(`lockdep names ${lockdep.classes.join(' → ')}`);
  return {
    played,
    cases: booted.cases,
    lockdep,
    noise: booted.noise.filter((line) => !reports.some(([pattern]) => pattern.test(line))),
    lost: booted.late ? booted.seconds : 0,
    differs: differs.map((what) => ({
      what,
      why: played.explained.find(({ says }) => what.includes(says))?.why ?? null,
    })),
  };
}
