import {
  execFileSync,
  spawn,
  spawnSync,
  type ChildProcessWithoutNullStreams,
} from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createMachine } from 'xstate';
import { compose } from '../../../src/system/compose.ts';
import type { Program } from '../../../src/system/program.ts';
import { vocabulary, type Refusal } from '../../../src/system/vocabulary.ts';
import type { Adapter, Refused } from '../../../src/vitest.ts';
import { fenceFaults } from './fence-faults.ts';
import { playing, type Subject } from './subject.ts';

const flat = (
  id: string,
  initial: string,
  edges: Readonly<Record<string, Readonly<Record<string, string>>>>,
) =>
  createMachine({
    id,
    initial,
    states: Object.fromEntries(Object.entries(edges).map(([state, on]) => [state, { on }])),
  });
const fence = flat('library-fence', 'unpublished', {
  unpublished: { publish: 'visible' },
  visible: { signal: 'signaled' },
  signaled: { renew: 'unpublished' },
});
const callback = flat('library-callback', 'none', {
  none: { add: 'queued', renew: 'none' },
  queued: { remove: 'none', call: 'called', renew: 'none' },
  called: { renew: 'none' },
});
const waiter = flat('library-waiter', 'running', {
  running: { wait: 'waiting', renew: 'running' },
  waiting: { wake: 'returned' },
  returned: { renew: 'running' },
});

const law = (says: string): { readonly refusal: Refusal } => ({
  refusal: { whose: 'law', cite: { file: 'README.md', says } },
});

/** The library's contract, as its description has it. */
export function libraryProgram(): Program {
  const parts = {
    fence: { of: fence },
    cb: { of: callback, family: 'callbacks' },
    waiter: { of: waiter },
  } as const;
  const v = vocabulary(parts);
  const steps = [
    { name: 'publish', actor: 'user', moves: { fence: 'publish' } },
    {
      name: 'signal',
      actor: 'user',
      moves: { fence: 'signal' },
      also: { 'cb[*]': 'call' },
      ...law('a second signal has no effect and says so'),
    },
    {
      name: 'add',
      actor: 'user',
      moves: { 'cb[i]': 'add' },
      when: { fence: '!signaled' },
      ...law(
        'adding one to a signaled fence is refused, and so is adding one that is added already',
      ),
    },
    {
      name: 'remove',
      actor: 'user',
      moves: { 'cb[i]': 'remove' },
      ...law('A callback that is still there can be removed'),
    },
    { name: 'wait', actor: 'user', moves: { waiter: 'wait' }, when: { fence: '!unpublished' } },
    {
      name: 'wake',
      actor: 'library',
      moves: { waiter: 'wake' },
      when: { fence: 'signaled' },
      ...law('A waiter sleeps until the fence is signaled and not shorter.'),
    },
    {
      name: 'renew',
      actor: 'user',
      moves: { fence: 'renew' },
      also: { 'cb[*]': 'renew', waiter: 'renew' },
      when: { waiter: '!waiting' },
      ...law('A fence that is signaled, and for which nobody waits, can be made new.'),
    },
  ];
  return compose({
    rows: [v.row({ name: 'library', steps: steps as never })],
    actors: { user: { fair: 'none' }, library: { fair: 'weak' } },
    sizes: { callbacks: 2 },
  });
}

/** The compilers that are tried, in this order: the library is plain C. */
const compilers = ['tcc', 'cc'];

/** The library as a process that is asked a line at a time. */
class Library {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting: ((line: string) => void)[] = [];
  constructor(program: string, fault: number) {
    this.#child = spawn(program, [String(fault)]);
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      this.#waiting.shift()?.(line);
    });
  }
  ask(line: string): Promise<string> {
    return new Promise((answer) => {
      this.#waiting.push(answer);
      this.#child.stdin.write(`${line}\n`);
    });
  }
  close(): void {
    this.#child.kill();
  }
}

export function clibrary(): Subject {
  const folder = mkdtempSync(join(tmpdir(), 'finite-fence-library-'));
  const binary = join(folder, 'fence');
  const compiler = compilers.find((name) => spawnSync(name, ['-v']).error === undefined);
  if (compiler === undefined) throw new Error(`no compiler of ${compilers.join(', ')} is there`);
  execFileSync(compiler, ['-o', binary, fileURLToPath(new URL('fence.c', import.meta.url))]);
  const numbers = new Map(
    Object.entries(fenceFaults).map(([n, [name]]) => [name as string, Number(n)]),
  );
  const running = new Map<number, Library>();
  const adapter = (fault: string | null): Adapter<Library> => {
    const number = fault === null ? 0 : numbers.get(fault)!;
    const does =
      (word: string) =>
      async (library: Library, k?: number): Promise<void | Refused> =>
        (await library.ask(k === undefined ? word : `${word} ${k - 1}`)) === 'ok'
          ? undefined
          : 'refused';
    const sees = (at: number) => async (library: Library) =>
      (await library.ask('look')).split('|')[at]!;
    return {
      setUp: async () => {
        const library = running.get(number) ?? new Library(binary, number);
        running.set(number, library);
        await library.ask('new');
        return library;
      },
      steps: {
        publish: does('publish'),
        signal: does('signal'),
        add: does('add'),
        remove: does('remove'),
        wait: does('wait'),
        wake: does('wake'),
        renew: does('renew'),
      },
      states: {
        fence: sees(0),
        cb: async (library, k) => (await library.ask('look')).split('|')[k!]!,
        waiter: sees(3),
      },
    };
  };
  return {
    name: 'fence-library',
    program: libraryProgram(),
    whose: {},
    faults: [...numbers.keys()],
    play: playing(adapter),
    close: () => {
      for (const library of running.values()) library.close();
      rmSync(folder, { recursive: true });
    },
  };
}
