/**
 * The tools this engine is measured against: each finds all states of a program, on one thread, and
 * says how many and how long.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toMurphi } from '../dist/src/export/murphi.js';
import { toPromela } from '../dist/src/export/promela.js';
import { nextLocal } from '../dist/src/system/program.js';

export const installed = (tool) =>
  spawnSync(tool, ['--version']).error === undefined || spawnSync('which', [tool]).status === 0;

/** A directory for generated C, and its removal. */
export function workshop() {
  const at = mkdtempSync(join(tmpdir(), 'finite-fence-bench-'));
  return { at, close: () => rmSync(at, { recursive: true, force: true }) };
}

/** The local state after a move, as nested conditions over those before it. */
const byLocal = (program, { part, event }, from) =>
  from.reduceRight((rest, local) => {
    const after = nextLocal(program, part, event, local);
    return `(p[${part}]==${local} -> ${after} : ${rest})`;
  }, '0');

/**
 * The fastest Promela we know to write: one process, one byte a part, guards and effects as
 * constants, no inline `if`. Faster than what `toPromela` writes to be read.
 */
export function tunedPromela(program) {
  const table = ({ part }) => program.tables[program.parts[part].table];
  const among = (part, locals) => `(${locals.map((local) => `p[${part}]==${local}`).join('||')})`;
  const runs = (locals, states) => {
    // `<` and `>=` where a set is a range from an end: one comparison in place of many.
    const sorted = [...locals].sort((a, b) => a - b);
    const solid = sorted.at(-1) - sorted[0] === sorted.length - 1;
    if (sorted.length > 1 && solid && sorted[0] === 0)
      return (part) => `p[${part}]<${sorted.length}`;
    if (sorted.length > 1 && solid && sorted.at(-1) === states - 1)
      return (part) => `p[${part}]>${sorted[0] - 1}`;
    return (part) => among(part, sorted);
  };
  const options = program.steps.map((step) => {
    const guards = step.when.map(
      ({ some }) => `(${some.map((one) => among(one.part, one.in)).join('||') || 'false'})`,
    );
    const effects = [];
    for (const move of step.moves) {
      const { states } = table(move);
      const from = states.flatMap((_, local) =>
        nextLocal(program, move.part, move.event, local) >= 0 ? [local] : [],
      );
      guards.push(runs(from, states.length)(move.part));
      const by = new Set(
        from.map((local) => nextLocal(program, move.part, move.event, local) - local),
      );
      const [add] = by;
      if (by.size > 1) effects.push(`p[${move.part}]=${byLocal(program, move, from)}`);
      else if (from.length === 1) effects.push(`p[${move.part}]=${from[0] + add}`);
      else effects.push(`p[${move.part}]=p[${move.part}]${add < 0 ? '' : '+'}${add}`);
    }
    return `:: d_step { ${guards.join(' && ')} -> ${effects.join('; ')} }`;
  });
  return [
    `byte p[${program.parts.length}];`,
    'active proctype system() {',
    ...program.initial.flatMap((local, part) => (local === 0 ? [] : [`p[${part}]=${local};`])),
    'end: do',
    ...options,
    'od }',
  ].join('\n');
}

/** Compiles a Promela text; the run is a function, so that rounds can be interleaved. */
export function spin(at, name, text, flags, hash, depth) {
  const cwd = join(at, name);
  execFileSync('mkdir', ['-p', cwd]);
  writeFileSync(join(cwd, 'system.pml'), text);
  execFileSync('spin', ['-a', 'system.pml'], { cwd });
  execFileSync(
    'gcc',
    ['-O3', '-march=native', '-w', '-DSAFETY', '-DNOREDUCE', ...flags, '-o', 'pan', 'pan.c'],
    { cwd },
  );
  return () => {
    const { out, ...time } = timed(join(cwd, 'pan'), ['-E', '-n', `-w${hash}`, `-m${depth}`], cwd);
    if (!out.includes('errors: 0') || /max search depth too small/.test(out))
      throw new Error(`SPIN did not finish:\n${out}`);
    return {
      states: Number(/(\d+) states, stored/.exec(out)[1]),
      edges: Number(/(\d+) transitions/.exec(out)[1]) - 1,
      ...time,
    };
  };
}

/** Compiles for Rumur, without counterexample traces: its fastest way. */
export function rumur(at, program, name) {
  const cwd = join(at, name);
  execFileSync('mkdir', ['-p', cwd]);
  writeFileSync(join(cwd, 'system.m'), toMurphi({ ...program, promises: [] }));
  execFileSync(
    'rumur',
    [
      '--deadlock-detection',
      'off',
      '--counterexample-trace',
      'off',
      '--output-format',
      'machine-readable',
      '--threads',
      '1',
      '--output',
      'system.c',
      'system.m',
    ],
    { cwd },
  );
  execFileSync(
    'gcc',
    ['-O3', '-march=native', '-w', '-mcx16', '-o', 'system', 'system.c', '-lpthread'],
    { cwd },
  );
  return () => {
    const { out, ...time } = timed(join(cwd, 'system'), [], cwd);
    const summary = /<summary states="(\d+)" rules_fired="(\d+)" errors="0"/.exec(out);
    if (summary === null || !out.includes('</rumur_run>'))
      throw new Error(`Rumur did not finish:\n${out.slice(0, 2000)}`);
    return { states: Number(summary[1]), edges: Number(summary[2]), ...time };
  };
}

export const asExported = (program) => toPromela(program, { question: 'count' });

/**
 * Seconds of processor time (user and system), and the peak of memory where GNU time is there to
 * say it.
 */
function timed(command, given, cwd) {
  const gnu = existsSync('/usr/bin/time');
  const from = performance.now();
  const { stdout, stderr, error } = gnu
    ? spawnSync('/usr/bin/time', ['-f', '@@ %U %S %M', command, ...given], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
    : spawnSync('bash', ['-c', 'TIMEFORMAT="@@ %U %S 0"; time "$@"', 'bash', command, ...given], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
  if (error !== undefined) throw error;
  const [, user, system, kilobytes] = /@@ ([\d.]+) ([\d.]+) (\d+)/.exec(stderr);
  return {
    out: stdout,
    cpu: Number(user) + Number(system),
    wall: (performance.now() - from) / 1e3,
    rss: gnu ? Number(kilobytes) * 1024 : null,
  };
}
