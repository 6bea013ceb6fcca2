import { toMurphi } from '../../src/export/murphi.ts';
import type { Program } from '../../src/system/program.ts';
import { nothing, type Testimony } from './testimony.ts';
import { inDirectory, must, run } from './tools.ts';

/**
 * `steps`: rules fired. `violated`: the titles of the properties before their colon. `holding`:
 * states in which each invariant holds.
 */
type Answer = {
  readonly states: number;
  readonly steps: number;
  readonly violated: ReadonlySet<string>;
  readonly holding: readonly number[];
};

/**
 * Rumur's: states and edges, and AG EF with the environment and without. Of fair runs it cannot
 * speak. `big`: worth an optimising compiler.
 */
export async function rumur(program: Program, { big = false } = {}): Promise<Testimony> {
  const { states, steps, violated, holding } = await ask(toMurphi(program), big);
  const keepable = program.promises.map((_, p) => !violated.has(`${p}`));
  // Where nobody's favour could be missed, the second question is the first.
  const needed = program.actors.some(({ fair }) => fair === 'none') && keepable.includes(true);
  const second = needed ? await unaided(program, { big }) : null;
  if (
    second !== null &&
    (second.states !== 3 * states || second.keepable.join() !== keepable.join())
  )
    throw new Error('Rumur does not agree with itself about an environment that may stop');
  return {
    by: 'Rumur',
    states,
    edges: steps,
    broken: holding.map((count) => states - count),
    promises: keepable.map((one, p) => ({
      ...nothing,
      keepable: one,
      unaided: second?.unaided[p] ?? one,
    })),
  };
}

/**
 * Both questions in one. States and rules fired are those of the model with an environment that may
 * stop.
 */
export async function unaided(
  program: Program,
  { big = false } = {},
): Promise<{
  states: number;
  steps: number;
  holding: readonly number[];
  keepable: boolean[];
  unaided: boolean[];
}> {
  const { states, steps, violated, holding } = await ask(toMurphi(program, { unaided: true }), big);
  return {
    states,
    steps,
    holding,
    keepable: program.promises.map((_, p) => !violated.has(`${p}`)),
    unaided: program.promises.map((_, p) => !violated.has(`${p} unaided`)),
  };
}

async function ask(text: string, big: boolean): Promise<Answer> {
  return inDirectory('system.m', text, async (cwd) => {
    await must(
      'rumur',
      [
        '--deadlock-detection',
        'off',
        '--counterexample-trace',
        'off',
        '--output-format',
        'machine-readable',
        '--max-errors',
        '1000000',
        '--threads',
        '1',
        '--output',
        'system.c',
        'system.m',
      ],
      cwd,
    );
    await must(
      'gcc',
      ['-pipe', big ? '-O2' : '-O0', '-w', '-mcx16', '-o', 'system', 'system.c', '-lpthread'],
      cwd,
    );
    const { out } = await run('./system', [], cwd);
    const summary = /<summary states="(\d+)" rules_fired="(\d+)" errors="(\d+)"/.exec(out);
    if (summary === null || !out.includes('</rumur_run>'))
      throw new Error(`Rumur did not finish:\n${out.slice(0, 4000)}`);
    const violated = [
      ...out.matchAll(
        /<message>liveness property &quot;(\d+(?: unaided)?): [^<]*&quot; violated<\/message>/g,
      ),
    ].map((found) => found[1]!);
    const holding = [
      ...out.matchAll(/<cover_result message="\d+ holds: [^"]*" count="(\d+)"\/>/g),
    ].map((found) => Number(found[1]));
    if (violated.length !== Number(summary[3]))
      throw new Error(
        `Rumur counts ${summary[3]} errors, ${violated.length} of them promises:\n${out.slice(0, 4000)}`,
      );
    return {
      states: Number(summary[1]),
      steps: Number(summary[2]),
      violated: new Set(violated),
      holding,
    };
  });
}
