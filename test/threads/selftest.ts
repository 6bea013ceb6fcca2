import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kernelCalls } from '../../machines/calls/index.ts';
import type { Call, Language, Operation } from '../../src/threads/meaning.ts';

/**
 * A case of the kernel's lib/locking-selftest.c: its function, what the kernel expects, and its body
 * after the preprocessor.
 */
export type SelfTest = { readonly name: string; readonly fails: boolean; readonly body: string };

/** Where the source of a kernel is: a folder, or an archive of Debian's linux-source package. */
const archive = (): string | undefined =>
  existsSync('/usr/src')
    ? readdirSync('/usr/src').find((name) => /^linux-source-6\.12.*\.tar\.xz$/.test(name))
    : undefined;
export const kernelSource = process.env['FINITE_FENCE_KERNEL'] ?? archive();

/** Every case, of the kernel that is installed. */
export function selfTests(): SelfTest[] {
  const folder = mkdtempSync(join(tmpdir(), 'selftest-'));
  const given = process.env['FINITE_FENCE_KERNEL'];
  if (given === undefined) {
    const wanted = ['--wildcards', '*/lib/locking-selftest*', '--strip-components=2'];
    execFileSync('tar', ['-xf', join('/usr/src', kernelSource!), '-C', folder, ...wanted]);
  } else
    cpSync(join(given, 'lib'), folder, {
      recursive: true,
      filter: (from) => !/\.[ch]$/.test(from) || from.includes('locking-selftest'),
    });
  const source = readFileSync(join(folder, 'locking-selftest.c'), 'utf8').replace(
    /^#include <.*$/gm,
    '',
  );
  writeFileSync(join(folder, 'plain.c'), source);
  const options = [
    'CONFIG_DEBUG_LOCK_ALLOC',
    'CONFIG_PROVE_LOCKING',
    'CONFIG_RT_MUTEXES',
    'IS_ENABLED(x)=1',
    'NON_RT(x...)=x',
  ];
  const text = execFileSync(
    'gcc',
    ['-E', '-P', '-w', ...options.map((one) => `-D${one}`), join(folder, 'plain.c')],
    { encoding: 'utf8', maxBuffer: 2 ** 24 },
  );
  const bodies = bodiesIn(text);
  return [...text.matchAll(/dotest\((\w+), ([01]), [^)]*\)/g)].map(([, name, expected]) => ({
    name: name!,
    fails: expected === '0',
    body: bodies.get(name!) ?? '',
  }));
}

