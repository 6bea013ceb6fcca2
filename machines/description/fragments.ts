import { kernelCalls } from '../calls/index.ts';
import type { Hazard } from '../hazards/index.ts';
import { specBeside } from '../../src/threads/beside.ts';
import { parse } from '../../src/threads/parse.ts';
import type { File } from '../../src/threads/syntax.ts';
import { sidesOf } from '../../src/threads/twin.ts';
import type { Spec } from '../../src/system/compose.ts';
import type { Row } from '../../src/system/vocabulary.ts';
import type { KernelId } from './ids.ts';

/** A described system with the threads of its hazards. */
export type WithFragments = {
  readonly spec: Spec;
  /** Steps of those threads by which somebody else's code waits for a fence, or somebody else begins. */
  readonly others: ReadonlySet<string>;
};

/** A described system, and beside it the threads of each hazard that is written as a fragment. @throws Misuse */
export function withFragments(
  described: Spec,
  hazards: readonly Hazard[],
  kernel: KernelId,
): WithFragments {
  const others = new Set<string>();
  let spec = described;
  for (const hazard of hazards) {
    if (hazard.threads === undefined) continue;
    const names = `${hazard.name.replaceAll('-', '_')}_`;
    const prefixes = { names, promises: `${hazard.name}-` };
    const file = fileOf(hazard.threads, kernel);
    const made = specBeside(file, kernelCalls, spec, prefixes);
    for (const [step, { way }] of made.system.edges) if (way.others) others.add(step);
    for (const thread of hazard.othersThreads ?? []) others.add(`${names}${thread}_begins`);
    spec = inItsClause(made.spec, hazard);
  }
  return { spec, others };
}

/**
 * What the threads of a hazard, the last row, ask of the steps of the description is said by the
 * clause of the hazard: it has the sentence that they go against.
 */
function inItsClause(spec: Spec, { name, says }: Hazard): Spec {
  const { ties = {}, steps, ...row } = spec.rows.at(-1)!;
  const own: Row = { ...row, steps: steps.map((step) => ({ ...step, cite: step.cite ?? says })) };
  return {
    ...spec,
    rows: [...spec.rows.slice(0, -1), own],
    clauses: (spec.clauses ?? []).map((clause) =>
      clause.name === `hazard/${name}` ? { ...clause, ...ties } : clause,
    ),
  };
}

const parsed = new Map<string, File>();

/** The version that has the hazard, as a file of the kernel that the description names. */
function fileOf({ file, text }: NonNullable<Hazard['threads']>, kernel: KernelId): File {
  const known = parsed.get(file) ?? parse(file, sidesOf(text)[0]!.text);
  parsed.set(file, known);
  return { ...known, version: { text: kernel, at: { line: 1, column: 1 } } };
}
