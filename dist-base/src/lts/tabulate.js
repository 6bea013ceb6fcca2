import { initialTransition, transition, } from 'xstate';
/** Refused because it cannot be tabulated: the message names the machine, the thing and the state node. */
export class NotTabulable extends Error {
    name = 'NotTabulable';
}
/** A lifecycle of more states than this is taken for an unbounded context. */
const most = 20_000;
const tables = new WeakMap();
/**
 * Asks XState itself for every step of `machine`, once.
 * Guards see `{ context, event }` of the event `{ type }` without payload.
 * @throws NotTabulable for `after`, `invoke`, history, wildcards, spawned or sent-to actors, a context without finite domain.
 */
export function tabulate(machine) {
    let lts = tables.get(machine);
    if (lts === undefined)
        tables.set(machine, (lts = explore(machine)));
    return lts;
}
function explore(machine) {
    refuse(machine);
    const events = eventsOf(machine);
    const [first] = asked(machine, 'its initial state', () => initialTransition(machine));
    const index = new Map();
    const snapshots = [];
    const add = (snapshot) => {
        const name = stateName(snapshot);
        if (Object.keys(snapshot.children).length > 0)
            throw new NotTabulable(`${machine.id}: ${name} has a spawned actor; a lifecycle knows one object and starts no actor`);
        let at = index.get(name);
        if (at !== undefined &&
            JSON.stringify(snapshots[at].context) !== JSON.stringify(snapshot.context)) {
            throw new NotTabulable(`${machine.id}: two contexts are both called ${name}: ${JSON.stringify(snapshots[at].context)} and ${JSON.stringify(snapshot.context)}`);
        }
        if (at === undefined) {
            index.set(name, (at = snapshots.length));
            snapshots.push(snapshot);
            if (at >= most)
                throw new NotTabulable(`${machine.id}: more than ${most} states; its context has no finite domain`);
        }
        return at;
    };
    add(first);
    const next = [];
    for (let at = 0; at < snapshots.length; at++) {
        const snapshot = snapshots[at];
        for (const type of events) {
            // can() first: transition() answers a refused event and a self-loop alike, with the same snapshot.
            // And what has ended takes nothing: an actor stops there, though its root may have transitions.
            const step = asked(machine, `'${type}' in ${stateName(snapshot)}`, () => snapshot.status === 'active' && snapshot.can({ type })
                ? transition(machine, snapshot, { type })
                : null);
            next.push(step === null ? -1 : add(step[0]));
        }
    }
    const places = {};
    snapshots.forEach((snapshot, at) => {
        for (const place of placesOf(snapshot))
            (places[place] ??= []).push(at);
    });
    return {
        lifecycle: machine.id,
        states: [...index.keys()],
        events,
        next,
        initial: 0,
        marked: snapshots.flatMap((snapshot, at) => (snapshot.status === 'done' ? [at] : [])),
        places,
        phrases: snapshots.map(phrase),
    };
}
function refuse(machine) {
    refuseNode(machine, machine.root);
    for (const type of eventsOf(machine)) {
        if (type.includes('*'))
            throw new NotTabulable(`${machine.id}: the wildcard '${type}'; name each event`);
    }
}
function refuseNode(machine, node) {
    const at = `${machine.id}: ${node.path.length === 0 ? 'the root' : node.path.join('.')}`;
    if (node.type === 'history')
        throw new NotTabulable(`${at} is a history state; a lifecycle may not have any`);
    if (node.invoke.length > 0)
        throw new NotTabulable(`${at} invokes an actor; a lifecycle may not`);
    if (node.after.length > 0)
        throw new NotTabulable(`${at} has 'after'; let the timeout be an event`);
    for (const below of Object.values(node.states))
        refuseNode(machine, below);
}
/** Not XState's own (`xstate.done.state.m.a`): it sends those to itself, nobody else may. */
function eventsOf(machine) {
    return machine.events.filter((type) => !type.startsWith('xstate.'));
}
/** What XState answers; what goes wrong in it says where. */
function asked(machine, where, ask) {
    let answer;
    try {
        answer = ask();
    }
    catch (error) {
        throw new NotTabulable(`${machine.id}: ${where}: ${error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)}`);
    }
    if (answer !== null)
        refuseActions(machine, answer[1], where);
    return answer;
}
function refuseActions(machine, actions, where) {
    for (const { type, params } of actions) {
        if (/^xstate\.(spawnChild|sendTo|stopChild|cancel)$/.test(type)) {
            throw new NotTabulable(`${machine.id}: ${where} runs ${type}; a lifecycle knows one object and starts no actor`);
        }
        if (type === 'xstate.raise' && params?.delay !== undefined)
            throw new NotTabulable(`${machine.id}: ${where} raises an event after a delay; let the timeout be an event`);
    }
}
/** The leaves of a state value as dotted paths: one, or one a region. */
function leaves(value, path = '') {
    if (typeof value === 'string')
        return [path + value];
    return Object.entries(value).flatMap(([key, below]) => typeof below === 'object' && Object.keys(below).length === 0
        ? [path + key]
        : leaves(below, `${path}${key}.`));
}
function contextName(context) {
    const entries = Object.entries((context ?? {}));
    return entries.length === 0
        ? ''
        : `{${entries.map(([key, value]) => `${key}:${typeof value === 'object' ? JSON.stringify(value) : String(value)}`).join(',')}}`;
}
function stateName(snapshot) {
    return leaves(snapshot.value).join(' & ') + contextName(snapshot.context);
}
function placesOf(snapshot) {
    const context = contextName(snapshot.context);
    const found = new Set([stateName(snapshot)]);
    for (const leaf of leaves(snapshot.value)) {
        for (let end = leaf.length; end > 0; end = leaf.lastIndexOf('.', end - 1)) {
            found.add(leaf.slice(0, end));
            if (context !== '')
                found.add(leaf.slice(0, end) + context);
        }
    }
    for (const tag of snapshot.tags)
        found.add(`#${tag}`);
    return found;
}
function phrase(snapshot) {
    for (const meta of Object.values(snapshot.getMeta())) {
        if (typeof meta?.waits === 'string')
            return meta.waits;
    }
    return null;
}
/** The XState transition that a state of the table takes on an event: for its step, citation and place in a drawing. */
export function transitionOf(machine, snapshot, type) {
    return machine.getTransitionData(snapshot, { type })[0] ?? null;
}
//# sourceMappingURL=tabulate.js.map