/** How the bench of the kernel ends what does not end by itself: programs that play `linux`. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { asShipped, fits, usual, type Limits } from './bench/as-shipped.ts';
import { boot } from './bench/boot.ts';
import { reader } from './bench/ktap.ts';
import { aboutOwn, Failed, ownSource } from './bench/linux.ts';
import { taken } from './bench/lock.ts';
import { optionsOf } from './bench/options.ts';
import { exitCode } from './bench/report.ts';

const scratch = mkdtempSync(join(tmpdir(), 'bench-ends-'));
const log = join(scratch, 'log');
afterAll(() => {
  rmSync(scratch, { recursive: true });
  vi.restoreAllMocks();
});
let said = '';
beforeAll(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});

/**
 * A program in place of `linux`. It has `suite NAME CASE...`, which prints a suite that passes,
 * `begins NAME`, and `$filter`; what it starts, and where it may put files, it tells in `told`.
 */
function image(body: string): string {
  const path = join(scratch, `linux-${Math.random()}`);
  const text = `#!/bin/sh
for word; do
  case "$word" in
    kunit.filter_glob=*) filter="\${word#*=}" ;;
    uml_dir=*) dir="\${word#*=}"; echo "$dir $$" > ${scratch}/told ;;
  esac
done
begins() { printf '    # Subtest: %s\\n' "$1"; }
suite() {
  begins "$1"; name="$1"; shift; n=0
  printf '    1..%d\\n' $#
  for each; do n=$((n + 1)); printf '    ok %d %s\\n' $n "$each"; done
  printf 'ok 1 %s\\n' "$name"
}
echo 'Linux version 6.12.0'
${body}
`;
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}
const limits: Limits = { ...usual, seconds: 20, alone: 20, silence: 1 };
const wanted = ['finite_fence_a', 'finite_fence_b', 'finite_fence_c'];
const all = (body: string, more: Partial<Limits> = {}, only = 'finite_*') => {
  said = '';
  const shipped = { image: image(body), version: '6.12.0', only, wanted, log };
  return asShipped({ ...shipped, limits: { ...limits, ...more } }, {});
};
const bad = ({ cases }: Awaited<ReturnType<typeof asShipped>>) =>
  cases.filter(({ ok }) => !ok).map(({ suite, name }) => `${suite} ${name}`);
