import type { Program } from '../system/program.ts';
import { areNumbers, leadsTo, type Diagram, type Motion } from './diagram.ts';
import { disabled, offence } from './walk.ts';

type Blocks = readonly (readonly [parent: number, rank: number, actor: number])[];

/**
 * Whether no fair run owes for ever: null, or the premise that fails. The state at the end of whose
 * path n stands is in block n - 2 and in those around it.
 * @param motion what a step does; null where it never happens
 */
export function notFairlyRanked(
  program: Program,
  diagram: Diagram,
  root: number,
  blocks: Blocks,
  motion: (step: number) => Motion | null,
): string | null {
  const nameOf = (actor: number): string => program.actors[actor]!.name;
  for (const [at, block] of blocks.entries()) {
    const [parent, , actor] = block;
    const fair = program.actors[actor]?.fair ?? 'none';
    if (!areNumbers(block) || parent < -1 || parent >= at)
      return `block ${at} is in no block before it`;
    if (fair === 'none') return `block ${at} is of an actor that is not fair`;
    if (fair === 'weak' && blocks.some(([around]) => around === at))
      return `${nameOf(actor)} is weakly fair, and block ${at} has others in it`;
  }
  const around = blocks.map((_, at): number[] => {
    const [parent] = blocks[at]!;
    return parent < 0 ? [at] : [];
  });
  blocks.forEach(([parent], at) => {
    if (parent >= 0) around[at] = [...around[parent]!, at];
  });
  if (leadsTo(diagram, root, (end) => end - 2 >= blocks.length)(root))
    return 'a state is in no block';

  const ofActor = (end: number, actor: number): boolean => end > 1 && blocks[end - 2]?.[2] === actor;
  for (const actor of new Set(blocks.map(([, , one]) => one))) {
    const own = program.steps.flatMap((step, s) => (step.actor === actor ? (motion(s) ?? []) : []));
    const asked = leadsTo(diagram, root, (end) => ofActor(end, actor));
    if (disabled(diagram, root, own, asked) !== null)
      return `${nameOf(actor)} cannot act in a state of its block`;
  }

  /** Whether a step of an actor may lead from one block to the other. */
  const mayLead = (from: number, to: number, actor: number): boolean => {
    if (to === 0) return false;
    if (from === 1 || to === 1) return true;
    const [here, there] = [around[from - 2] ?? [], around[to - 2] ?? []];
    for (let n = 0; n < here.length && n < there.length; n++) {
      const [own, its] = [blocks[here[n]!]!, blocks[there[n]!]!];
      if (here[n] !== there[n]) return its[1] < own[1];
      if (own[2] === actor) return false;
    }
    return true;
  };
  const staying = new Map<number, (node: number) => boolean>();
  for (const [s, { name, actor }] of program.steps.entries()) {
    const by = motion(s);
    if (by === null) continue;
    const acts =
      staying.get(actor) ?? leadsTo(diagram, root, (end) => end > 0 && !mayLead(end, end, actor));
    staying.set(actor, acts);
    const found = offence(
      diagram,
      root,
      by,
      (from, to) => mayLead(from, to, actor),
      (node) => !acts(node),
    );
    if (found !== null)
      return `the step '${name}' leads from block ${found[0] - 2} to a higher one, or stays in a block of its actor`;
  }
  return null;
}
