import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, file } from './in-process.ts';

const described = { driver: 'kept', options: ['preempt'], jobs: { fenced: 1, faulting: 1 } };
const path = file(described);
const folder = (): string => join(mkdtempSync(join(tmpdir(), 'finite-fence-kept-')), 'kept');

/** A folder in which the search of the description ran out. */
async function keptIn(): Promise<string> {
  const into = folder();
  const cut = ['check', path, '--max-states', '300', '--checkpoint', into];
  const { code, err } = await cli(...cut, '--checkpoint-every', '0.01');
  expect(code).toBe(3);
  expect(err).toBe(
    `finite-fence: the search is saved in ${into}; the same command with --resume continues it\n`,
  );
  return into;
}

test('a search goes on where it ran out, and says the same as one that did not', async () => {
  const whole = await cli('check', path, '--engine', 'explicit', '--json');
  const into = await keptIn();
  const files = readdirSync(into);
  expect(files).toContain('checkpoint.json');
  expect(files.some((name) => /^[0-9a-f]{16}\.0$/.test(name))).toBe(true);
  const again = await cli('check', path, '--checkpoint', into, '--resume', '--json');
  expect(again).toEqual(whole);
  // And once more, from what is complete.
  expect(await cli('check', path, '--checkpoint', into, '--resume', '--json')).toEqual(whole);
});

test('what cannot be gone on from is refused in one line', async () => {
  const into = await keptIn();
  const head = join(into, 'checkpoint.json');
  const json = readFileSync(head, 'utf8');
  const first = readdirSync(into).find((name) => name.endsWith('.0'))!;
  const whole = readFileSync(join(into, first));
  const list = join(into, first.replace(/0$/, 'json'));
  const files = readFileSync(list, 'utf8');
  const resume = ['--checkpoint', into, '--resume'] as const;
  const refused = async (argv: readonly string[], says: RegExp): Promise<void> => {
    const { code, out, err } = await cli('check', ...argv);
    expect({ code, out }, String(says)).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  };

  await refused([path, '--resume'], /found --resume without --checkpoint/);
  await refused([path, '--checkpoint', into], /there is a checkpoint; add --resume/);
  await refused([path, '--checkpoint', tmpdir()], /the folder is not empty/);
  await refused([path, '--checkpoint', path], /./);
  await refused([path, '--checkpoint', folder(), '--resume'], /no checkpoint to go on from/);
  await refused([path, ...resume, '--engine', 'symbolic'], /with --engine symbolic/);
  await refused([path, ...resume, '--checkpoint-every', 'x'], /expected a number of seconds/);
  await refused([file({ ...described, driver: 'other' }), ...resume], /of another system/);
  await refused([file({ ...described, options: [] }), ...resume], /of another system/);

  writeFileSync(head, json.replace(/"version": "[^"]*"/, '"version": "0.0.0"'));
  await refused([path, ...resume], /of another version: found version "0.0.0"/);
  writeFileSync(head, json.replace('checkpoint": 2', 'checkpoint": 1'));
  await refused([path, ...resume], /of another version: found finite-fence checkpoint 1/);
  writeFileSync(head, json.slice(0, 20));
  await refused([path, ...resume], /checkpoint.json is damaged/);
  writeFileSync(head, 'null');
  await refused([path, ...resume], /of another version/);
  writeFileSync(head, json);

  truncateSync(join(into, first), whole.length - 1);
  await refused([path, ...resume], /is damaged or cut/);
  writeFileSync(join(into, first), whole.with(whole.length >>> 1, whole[whole.length >>> 1]! ^ 1));
  await refused([path, ...resume], /is damaged or cut/);
  writeFileSync(join(into, first), whole);
  for (const damage of ['', '{}', '{"files":[{}]}', files.replace(/"rows":\d+/, '"rows":1')]) {
    writeFileSync(list, damage);
    await refused([path, ...resume], /is damaged or cut/);
  }
  writeFileSync(list, files);
  expect((await cli('check', path, ...resume)).code).toBe(0);
  expect(existsSync(head)).toBe(true);
});
