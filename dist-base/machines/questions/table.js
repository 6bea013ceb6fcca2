import { options, variants } from "../options/index.js";
const hazard = (head, name, about, of) => ({ head, about, with: { hazards: [name] }, of });
/** The columns of the clause table. */
export const scenarios = [
    {
        head: '1+1',
        about: 'a fenced job and a compute job that ends by itself, and another device whose fence depends on ours',
        with: {},
    },
    {
        head: 'LR',
        about: 'the same, and compute jobs are long-running',
        with: { compute: 'long-running' },
    },
    { head: '2+2', about: 'two jobs of each kind', with: { jobs: { fenced: 2, faulting: 2 } } },
    {
        head: '2+2L',
        about: 'two jobs of each kind, long-running',
        with: { jobs: { fenced: 2, faulting: 2 }, compute: 'long-running' },
    },
    { head: 'solo', about: 'one job of each kind, no other device', with: { foreignDevice: false } },
    {
        head: '2eng',
        about: 'an engine for each kind of job, shared compute units, long-running',
        with: { engines: 'two', compute: 'long-running' },
    },
    { head: 'any', about: 'jobs reach the engine in any order', with: { submission: 'any-order' } },
    {
        head: 'weak',
        about: 'the hardware cannot preempt work that waits for a page',
        with: { hardwareCan: ['preempt-running'] },
        of: ['preempt', 'reserve-in-flight', 'flush'],
    },
    {
        head: 'lock',
        about: 'a submit path takes the lock of the repair before it waits for hardware (that cannot preempt work that waits for a page)',
        with: { hazards: ['reserve-under-repair-lock'], hardwareCan: ['preempt-running'] },
        of: ['reserve-in-flight', 'flush'],
    },
    hazard('alc', 'preempt-fence-allocates', 'the preemption itself allocates', ['preempt']),
    hazard('cpu', 'cpu-fault-in-repair', 'the repair takes a CPU page fault', [
        'separate-memory',
        'track-dependencies',
    ]),
    hazard('fall', 'pool-falls-back', 'an empty pool falls back to the memory that everybody shares', ['separate-memory']),
    hazard('copy', 'repair-on-busy-engine', 'the copy job of a repair runs on the engine that compute work holds', ['reserve-static']),
];
/** In the order of the text. */
export const tableRows = options.flatMap(({ name, clauses }) => {
    const option = name;
    return [
        { option, without: null, variant: null },
        ...clauses.map((clause) => ({ option, without: clause.name, variant: null })),
        ...variants
            .filter(({ instead }) => instead.startsWith(`${name}/`))
            .map(({ clause }) => ({ option, without: null, variant: clause.name })),
    ];
});
/** What is asked in one place of the table. */
export const cellOf = ({ option, without, variant }, scenario) => ({
    driver: 'table',
    ...scenario.with,
    options: [option],
    ...(without === null ? {} : { without: [without] }),
    ...(variant === null ? {} : { variants: [variant] }),
});
/** Whether a scenario is asked of an option. */
export const concerns = ({ of }, option) => of === undefined || of.includes(option);
//# sourceMappingURL=table.js.map