import { understand } from "../../machines/description/complaints.js";
import { alternatives } from "../../machines/description/alternatives.js";
import { systemOf } from "../../machines/description/system.js";
import { verdictOf } from "../check/assess.js";
import { replay, worst } from "../check/finding.js";
import { check } from "../check/verdict.js";
import { Misuse } from "../system/misuse.js";
import { holds, withoutRecovery } from "../system/program.js";
import { closure } from "./stuck.js";
/** Answers for descriptions that differ in little: what was asked before is not asked again. */
export function answers(budget) {
    const known = new Map();
    const runs = [];
    const whole = (program) => {
        let verdict = known.get(program.digest);
        if (verdict === undefined)
            known.set(program.digest, (verdict = verdictOf(program, budget)));
        return verdict;
    };
    let unanswered = 0;
    const kept = new Map();
    const finite = (program) => {
        let is = kept.get(program.digest);
        if (is === undefined)
            kept.set(program.digest, (is = tried(program)));
        return is;
    };
    const tried = (program) => {
        const plain = withoutRecovery(program);
        if (runs.some((one) => stillStuck(plain, one)))
            return false;
        const { promises } = check(plain, budget);
        const bad = promises.find(({ verdict }) => verdict === 'deadlock');
        if (bad !== undefined) {
            runs.unshift({ promise: bad.promise, run: bad.run.map(({ step }) => step) });
            return false;
        }
        if (promises.some(({ verdict }) => verdict === 'incomplete')) {
            unanswered++;
            return false;
        }
        // What is never owed is not kept.
        return (promises.every(({ verdict, pending }) => verdict === 'finite' && pending > 0) &&
            whole(program) === 'finite');
    };
    return {
        of: (described) => {
            const read = understand(described);
            return 'complaints' in read
                ? { senseless: read.complaints[0].line }
                : {
                    verdict: worst(alternatives(described).map(({ description }) => whole(systemOf(description)))),
                };
        },
        isFinite: (described) => !('complaints' in understand(described)) &&
            alternatives(described).every(({ description }) => finite(systemOf(description))),
        asked: () => kept.size,
        /** Searches that the budget ended: they count as not finite. */
        unanswered: () => unanswered,
    };
}
/** Whether the same run goes through in another system and the promise is lost there too: then it need not be searched. */
function stillStuck(program, { promise: name, run }) {
    const promise = program.promises.find((one) => one.name === name);
    if (promise === undefined)
        return false;
    let end;
    try {
        ({ end } = replay(program, run));
    }
    catch (error) {
        if (error instanceof Misuse)
            return false;
        throw error;
    }
    return (closure(program, end, () => true, 60)?.every((state) => promise.pending.every((some) => holds(some, state))) ?? false);
}
/** Every set of `size` of these, in their order. */
export function* setsOf(all, size, from = 0) {
    if (size === 0) {
        yield [];
        return;
    }
    for (let at = from; at <= all.length - size; at++)
        for (const rest of setsOf(all, size - 1, at + 1))
            yield [all[at], ...rest];
}
//# sourceMappingURL=verdict-of.js.map