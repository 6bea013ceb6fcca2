import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as lifecycles from '../../machines/lifecycles.ts';
import { chartOf, type Chart } from '../charts/chart.ts';
import { families } from '../charts/families.ts';
import { folded } from '../charts/fold.ts';
import { isMachine, machineOf } from '../charts/machine-of.ts';
import { marked } from '../charts/marks.ts';
import { dotOf, mermaidOf } from '../charts/text.ts';
import { Misuse, unknownOfMany } from '../system/misuse.ts';
import type { drawings } from './choices.ts';
import { exit, type Exit } from './exit.ts';
import type { Io } from './io.ts';

export type ChartOptions = {
  readonly to: (typeof drawings)[number];
  readonly module?: string;
  readonly output?: string;
  /** Edges that lead from many states to one are drawn as one. */
  readonly fold?: true;
  /** Every member of a family is drawn, and not one for each. */
  readonly members?: true;
};

/** `finite-fence chart`: a lifecycle as a picture or as text. @throws Misuse */
export async function chartCommand(name: string, options: ChartOptions, io: Io): Promise<Exit> {
  const machine =
    options.module === undefined ? ofPackage(name) : await ofModule(options.module, name);
  const text = await written(shaped(marked(chartOf(machine), new Set()), options), options.to);
  if (options.output === undefined) io.out(text);
  else
    try {
      writeFileSync(options.output, text);
    } catch (error) {
      throw new Misuse(`${options.output}: it cannot be written: ${(error as Error).message}`);
    }
  return exit.asExpected;
}

function shaped(chart: Chart, { fold, members }: ChartOptions): Chart {
  const once = members === true ? chart : families(chart);
  return fold === true ? folded(once) : once;
}

async function written(chart: Chart, to: ChartOptions['to']): Promise<string> {
  if (to === 'mermaid') return mermaidOf(chart);
  if (to === 'dot') return dotOf(chart);
  try {
    const { alone, svgOf } = await import('../charts/svg.ts');
    return alone(await svgOf(chart, `The lifecycle ${chart.id}`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Misuse(
      "--to svg needs the package elkjs, which places the states: 'npm install elkjs'",
    );
  }
}

type Machine = NonNullable<ReturnType<typeof machineOf>>;

function ofPackage(name: string): Machine {
  const known = lifecycles as Readonly<Record<string, unknown>>;
  const machine = Object.hasOwn(known, name) ? machineOf(known[name]) : byId(name);
  if (machine !== null) return machine;
  throw new Misuse(
    unknownOfMany('lifecycle', name, Object.keys(known), "'finite-fence chart --list' names all"),
  );
}

/** A lifecycle by the id of its machine, `dma_fence`. */
function byId(id: string): Machine | null {
  const made = Object.values(lifecycles).map(machineOf);
  return made.find((machine) => machine?.id === id) ?? null;
}

/** A machine that a module of somebody's own exports by this name. */
async function ofModule(path: string, name: string): Promise<Machine> {
  if (!existsSync(path)) throw new Misuse(`${path}: there is no such file`);
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = (await import(pathToFileURL(resolve(path)).href)) as typeof exported;
  } catch (error) {
    const [line] = String((error as Error | null)?.message ?? error).split('\n');
    throw new Misuse(`${path}: it cannot be loaded: ${line}`);
  }
  const value = Object.hasOwn(exported, name) ? exported[name] : undefined;
  if (isMachine(value)) return value;
  const machines = Object.keys(exported).filter((key) => isMachine(exported[key]));
  const expected = machines.length === 0 ? 'an XState machine' : `one of ${machines.join(', ')}`;
  throw new Misuse(`${path}: it exports no machine '${name}', expected ${expected}`);
}

/** The names of all lifecycles of this package, one a line. */
export function listLifecycles(io: Io): Exit {
  io.out(`${Object.keys(lifecycles).sort().join('\n')}\n`);
  return exit.asExpected;
}
