import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { Proved } from '../../src/verify/certificate.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { verify } from '../../src/verify/verify.ts';
import { dice } from '../explore/random-program.ts';
import { cli, file } from './in-process.ts';

const good = { driver: 'good', options: ['preempt'] };
const bad = { ...good, driver: 'bad', without: ['preempt/while-faulted'] };

const made = { good: file(''), bad: file('') };
const paths = { good: file(good), bad: file(bad) };
beforeAll(async () => {
  expect((await cli('check', paths.good, '--certificate', made.good)).code).toBe(0);
  expect((await cli('check', paths.bad, '--certificate', made.bad)).code).toBe(1);
});

/** A certificate in pieces, and put together again with the right digest. */
function pieces(path: string): { header: Record<string, unknown>; lines: Proved[] } {
  const bytes = readFileSync(path);
  const end = bytes.indexOf('\n');
  const text = gunzipSync(bytes.subarray(end + 1)).toString();
  return {
    header: JSON.parse(bytes.subarray(0, end).toString()) as Record<string, unknown>,
    lines: text.split('\n').map((line) => JSON.parse(line) as Proved),
  };
}

function joined(header: Record<string, unknown>, lines: readonly unknown[]): string {
  const body = gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'));
  const sha256 = createHash('sha256').update(body).digest('hex');
  const path = file('');
  writeFileSync(
    path,
    Buffer.concat([Buffer.from(`${JSON.stringify({ ...header, sha256 })}\n`), body]),
  );
  return path;
}

test('check writes a certificate, and verify checks it, with the description and without', async () => {
  const { out, err } = await cli('check', paths.good, '--certificate', made.good);
  expect(out).toMatch(/^good: finite\n/);
  expect(err).toMatch(/^finite-fence: wrote .* \(3 systems, [\d,]+ bytes\); check it with/);
  expect(readFileSync(made.good).length).toBeLessThan(60_000);
  const given = await cli('verify', made.good, paths.good);
  expect(given).toMatchObject({ code: 0, err: '' });
  expect(given.out).toMatch(
    /^good: finite, proved of 3 systems, \d+ promises and \d+ invariants\n$/,
  );
  const alone = await cli('verify', made.good);
  expect(alone.code).toBe(0);
  expect(alone.out).toContain('The systems are those that the file holds.');
  const broken = await cli('verify', made.bad, paths.bad, '--json');
  expect(broken.code).toBe(0);
  expect(JSON.parse(broken.out)).toMatchObject({
    schema: 1,
    cases: [{ name: 'bad', claimed: 'deadlock', verdict: 'deadlock', proved: true, open: [] }],
  });
});

test('several cases and files of threads have one certificate', async () => {
  const path = file('');
  const threads = 'machines/litmus/fixes/037-vgem-release-deletes-timer-in-irq.litmus';
  await cli('check', paths.good, threads, '--certificate', path);
  const { code, out } = await cli('verify', path, threads);
  expect(code).toBe(0);
  expect(out).toMatch(/good: finite, proved/);
  expect(out).toMatch(/before:\s+deadlock, proved/);
  expect(out).toMatch(/after:\s+finite, proved/);
});

const wrong = (path: string, ...more: readonly string[]) => cli('verify', path, ...more);

test('what is no certificate of the system is refused in one line', async () => {
  const { header, lines } = pieces(made.good);
  const whole = readFileSync(made.good);
  const text = (content: string | Buffer): string => {
    const path = file('');
    writeFileSync(path, content);
    return path;
  };
  const cases = header['cases'] as readonly Record<string, unknown>[];
  const refusals: readonly (readonly [path: string, more: readonly string[], says: RegExp])[] = [
    ['nowhere.cert', [], /there is no such file/],
    ['src', [], /it is a directory, expected a file/],
    [text(''), [], /found no certificate, expected what/],
    [text('{"driver":"x"}'), [], /found no certificate, expected what/],
    [text(whole.subarray(0, 100)), [], /found no certificate, expected what/],
    [text(whole.subarray(0, whole.length - 5)), [], /cut or was changed/],
    [text(Buffer.concat([whole, Buffer.from('x')])), [], /cut or was changed/],
    [joined({ ...header, 'finite-fence certificate': 2 }, lines), [], /format 2, expected 1/],
    [joined({ ...header, cases: 'x' }, lines), [], /damaged: its first line/],
    [joined(header, [{ ...lines[0], proofs: 'x' }]), [], /damaged: its proofs/],
    [joined(header, lines.slice(1)), [], /damaged: it lacks the proofs of/],
    [joined(header, lines.slice(1)), [paths.good], /of another system/],
    [made.good, [paths.bad], /unknown system 'bad'/],
    [made.good, [file({ ...bad, driver: 'good' })], /it is of another system/],
    [
      joined(
        header,
        lines.map((line) => ({ ...line, program: { ...line.program, steps: [] } })),
      ),
      [],
      /a system has another digest/,
    ],
    [
      joined(
        header,
        lines.map((line) => ({ ...line, order: [0] })),
      ),
      [paths.good],
      /damaged/,
    ],
  ];
  expect(cases.length).toBe(1);
  for (const [path, more, says] of refusals) {
    const { code, out, err } = await wrong(path, ...more);
    expect({ code, out }, String(says)).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  }
});

