import type { Budget } from '../explore/graph.ts';
import type { Program } from '../system/program.ts';
import { placesOf } from './carry.ts';
import { both, clausePaths, type Ablation, type ClauseTarget } from './clause.ts';
import { schemaVersion, type PathFile, type TestPath } from './path.ts';

/** A system as a path file names it. */
export type NamedSystem = { readonly name: string; readonly program: Program; readonly described: unknown };
export type Head = { readonly name: string; readonly version: string; readonly cover: string; readonly systems: readonly NamedSystem[]; readonly perPath: number };
type Coverage = PathFile['coverage'];

/** The path file of a suite. */
export function fileOf({ name, version, cover, systems, perPath }: Head, paths: readonly TestPath[], coverage: Coverage, compared: Partial<Pick<PathFile['size'], 'bound' | 'shortestEach'>> = {}): PathFile {
  const steps = paths.reduce((sum, path) => sum + path.steps.length, 0);
  return {
    $schema: 'https://unpkg.com/finite-fence/docs/paths.schema.json', schema: schemaVersion, version, name, cover,
    systems: Object.fromEntries(systems.map(({ name: key, program, described }) => [key, { digest: program.digest, described, initial: placesOf(program, program.initial) }])),
    size: { paths: paths.length, steps, perPath, cost: steps + perPath * paths.length, longest: Math.max(0, ...paths.map((path) => path.steps.length)), bound: compared.bound ?? null, shortestEach: compared.shortestEach ?? null },
    coverage, paths: [...paths],
  };
}

/**
 * Paths for clauses: for each, the first of its systems in which something is lost without it, or else the first of them. Paths of one
 * system that do the same are one.
 */
export function clauseFile(head: Head, ablations: readonly (readonly Ablation[])[], budget: Budget): PathFile {
  const paths = new Map<string, TestPath>();
  const targets: ClauseTarget[] = [];
  for (const candidates of ablations) {
    const tried: ReturnType<typeof clausePaths>[] = [];
    for (const ablation of candidates) { tried.push(clausePaths(ablation, budget)); if (tried.at(-1)!.loses) break; }
    const found = tried.find(({ loses }) => loses) ?? tried.find(({ paths }) => paths.length > 0) ?? tried[0]!;
    targets.push(...found.targets);
    for (const path of found.paths) {
      const key = `${path.system}\n${path.id}`;
      const before = paths.get(key);
      paths.set(key, before === undefined ? path : both(before, path));
    }
  }
  const uncovered = targets.flatMap(({ target, why }) => (why === null ? [] : [{ target, why }]));
  const covered = targets.length - uncovered.length;
  const used = new Set([...paths.values()].map(({ system }) => system));
  const systems = head.systems.filter((one, at) => at === 0 || used.has(one.name));
  return fileOf({ ...head, systems }, [...paths.values()], { targets: targets.length, covered, coverable: covered, uncovered: [], unreachable: uncovered });
}
