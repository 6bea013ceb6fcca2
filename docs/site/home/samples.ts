import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Misuse } from '../../../src/system/misuse.ts';

const command = new URL('../../../dist/src/cli/main.js', import.meta.url).pathname;

/** A way in: what a user writes or pastes, the command that reads it, and what it answers. */
export type Sample = {
  readonly title: string;
  readonly about: string;
  readonly file: string;
  readonly text: string;
  readonly command: string;
  /** The lines of the answer that are shown, picked from what the command prints. */
  readonly answer: readonly string[];
  readonly leads: readonly (readonly [words: string, address: string])[];
};

type Asked = Omit<Sample, 'answer' | 'command'> & {
  readonly argv: readonly string[];
  readonly shows: readonly RegExp[];
};

const asked: readonly Asked[] = [
  {
    title: 'Describe a driver',
    about: 'Ten lines of JSON say what the hardware and the driver do.',
    file: 'my-driver.json',
    text: `{
  "driver": "my-driver",
  "options": ["preempt"],
  "without": ["preempt/while-faulted"]
}
`,
    argv: ['check'],
    shows: [/^my-driver: .*/, /^ {2}fence 1 → [^]*?(?=\n\n)/m, /^This alone [^]*?(?=\n\n)/m],
    leads: [
      ['Open the playground', '{up}explorer/index.html'],
      ['Every field', '{up}documents/Describe_a_driver.html'],
    ],
  },
  {
    title: 'Write threads',
    about: 'What each thread calls, in the names of the kernel, with a fix as a patch.',
    file: 'first.litmus',
    text: `K FIRST+allocates-under-the-lock-of-its-shrinker
{ struct mutex lru_lock; }
shrinker scan() {
	mutex_lock(&lru_lock);
	mutex_unlock(&lru_lock);
}
ioctl create() {
-	mutex_lock(&lru_lock);
-	kmalloc(64, GFP_KERNEL);
+	kmalloc(64, GFP_KERNEL);
+	mutex_lock(&lru_lock);
	mutex_unlock(&lru_lock);
}
-expect deadlock;
+expect finite;
`,
    argv: ['litmus'],
    shows: [
      /^FIRST\S* \(before\): .*/m,
      /^ {4}create, in [^]*?(?=\n\n|\n {2}\w)/m,
      /^FIRST\S* \(after\): .*/m,
    ],
    leads: [
      ['In ten minutes', '{up}documents/Threads_as_text.html'],
      ['91 upstream fixes', '{up}documents/Upstream_fixes.html'],
    ],
  },
  {
    title: 'Paste a log',
    about: 'A trace, a lockdep splat, a hung task: which rule was broken, and in which line.',
    file: 'dmesg.txt',
    text: `sysrq: Show Blocked State
task:foo-worker  state:D stack:0 pid:154 ppid:2
Call trace:
 dma_fence_default_wait+0x108/0x218
 dma_fence_wait_timeout+0x6c/0x1c0
 foo_gem_shrinker_scan+0x1cc/0x2e8
 shrink_slab+0x228/0x478
 try_to_free_pages+0x204/0x510
 foo_timedout_job+0x1c0/0x638
 drm_sched_job_timedout+0x64/0x178 [gpu_sched]
 process_one_work+0x178/0x428
`,
    argv: ['log'],
    shows: [
      /^ {2}[A-Z]+-\d+ 1 x: [^]*?(?=\n {6}\w+\/)/m,
      /^[A-Z]+-\d+ line \d+: [^]*?(?=\n {4}the call trace)/m,
    ],
    leads: [
      ['Paste a log', '{up}explorer/logs.html'],
      ['What is read', '{up}documents/Logs.html'],
    ],
  },
];

/**
 * The three ways in with the answers of the command line, asked here and now.
 * @throws Misuse where an answer no longer has what is shown of it
 */
export function samples(): readonly Sample[] {
  const folder = mkdtempSync(join(tmpdir(), 'finite-fence-home-'));
  const answered: Sample[] = [];
  for (const { argv, shows, ...rest } of asked) {
    const path = join(folder, rest.file);
    writeFileSync(path, rest.text);
    const out = said([...argv, path]);
    const answer = shows.map((shape) => {
      const lines = shape.exec(out)?.[0];
      if (lines === undefined)
        throw new Misuse(`the answer to ${rest.file} has no ${shape}: ${out}`);
      return lines.replaceAll(`${folder}/`, '').replace(/\s+/g, ' ').trim();
    });
    answered.push({ ...rest, command: `finite-fence ${argv.join(' ')} ${rest.file}`, answer });
  }
  rmSync(folder, { recursive: true });
  return answered;
}

/** What the built command prints; its exit code tells a hang from none, and is not asked here. */
const said = (argv: readonly string[]): string =>
  spawnSync(process.execPath, [command, ...argv], { encoding: 'utf8' }).stdout;