function bodiesIn(text: string): Map<string, string> {
  const bodies = new Map<string, string>();
  for (const { 1: name, index, 0: head } of text.matchAll(
    /static [\w ]*void (?:__\w+ )*(\w+)\(void\)\s*\{/g,
  )) {
    let depth = 1;
    let at = index + head.length;
    while (depth > 0) depth += { '{': 1, '}': -1 }[text[at++]!] ?? 0;
    bodies.set(name!, text.slice(index + head.length, at - 1));
  }
  return bodies;
}

const types: readonly (readonly [prefix: string, type: string])[] = [
  ['raw_lock_', 'raw_spinlock_t'],
  ['rwlock_', 'rwlock_t'],
  ['lock_', 'spinlock_t'],
  ['mutex_', 'struct mutex'],
  ['rtmutex_', 'struct rt_mutex'],
  ['rwsem_', 'struct rw_semaphore'],
  ['local_', 'local_lock_t'],
  ['o', 'struct ww_mutex'],
  ['t', 'struct ww_acquire_ctx'],
];
const known = new Set(kernelCalls.calls.flatMap(({ name, alias }) => [name, ...(alias ?? [])]));
const extra = new Set(['fs_reclaim_acquire', 'fs_reclaim_release', 'might_alloc']);

/** What cannot be said for reasons that its statements do not show. */
const unsayable: Readonly<Record<string, string>> = {
  ww_test_unneeded_slow: 'whether the slow path was needed',
  ww_test_diff_class: 'classes of tickets other than the only one',
  ww_test_context_done_twice: 'a second ww_acquire_done() is not told from the first',
};

/** A case as a file of threads, or the reason why it cannot be said. */
export function asThreads({
  name,
  body,
}: SelfTest): { readonly text: string } | { readonly reason: string } {
  const asks = unsayable[name];
  if (asks !== undefined) return { reason: asks };
  if (body === '') return { reason: 'no body was found' };
  const plain = body
    .replace(
      /lockdep_hardirq_threaded\(\);|WARN_ON\(![^;]*;|DEBUG_LOCKS_WARN_ON[^;]*;|WARN_ON\([^;]*;|if \(WARN_ON[^;]*;/g,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/bool ret;/g, 'int ret;');
  const hard = plain.replace(
    /local_irq_disable\(\); ?__irq_enter\(\);(.*?)__irq_exit\(\); ?local_irq_enable\(\);/g,
    '@irq{$1}',
  );
  const soft = hard.replace(
    new RegExp(
      String.raw`local_bh_disable\(\); ?local_irq_disable\(\); ?lockdep_softirq_enter\(\);` +
        String.raw`(.*?)lockdep_softirq_exit\(\); ?local_irq_enable\(\); ?local_bh_enable\(\);`,
      'g',
    ),
    '@softirq{local_irq_disable(); $1 local_irq_enable();}',
  );
  const objects = new Map<string, string>();
  const items: string[] = [];
  const outside = soft.replace(/@(irq|softirq)\{(.*?)\}/g, (_, kind: string, inner: string) => {
    items.push(`${kind} h${items.length}() { ${inner} }`);
    return '';
  });
  items.push(`ioctl task() { ${outside} }`);
  const lines: string[] = [];
  for (const item of items) {
    const [, head, inner] = /^(\w+ \w+\(\)) \{(.*)\}$/.exec(item)!;
    const statements = inner!
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    for (const statement of statements) {
      if (statement === 'int flags' || /^(int|bool) ret$/.test(statement)) continue;
      const call = /^(?:(?:flags|ret) = )?(\w+)\(.*\)$/.exec(statement)?.[1];
      if (call === undefined || !(known.has(call) || extra.has(call)))
        return { reason: statement.slice(0, 60) };
      if (/[.]/.test(statement)) return { reason: statement.slice(0, 60) };
      for (const [, object] of statement.matchAll(/&(\w+)/g)) {
        if (object === 'ww_lockdep') continue;
        const type = types.find(([prefix]) => object!.startsWith(prefix));
        if (type === undefined) return { reason: statement.slice(0, 60) };
        objects.set(object!, type[1]);
      }
    }
    const written = statements.map((one) =>
      one.replace(/&(\w+_[XYZ])([123])\b/g, '&$1[$2]').replace(/, SINGLE_DEPTH_NESTING/, ''),
    );
    lines.push(`${head} { ${written.map((one) => `${one};`).join(' ')} }`);
  }
  const declared = new Set(
    [...objects].map(([object, type]) => `${type} ${object.replace(/_([XYZ])[123]$/, '_$1[4]')};`),
  );
  return { text: `K ${name}\n{ ${[...declared].join(' ')} }\n${lines.join('\n')}\n` };
}

const nothing = {
  about: 'of the self test',
  order: '',
  cite: { file: 'lib/locking-selftest.c', says: 'fs_reclaim_tests' },
};
const maps: readonly Call[] = [
  {
    ...nothing,
    name: 'fs_reclaim_acquire',
    takes: ['flags'],
    does: [{ do: 'enter', class: 'fs_reclaim' }],
  },
  {
    ...nothing,
    name: 'fs_reclaim_release',
    takes: ['flags'],
    does: [{ do: 'leave', class: 'fs_reclaim' }],
  },
  {
    ...nothing,
    name: 'might_alloc',
    takes: ['flags'],
    does: [
      {
        do: 'where',
        of: 0,
        words: ['GFP_KERNEL'],
        body: [
          {
            do: 'unless',
            flag: 'no reclaim',
            body: [{ do: 'step', either: [{}], touches: [{ class: 'fs_reclaim' }] }],
          },
        ],
      },
    ],
  },
];

/** The kernel's calls as the self test has them: it makes read_lock() recursive, but for the tests of queued ones. */
export function languageOf(name: string): Language {
  const forced = (one: Operation): Operation =>
    one.do === 'acquire' && one.passes === 'queued in interrupts'
      ? { ...one, passes: 'queued' }
      : one;
  const calls = kernelCalls.calls.map((call) =>
    name.startsWith('queued_') ? call : { ...call, does: call.does.map(forced) },
  );
  return { ...kernelCalls, calls: [...calls, ...maps] };
}
