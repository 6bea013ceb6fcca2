import { alternatives } from "../../machines/description/alternatives.js";
import { drivers } from "../../machines/drivers/index.js";
import { instruments } from "../../machines/words/instrument.js";
import { options } from "../../machines/options/index.js";
import { systemOf } from "../../machines/description/system.js";
import { search } from "../explore/search.js";
import { clauseFile, coverFile, toFile } from "../paths/suite.js";
import { situation } from "../paths/where.js";
import { Misuse, unknown } from "../system/misuse.js";
import { withoutRecovery } from "../system/program.js";
import { readDescription } from "../cli/input/read-input.js";
import { version } from "../cli/version.js";
/** The options by themselves, and the drivers that come with this package. */
export const shipped = () => [
    ...options.map(({ name }) => ({
        name,
        description: { driver: name, options: [name] },
    })),
    ...drivers.map((one) => ({
        name: one.driver,
        description: alternatives(one)[0].description,
    })),
];
/** An option, a shipped driver, or a description in a file. @throws Misuse */
export function subjectOf(name) {
    const found = shipped().find((one) => one.name === name);
    if (found !== undefined)
        return found;
    if (!/[./]/.test(name))
        throw new Misuse(unknown('driver or option', name, shipped().map((one) => one.name)));
    const described = readDescription(name);
    return { name: described.driver, description: alternatives(described)[0].description };
}
/** The files for a subject, one a criterion; `ranOut` where a search did. */
export function filesFor({ name, description }, covering, { perPath, longest, to, kept }, budget) {
    const own = {
        name,
        described: description,
        program: withoutRecovery(systemOf(description)),
    };
    const head = { name, version: version(), perPath, systems: [own] };
    let graph = null;
    const searched = () => (graph ??= search(own.program, budget));
    const files = covering.map((cover) => {
        if (cover === 'clauses') {
            const { systems, ablations } = ablationsOf(own, description);
            return clauseFile({ ...head, systems }, ablations, budget, kept(name, cover));
        }
        if (cover === 'to')
            return toFile(head, searched(), to.map((text) => situation(own.program, text)), kept(name, cover));
        return coverFile(head, searched(), cover, {
            longest,
            kept: kept(name, cover),
        });
    });
    const stopped = graph?.stopped ?? null;
    return {
        files,
        ranOut: stopped !== null ||
            files.some(({ coverage }) => coverage.unreachable.some(({ why }) => why.includes('budget'))),
    };
}
/** For every clause that a description keeps: its system with it and without it, and the same in the scenario in which the clause matters. */
export function ablationsOf(own, description) {
    const systems = new Map([[own.name, own]]);
    const system = (key, described) => {
        let found = systems.get(key);
        if (found === undefined)
            systems.set(key, (found = { name: key, described, program: withoutRecovery(systemOf(described)) }));
        return found;
    };
    const without = description.without ?? [];
    // A variant stands in for its clause: the clause itself is not kept.
    const clauses = options
        .filter(({ name }) => description.options?.includes(name))
        .flatMap((option) => option.clauses)
        .filter(({ name }) => !without.includes(name));
    const ablations = clauses.map((clause) => {
        const { in: scenario, ...instrument } = instruments[clause.name];
        const ablate = (key, here) => ({
            system: key,
            clause,
            with: system(key, here).program,
            without: withoutRecovery(systemOf({ ...here, without: [...without, clause.name] })),
            instrument: { ...instrument, at: [...instrument.at] },
        });
        const there = Object.entries(scenario ?? {});
        return [
            ablate(own.name, description),
            ...(there.length === 0
                ? []
                : [
                    ablate([own.name, ...there.map(([field, value]) => `${field} ${String(value)}`)].join(', '), { ...description, ...scenario }),
                ]),
        ];
    });
    return { systems: [...systems.values()], ablations };
}
//# sourceMappingURL=path-suites.js.map