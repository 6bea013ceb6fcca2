import { compose } from "../../src/system/compose.js";
import { Misuse, unknown } from "../../src/system/misuse.js";
import { actors } from "../actors.js";
import { story } from "./description.js";
import { hazards } from "../hazards/index.js";
import { options, variants } from "../options/index.js";
import { compute, faults, hardwareCannot, reclaimWaits, separateHardware, submissionFifo, twoEngines, } from "../options/traits.js";
import { computeJobs } from "../rows/compute-jobs.js";
import { fencedJobs } from "../rows/fenced-jobs.js";
import { foreignDevice } from "../rows/foreign-device.js";
import { pageFaults } from "../rows/page-fault.js";
import { recovery } from "../rows/recovery.js";
import { inPlace } from "../uses/in-place.js";
import { uses } from "../uses/index.js";
const mistakes = uses.flatMap((use) => use.mistakes);
const allRows = [
    fencedJobs,
    computeJobs,
    pageFaults,
    foreignDevice,
    recovery,
    ...[...options, ...hazards, ...uses, ...mistakes].flatMap(({ rows }) => rows),
    ...variants.flatMap(({ rows }) => rows ?? []),
];
const allClauses = [...options, ...uses, ...mistakes].flatMap(({ clauses }) => clauses);
/** Every step that some system has. */
const known = [
    ...new Set([...allRows.flatMap(({ steps }) => steps), ...allClauses.flatMap(({ adds }) => adds ?? [])]
        .map(({ name }) => name)
        .concat(uses.flatMap((use) => use.leavesOut ?? []))),
];
/** Rows and clauses of a described driver. */
export function specOf(description) {
    const d = { ...story, ...description, jobs: { ...story.jobs, ...description.jobs } };
    const chosen = d.options.map((name) => named('option', name, options));
    const used = d.uses.map((name) => named('use', name, uses));
    const endangered = d.hazards.map((name) => named('hazard', name, [...hazards, ...used.flatMap((use) => use.mistakes)]));
    const stand = d.variants.map((name) => {
        const found = variants.find(({ clause }) => clause.name === name);
        if (found === undefined)
            throw new Misuse(unknown('variant', name, variants.map(({ clause }) => clause.name)));
        return found;
    });
    const own = [...chosen, ...used].flatMap(({ clauses }) => clauses);
    for (const name of d.without)
        if (!own.some((clause) => clause.name === name))
            throw new Misuse(`without: ${unknown('clause', name, own.map((clause) => clause.name))}`);
    const out = new Set([...d.without, ...stand.map(({ instead }) => instead)]);
    const faulting = d.pageFaults !== 'none';
    const rows = [
        fencedJobs,
        computeJobs,
        ...(faulting ? [pageFaults] : []),
        ...(d.foreignDevice ? [foreignDevice] : []),
        recovery,
        ...used.flatMap((use) => use.rows),
        ...chosen.flatMap((option) => option.rows),
        ...stand.flatMap((variant) => variant.rows ?? []),
        ...endangered.flatMap((one) => one.rows),
    ];
    const clauses = [
        ...own.filter(({ name }) => !out.has(name)),
        ...stand.map(({ clause }) => clause),
        ...used.flatMap((use) => [
            ...use.wiring,
            ...(use.waits === undefined
                ? []
                : [use.waits[d.reclaimWaits === 'unbounded' ? 'unbounded' : 'gives_up']]),
        ]),
        ...endangered.flatMap((one) => one.clauses),
        compute[d.compute],
        ...(faulting
            ? [faults[d.pageFaults], reclaimWaits[d.reclaimWaits]]
            : []),
        ...(d.hardware === 'separate' ? [separateHardware] : []),
        ...(d.engines === 'two' ? [twoEngines] : []),
        ...(d.submission === 'fifo' && !used.some((use) => use.ownOrder === true)
            ? [submissionFifo]
            : []),
        ...['preempt-running', 'preempt-faulted']
            .filter((able) => !d.hardwareCan.includes(able))
            .map((able) => hardwareCannot[able]),
    ];
    const copies = d.hazards.includes('repair-on-busy-engine') ? d.jobs.faulting : 0;
    const cast = Object.assign({}, actors, ...used.map((use) => use.actors ?? {}), d.arbitration === 'in-turn' ? {} : { arbiter: { fair: 'weak' } });
    return {
        ...inPlace({ rows: [...new Set(rows)], clauses }, used),
        known,
        actors: cast,
        sizes: Object.assign({ ...d.jobs, copies }, ...used.map((use) => use.sizes ?? {})),
    };
}
/** The system of a described driver, hang recovery included. */
export const systemOf = (description) => compose(specOf(description));
const named = (what, name, all) => {
    const found = all.find((one) => one.name === name);
    if (found === undefined)
        throw new Misuse(unknown(what, name, all.map((one) => one.name)));
    return found;
};
//# sourceMappingURL=system.js.map