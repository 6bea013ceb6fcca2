import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { conformance } from '../../machines/conformance/index.ts';
import { byHand } from './bench/by-hand.ts';
import { failures, judged, reactionsIn } from './bench/matrix.ts';
import { fateOf, symbolsOf } from './bench/cites.ts';
import { boot, lastOf, neverBegan } from './bench/boot.ts';
import { reader } from './bench/ktap.ts';
import { overlay } from './bench/overlay.ts';
import { suiteOf } from './bench/suites.ts';
import { automatonDot, monitorOf, observed, verified } from '../../machines/exports/rv.ts';
import { observedFence } from '../../machines/lifecycles/observed-fence.ts';
import { tabulate } from '../../src/lts/tabulate.ts';
import { differencesIn } from './klitmus.ts';
import { exported, type Played } from './bench/sides.ts';
import { compared, lockdepOf } from './bench/threads.ts';
import { caseOf } from './bench/traces.ts';
import { absences, lateSuites } from './absences.ts';
import { differences, lacking } from './differences.ts';
import { edited } from './seeds/edit.ts';
import { seeds } from './seeds/index.ts';
import { mistakes } from './seeds/mock-gpu.ts';
import { kills, survives, type Seed } from './seeds/seed.ts';

const text = `#include <linux/a.h>

static int other(int x)
{
	return x;
}

int answer(struct fence *fence)
{
	if (test_bit(SIGNALED,
		     &fence->flags))
		put(fence);
	else
		get(fence);
	return -EINVAL;
}
`;
const seed = (
  n: number,
  operator: Seed['operator'],
  at: string,
  rest: Partial<Seed> = {},
): Seed => ({
  n,
  file: 'a.c',
  function: 'answer',
  operator,
  at,
  about: '',
  kill: survives(''),
  ...rest,
});

describe('seeds', () => {
  test('there are enough, each with a number of its own', () => {
    expect(seeds.length).toBeGreaterThanOrEqual(60);
    expect(mistakes.length).toBeGreaterThanOrEqual(40);
    expect(new Set(seeds.map(({ n }) => n)).size).toBe(seeds.length);
    expect(seeds.filter(({ fixes }) => fixes !== undefined).length).toBeGreaterThanOrEqual(20);
  });

  test('a suite that should kill is one of those that are run', () => {
    const ids = new Set([...conformance, ...byHand].map(({ id }) => id));
    const named = [...seeds, ...mistakes].flatMap(({ kill }) =>
      'suite' in kill ? [kill.suite] : [],
    );
    for (const suite of named) expect(ids).toContain(suite);
  });

  test('a case by hand that should kill is one of its file', () => {
    const covers = ['steps', 'transitions', 'edges', 'refusals', 'rest', 'log'];
    for (const { n, kill } of seeds) {
      if ('survives' in kill) continue;
      const hand = byHand.find(({ id }) => id === kill.suite);
      if (hand === undefined)
        expect([n, covers]).toEqual([n, expect.arrayContaining([kill.cover])]);
      else
        expect(
          readFileSync(new URL(`./adapters/${hand.file}`, import.meta.url), 'utf8'),
          `seed ${n}`,
        ).toContain(`KUNIT_CASE(${kill.cover})`);
    }
  });

  test('expressions are found over line ends, statements keep their else, and edits nest', () => {
    const copy = edited(
      text,
      [
        seed(1, 'never', 'test_bit(SIGNALED, &fence->flags)'),
        seed(2, 'drop', 'put(fence)'),
        seed(3, 'value', '-EINVAL', { text: '0' }),
        seed(4, 'value', 'fence->flags', { text: 'other' }),
      ],
      true,
    );
    expect(copy.misfits).toEqual([]);
    expect(copy.text).toContain('int ff_seed;');
    expect(copy.text).toContain('{ if (!(ff_seed == 2)) put(fence); }\n\telse');
    expect(copy.text).toContain('return (ff_seed == 3 ? (0) : (-EINVAL));');
    expect(copy.text).toMatch(
      /\(\(test_bit\(SIGNALED,\s+&\(ff_seed == 4 \? \(other\) : \(fence->flags\)\)\)\) && !\(ff_seed == 1\)\)/,
    );
  });

  test('what a file has no place for is told', () => {
    const why = (one: Seed): string | undefined => edited(text, [one], false).misfits[0]?.why;
    expect(why(seed(1, 'drop', 'lose(fence)'))).toBe('lose(fence) is not in answer');
    expect(why(seed(1, 'drop', 'put(fence)', { function: 'question' }))).toBe(
      'there is no function question',
    );
    expect(why(seed(1, 'value', 'fence', { text: '0' }))).toContain('times in answer');
  });
});