/** What has ended stays as a zombie until its parent, or whoever inherits it, looks. */
function runs(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
const told = (): readonly [string, number] => {
  const [folder = '', pid = '0'] = readFileSync(join(scratch, 'told'), 'utf8').split(' ');
  return [folder, Number(pid)];
};

/** What the whole kernel does, and each suite alone: b has a loop in each of them. */
const loops = (loop: string): string => `
case "$filter" in
  'finite_*') suite finite_fence_a steps edges; begins finite_fence_b; echo '        # Subtest: edges'; ${loop} ;;
  *_b) ${loop} ;;
  *) suite "$filter" steps ;;
esac`;

describe('a suite without an end', () => {
  test('a busy loop that says nothing is ended, named, and the others still run', async () => {
    const result = await all(loops('while :; do :; done'));
    expect(bad(result)).toEqual(['finite_fence_b edges']);
    expect(result.cases.map(({ suite }) => suite)).toContain('finite_fence_c');
    expect(said).toContain('said nothing for 1 s, and stood in finite_fence_b, edges');
    expect(said).toContain('        # Subtest: edges\n# the whole log is');
    const [folder, pid] = told();
    expect([existsSync(folder), runs(pid)]).toEqual([false, false]);
  });

  test('one that hears no signal is killed, with what it has started', async () => {
    const sleeps = 'while :; do sleep 100; done';
    const loop = `trap '' TERM; (${sleeps}) & echo "$dir $!" > ${scratch}/told; ${sleeps}`;
    const { fate, late } = await boot(image(loop), { filter: '*', log, seconds: 9, silence: 0.5 });
    expect([fate, late]).toEqual(['said nothing for 0.5 s, and stood', true]);
    const [folder, pid] = told();
    expect(existsSync(folder)).toBe(false);
    await expect.poll(() => runs(pid)).toBe(false);
  });

  test('one that prints for ever fails by the size of its log, whatever the time', async () => {
    const result = await all(loops(`exec yes '    # edges: again'`), { bytes: 3e6 });
    expect(bad(result)).toEqual(['finite_fence_b edges']);
    expect(result.fate).toBe('wrote more than 3 MB');
    expect(statSync(log).size).toBeLessThanOrEqual(3e6);
    expect(exitCode({ passed: 1, failed: 1, cutOff: 0 })).toBe(1);
  });

  test('so does one that prints a line without an end', async () => {
    const forever = image('begins finite_fence_a; exec tr "\\0" x < /dev/zero');
    const { fate, lines } = await boot(forever, { filter: '*', log, seconds: 20, bytes: 2e6 });
    expect(fate).toBe('wrote more than 2 MB');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2e5);
  });

  test('one that goes on and on is cut off: nobody knows what it would have said', async () => {
    const slowly = 'while :; do sleep 0.1; echo "    # edges: still"; done';
    const result = await all(loops(slowly), { seconds: 1, alone: 1 });
    const [first] = result.cases.filter(({ ok }) => !ok);
    expect(first).toMatchObject({ suite: 'finite_fence_b', name: 'edges', cutOff: true });
    expect(said).toContain('the kernel still went on after 1 s in finite_fence_b, edges');
    expect(exitCode({ passed: 5, failed: 1, cutOff: 1 })).toBe(3);
    expect(exitCode({ passed: 5, failed: 2, cutOff: 1 })).toBe(1);
    expect(exitCode({ passed: 5, failed: 0, cutOff: 0 })).toBe(0);
  });

  test('where every suite stands, patience has an end, and the rest is named', async () => {
    const result = await all('begins "$filter"; while :; do sleep 1; done', { patience: 1.5 });
    const answers = bad(result);
    expect(answers).toHaveLength(4);
    expect(answers.at(-1)).toBe('finite_fence_c not asked: other suites stood for too long');
  });
});

describe('a kernel that ends early', () => {
  test('killed by a signal in a suite, and between two', async () => {
    const inside = await all(loops('kill -9 $$'));
    expect(bad(inside)).toEqual(['finite_fence_b edges']);
    expect(said).toContain('the kernel was killed by SIGKILL in finite_fence_b, edges');
    const between = await all(`
      case "$filter" in 'finite_*') suite finite_fence_a x; kill -9 $$ ;; *) suite "$filter" x ;; esac`);
    expect(bad(between)).toEqual(['finite_* was killed by SIGKILL']);
    expect(between.cases.filter(({ ok }) => ok).map(({ suite }) => suite)).toEqual(wanted);
  });

  test('one that begins anew again and again is ended at the second beginning', async () => {
    const result = await all(
      loops(
        `while :; do echo 'Kernel panic - not syncing'; echo 'Linux version 6.12.0'; sleep 0.1; done`,
      ),
    );
    expect(result.fate).toBe('began anew');
    expect(bad(result)[0]).toBe('finite_fence_b edges');
    expect(result.noise[0]).toContain('Kernel panic');
  });

  test('one that does not come to its first suite: nothing else is asked', async () => {
    const panics = all(`echo 'Kernel panic - not syncing: no init'; exit 134`);
    await expect(panics).rejects.toThrow(Failed);
    await expect(panics).rejects.toThrow('ended with exit code 134 before its first suite');
    await expect(panics).rejects.toThrow('no init');
    await expect(all('sleep 100')).rejects.toThrow('said nothing for 1 s');
    const none = { image: join(scratch, 'none'), version: '6.12.0', only: '*', wanted, log };
    await expect(asShipped({ ...none, limits }, {})).rejects.toThrow('could not be started: spawn');
  });

  test('a suite that a kernel leaves out is a failure, alone too', async () => {
    const result = await all(`
      case "$filter" in 'finite_*') begins finite_fence_a; exit 1 ;; *) echo 1..0 ;; esac`);
    expect(bad(result)).toEqual([
      'finite_fence_a before its first case',
      'finite_fence_b did not run',
      'finite_fence_c did not run',
    ]);
  });

  test('what was not asked for is not booted', async () => {
    const result = await all(`begins finite_fence_b; exit 1`, {}, 'finite_fence_b.edges');
    expect(bad(result)).toEqual(['finite_fence_b before its first case']);
    expect(fits('finite_*')('finite_fence_a')).toBe(true);
    expect(fits('finite_fence_a.steps')('finite_fence_a')).toBe(true);
    expect(fits('finite_fence')('finite_fence_a')).toBe(false);
  });
});

