import { frames, placesOf, significant } from './call-trace.ts';
import type { LogFinding } from './finding.ts';
import type { LogRule, ReportSpec } from './vocabulary.ts';

/**
 * A function that sleeps where nobody may: the first line, the call trace under it (innermost
 * first), and the locks that the task is said to hold (outermost first).
 */
export type Sleeping = {
  readonly line: number;
  readonly first: string;
  readonly stack: string[];
  readonly held: HeldLine[];
};

/** A line of the list of held locks: `#0: ffff888 (&foo->lock){....}-{2:2}, at: foo+0x1/0x2`. */
type HeldLine = {
  readonly address: string;
  readonly name: string;
  readonly usage: string;
  readonly at: string;
  readonly line: number;
};

const heading = /BUG: sleeping function called from invalid context|BUG: scheduling while atomic/;
const heldLock = /^\s*#\d+: ([0-9a-f]+) \((.+?)\)(\{[^}]*\}(?:-\{[^}]*\})?), at: (\S+)/;
const mostFrames = 100;
const mostLocks = 50;

/** A report that this line begins, or null. */
export const sleepingAt = (text: string, line: number): Sleeping | null =>
  heading.test(text) ? { line, first: text.trim(), stack: [], held: [] } : null;

/** One more line of the report: a lock that is held, or a frame. */
export function addLine({ stack, held }: Sleeping, text: string, line: number): void {
  const lock = heldLock.exec(text);
  if (lock === null) {
    if (stack.length < mostFrames) stack.push(...frames(text));
    return;
  }
  const [, address, name, usage, place] = lock;
  if (held.length < mostLocks)
    held.push({
      address: address!,
      name: name!,
      usage: usage!,
      at: place!.replace(/\+0x.*$/, ''),
      line,
    });
}

/** What it breaks where the caller is a place that we know; null where it is none. */
export function judgeSleeping(
  { line, first, stack }: Sleeping,
  spec: ReportSpec,
  rules: Readonly<Record<string, LogRule>>,
): LogFinding | null {
  const places = placesOf(stack, spec);
  for (const { within, rule, says } of spec.atomic) {
    const outer = places.find(({ place }) => place === within);
    if (outer === undefined) continue;
    const inner = significant(stack.slice(0, outer.index), spec);
    const callback = inner.at(-1);
    const instead = rules[rule]?.instead;
    return {
      rule,
      line,
      text: first,
      says: callback === undefined ? says : `${says}: ${callback}`,
      notes: [
        `call trace, outermost first: ${[outer.frame, ...inner.toReversed()].join(' -> ')}`,
        ...(instead === undefined ? [] : [`instead: ${instead}`]),
      ],
    };
  }
  return null;
}
