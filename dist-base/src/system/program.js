import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
/** A program under its own digest: 16 hexadecimal digits of the SHA-256 of its JSON. Every change to a program ends here. */
export function sealed(body) {
    const { tables, parts, actors, steps, initial, promises, invariants, leftOut } = body;
    const all = { tables, parts, actors, steps, initial, promises, invariants, leftOut };
    return { digest: bytesToHex(sha256(utf8ToBytes(JSON.stringify(all)))).slice(0, 16), ...all };
}
/** The local state of `part` after `event` in local state `local`, or -1 where it is refused. */
export function nextLocal(program, part, event, local) {
    const table = program.tables[program.parts[part].table];
    return table.next[local * table.events.length + event];
}
/** The name of a local state: `'visible'`. */
export function stateName(program, part, local) {
    return program.tables[program.parts[part].table].states[local];
}
/** `state` holds one local state a part. */
export function holds(some, state) {
    return some.some(({ part, in: locals }) => locals.includes(state[part]));
}
/** Why `step` cannot fire in `state`: the first guard or move that refuses, guards first; null if it can. */
export function refusal(program, step, state) {
    for (const conjunct of step.when)
        if (!holds(conjunct.some, state))
            return conjunct;
    for (const move of step.moves)
        if (nextLocal(program, move.part, move.event, state[move.part]) < 0)
            return move;
    return null;
}
/** The state after `step`, or null where it is refused: the meaning of a step, as plainly as it can be said. */
export function fire(program, step, state) {
    if (refusal(program, step, state) !== null)
        return null;
    const after = [...state];
    for (const { part, event } of [...step.moves, ...step.also]) {
        const local = nextLocal(program, part, event, state[part]);
        if (local >= 0)
            after[part] = local;
    }
    return after;
}
/** The same system without the steps of actors that recover: they never count as keeping a promise. */
export function withoutRecovery(program) {
    const steps = program.steps.filter(({ actor }) => !program.actors[actor].recovers);
    return sealed({
        ...program,
        steps,
        promises: program.promises.filter(({ ofRecovery }) => !ofRecovery),
    });
}
//# sourceMappingURL=program.js.map