import { fire, refusal, stateName, } from "../system/program.js";
import { Misuse } from "../system/misuse.js";
/** Worst first. */
export const verdicts = [
    'broken',
    'deadlock',
    'indefinite',
    'unbounded',
    'incomplete',
    'finite',
];
export const worst = (of) => verdicts[Math.min(...of.map((one) => verdicts.indexOf(one)), verdicts.length - 1)];
/** @throws Misuse where a step name is unknown or the step is refused: a run is replayed, never compared as text. */
export function replay(program, steps, from = program.initial) {
    const byName = new Map(program.steps.map((step) => [step.name, step]));
    let state = from;
    const run = steps.map((name, at) => {
        const step = byName.get(name);
        if (step === undefined)
            throw new Misuse(`step ${at + 1}: there is no step '${name}' in this system`);
        const after = fire(program, step, state);
        if (after === null)
            throw new Misuse(`step ${at + 1}: '${name}' is refused: ${refused(program, refusal(program, step, state), state)}`);
        const moved = {};
        after.forEach((local, part) => {
            if (local !== state[part])
                moved[program.parts[part].name] = [
                    stateName(program, part, state[part]),
                    stateName(program, part, local),
                ];
        });
        state = after;
        return { step: name, moved };
    });
    return { run, end: state };
}
/** Why a step is refused, in a few words. */
export function refused(program, by, state) {
    if ('some' in by)
        return `it needs ${by.text}`;
    const part = program.parts[by.part];
    return `${part.name} is in ${stateName(program, by.part, state[by.part])} and does not take ${program.tables[part.table].events[by.event]}`;
}
//# sourceMappingURL=finding.js.map