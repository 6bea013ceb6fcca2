import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Chart, ChartEdge, ChartState } from '../../../src/charts/chart.ts';

const root = join(import.meta.dirname, '../../..');

/** Every folder of machines/ and src/, from the lowest floor up: a room of the engine imports no later one. */
const floors: readonly string[] = [
  'src/lts',
  'src/system',
  'machines/lifecycles',
  'machines/words',
  'machines/rules',
  'machines/rows',
  'machines/options',
  'machines/refusals',
  'machines/hazards',
  'machines/uses',
  'machines/description',
  'machines/drivers',
  'src/explore',
  'src/check',
  'src/orbits',
  'src/charts',
  'src/export',
  'src/litmus',
  'machines/litmus',
  'machines/questions',
  'src/paths',
  'src/logs',
  'machines/tracepoints',
  'src/threads',
  'machines/calls',
  'machines/conformance',
  'src/symbolic',
  'src/verify',
  'src/certify',
  'machines/exports',
  'src/judge',
  'src/text',
  'src/cli',
];

/** The folders of machines/ and src/ that exist. */
export const folders: readonly string[] = ['machines', 'src'].flatMap((half) =>
  readdirSync(join(root, half), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${half}/${name}`),
);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name));

/** The folders from which the files of one folder import. */
function importsOf(folder: string): ReadonlySet<string> {
  const rooms = new Set<string>();
  for (const file of filesIn(folder)) {
    const text = readFileSync(join(root, file), 'utf8').replace(/`[^`]*`/g, '');
    for (const [, path] of text.matchAll(/from '(\.[^']+)'/g)) {
      const target = posix.join(posix.dirname(file), path!);
      rooms.add(target.split('/').slice(0, 2).join('/'));
    }
  }
  return rooms;
}

/** Arrows that are left when those go that follow from others: the transitive reduction. */
function reduced(uses: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string[]> {
  const below = new Map<string, ReadonlySet<string>>();
  const kept = new Map<string, string[]>();
  for (const [folder, lower] of uses) {
    const indirect = new Set(lower.flatMap((one) => [...(below.get(one) ?? [])]));
    kept.set(
      folder,
      lower.filter((one) => !indirect.has(one)),
    );
    below.set(folder, new Set([...lower, ...indirect]));
  }
  return kept;
}

const box = (path: string): ChartState => ({
  path,
  name: path,
  children: [],
  initial: false,
  final: false,
  bad: false,
  parallel: false,
  description: '',
  source: '',
});

/**
 * Imports of a later floor. The engine has none. In machines, the words of a description are used
 * everywhere.
 */
export function upward(): readonly { readonly from: string; readonly to: string }[] {
  return floors.flatMap((folder, floor) => {
    if (!folders.includes(folder)) return [];
    const imports = importsOf(folder);
    return floors
      .slice(floor + 1)
      .filter((later) => imports.has(later))
      .map((to) => ({ from: folder, to }));
  });
}

/**
 * The folders as a chart: an arrow leads from a folder to one that imports it, in the direction in which data flows. It
 * is read off the imports; imports that follow from others are left out, and so are those of a later floor.
 */
export function roomsChart(): Chart {
  const there = floors.filter((folder) => folders.includes(folder));
  const uses = new Map(
    there.map((folder, floor) => {
      const imports = importsOf(folder);
      return [folder, there.slice(0, floor).filter((lower) => imports.has(lower))] as const;
    }),
  );
  const edges = [...reduced(uses)].flatMap(([folder, lower]): readonly ChartEdge[] =>
    lower.map((from) => ({
      from,
      to: folder,
      events: [{ type: '', description: '', source: '' }],
    })),
  );
  const roots = there.map(box);
  return { id: 'rooms', roots, edges };
}
