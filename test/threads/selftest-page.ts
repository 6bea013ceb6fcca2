import { row, table } from '../docs/markdown.ts';
import type { SelfTest } from './selftest.ts';

type Unsaid = { readonly one: SelfTest; readonly as: object };

/** docs/kernel-selftest.md: the cases that the language cannot say, with the reason. */
export function selftestPage(cases: number, unsaid: readonly Unsaid[]): string {
  const rows = unsaid.map(
    ({ one, as }) => [one.name, whyOf((as as { reason: string }).reason)] as const,
  );
  const reasons = [...new Set(rows.map(([, why]) => why))];
  return [
    "# The kernel's own self test of lockdep",
    '',
    'lib/locking-selftest.c (6.12) has a case for each thing that lockdep is to report or to accept.',
    'A script makes a file of threads of each case, from the source of the kernel that is installed,',
    "and compares the answer with the kernel's expected one (`test/threads/selftest.test.ts`).",
    '',
    `${cases - unsaid.length} of ${cases} cases can be said, and all of them agree. ${unsaid.length} cannot:`,
    '',
    ...table(
      ['reason', 'cases'],
      reasons.map((reason) => {
        const names = rows.filter(([, why]) => why === reason).map(([name]) => `\`${name}\``);
        return row([reason, names.join(', ')]);
      }),
    ),
    '',
    'This page is generated: `UPDATE_DOCS=1 npx vitest run test/threads/selftest.test.ts` writes it.',
    '',
  ].join('\n');
}

const whys: readonly (readonly [RegExp, string])[] = [
  [/_init\(|init_/, 'a lock is initialised while it is held: the language has no call for that'],
  [/\.base\)/, 'the case injects -EDEADLK by the mutex inside a ww_mutex'],
  [/nest_lock/, 'a spinlock that nests below another lock (nest_lock)'],
  [/^[ot]\w*[.]|stamp/, 'the case writes into a ticket or a lock, which the language cannot'],
  [/unsigned int flags/, 'the case calls the allocator with flags that it saves and restores'],
];

const whyOf = (reason: string): string =>
  whys.find(([pattern]) => pattern.test(reason))?.[1] ?? reason;
