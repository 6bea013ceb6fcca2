import { Misuse } from "../system/misuse.js";
import { nextLocal } from "../system/program.js";
import { lookups } from "./lookups.js";
export const mostSteps = 65535;
/** Beyond so many steps `keep` costs more than it saves, and leaves out nothing. */
const mostPaired = 1024;
/** @throws Misuse for more than 65,535 steps: a step's number is kept in 16 bits. */
export function deltasOf(program, layout) {
    const { steps, parts } = program;
    if (steps.length > mostSteps)
        throw new Misuse(`the system has ${steps.length} steps; the explicit engine takes at most ${mostSteps}`);
    const weights = Int32Array.from(parts, (_, part) => scramble(part + 1));
    const wide = layout.lanes + 1;
    const add = new Int32Array(steps.length * wide);
    const vary = new Int32Array(steps.length + 1);
    const varying = [];
    const byLocal = [];
    const enabled = steps.map((step) => [
        ...step.when.map(({ some }) => some),
        ...step.moves.map((move) => [{ part: move.part, in: accepts(program, move) }]),
    ]);
    steps.forEach((step, r) => {
        for (const { part, event } of [...step.moves, ...step.also]) {
            const by = program.tables[parts[part].table].states.map((_, local) => {
                const after = nextLocal(program, part, event, local);
                return after < 0 ? 0 : after - local;
            });
            const possible = new Set(localsIn(by.length, part, enabled[r]).map((local) => by[local]));
            if (possible.size <= 1) {
                const [by = 0] = possible;
                add[r * wide + layout.lane[part]] += by << layout.shift[part];
                add[r * wide + layout.lanes] += Math.imul(by, weights[part]);
            }
            else {
                varying.push(layout.lane[part], layout.shift[part], layout.mask[part], byLocal.length);
                for (const one of by)
                    byLocal.push(one << layout.shift[part], Math.imul(one, weights[part]));
            }
        }
        vary[r + 1] = varying.length / 4;
    });
    return {
        layout,
        steps: steps.length,
        enabled: lookups(program, layout, enabled, weights),
        keep: keepOf(steps, steps.map((step, r) => changes(program, step, enabled[r]))),
        add,
        vary,
        varying: Int32Array.from(varying),
        byLocal: Int32Array.from(byLocal),
    };
}
/** The parts whose state the step may change. */
function changes(program, { moves, also }, enabled) {
    return [...moves, ...also]
        .filter(({ part, event }) => localsIn(program.tables[program.parts[part].table].states.length, part, enabled).some((local) => {
        const after = nextLocal(program, part, event, local);
        return after >= 0 && after !== local;
    }))
        .map(({ part }) => part);
}
function keepOf(steps, writes) {
    const words = Math.ceil(steps.length / 32);
    const keep = new Int32Array((steps.length + 1) * words).fill(-1);
    if (steps.length > mostPaired)
        return keep;
    const reads = steps.map(({ when, moves, also }) => new Set([
        ...when.flatMap(({ some }) => some.map(({ part }) => part)),
        ...moves.map(({ part }) => part),
        ...also.map(({ part }) => part),
    ]));
    for (let step = 0; step < steps.length; step++)
        for (let earlier = 0; earlier < step; earlier++) {
            if (writes[step].some((part) => reads[earlier].has(part)) ||
                writes[earlier].some((part) => reads[step].has(part)))
                continue;
            keep[step * words + (earlier >>> 5)] &= ~(0x80000000 >>> (earlier & 31));
        }
    return keep;
}
function accepts(program, { part, event }) {
    return [...program.tables[program.parts[part].table].states.keys()].filter((local) => nextLocal(program, part, event, local) >= 0);
}
/** The local states that guards on this part alone leave it. */
function localsIn(count, part, all) {
    const alone = all
        .filter((some) => some.length === 1 && some[0].part === part)
        .map((some) => new Set(some[0].in));
    return Array.from({ length: count }, (_, local) => local).filter((local) => alone.every((locals) => locals.has(local)));
}
/** 32 well-mixed bits of a small number, odd: the same on every run. */
function scramble(seed) {
    let x = Math.imul(seed, 0x9e3779b9);
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (x ^ (x >>> 16)) | 1;
}
//# sourceMappingURL=deltas.js.map