import { readFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { counted } from "./layout.js";
/** Progress that is not shown before a command has run for so long. */
const patience = 1000;
/** A quarter of the memory that can be had: the answers to a search need about as much again as its own arrays, and others live here too. */
export const bytesByDefault = () => Math.max(2 ** 20, Math.floor(Math.min(freemem(), constrained(), addressable()) / 4));
const constrained = () => {
    const limit = process.constrainedMemory?.() ?? 0;
    return limit > 0 ? limit : Infinity;
};
/** What `ulimit -v` leaves; Linux only. */
function addressable() {
    try {
        const limit = /^Max address space +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
        const used = /^VmSize:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
        return limit === undefined || used === undefined
            ? Infinity
            : Math.max(0, Number(limit) - Number(used) * 1024);
    }
    catch {
        return Infinity;
    }
}
export const statesByDefault = 50_000_000;
/** A line on a terminal that says how far a command is, and is wiped at the end. */
export function watched(io) {
    const began = performance.now();
    let shown = false;
    return {
        show: (text) => {
            if (!io.watched || performance.now() - began < patience)
                return;
            shown = true;
            io.err(`\r\u001b[K${text.slice(0, 78)}`);
        },
        done: () => {
            if (shown)
                io.err('\r\u001b[K');
            shown = false;
        },
    };
}
/** A budget that says how far the search is. */
export function watchedBudget(io, { maxStates, maxBytes }) {
    const { show, done } = watched(io);
    let doing = '';
    return {
        budget: {
            states: maxStates,
            bytes: maxBytes,
            progress: ({ states, expanded, bytes }) => show(`${doing}: ${counted(states)} states, ${counted(states - expanded)} to do, ${Math.ceil(bytes / 1e6)} MB`),
        },
        say: (what) => {
            doing = what;
            show(what);
        },
        done,
    };
}
//# sourceMappingURL=progress.js.map