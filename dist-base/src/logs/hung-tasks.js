import { placesOf } from "./lock-order.js";
import { frames } from "./lock-report.js";
const hung = /INFO: task (.+?):(\d+) blocked(?: in I\/O wait)? for more than (\d+) seconds/;
const owned = /INFO: task (.+?):(\d+)(?: <\w+>)? (?:is )?blocked on an? ([\w-]+),? (?:likely (?:owned|last held) by|but) ?(?:task (.+?):(\d+))?/;
const dumped = /^ *(?:task:)?(\S.{0,15}?) +(?:state:)?([DRS]) +(?:stack:|running| )/;
const holding = /^\s*\d+ locks? held by (.+?)\/(\d+)/;
const heldLock = /^\s*#\d+: ([0-9a-f]+|\(\w+\)) \((.+)\)\{[^}]*\}(?:-\{\d+:\d+\})?, at: (\S+)/;
/** Which of these a line is the first of. */
export const tellsOfTask = (text) => hung.test(text) || owned.test(text) || /Showing all locks held in the system/.test(text);
/** Tasks of a log by name, from lines as they come. */
export function readTasks() {
    const tasks = new Map();
    let now = null;
    let inStack = false;
    const of = (name, line) => {
        let task = tasks.get(name);
        if (task === undefined) {
            if (tasks.size >= 1000)
                tasks.delete(tasks.keys().next().value);
            tasks.set(name, (task = { name, line, seconds: null, stack: [], owner: null, locks: [] }));
        }
        return task;
    };
    return {
        tasks,
        line: (text, line) => {
            const stuck = hung.exec(text);
            if (stuck !== null) {
                now = of(`${stuck[1]}:${stuck[2]}`, line);
                now.seconds = Math.max(now.seconds ?? 0, Number(stuck[3]));
                now.stack = [];
                inStack = false;
                return;
            }
            const owner = owned.exec(text);
            if (owner !== null) {
                of(`${owner[1]}:${owner[2]}`, line).owner = {
                    name: owner[4] === undefined ? 'unknown' : `${owner[4]}:${owner[5]}`,
                    what: owner[3],
                };
                now = null;
                return;
            }
            const list = holding.exec(text);
            if (list !== null) {
                now = of(`${list[1]}:${list[2]}`, line);
                inStack = false;
                return;
            }
            const lock = heldLock.exec(text);
            if (lock !== null && now !== null) {
                if (now.locks.length < 64)
                    now.locks.push({
                        address: lock[1],
                        name: lock[2],
                        at: lock[3].replace(/\+0x.*$/, ''),
                    });
                return;
            }
            const dump = dumped.exec(text);
            const pid = dump === null ? null : /pid: *(\d+)|\bstack: *\d+ +(\d+) /.exec(text);
            if (dump !== null && pid !== null) {
                const name = `${dump[1].replace(/^task:/, '').trim()}:${pid[1] ?? pid[2]}`;
                if (now?.name !== name)
                    now = of(name, line);
                now.stack = [];
                inStack = true;
                return;
            }
            if (/Call [Tt]race:/.test(text)) {
                inStack = now !== null;
                return;
            }
            if (inStack && now !== null && now.stack.length < 200)
                now.stack.push(...frames(text));
        },
    };
}
/** What tasks that hang break, and who waits for whom. */
export function judgeTasks(tasks, spec, rules) {
    const places = new Map([...tasks.values()].map((task) => [task.name, placesOf(task.stack, spec)]));
    const at = (task, place) => places.get(task)?.some((one) => one.place === place) ?? false;
    const holders = (task) => {
        if (task.owner !== null && task.owner.name !== 'unknown')
            return [{ name: task.owner.name, what: task.owner.what }];
        const wanted = task.locks.at(-1);
        if (wanted === undefined ||
            !(at(task.name, 'lock') || at(task.name, 'object lock') || at(task.name, 'memory lock')))
            return [];
        return [...tasks.values()]
            .filter((other) => other !== task && other.locks.some(({ address }) => address === wanted.address))
            .map(({ name }) => ({ name, what: wanted.name }));
    };
    return [...tasks.values()]
        .filter(({ seconds }) => seconds !== null)
        .map((task) => {
        const mine = places.get(task.name);
        const chain = [];
        const seen = new Set([task.name]);
        let crossed;
        for (let one = task; one !== undefined;) {
            const [holder] = holders(one);
            if (holder === undefined) {
                if (at(one.name, 'fence wait'))
                    chain.push(`${one.name} waits for a fence`);
                break;
            }
            chain.push(`${one.name} waits for ${holder.what}, held by ${holder.name}`);
            crossed ??= spec.crossed.find((two) => at(one.name, two.waiter) && at(holder.name, two.holder));
            if (seen.has(holder.name)) {
                chain.push('and so round in a circle');
                break;
            }
            seen.add(holder.name);
            one = tasks.get(holder.name);
        }
        // Innermost first: what it waits in lies before what it came through.
        const inner = (place) => mine.find((one) => one.place === place)?.at ?? -1;
        const outer = (place) => mine.findLast((one) => one.place === place)?.at ?? -1;
        const pattern = spec.stacks.find(({ within, via, at: end }) => inner(end) >= 0 &&
            outer(within) > inner(end) &&
            (via === undefined || (inner(via) > inner(end) && inner(via) < outer(within))));
        const stuck = spec.stuck.find((one) => inner(one.at) >= 0);
        const rule = pattern?.rule ?? crossed?.rule ?? stuck?.rule ?? '';
        const instead = rules[rule]?.instead;
        return {
            rule,
            line: task.line,
            text: `${task.name} has not run for more than ${task.seconds} s`,
            object: task.name,
            chain,
            says: pattern?.name ??
                crossed?.name ??
                (stuck === undefined
                    ? (chain[0] ?? 'waits for something that the log does not show')
                    : `waits for a fence for more than ${task.seconds} s`),
            notes: [
                ...chain,
                ...(pattern === undefined
                    ? []
                    : [
                        `call trace, outermost first: ${[
                            ...new Set(mine
                                .filter(({ place }) => place === pattern.within || place === pattern.via || place === pattern.at)
                                .map(({ frame }) => frame)
                                .reverse()),
                        ].join(' -> ')}`,
                    ]),
                ...(pattern?.litmus === undefined
                    ? []
                    : [`the same cycle as a litmus test: ${pattern.litmus}`]),
                ...(instead === undefined ? [] : [`instead: ${instead}`]),
            ],
        };
    });
}
//# sourceMappingURL=hung-tasks.js.map