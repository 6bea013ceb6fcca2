import { story, type Described, type Description } from './description.ts';
import { abilityIds } from './ids.ts';

/** One way to settle every fact that a description leaves open. */
export type Alternative = {
  readonly description: Description;
  readonly assumed: Partial<Description>;
};

/** What a fact may be, the story's own first. */
const may = {
  pageFaults: ['on-demand', 'hint', 'none'],
  compute: ['finite', 'long-running'],
  hardware: ['shared', 'separate'],
  engines: ['one', 'two'],
  arbitration: ['in-turn', 'none'],
  hardwareCan: [abilityIds, ['preempt-running'], ['preempt-faulted'], []],
  submission: ['fifo', 'any-order'],
  hardwareWait: ['run_job', 'inside-run_job', 'prepare_job'],
  reclaimWaits: ['unbounded', 'bounded', 'none'],
  foreignDevice: [true, false],
} as const satisfies Partial<{ [K in keyof Description]: readonly Description[K][] }>;

/** Every way to settle what is `'unknown'`: one where nothing is. The last open fact changes fastest. */
export function alternatives(described: Described): Alternative[] {
  const { $schema: _, cites: __, expect: ___, ...facts } = described;
  let open: Partial<Description>[] = [{}];
  for (const [fact, values] of Object.entries(may)) {
    if (facts[fact as keyof typeof may] !== 'unknown') continue;
    open = open.flatMap((one) => values.map((value) => ({ ...one, [fact]: value })));
  }
  return open.map((assumed) => ({ description: { ...facts, ...assumed } as Description, assumed }));
}

/** A description in which everything is said. */
export type Settled = Required<Description> & {
  readonly jobs: { readonly fenced: number; readonly faulting: number };
};

/** A description with the story's own word for all that it does not say. */
export const settled = (description: Description): Settled => ({
  ...story,
  ...description,
  jobs: { ...story.jobs, ...description.jobs },
});