test('a folder that an earlier tree of links has as one link is made anew, and the source stays', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'overlay-'));
  const [source, tree] = [join(scratch, 'source'), join(scratch, 'tree')];
  for (const path of ['include', 'arch/um/include', 'a/b'])
    mkdirSync(join(source, path), { recursive: true });
  for (const path of ['a', 'a/b']) writeFileSync(join(source, path, 'Makefile'), 'obj-y := x.o\n');
  const folder = (path: string) => ({ path, objects: ['x.o'], more: '' });
  overlay(source, tree, [folder('a')], 'um');
  expect(lstatSync(join(tree, 'a/b')).isSymbolicLink()).toBe(true);
  overlay(source, tree, [folder('a'), folder('a/b')], 'um');
  expect(lstatSync(join(source, 'a/b/Makefile')).isFile()).toBe(true);
  expect(readdirSync(join(source, 'a/b'))).toEqual(['Makefile']);
  expect(readFileSync(join(tree, 'a/b/Kbuild'), 'utf8')).toContain('ff-edited := x.o');
  rmSync(scratch, { recursive: true });
});

describe('KTAP', () => {
  const read = (...lines: readonly string[]) => {
    const one = reader();
    for (const line of lines) one.line(line);
    return { ...one.result(), cutOff: false };
  };

  test('cases belong to their suites', () => {
    const { cases, unfinished } = read(
      '    # Subtest: finite_fence_a',
      '        # Subtest: steps',
      '        ok 1 paths 0 to 3',
      '    # steps: EXPECTATION FAILED',
      '    not ok 1 steps',
      '    ok 2 edges',
      'not ok 1 finite_fence_a',
    );
    expect(cases.map(({ suite, name, ok }) => [suite, name, ok])).toEqual([
      ['finite_fence_a', 'steps', false],
      ['finite_fence_a', 'edges', true],
    ]);
    expect(unfinished).toBeNull();
  });

  test('a kernel that dies fails the case that ran', () => {
    const result = read(
      '    # Subtest: finite_fence_a',
      '    ok 1 steps',
      '        # Subtest: edges',
      'Kernel panic - not syncing',
    );
    expect(result.unfinished).toEqual({ suite: 'finite_fence_a', name: 'edges' });
    expect(failures(result)).toEqual({ a: 'edges' });
    expect(judged(kills('a', 'edges'), failures(result), result.noise)).toBe(true);
    expect(judged(kills('a', 'steps'), failures(result), result.noise)).toBe(false);
    expect(judged(survives(''), failures(result), result.noise)).toBe(false);
    // One that still went on when its time was over has killed nothing.
    expect(failures({ ...result, cutOff: true })).toEqual({});
  });

  test('and so does one that dies in a case by hand', () => {
    const result = read(
      '    # Subtest: finite_fence_a',
      '    # wait_any: begins',
      '    ok 1 wait_any',
      '    # resv_copies: begins',
      'Kernel panic - not syncing',
    );
    expect(result.unfinished).toEqual({ suite: 'finite_fence_a', name: 'resv_copies' });
  });
});

