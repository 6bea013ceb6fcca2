import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from './pack.ts';

/** Each line of Node that is kept up; the first is the oldest that package.json allows. */
const versions = ['20.19.0', '22', '24'];

const smoke = `
  const names = ['finite-fence', 'finite-fence/machines', 'finite-fence/drivers'];
  const entries = await Promise.all(names.map((entry) => import(entry)));
  const [{ check, judge }, { dmaFence, systemOf }, { drivers }] = entries;
  const { createActor } = await import('xstate');
  const actor = createActor(dmaFence).start();
  actor.send({ type: 'publish' });
  const program = systemOf({ driver: 'mine', options: ['preempt'] });
  const report = check(program, { states: 1e6 });
  const { states, edges, digest } = report;
  const verdicts = drivers.map((one) => judge(one, { states: 1e6 }).verdict);
  const fence = actor.getSnapshot().value;
  console.log(JSON.stringify({ fence, states, edges, digest, verdicts }));`;

const vitest = `import { expect, test } from 'vitest';
import { testPaths } from 'finite-fence/vitest';
test('is there', () => {
  expect(() => testPaths({}, {})).toThrow(/schema|version/);
});`;

const commands: readonly (readonly [words: readonly string[], status: number])[] = [
  [['--version'], 0],
  [['check', 'msm'], 0],
  [['check', 'mine.json'], 1],
  [['check', 'mine.json', '--json'], 1],
  [['check', 'wrong.json'], 2],
  [['check', 'xe-fault-mode', '--max-states', '10'], 3],
  [['litmus', 'PREEMPT'], 0],
  [['export', 'mine.json', '--to', 'promela'], 0],
  [['paths', 'flush', '--cover', 'clauses', '--out', 'paths'], 0],
  [['paths', '--check', 'paths'], 0],
];

/** A log packed by zstd, which Node unpacks since 22.15: older lines say what to do. */
const packed = new URL('../data/packed/one-lock-twice.txt.zst', import.meta.url);
function packedFault({ status, stdout, stderr }: ReturnType<typeof spawnSync>, node: string) {
  const old = node.startsWith('20.');
  const fits = old
    ? status === 2 && String(stderr).includes('packed by zstd: unpack it first')
    : status === 1 && String(stdout).includes('L-8');
  return fits ? [] : [`log packed by zstd: exit code ${status}\n${stdout}${stderr}`];
}

// Newer lines of Node warn where both are set.
const { FORCE_COLOR: _, ...inherited } = process.env;
const plain = { ...inherited, NO_COLOR: '1' };

const folder = mkdtempSync(join(tmpdir(), 'finite-fence-nodes-'));
try {
  const { project } = pack(folder);
  writeFileSync(
    join(project, 'mine.json'),
    '{ "driver": "mine", "options": ["preempt"], "without": ["preempt/while-faulted"] }',
  );
  writeFileSync(join(project, 'wrong.json'), '{ "driver": "wrong", "options": ["premept"] }');
  writeFileSync(join(project, 'smoke.mjs'), smoke);
  copyFileSync(packed, join(project, 'packed.zst'));
  writeFileSync(join(project, 'smoke.test.mjs'), vitest);
  let first: string | null = null;
  for (const version of versions) {
    const home = join(folder, `node-${version}`);
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{ "private": true }');
    execFileSync(
      'npm',
      ['install', '--prefer-offline', '--no-audit', '--no-fund', `node@${version}`],
      { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const node = join(home, 'node_modules/node/bin/node');
    const run = (...words: string[]) =>
      spawnSync(node, words, {
        cwd: project,
        encoding: 'utf8',
        env: plain,
        // It ends what hangs; on a busy machine all drivers take minutes.
        timeout: 900_000,
      });
    const outputs: string[] = [run('smoke.mjs').stdout];
    const faults: string[] = outputs[0] === '' ? [`smoke.mjs: ${run('smoke.mjs').stderr}`] : [];
    const tested = run(join(project, 'node_modules/vitest/vitest.mjs'), 'run', 'smoke.test.mjs');
    if (tested.status !== 0) faults.push(`finite-fence/vitest: ${tested.stdout}${tested.stderr}`);
    for (const [words, status] of commands) {
      const result = run(join(project, 'node_modules/finite-fence/dist/src/cli/main.js'), ...words);
      if (result.status !== status)
        faults.push(
          `${words.join(' ')}: exit code ${result.status} in place of ${status}\n${result.stderr}`,
        );
      if (/\bwarning\b/i.test(result.stderr)) faults.push(`${words.join(' ')}: ${result.stderr}`);
      outputs.push(result.stdout, result.stderr);
    }
    const main = join(project, 'node_modules/finite-fence/dist/src/cli/main.js');
    faults.push(...packedFault(run(main, 'log', 'packed.zst'), version));
    const all = outputs.join('\n');
    first ??= all;
    if (all !== first) faults.push('it says something else than the first');
    const fine = `${commands.length + 3} runs, all as expected`;
    const reported = run('--version').stdout.trim();
    console.log(`${reported}: ${faults.length === 0 ? fine : faults.join('\n')}`);
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
