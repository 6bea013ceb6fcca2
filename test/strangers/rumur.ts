import { toMurphi } from '../../src/export/murphi.ts';
import type { Program } from '../../src/system/program.ts';
import { nothing, type Testimony } from './testimony.ts';
import { inDirectory, must, run } from './tools.ts';

type Answer = { readonly states: number; readonly edges: number; readonly violated: ReadonlySet<number> };

/** Rumur's: states and edges, and AG EF with the environment and without. Of fair runs it cannot speak. */
export async function rumur(program: Program, { big = false } = {}): Promise<Testimony> {
  const plain = await ask(toMurphi(program), big);
  const alone = program.actors.some(({ fair }) => fair === 'none') ? await ask(toMurphi(program, { environmentStops: true }), big) : null;
  if (alone !== null && alone.states !== 2 * plain.states) throw new Error(`Rumur: ${plain.states} states, and ${alone.states} with an environment that may stop`);
  return {
    by: 'Rumur', states: plain.states, edges: plain.edges,
    promises: program.promises.map((_, p) => ({ ...nothing, keepable: !plain.violated.has(p), unaided: !(alone ?? plain).violated.has(p) })),
  };
}

async function ask(text: string, big: boolean): Promise<Answer> {
  return inDirectory('system.m', text, async (cwd) => {
    await must('rumur', ['--deadlock-detection', 'off', '--counterexample-trace', 'off', '--output-format', 'machine-readable', '--max-errors', '1000000', '--threads', '1', '--output', 'system.c', 'system.m'], cwd);
    await must('gcc', ['-pipe', big ? '-O2' : '-O0', '-w', '-mcx16', '-o', 'system', 'system.c', '-lpthread'], cwd);
    const { out } = await run('./system', [], cwd);
    const summary = /<summary states="(\d+)" rules_fired="(\d+)" errors="(\d+)"/.exec(out);
    if (summary === null || !out.includes('</rumur_run>')) throw new Error(`Rumur did not finish:\n${out.slice(0, 4000)}`);
    const violated = [...out.matchAll(/<message>liveness property &quot;(\d+): [^<]*&quot; violated<\/message>/g)].map((found) => Number(found[1]));
    if (violated.length !== Number(summary[3])) throw new Error(`Rumur counts ${summary[3]} errors, ${violated.length} of them promises:\n${out.slice(0, 4000)}`);
    return { states: Number(summary[1]), edges: Number(summary[2]), violated: new Set(violated) };
  });
}