describe('KTAP that claims more than it prints', () => {
  const read = (...lines: readonly string[]) => {
    const one = reader();
    for (const line of lines) one.line(line);
    return one.result().cases.filter(({ ok }) => !ok);
  };
  const begin = ['1..1', '    # Subtest: a', '    1..2'];
  test('fewer cases than planned, fewer suites than planned, a suite that is not ok by itself', () => {
    expect(read(...begin, '    ok 1 x', '    ok 2 y', 'ok 1 a')).toEqual([]);
    expect(read(...begin, '    ok 1 x', 'ok 1 a')[0]!.name).toBe('1 of 2 cases that were planned');
    const few = read('1..2', '    # Subtest: a', '    1..1', '    ok 1 x', 'ok 1 a');
    expect(few[0]!.name).toBe('1 of 2 suites that were planned');
    const init = read(...begin, '    ok 1 x', '    ok 2 y', 'not ok 1 a');
    expect(init[0]).toMatchObject({ suite: 'a', name: 'the suite itself' });
    // Where a case says what is wrong, the suite need not say it again.
    expect(read(...begin, '    ok 1 x', '    not ok 2 y', 'not ok 1 a')).toHaveLength(1);
    expect(read('1..1', 'not ok 1 a # init fail')).toHaveLength(1);
  });
});

