import { search } from "../explore/search.js";
import { fire, refusal, sealed, } from "../system/program.js";
import { worst } from "./finding.js";
import { answer, check } from "./verdict.js";
/** `program` with one piece less, for each piece. */
export const ablations = (program) => piecesOf(program).map((piece) => ({ piece, program: without(program, piece) }));
/** What a piece is called in every program that has it: members of families are not told apart. */
export const keyOf = ({ kind, step, text }) => `${kind} ${step}${text === '' ? '' : `: ${text.replace(/\[\d+\]/g, '[]')}`}`;
const moveText = (program, { part, event }) => {
    const { name, table } = program.parts[part];
    return `${name} ${program.tables[table].events[event]}`;
};
/** Every piece once. A step's only move is the step. */
export function piecesOf(program) {
    const found = new Map();
    for (const step of program.steps)
        for (const piece of piecesOfStep(program, step))
            if (!found.has(keyOf(piece)))
                found.set(keyOf(piece), piece);
    return [...found.values()];
}
function piecesOfStep(program, step) {
    const piece = (kind, text, origin) => ({
        kind,
        step: step.of,
        text,
        origin,
    });
    return [
        piece('step', '', step.origin),
        ...step.when.map(({ text, origin }) => piece('guard', text, origin)),
        ...(step.moves.length < 2
            ? []
            : step.moves.map((move) => piece('move', moveText(program, move), move.origin))),
        ...step.also.map((move) => piece('also', moveText(program, move), move.origin)),
    ];
}
/** The same program without `piece`, in all bindings of its step. */
export const without = (program, piece) => sealed({ ...program, steps: stepsWithout(program, piece) });
/** The steps of `program` without `piece`. */
export function stepsWithout(program, piece) {
    const { kind, step: of } = piece;
    const key = keyOf(piece);
    if (kind === 'step')
        return program.steps.filter((step) => step.of !== of);
    const stays = (text) => keyOf({ kind, step: of, text, origin: nobody }) !== key;
    const steps = program.steps.map((step) => step.of !== of
        ? step
        : {
            ...step,
            when: kind === 'guard' ? step.when.filter(({ text }) => stays(text)) : step.when,
            moves: kind === 'move'
                ? step.moves.filter((move) => stays(moveText(program, move)))
                : step.moves,
            also: kind === 'also'
                ? step.also.filter((move) => stays(moveText(program, move)))
                : step.also,
        });
    // Two moves of one name in one step would leave none: then the step is what was dropped.
    return steps.filter(({ moves }) => moves.length > 0);
}
const nobody = { row: null, clause: null, cite: null };
function whole(program, budget) {
    const graph = search(program, budget);
    return {
        program,
        verdicts: verdictsOf(answer(graph, { plain: true })),
        states: Array.from({ length: graph.size }, (_, state) => graph.locals(state, [])),
    };
}
function verdictsOf({ promises }) {
    const verdicts = {};
    for (const { of, verdict } of promises)
        verdicts[of] = worst([verdicts[of] ?? 'finite', verdict]);
    return verdicts;
}
/** Whether some reachable state has other steps without the piece: if none has, the rest of the system is the same too. */
function matters({ program, states }, less, of) {
    const before = program.steps.filter((step) => step.of === of);
    const after = less.steps.filter((step) => step.of === of);
    if (after.length < before.length)
        return states.some((state) => before.some((step) => refusal(program, step, state) === null));
    return states.some((state) => before.some((step, n) => {
        const one = fire(program, step, state);
        const other = fire(less, after[n], state);
        return one === null
            ? other !== null
            : other === null || one.some((local, part) => local !== other[part]);
    }));
}
/** Leaves out every piece of `systems`, one at a time, and asks again: in one system after another until a verdict turns. */
export function weigh(systems, budget) {
    const found = new Map();
    for (const { name, program, only } of systems) {
        let base = null;
        for (const piece of piecesOf(program)) {
            if (only?.(piece) === false)
                continue;
            const key = keyOf(piece);
            let one = found.get(key);
            if (one === undefined)
                found.set(key, (one = { piece, seen: 0, turned: null, changes: null }));
            one.seen++;
            if (one.turned !== null)
                continue;
            base ??= whole(program, budget);
            const less = without(program, piece);
            if (!matters(base, less, piece.step))
                continue;
            one.changes ??= name;
            const now = verdictsOf(check(less, budget, { plain: true }));
            const promise = Object.keys(base.verdicts).find((of) => base.verdicts[of] !== now[of]);
            if (promise !== undefined)
                one.turned = { system: name, promise, from: base.verdicts[promise], to: now[promise] };
        }
    }
    return [...found.values()].map(({ piece, ...rest }) => ({ ...piece, ...rest }));
}
//# sourceMappingURL=ablate.js.map