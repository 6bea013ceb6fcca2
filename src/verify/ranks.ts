import { areNumbers, leadsTo, type Diagram, type Motion } from './diagram.ts';
import type { Form } from './certificate.ts';
import { isIdle, strays } from './walk.ts';

/** A set that is checked: the diagrams, its root, and what each step of the program does. */
export type Checked = {
  readonly diagram: Diagram;
  readonly root: number;
  readonly motions: readonly (Motion | null)[];
};

/** Each state with a rank has a step, that of its rank, which leads to a lower one. */
export function notRanked(
  { diagram, root, motions }: Checked,
  { ranks, by }: Form<'rank'>,
): string | null {
  const { steps, actors } = diagram.program;
  const rankOf = (end: number): number => (end === 1 ? 0 : (ranks[end - 2]?.[0] ?? -1));
  if (!ranks.every(areNumbers)) return 'its ranks are no numbers';
  if (leadsTo(diagram, root, (end) => end > 1 && rankOf(end) < 1)(root))
    return 'a state has a rank that is none';
  for (const step of new Set(ranks.map((one) => one[1]))) {
    const has = (end: number): boolean => end > 1 && ranks[end - 2]?.[1] === step;
    const motion = motions[step] ?? null;
    if (by !== 'anybody' && (actors[steps[step]?.actor ?? -1]?.fair ?? 'none') === 'none')
      return 'a rank rests on a step that nobody has to take';
    if (isIdle(diagram, root, [motion], has)) return 'the step of a rank is not enabled everywhere';
    if (strays(diagram, root, motion, (from, to) => !has(from) || rankOf(to) < rankOf(from)))
      return 'the step of a rank does not lead to a lower one';
  }
  return null;
}

/** No step leads to a higher block, and no step of a block's actor stays in it, who can act there. */
export function notFairlyRanked(
  { diagram, root, motions }: Checked,
  { blocks }: Form<'fair-rank'>,
): string | null {
  const { steps, actors } = diagram.program;
  const around: (readonly number[])[] = [];
  for (const [at, block] of blocks.entries()) {
    const [parent, , actor] = areNumbers(block) ? block : [at, 0, 0];
    const outer = parent === -1 ? [] : around[parent];
    const fair = actors[actor]?.fair ?? 'none';
    if (outer === undefined) return 'a block is in no block before it';
    if (fair === 'none') return 'a block is of an actor that is not fair';
    if (fair === 'weak' && blocks.some((other) => other[0] === at))
      return 'a block with others in it is of an actor that is only weakly fair';
    around.push([...outer, at]);
  }
  if (leadsTo(diagram, root, (end) => end >= blocks.length + 2)(root))
    return 'a state is in no block';
  for (const actor of new Set(blocks.map((block) => block[2]))) {
    const own = motions.filter((_, step) => steps[step]!.actor === actor);
    if (isIdle(diagram, root, own, (end) => end > 1 && blocks[end - 2]?.[2] === actor))
      return 'the actor of a block cannot act in a state of it';
  }
  const mayLead = (from: number, to: number, actor: number): boolean => {
    if (from < 2 || to < 2) return to !== 0;
    const [here, there] = [around[from - 2] ?? [], around[to - 2] ?? []];
    for (let n = 0; n < here.length && n < there.length; n++) {
      const [own, its] = [blocks[here[n]!]!, blocks[there[n]!]!];
      if (here[n] !== there[n]) return its[1] < own[1];
      if (own[2] === actor) return false;
    }
    return true;
  };
  const strayed = steps.find(({ actor }, step) =>
    strays(diagram, root, motions[step]!, (from, to) => mayLead(from, to, actor)),
  );
  return strayed === undefined
    ? null
    : `the step '${strayed.name}' leads to a higher block, or stays in a block of its actor`;
}
