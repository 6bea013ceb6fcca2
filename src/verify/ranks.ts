import type { Form } from './certificate.ts';
import { areNumbers, leadsTo, type Checked } from './diagram.ts';
import { isIdle, strays } from './walk.ts';

/** A premise that does not hold. Thrown by `demand`, and never out of this room. */
export class NoProof extends Error {}

/** @throws NoProof */
export function demand(holds: boolean, why: string): void {
  if (!holds) throw new NoProof(why);
}

/** Each state with a rank has a step, that of its rank, which leads to a lower one. @throws NoProof */
export function checkRanks(
  { program: { steps, actors }, diagram, root, motions }: Checked,
  { ranks, by }: Form<'rank'>,
): void {
  const rankOf = (end: number): number => (end === 1 ? 0 : (ranks[end - 2]?.[0] ?? NaN));
  demand(ranks.every(areNumbers), 'its ranks are no numbers');
  const isNone = leadsTo(diagram, root, (end) => end > 1 && !(rankOf(end) > 0));
  demand(!isNone(root), 'a state has a rank that is not valid');
  for (const step of new Set(ranks.map((one) => one[1]))) {
    const has = (end: number): boolean => end > 1 && ranks[end - 2]?.[1] === step;
    const motion = motions[step] ?? null;
    const fair = actors[steps[step]?.actor ?? -1]?.fair ?? 'none';
    demand(by === 'anybody' || fair !== 'none', 'a rank rests on a step that nobody has to take');
    demand(!isIdle(diagram, root, [motion], has), 'the step of a rank is not enabled everywhere');
    const lower = (from: number, to: number): boolean => !has(from) || rankOf(to) < rankOf(from);
    demand(!strays(diagram, root, motion, lower), 'the step of a rank leads to none lower');
  }
}

/**
 * No step leads out of the set or to a higher block, and none of a block's actor, who can act in it,
 * stays in it. @throws NoProof
 */
export function checkBlocks(
  { program: { steps, actors }, diagram, root, motions }: Checked,
  { blocks }: Form<'fair-rank'>,
): void {
  demand(blocks.every(areNumbers), 'its blocks are no numbers');
  /** Each block with those around it, the outermost first. */
  const around: (readonly number[])[] = [];
  for (const [at, [parent, , actor]] of blocks.entries()) {
    const fair = actors[actor]?.fair ?? 'none';
    demand(parent >= -1 && parent < at, 'a block is in no block before it');
    demand(fair !== 'none', 'a block is of an actor that is not fair');
    const isLeaf = !blocks.some((other) => other[0] === at);
    demand(isLeaf || fair === 'strong', 'a block around others is of an actor that is weakly fair');
    around.push([...(around[parent] ?? []), at]);
  }
  const isNone = leadsTo(diagram, root, (end) => end >= blocks.length + 2);
  demand(!isNone(root), 'a state is in no block');
  const helpers = new Set(blocks.map((block) => block[2]));
  for (const actor of helpers) {
    const own = motions.filter((_, step) => steps[step]!.actor === actor);
    const has = (end: number): boolean => end > 1 && blocks[end - 2]?.[2] === actor;
    demand(!isIdle(diagram, root, own, has), 'the actor of a block cannot act in a state of it');
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
  // A step that changes nothing is only wrong if it is of the actor of a block.
  const staying = actors.map((_, actor) =>
    helpers.has(actor) ? leadsTo(diagram, root, (end) => !mayLead(end, end, actor)) : () => false,
  );
  const strayed = steps.find(({ actor }, step) => {
    const allowed = (from: number, to: number): boolean => mayLead(from, to, actor);
    return strays(diagram, root, motions[step]!, allowed, staying[actor]);
  });
  demand(strayed === undefined, `the step '${strayed?.name}' leads out, up, or stays in its block`);
}
