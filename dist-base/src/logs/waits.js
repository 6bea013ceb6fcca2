/** Tasks that are remembered, at most. */
const most = 65_536;
const kept = 10;
export const waits = () => ({ open: new Map(), longest: [], count: 0 });
/** `comm` is only asked for where the task is new. */
export function begin(waits, task, comm, kind, a, b, c, { time, line }) {
    waits.count++;
    let wait = waits.open.get(task);
    if (wait === undefined) {
        if (waits.open.size >= most) {
            const [oldest] = waits.open.keys();
            waits.open.delete(oldest);
        }
        wait = { task, comm: comm(), kind, a, b, c, time, line, waits: true };
        waits.open.set(task, wait);
        return;
    }
    wait.kind = kind;
    wait.a = a;
    wait.b = b;
    wait.c = c;
    wait.time = time;
    wait.line = line;
    wait.waits = true;
}
export function end(waits, task, kind, a, b, c, { time }) {
    const wait = waits.open.get(task);
    if (wait === undefined || !wait.waits)
        return;
    wait.waits = false;
    // It ends another wait than began: what lay between is missing.
    if (wait.a !== a || wait.b !== b || wait.c !== c || wait.kind !== kind || time < wait.time)
        return;
    const { longest } = waits;
    if (longest.length === kept && time - wait.time <= longest.at(-1).until - longest.at(-1).time)
        return;
    longest.push({ ...wait, until: time });
    longest.sort((one, other) => other.until - other.time - (one.until - one.time));
    if (longest.length > kept)
        longest.pop();
}
/** Who waits still, longest first. */
export const waiting = ({ open }) => [...open.values()].filter((wait) => wait.waits).sort((one, other) => one.time - other.time);
//# sourceMappingURL=waits.js.map