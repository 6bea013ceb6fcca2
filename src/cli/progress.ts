import { readFileSync } from 'node:fs';
import { freemem } from 'node:os';
import type { Budget } from '../explore/graph.ts';
import type { Io } from './io.ts';
import { counted } from '../text/layout.ts';

/** Milliseconds before progress is shown: most commands are done by then. */
const patience = 1000;

/** What a search may use: states, and bytes of memory. */
export type Limits = { readonly maxStates: number; readonly maxBytes: number };

/** States that a search may find where nothing is said. */
export const statesByDefault = 50_000_000;

/**
 * A quarter of the memory that can be had: the answers to a search need about as much again as its
 * own arrays, and others live here too.
 */
export const bytesByDefault = (): number =>
  Math.max(2 ** 20, Math.floor(Math.min(freemem(), constrained(), addressable()) / 4));

const constrained = (): number => {
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 ? limit : Infinity;
};

/** What `ulimit -v` leaves; Linux only. */
function addressable(): number {
  try {
    const limit = /^Max address space +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    const used = /^VmSize:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (limit === undefined || used === undefined) return Infinity;
    return Math.max(0, Number(limit) - Number(used) * 1024);
  } catch {
    return Infinity;
  }
}

/** A line on a terminal that says what a command does, and is wiped at the end. */
export type Watched = {
  readonly show: (text: string) => void;
  readonly done: () => void;
};

/**
 * Shows what is done on standard error, if that is a terminal; or leaves it to whoever shows it.
 */
export function watched(io: Io): Watched {
  if (io.doing !== undefined) return { show: io.doing, done: () => io.doing!('') };

  const began = performance.now();
  let shown = false;
  return {
    show: (text) => {
      if (!io.watched || performance.now() - began < patience) return;
      shown = true;
      io.err(`\r\u001b[K${text.slice(0, 78)}`);
    },
    done: () => {
      if (shown) io.err('\r\u001b[K');
      shown = false;
    },
  };
}

/** A budget that says how far the search is, and ends it when the user asks for an end. */
export function watchedBudget(
  io: Io,
  { maxStates, maxBytes }: Limits,
): {
  readonly budget: Budget & { readonly bytes: number };
  readonly say: (what: string) => void;
  readonly done: () => void;
} {
  const { show, done } = watched(io);
  let doing = '';
  return {
    budget: {
      states: maxStates,
      bytes: maxBytes,
      ...(io.signal === undefined ? {} : { signal: io.signal }),
      progress: ({ states, expanded, bytes, nodes, asking }) => {
        const size =
          nodes === undefined
            ? `${counted(states)} states, ${asking ?? `${counted(states - expanded)} to do`}`
            : `${counted(nodes)} nodes of diagrams`;
        show(`${doing}: ${size}, ${Math.ceil(bytes / 1e6)} MB`);
      },
    },
    say: (what) => {
      doing = what;
      show(what);
    },
    done,
  };
}