test('what does not prove its verdict is refused, and says why', async () => {
  const { header, lines } = pieces(made.good);
  const [one] = header['cases'] as readonly Record<string, unknown>[];
  const claims = (verdict: string): string =>
    joined({ ...header, cases: [{ ...one, verdict }] }, lines);
  const without = (form: string): string =>
    joined(
      header,
      lines.map((line) => ({
        ...line,
        proofs: line.proofs.filter((proof) => proof.form !== form),
      })),
    );
  for (const [path, says] of [
    [claims('deadlock'), /says deadlock, its proofs say\s+finite/],
    [claims('nonsense'), /says nonsense, its proofs/],
    [without('fair-rank'), /nothing is proved of work: fence-signals\[1\]/],
  ] as const)
    for (const more of [[], [paths.good]]) {
      const { code, out } = await wrong(path, ...more);
      expect(code, String(says)).toBe(1);
      expect(out).toMatch(says);
    }
});

test('a verdict of fewer alternatives is none of the description', async () => {
  const open = file({
    driver: 'open',
    pageFaults: 'none',
    engines: 'two',
    foreignDevice: false,
    compute: 'finite',
    arbitration: 'unknown',
  });
  const path = file('');
  await cli('check', open, '--certificate', path);
  expect((await cli('verify', path, open)).code).toBe(0);
  const { header, lines } = pieces(path);
  const [one] = header['cases'] as readonly { parts: readonly unknown[]; verdict: string }[];
  expect(one!.verdict).toBe('unbounded');
  // The first alternative alone is finite.
  const parts = one!.parts.slice(0, one!.parts.length / 2);
  const less = joined({ ...header, cases: [{ ...one, parts, verdict: 'finite' }] }, lines);
  expect((await cli('verify', less)).code).toBe(0);
  const { code, out } = await cli('verify', less, open);
  expect(code).toBe(1);
  expect(out).toMatch(/says finite, its proofs say\s+unbounded/);
});

/** Puts another number in the place of one. */
function mutated(value: unknown, at: { left: number }, number: number): unknown {
  if (typeof value === 'number') return at.left-- === 0 ? number : value;
  if (Array.isArray(value)) return value.map((one) => mutated(one, at, number));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mutated(one, at, number)]),
  );
}

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};

test('1,000 changed numbers: each is refused, or what is proved is still so', () => {
  const roll = dice(99);
  const counts = { damaged: 0, refused: 0, proved: 0 };
  const entries = [...pieces(made.good).lines, ...pieces(made.bad).lines].map(
    ({ program, order, nodes, proofs }) => ({ program, data: { order, nodes, proofs } }),
  );
  const true_ = entries.map(({ program, data }) => verify({ program, ...data }));
  for (let round = 0; round < 1000; round++) {
    const n = round % entries.length;
    const { program, data } = entries[n]!;
    const numbers = numbersIn(data);
    const place = roll(numbers.length);
    const old = numbers[place]!;
    const number = [old + 1, old - 1, roll(numbers.length), -1 - roll(40), old + roll(9) - 4][
      roll(5)
    ]!;
    const changed = mutated(data, { left: place }, number) as typeof data;
    try {
      const answer = verify({ program, ...changed });
      if (answer.refused.length > 0) counts.refused++;
      else counts.proved++;
      for (const [name, verdict] of answer.promises)
        expect(verdict).toBe(true_[n]!.promises.get(name));
      for (const [name, holds] of answer.invariants)
        expect(holds).toBe(true_[n]!.invariants.get(name));
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      counts.damaged++;
    }
  }
  expect(counts.damaged).toBeGreaterThan(50);
  expect(counts.refused).toBeGreaterThan(100);
  expect(counts.proved).toBeGreaterThan(5);
});

test('without an answer there is no certificate, and nothing half written', async () => {
  const path = file('');
  writeFileSync(path, 'before');
  for (const nowhere of [`${path}/x`, `${path}.none/x`, dirname(path)]) {
    // It is said before the search, which may take hours.
    const { code, out, err } = await cli('check', paths.good, '--certificate', nowhere);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/it cannot be written/);
  }
  const ran = await cli('check', paths.good, '--max-bytes', '70k', '--certificate', path);
  expect(ran.code).toBe(3);
  expect(ran.err).toMatch(/was not written: the proof of good ran out of bytes/);
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(existsSync(`${path}.${process.pid}.part`)).toBe(false);
});

test('two systems of one name are told apart by what they are', async () => {
  const [one, other] = [file(good), file({ ...bad, driver: 'good' })];
  const path = file('');
  await cli('check', one, other, '--certificate', path);
  for (const given of [[], [one, other], [other, one], [other]])
    expect((await cli('verify', path, ...given)).code).toBe(0);
  const stranger = await cli('verify', path, file({ driver: 'good', options: ['flush'] }));
  expect(stranger.code).toBe(2);
  expect(stranger.err).toMatch(/none of its systems named good is that one/);
});

test('what is no plain file is never replaced, and a link and permissions stay', async () => {
  const [target, link] = [file('before'), `${file('')}.link`];
  chmodSync(target, 0o640);
  symlinkSync(target, link);
  for (const into of ['/dev/null', link])
    expect((await cli('check', paths.good, '--certificate', into)).code).toBe(0);
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(statSync(target).mode & 0o777).toBe(0o640);
  expect((await cli('verify', target)).code).toBe(0);
});