test('a kernel that panics before its first suite never began; one with nothing to run halts', () => {
  const ended = (...lines: readonly string[]) => ({
    cases: [],
    unfinished: null,
    noise: [],
    code: 0,
    late: false,
    fate: null,
    cutOff: false,
    seconds: 0,
    log: '',
    lines,
  });
  const panicked = ended('Console initialized', 'Kernel panic - not syncing: an initcall', '');
  expect(neverBegan(panicked)).toBe(true);
  expect(lastOf(panicked)).toContain('an initcall');
  expect(neverBegan(ended('1..0', 'reboot: System halted'))).toBe(false);
  const died = { ...panicked, unfinished: { suite: 'finite_fence_a', name: null } };
  expect(neverBegan(died)).toBe(false);
});

/** Writes as User Mode Linux does: where its console is full, what it would say is lost. */
const console = `#!/usr/bin/env node
const { writeSync } = require('node:fs');
process.stdout.writable;
for (let n = 1; n <= 30000; n++)
  try { writeSync(1, 'ok ' + n + ' a line of a kernel that has no time to wait\\n'); } catch {}
`;

test('no line of a kernel is lost while nobody has time to read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'boot-'));
  const image = join(folder, 'linux');
  writeFileSync(image, console, { mode: 0o755 });
  const booted = boot(image, { filter: '*', log: join(folder, 'log') });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
  const { code, lines } = await booted;
  rmSync(folder, { recursive: true });
  expect(code).toBe(0);
  expect(lines.length).toBe(30_000);
});

describe('citations', () => {
  const cite = (says: string) => ({ file: 'drivers/a.c', says, by: '' });
  const nowhere = () => [];
  test('a sentence, a symbol, one that moved, one that is gone', () => {
    const file = 'int dma_fence_a(void); /* It must be\n * signaled in finite time */';
    expect(
      fateOf(cite('dma_fence_a: it must be signaled in finite time'), file, nowhere).fate,
    ).toBe('there');
    expect(fateOf(cite('dma_fence_a: what else'), file, nowhere).fate).toBe('there');
    expect(fateOf(cite('dma_fence_b'), file, () => ['drivers/b.c']).fate).toBe('moved');
    expect(fateOf(cite('dma_fence_a: dma_fence_b'), file, nowhere).fate).toBe('changed');
    expect(fateOf(cite('dma_fence_b'), file, nowhere).fate).toBe('gone');
    expect(fateOf(cite('dma_fence_a'), null, nowhere).fate).toBe('gone');
    expect(fateOf(cite('of no symbol at all'), file, nowhere).fate).toBe('words');
  });
  test('symbols are words with an underscore, and calls', () => {
    expect(symbolsOf('WARN_ON(test_bit(FLAG)); the bit, once')).toEqual(['WARN_ON', 'test_bit']);
  });
});

describe('suites', () => {
  const small = conformance.filter(({ prefix, id }) => prefix === undefined && id !== 'fence2');
  test('of every system every edge is walked, and of every refused call it is known what it answers', () => {
    expect(small.length).toBeGreaterThanOrEqual(8);
    for (const one of small) {
      const suite = suiteOf(one);
      expect([one.id, suite.missed, suite.forks]).toEqual([one.id, 0, []]);
      expect(suite.edges).toBeGreaterThan(40);
    }
  });
  test('of a system that is too big walks meet every step, and runs end where it hangs', () => {
    const big = conformance.filter(({ id }) => id.startsWith('reserve_in_flight_2'));
    const suites = big.map((one) => suiteOf(one));
    expect(suites.map(({ cover }) => cover)).toEqual(['transitions', 'steps', 'steps', 'steps']);
    for (const { header, rests, steps } of suites) {
      expect(rests).toBeGreaterThan(3);
      expect(steps).toBeGreaterThan(100);
      expect(header).not.toContain('#define FF_EVERY_EDGE');
    }
    expect(suites.map(({ header }) => /FF_RESTS (\w+)/.exec(header)?.[1])).toEqual([
      'FF_ENDS',
      'FF_HANGS',
      'FF_HANGS',
      'FF_HANGS',
    ]);
  });
  test('a call without a word on its refusal is an error', () => {
    const [first] = conformance;
    const { signal: _, ...refused } = first!.refused;
    expect(() => suiteOf({ ...first!, refused })).toThrow(
      'nothing is said of where signal is refused',
    );
  });
});

