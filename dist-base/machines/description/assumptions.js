import { settled } from "./alternatives.js";
import { options } from "../options/index.js";
import { systemOf } from "./system.js";
import { uses } from "../uses/index.js";
/** What a driver was said to do or to be, each with the same driver without it. Named by the words of the description: `'submission fifo'`. */
export function assumptionsOf(description) {
    const d = settled(description);
    const instead = (name, other) => ({
        name,
        without: () => systemOf({ ...description, ...other }),
    });
    const stood = new Set(d.variants.map(String));
    const clauses = [
        ...options.filter(({ name }) => d.options.some((one) => one === name)),
        ...uses.filter(({ name }) => d.uses.some((one) => one === name)),
    ]
        .flatMap(({ clauses }) => clauses.map(({ name }) => name))
        .filter((name) => !d.without.includes(name) && !stood.has(name));
    return [
        ...clauses.map((name) => instead(name, { without: [...d.without, name] })),
        ...(d.options.includes('preempt') ||
            d.options.includes('flush') ||
            d.uses.includes('eviction-fence') ||
            d.uses.includes('engine-group')
            ? d.hardwareCan
            : []).map((able) => instead(`hardwareCan ${able}`, { hardwareCan: d.hardwareCan.filter((one) => one !== able) })),
        ...(d.pageFaults === 'on-demand'
            ? []
            : [instead(`pageFaults ${d.pageFaults}`, { pageFaults: 'on-demand' })]),
        ...(d.compute === 'finite' ? [instead('compute finite', { compute: 'long-running' })] : []),
        ...(d.hardware === 'separate' ? [instead('hardware separate', { hardware: 'shared' })] : []),
        ...(d.engines === 'two' ? [instead('engines two', { engines: 'one' })] : []),
        ...(d.submission === 'fifo' ? [instead('submission fifo', { submission: 'any-order' })] : []),
        ...(d.arbitration === 'in-turn'
            ? [instead('arbitration in-turn', { arbitration: 'none' })]
            : []),
        ...(d.reclaimWaits === 'unbounded'
            ? []
            : [instead(`reclaimWaits ${d.reclaimWaits}`, { reclaimWaits: 'unbounded' })]),
        ...(d.foreignDevice ? [] : [instead('foreignDevice false', { foreignDevice: true })]),
    ];
}
//# sourceMappingURL=assumptions.js.map