import { z } from 'zod';
import { Misuse } from '../system/misuse.ts';
import type { Program } from '../system/program.ts';
import { stepsByName } from '../system/run.ts';
import { carry, whyNot } from './carry.ts';
import {
  pathFile,
  pathId,
  schemaVersion,
  sealOf,
  type Because,
  type PathFile,
  type TestPath,
} from './path.ts';
import { fromSchema1 } from './schema-1.ts';

/**
 * A path file from JSON, of schema 2 or, as version 0.1 wrote it, of schema 1.
 * @throws Misuse, with path and step: another schema version, not a path file, or edited by hand
 */
export function readPathFile(given: unknown): PathFile {
  const version = (given as { schema?: unknown } | null)?.schema;
  if (version === undefined) throw new Misuse('not a path file: it has no "schema"');
  if (version !== schemaVersion && version !== 1)
    throw new Misuse(
      `it has schema version ${JSON.stringify(version)}; ` +
        `this program reads versions 1 and ${schemaVersion}`,
    );
  const value = version === 1 ? fromSchema1(given as Readonly<Record<string, unknown>>) : given;
  const parsed = pathFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const id =
      issue!.path[0] === 'paths'
        ? (value as { paths?: { id?: unknown }[] }).paths?.[issue!.path[1] as number]?.id
        : undefined;
    const step =
      issue!.path[2] === 'steps' && typeof issue!.path[3] === 'number'
        ? `, step ${issue!.path[3] + 1}`
        : '';
    throw new Misuse(
      `${id === undefined ? '' : `path ${String(id)}${step}: `}not a path file: ` +
        `${z.core.toDotPath(issue!.path)}: ${issue!.message}`,
    );
  }
  // What was read, not what was parsed: that has its keys in another order.
  const file = value as PathFile;
  for (const path of file.paths) untouched(file, path);
  return file;
}

/**
 * Refuses what is not as it was written: the first step whose seal is broken, or that does not
 * begin where the one before ended.
 */
function untouched(file: PathFile, path: TestPath): void {
  const { id, system, steps } = path;
  const fail = (text: string): never => {
    throw new Misuse(`path ${id}${text}; a path is made by this program and never edited by hand`);
  };
  const writtenSystem = file.systems[system];
  if (writtenSystem === undefined) return fail(`: its system '${system}' is not in the file`);
  const place = new Map(Object.entries(writtenSystem.initial));
  let before = '';
  steps.forEach((step, n) => {
    if (step.number !== n + 1) fail(`, step ${n + 1}: it is numbered ${step.number}`);
    if (step.seal !== sealOf(step, before))
      fail(`, step ${n + 1}: '${step.step}' does not bear the seal that its file gave it`);
    for (const [part, { from, to }] of Object.entries(step.parts)) {
      if (place.get(part) !== from)
        fail(
          `, step ${n + 1}: '${step.step}' takes ${part} from ${from}, which is in ${place.get(part) ?? 'no state'}`,
        );
      place.set(part, to);
    }
    before = step.seal;
  });
  const names = steps.map(({ step }) => step);
  if (id !== pathId(names, triedOn(path)))
    fail(
      `: its ${steps.length} steps make another id; some are missing, or were added at the end (step ${steps.length})`,
    );
}

/** What is tried on a path and belongs to its id. */
function triedOn({ kind, clauses, refused = [] }: TestPath): Parameters<typeof pathId>[1] {
  if (kind === 'tries') return refused;
  const shown = clauses.find(({ tried }) => tried !== null);
  return shown === undefined ? null : { step: shown.tried!, after: shown.brink };
}

/** What no longer fits: at which step, and why. */
export type Misfit = {
  readonly path: string;
  readonly number: number;
  readonly step: string;
  readonly why: string;
};

/** Takes a path in a system; null where it does all that it says. */
export function misfit(program: Program, path: TestPath): Misfit | null {
  const steps = path.steps.map(({ step }) => step);
  const run = carry(program, steps);
  const misfit = (number: number, step: string, why: string): Misfit => ({
    path: path.id,
    number,
    step,
    why,
  });
  for (const [n, step] of run.steps.entries()) {
    const wanted = path.steps[n]!.parts;
    const names = [...new Set([...Object.keys(wanted), ...Object.keys(step.parts)])];
    const inWords = (move: { event: string; from: string; to: string } | undefined): string =>
      move === undefined ? 'takes no event' : `takes ${move.event} from ${move.from} to ${move.to}`;
    const other = names.find((name) => inWords(wanted[name]) !== inWords(step.parts[name]));
    if (other !== undefined)
      return misfit(
        n + 1,
        step.step,
        `${other} ${inWords(step.parts[other])}; the path says that it ${inWords(wanted[other])}`,
      );
  }
  if (run.refused !== null)
    return misfit(
      run.steps.length + 1,
      run.refused.step,
      `is refused: ${inWords(run.refused.because)}`,
    );
  for (const { name, tried, brink } of path.clauses) {
    if (tried === null) continue;
    if (whyNot(program, stepsByName(program).get(tried), run.states[brink]!) === null)
      return misfit(
        brink + 1,
        tried,
        `must be refused after step ${brink} because of ${name}, and is possible`,
      );
  }
  for (const { step, after, until } of path.refused ?? []) {
    for (let n = after; n < until; n++) {
      const state = run.states[n];
      if (state === undefined || whyNot(program, stepsByName(program).get(step), state) !== null)
        continue;
      return misfit(n + 1, step, `must be refused after step ${n}, and is possible`);
    }
  }
  return null;
}

/** `modeLock is in free; it needs modeLock in held.f[1] (clause flush/..., "...")` */
function inWords({ by, parts, needs, clause, cite }: Because): string {
  const where = Object.entries(parts)
    .map(([part, state]) => `${part} is in ${state}`)
    .join(', ');
  const whose =
    clause === null ? '' : ` (clause ${clause}${cite === null ? '' : `: "${cite.says}"`})`;
  return by === 'absent'
    ? `there is no such step in this system${whose}`
    : `${where}; it needs ${needs}${whose}`;
}