describe('files of threads', () => {
  test('most files are played, and those that are not say why', () => {
    const { played, files, left } = exported();
    expect(files).toBeGreaterThanOrEqual(91);
    expect(new Set(played.map(({ file }) => file)).size).toBeGreaterThanOrEqual(80);
    expect(played.filter(({ noHang }) => noHang === null).length).toBeGreaterThanOrEqual(50);
    expect(left.every(({ why }) => why.length > 8)).toBe(true);
    // A side whose hang is played has a place for each thread, and a call of the file is one.
    const { text } = played.find(({ file, side }) => file.startsWith('004') && side === 'before')!;
    expect(text).toContain('{ FF_ENDED, 0 }, { FF_IN, 4 }, { FF_IN, 10 }');
  }, 120_000);

  const circular = [
    'WARNING: possible circular locking dependency detected',
    '-> #2 (fs_reclaim){+.+.}-{0:0}:',
    '-> #1 (mmu_notifier_invalidate_range_start){+.+.}-{0:0}:',
    '-> #0 (&litmus_1__ff->a){+.+.}-{3:3}:',
    'stack backtrace:',
  ];
  const played: Played = {
    file: '001.litmus',
    side: 'before',
    name: 'litmus_001_before',
    verdict: 'deadlock',
    text: '',
    sequences: 0,
    noHang: null,
    passes: null,
    breach: null,
    kinds: ['circular'],
    explained: differencesIn('// kernel, before: `lockdep is silent`: nobody asks.\n'),
    classes: [['&a', 'fs_reclaim']],
  };
  const booted = (lines: readonly string[], ok = true) => ({
    cases: [{ suite: played.name, name: 'hang', ok, skipped: false, said: ['the model says: x'] }],
    unfinished: null,
    code: 0,
    late: false,
    fate: null,
    cutOff: false,
    seconds: 0,
    noise: [],
    lines,
    log: '',
  });

  test('the classes of a report are named as the model names them', () => {
    expect(lockdepOf(circular)).toEqual({
      kind: 'circular',
      classes: ['fs_reclaim', 'mmu_notifier_invalidate_range_start', '&a'],
    });
    expect(lockdepOf(['nothing'])).toEqual({ kind: 'silent', classes: [] });
  });

  test('what differs is told: a place, the kind of a report, its classes', () => {
    expect(compared(played, booted(circular)).differs).toEqual([]);
    expect(compared(played, booted(circular, false)).differs).toHaveLength(1);
    expect(compared(played, booted([])).differs[0]!.what).toBe(
      'lockdep is silent, by the model circular',
    );
    // The file's own comment explains it.
    expect(compared(played, booted([])).differs[0]!.why).toBe('nobody asks');
    const other = circular.map((line) => line.replace('->a', '->b'));
    expect(compared(played, booted(other)).differs[0]!.what).toContain('lockdep names');
  });
});

describe('the monitor of runtime verification', () => {
  const automaton = verified(tabulate(observedFence), observed.dma_fence!);
  test('the automaton has one line for each node and edge, and the monitor each tracepoint', () => {
    const dot = automatonDot(automaton);
    expect(dot).toContain('\t"__init_absent" -> "absent";');
    expect(dot).toContain('\t"idle" -> "signaled" [ label = "dma_fence_signaled" ];');
    expect(dot).not.toContain('"signaled" -> "signaled" [ label = "dma_fence_signaled');
    // A log of a kernel before 5.4 may have it; no kernel with runtime verification does.
    expect(dot).not.toMatch(/"signaled" -> .*dma_fence_enable_signal/);
    expect(automatonDot(tabulate(observedFence))).toMatch(
      /"signaled" -> .*dma_fence_enable_signal/,
    );
    const c = monitorOf(automaton, observed.dma_fence!);
    for (const event of automaton.events)
      expect(c).toContain(`rv_attach_trace_probe("ff_dma_fence", ${event}, handle_${event});`);
  });
});