const module = (name: string): string =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, 'bench', name)).href);
/** A run of the bench, as far as it matters here. */
function runOf(body: string): ChildProcess {
  const text = `
    import { endOnInterrupt } from ${module('children.ts')};
    import { boot } from ${module('boot.ts')};
    import { logged } from ${module('linux.ts')};
    import { taken } from ${module('lock.ts')};
    endOnInterrupt();
    ${body}`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', text], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => void child.on('close', done));
const saying = (child: ChildProcess): Promise<unknown> =>
  new Promise((done) => void child.stdout!.once('data', done));

describe('an interrupt', () => {
  test('ends the kernel that runs, its folder, and then the bench; nothing new is begun', async () => {
    const stands = image('begins finite_fence_a; while :; do sleep 100; done');
    const options = JSON.stringify({ filter: '*', log });
    const child = runOf(`
      setTimeout(() => console.log('runs'), 500);
      for (;;) await boot(${JSON.stringify(stands)}, ${options});`);
    await saying(child);
    const [folder, pid] = told();
    expect([existsSync(folder), runs(pid)]).toEqual([true, true]);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(130);
    expect([existsSync(folder), runs(pid)]).toEqual([false, false]);
  });

  test('lets make remove what it has half made', async () => {
    const makefile = join(scratch, 'Makefile');
    writeFileSync(makefile, 'half.o:\n\techo half > half.o; sleep 100; echo whole > half.o\n');
    const command = JSON.stringify(['make', '-C', scratch, 'half.o']);
    const child = runOf(`
      setTimeout(() => console.log('runs'), 500);
      await logged(${command}, ${JSON.stringify(log)});
      console.log('goes on');`);
    await saying(child);
    expect(existsSync(join(scratch, 'half.o'))).toBe(true);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(143);
    expect(existsSync(join(scratch, 'half.o'))).toBe(false);
  });
});

describe('two runs in a folder', () => {
  const folder = join(scratch, 'kernel');
  const lock = join(folder, 'lock');
  test('the second is told which process has it; who is gone has it no more', async () => {
    const child = runOf(`
      taken(${JSON.stringify(folder)});
      console.log('has it');
      setTimeout(() => {}, 100_000);`);
    await saying(child);
    expect(taken(folder)).toBe(child.pid);
    child.kill('SIGKILL');
    await ended(child);
    expect(existsSync(lock)).toBe(true);
    expect(taken(folder)).toBeNull();
    expect(readFileSync(lock, 'utf8')).toContain(`${process.pid} `);
    // A number that another process has now.
    writeFileSync(lock, `${process.pid} 1\n`);
    expect(taken(folder)).toBeNull();
    rmSync(lock);
  });
});

describe('the command line', () => {
  const wrong = (...args: readonly string[]): unknown => optionsOf(args, undefined);
  test('what is wrong is one line, and says what was expected', () => {
    expect(wrong('--seed', '3')).toMatch(/^unknown option '--seed'; did you mean '--seeds'\?/);
    expect(wrong('6.12')).toMatch(/^unknown word '6.12'/);
    expect(wrong('--kernel')).toBe('--kernel: a value is missing; --help says which.');
    expect(wrong('--only', '--write')).toBe('--only: a value is missing; --help says which.');
    expect(wrong('--kernel', '6.18')).toBe('--kernel 6.18: expected 6.12 or 6.1.');
    expect(wrong('--seeds', '3,x')).toContain("there is no 'x'; expected none, all, or numbers");
    expect(wrong('--threads', 'nosuch')).toContain('no file of machines/litmus/fixes');
    expect(wrong('--smp', '--seeds', '3')).toBe('--seeds does not go with --smp.');
    expect(wrong('--write', '--write')).toBe('--write is given twice.');
    expect(optionsOf(['--kernel', '6.1'], '/linux')).toContain('take one of the two');
    for (const each of [wrong('--seed', '3'), wrong('--mistakes', '99')])
      expect(String(each).length).toBeLessThanOrEqual(160);
  });
  test('what is right is read', () => {
    expect(wrong('--kernel', '6.1', '--seeds', '4,17', '--mistakes', 'none')).toMatchObject({
      series: ['6.1'],
      seeds: [4, 17],
      mistakes: [],
      threads: '',
      own: true,
      smp: false,
    });
    expect(wrong('--only', 'drm*')).toMatchObject({ only: 'drm*', own: false, threads: null });
  });
});

describe('a tree of the user', () => {
  const tree = (name: string, makefile: string): string => {
    const folder = join(scratch, name);
    const files = ['Kconfig', 'arch/um/Makefile', 'drivers/dma-buf/dma-fence.c'].concat(
      ['drivers/gpu/drm/scheduler', 'drivers/gpu/drm/ttm', 'kernel/locking', 'mm'].map(
        (path) => `${path}/Makefile`,
      ),
    );
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), '');
    }
    writeFileSync(join(folder, 'Makefile'), makefile);
    return folder;
  };
  const version = (major: number, minor: number): string =>
    `VERSION = ${major}\nPATCHLEVEL = ${minor}\nSUBLEVEL = 0\nEXTRAVERSION = -rc3\n`;

  test('what is none is a misuse, in a line', () => {
    for (const [dir, why] of [
      ['', 'expected the folder of a kernel tree'],
      [join(scratch, 'nowhere'), 'there is no such folder'],
      [import.meta.filename, 'it is no folder'],
      [import.meta.dirname, 'this is no kernel tree; Makefile is not there'],
      [tree('plain', 'all:\n'), 'its Makefile does not say which version it is'],
      [tree('a blank', version(6, 12)), 'make takes no path with a blank or a colon'],
    ] as const)
      expect(() => ownSource(dir)).toThrow(why);
  });

  test('of another series it is said before anything is built', () => {
    const source = ownSource(tree('newer', version(6, 19)));
    expect(source).toMatchObject({ version: '6.19.0-rc3', own: true });
    expect(aboutOwn(source)).toContain('; the adapters are for 6.1 and 6.12');
    expect(aboutOwn(ownSource(tree('same', version(6, 12))))).not.toContain('adapters');
  });

  test('a checkout is told by its commit and how many files are changed', () => {
    const dir = tree('checkout', version(6, 12));
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-C', dir, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    writeFileSync(join(dir, 'mm/Makefile'), 'obj-y += x.o\n');
    expect(aboutOwn(ownSource(dir))).toMatch(/, commit [0-9a-f]{12}, 1 files changed$/);
  });
});
