import { breaches, claims, toPromela } from '../../src/export/promela.ts';
import type { Program } from '../../src/system/program.ts';
import { nothing, type Testimony } from './testimony.ts';
import { inDirectory, must, quick, run } from './tools.ts';

/**
 * SPIN's: states and edges, and whether a fair run evades a promise. Of AG EF it cannot speak.
 * `big`: worth an optimising compiler.
 */
export async function spin(program: Program, { big = false } = {}): Promise<Testimony> {
  const { states, edges } = await count(program, big);
  const { evading, broken } = await claimed(program, big);
  return {
    by: 'SPIN',
    states,
    edges,
    broken,
    promises: program.promises.map((_, p) => ({
      ...nothing,
      evaded: evading.get(`${p} as written`)!,
      evadedWeakly: evading.get(`${p} weak only`)!,
    })),
  };
}

/** @param quickly whether tcc may compile pan: only where it counts (see `quick`) */
async function compile(
  cwd: string,
  defines: readonly string[],
  { big, quickly }: { readonly big: boolean; readonly quickly: boolean },
): Promise<void> {
  // tcc preprocesses, too: most of `spin -a` is starting gcc for that.
  await must('spin', [...(quick ? ['-Ptcc -E -x c'] : []), '-a', 'system.pml'], cwd);
  const [tool, ...options] =
    quick && quickly && !big ? ['tcc'] : ['gcc', '-pipe', big ? '-O2' : '-O0'];
  await must(tool!, [...options, '-w', ...defines, '-o', 'pan', 'pan.c'], cwd);
}

/**
 * Runs pan with a small search depth first and with ten times as much until it suffices.
 * @throws without its completion line: output that stops in the middle is no verdict.
 */
async function pan(args: readonly string[], cwd: string, big: boolean): Promise<string> {
  for (let depth = big ? 1_000_000 : 10_000; depth <= 100_000_000; depth *= 10) {
    const { out } = await run('./pan', ['-E', `-w${big ? 22 : 18}`, `-m${depth}`, ...args], cwd);
    if (
      !/pan: elapsed time/.test(out) ||
      !/Full statespace search/.test(out) ||
      /out of memory|hash table is full|aborting/i.test(out)
    )
      throw new Error(`pan did not finish:\n${out.slice(0, 4000)}`);
    if (!/max search depth too small/.test(out)) return out;
  }
  throw new Error('pan: no search depth suffices');
}

async function count(program: Program, big: boolean): Promise<{ states: number; edges: number }> {
  return inDirectory('system.pml', toPromela(program, { question: 'count' }), async (cwd) => {
    await compile(cwd, ['-DSAFETY', '-DNOREDUCE'], { big, quickly: true });
    const out = await pan([], cwd, big);
    const states = /(\d+) states, stored/.exec(out);
    const transitions = /(\d+) transitions/.exec(out);
    if (
      states === null ||
      transitions === null ||
      !/errors: 0\b/.test(out) ||
      /Search not completed/.test(out)
    )
      throw new Error(`pan did not count:\n${out.slice(0, 4000)}`);
    return { states: Number(states[1]), edges: Number(transitions[1]) - 1 };
  });
}

/**
 * Which claims find something: for each promise and fairness whether a fair run evades it, for each
 * invariant whether it is broken.
 */
async function claimed(
  program: Program,
  big: boolean,
): Promise<{ evading: Map<string, boolean>; broken: boolean[] }> {
  const evading = new Map<string, boolean>();
  const broken: boolean[] = [];
  if (program.promises.length + program.invariants.length === 0) return { evading, broken };
  await inDirectory('system.pml', toPromela(program, { question: 'fair' }), async (cwd) => {
    await compile(cwd, ['-DNOREDUCE'], { big, quickly: false });
    const ask = async (claim: string, wrong: RegExp): Promise<boolean> => {
      const out = await pan(['-a', '-N', claim], cwd, big);
      if (!out.includes(`(${claim})`))
        throw new Error(`pan did not ask ${claim}:\n${out.slice(0, 4000)}`);
      const found = wrong.test(out);
      if (found === /errors: 0\b/.test(out) || (!found && /Search not completed/.test(out)))
        throw new Error(`pan does not say:\n${out.slice(0, 4000)}`);
      return found;
    };
    const asked = new Map<string, boolean>();
    for (const { claim, at, fairness } of claims(program)) {
      if (!asked.has(claim)) asked.set(claim, await ask(claim, /acceptance cycle/));
      evading.set(`${at} ${fairness}`, asked.get(claim)!);
    }
    for (const { claim } of breaches(program))
      broken.push(await ask(claim, /end state in claim reached|claim violated/));
  });
  return { evading, broken };
}
