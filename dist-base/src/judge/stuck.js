import { holds, fire, refusal, nextLocal } from "../system/program.js";
import { demands, refusedIn, refusedJson } from "./refused.js";
/** The states that can be reached from one by some of the steps; null where they are more than `most`. */
export function closure(program, from, allowed, most = 4000) {
    const steps = program.steps.filter(({ actor }) => allowed(actor));
    const seen = new Map([[from.join(), from]]);
    for (const state of seen.values()) {
        for (const step of steps) {
            const next = fire(program, step, state);
            if (next === null || seen.has(next.join()))
                continue;
            if (seen.size === most)
                return null;
            seen.set(next.join(), next);
        }
    }
    return [...seen.values()];
}
/**
 * Why a promise stays pending in `states`, the last one first: its parts, the steps that lead them on to where it is kept, who refuses those, the
 * steps that lead these on to where they would not, and so on. Every part once.
 */
export function whyStuck(program, promise, states) {
    const at = (part) => [...new Set(states.map((state) => state[part]))].sort((a, b) => a - b);
    const all = (part) => program.tables[program.parts[part].table].states.map((_, local) => local);
    const wanted = new Map();
    for (const some of promise.pending)
        for (const { part, in: locals } of some)
            if (at(part).some((local) => locals.includes(local)) && !wanted.has(part))
                wanted.set(part, all(part).filter((local) => !locals.includes(local)));
    const found = [];
    for (const [part, goal] of wanted) {
        const ways = waysOf(program, part, at(part), goal, states);
        const { name, table } = program.parts[part];
        const names = (locals) => locals.map((local) => program.tables[table].states[local]);
        found.push({
            part: name,
            isIn: names(at(part)),
            wanted: names(goal),
            ways: ways.map(({ way }) => way),
        });
        for (const { next } of ways)
            for (const one of next)
                if (!wanted.has(one.part))
                    wanted.set(one.part, one.in);
    }
    return found;
}
function waysOf(program, part, isIn, goal, states) {
    const leads = towards(program, part, goal);
    return program.steps.flatMap((step) => {
        const own = step.when.flatMap(({ some }) => some.length === 1 && some[0].part === part ? [some[0].in] : []);
        const helps = [...step.moves, ...step.also].some((move) => move.part === part &&
            isIn.some((local) => {
                const next = nextLocal(program, part, move.event, local);
                return (next >= 0 &&
                    !isIn.includes(next) &&
                    leads[next] &&
                    own.every((locals) => locals.includes(local)));
            }));
        if (!helps)
            return [];
        const always = demands(program, step).filter(({ some }) => states.every((state) => !holds(some, state)));
        const possible = states.filter((state) => fire(program, step, state) !== null).length;
        const one = states.find((state) => refusal(program, step, state) !== null);
        const refused = always.length > 0 ? always : one === undefined ? [] : refusedIn(program, step, one);
        const place = (of) => [...new Set((always.length > 0 ? states : [one]).map((state) => state[of]))].sort((a, b) => a - b);
        return [
            {
                way: {
                    step: step.name,
                    actor: program.actors[step.actor].name,
                    possible,
                    always: always.length > 0,
                    refused: refused.map((by) => refusedJson(program, by, place)),
                },
                next: refused.flatMap(({ some }) => some),
            },
        ];
    });
}
/** For each local state of a part, whether its table leads from there to one of `goal`. */
function towards(program, part, goal) {
    const { states, events, next } = program.tables[program.parts[part].table];
    const leads = states.map((_, local) => goal.includes(local));
    for (let grown = true; grown;) {
        grown = false;
        states.forEach((_, local) => {
            if (!leads[local] &&
                events.some((__, event) => {
                    const to = next[local * events.length + event];
                    return to >= 0 && leads[to];
                }))
                leads[local] = grown = true;
        });
    }
    return leads;
}
//# sourceMappingURL=stuck.js.map