describe('reactions', () => {
  test('are counted by what the monitor does not allow', () => {
    const line =
      'rv: monitor ff_dma_fence does not allow event dma_fence_signaled on state signaled of 1-1';
    expect(reactionsIn([line, 'BUG: something', line])).toEqual({
      'dma_fence_signaled on signaled': 2,
    });
  });
  test('seeds that show in a log of tracepoints name the law', () => {
    const law = seeds.filter(({ trace }) => trace !== undefined);
    expect(law.map(({ n, trace }) => [n, trace])).toEqual([
      [9, 'F-1'],
      [440, 'F-11'],
      [442, 'F-12'],
      [444, 'F-5'],
      [448, 'F-5'],
    ]);
    // As they showed on 6.12: the monitor reacts to the same.
    const reacts = seeds.filter(({ monitor }) => monitor !== undefined);
    expect(reacts.map(({ n, monitor }) => [n, monitor])).toEqual([
      [9, 'dma_fence_enable_signal on enabled'],
      [23, 'dma_fence_enable_signal on signaled'],
      [440, 'dma_fence_init on idle'],
      [441, 'dma_fence_init on idle'],
      [442, 'dma_fence_wait_end on destroyed'],
      [443, 'dma_fence_wait_end on destroyed'],
      [444, 'dma_fence_signaled on destroyed'],
      [445, 'dma_fence_signaled on destroyed'],
      [448, 'dma_fence_signaled on destroyed'],
    ]);
  });
});

describe('traces', () => {
  test('a trace without events is no good one, and a seed must break its law', () => {
    const trace = { name: 'x', events: { dma_fence_init: 2 }, broken: {}, lost: 0 };
    expect(caseOf(trace, null).ok).toBe(true);
    expect(caseOf({ ...trace, events: {} }, null).ok).toBe(false);
    expect(caseOf({ ...trace, broken: { 'F-5': 1 } }, null).ok).toBe(false);
    expect(caseOf({ ...trace, broken: { 'F-5': 1 } }, 'F-5').ok).toBe(true);
    expect(caseOf(trace, 'F-5').ok).toBe(false);
  });
});

describe('differences and absences', () => {
  const file = new URL('../../docs/kernel-bench.md', import.meta.url);
  const [begin, end] = [
    '<!-- made by UPDATE_DOCS=1 from test/kernel/differences.ts and machines/conformance -->',
    '<!-- end of what is made -->',
  ] as const;

  test('docs/kernel-bench.md lists them; UPDATE_DOCS=1 writes it anew', () => {
    const text = readFileSync(file, 'utf8');
    const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
    expect(from).toBeLessThan(to);
    const made = `${text.slice(0, from)}\n\n${absences()}\n\n${text.slice(to)}`;
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, made);
    expect(readFileSync(file, 'utf8')).toBe(made);
  });

  test('of each suite that 6.1 does not run it is said what 6.1 lacks', () => {
    expect(lacking.map(({ suite }) => suite).toSorted()).toEqual([...lateSuites()].toSorted());
  });

  test('a clause that is named is one of its suite, and so is a step', () => {
    for (const { suite, became } of differences) {
      const conformed = conformance.find(({ id }) => id === suite)!;
      expect(conformed, suite).toBeDefined();
      if (typeof became === 'string' || 'version' in became) continue;
      if ('inside' in became) expect(Object.keys(conformed.inside)).toContain(became.inside);
      else expect(JSON.stringify(conformed.program())).toContain(`"${became.clause}"`);
    }
  });
});
