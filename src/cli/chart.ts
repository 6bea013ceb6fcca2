import { existsSync } from 'node:fs';
import { writeWhole } from './whole-file.ts';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as lifecycles from '../../machines/lifecycles.ts';
import { chartOf, type Chart } from '../charts/chart.ts';
import { asGroups } from '../charts/groups.ts';
import { families } from '../charts/families.ts';
import { folded } from '../charts/fold.ts';
import { isMachine, machineOf } from '../charts/machine-of.ts';
import { marked } from '../charts/marks.ts';
import { dotOf, mermaidOf } from '../charts/text.ts';
import { threadCharts } from '../judge/thread-charts.ts';
import type { ReadThreads } from '../judge/threads.ts';
import { Misuse, unknownOfMany } from '../system/misuse.ts';
import type { drawings } from './choices.ts';
import { exit, type Exit } from '../text/exit.ts';
import type { Io } from './io.ts';
import { ownThreads } from './threads/read-threads.ts';

/** What the words of `finite-fence chart` say. */
export type ChartOptions = {
  readonly to: (typeof drawings)[number];
  readonly module?: string;
  readonly output?: string;
  /** Edges that lead from many states to one are drawn as one. */
  readonly fold?: true;
  /** Every member of a family is drawn, and not one for each. */
  readonly members?: true;
};

/**
 * `finite-fence chart`: a lifecycle, or a file of threads, as a picture or as text.
 * @throws Misuse
 */
export async function chartCommand(name: string, options: ChartOptions, io: Io): Promise<Exit> {
  const text = await drawing(name, options, io);
  if (options.output === undefined) io.out(text);
  else writeWhole(options.output, text);
  return exit.asExpected;
}

/** A lifecycle, or all threads and objects of a file. @throws Misuse */
async function drawing(name: string, options: ChartOptions, io: Io): Promise<string> {
  const { module, to } = options;
  const threads = module === undefined ? ownThreads(name) : null;
  if (threads !== null) return drawingOfThreads(threads, to, io);
  const machine = module === undefined ? ofPackage(name) : await ofModule(module, name);
  return written(shaped(marked(chartOf(machine), new Set()), options), to);
}

/** States that are searched for what runs do. */
const searched = { states: 300_000 };

async function drawingOfThreads(
  threads: ReadThreads,
  to: ChartOptions['to'],
  io: Io,
): Promise<string> {
  const { charts, stopped } = threadCharts(threads, searched);
  if (stopped !== null)
    io.err('finite-fence: the search ended early: states that it did not reach are not drawn\n');
  const sheet = {
    title: threads.name.replace(/^.*[\\/]/, ''),
    charts: charts.map(({ title, chart, stuck }) => ({ title, chart: marked(chart, stuck) })),
  };
  if (to === 'mermaid') return mermaidOf(asGroups(sheet));
  if (to === 'dot') return dotOf(asGroups(sheet));
  return placed(async () => {
    const { sheetOf } = await import('../charts/sheet.ts');
    return sheetOf(sheet);
  });
}

function shaped(chart: Chart, { fold, members }: ChartOptions): Chart {
  const once = members === true ? chart : families(chart);
  return fold === true ? folded(once) : once;
}

async function written(chart: Chart, to: ChartOptions['to']): Promise<string> {
  if (to === 'mermaid') return mermaidOf(chart);
  if (to === 'dot') return dotOf(chart);
  return placed(async () => {
    const { svgOf } = await import('../charts/svg.ts');
    return svgOf(chart, `The lifecycle ${chart.id}`);
  });
}

/** A drawing as a file of its own. @throws Misuse where nobody can place its states */
async function placed(draw: () => Promise<string>): Promise<string> {
  try {
    const { alone } = await import('../charts/svg.ts');
    return alone(await draw());
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
  if (/[./\\]/.test(name))
    throw new Misuse(
      `${name}: found no file of threads, expected NAME.litmus, of a twin with :before or :after`,
    );
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
