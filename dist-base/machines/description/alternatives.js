import { story } from "./description.js";
import { abilityIds } from "./ids.js";
/** What a fact may be, the story's own first. */
const may = {
    pageFaults: ['on-demand', 'hint', 'none'],
    compute: ['finite', 'long-running'],
    hardware: ['shared', 'separate'],
    engines: ['one', 'two'],
    arbitration: ['in-turn', 'none'],
    hardwareCan: [abilityIds, ['preempt-running'], ['preempt-faulted'], []],
    submission: ['fifo', 'any-order'],
    reclaimWaits: ['unbounded', 'bounded', 'none'],
    foreignDevice: [true, false],
};
/** Every way to settle what is `'unknown'`: one where nothing is. The last open fact changes fastest. */
export function alternatives(described) {
    const { $schema: _, cites: __, expect: ___, ...said } = described;
    let open = [{}];
    for (const [fact, values] of Object.entries(may)) {
        if (said[fact] !== 'unknown')
            continue;
        open = open.flatMap((one) => values.map((value) => ({ ...one, [fact]: value })));
    }
    return open.map((assumed) => ({ description: { ...said, ...assumed }, assumed }));
}
/** A description with the story's own word for all that it does not say. */
export const settled = (description) => ({
    ...story,
    ...description,
    jobs: { ...story.jobs, ...description.jobs },
});
//# sourceMappingURL=alternatives.js.map