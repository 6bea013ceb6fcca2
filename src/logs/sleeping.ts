import { frames, placesOf, significant } from './call-trace.ts';
import type { LogFinding } from './finding.ts';
import type { LogRule, ReportSpec } from './vocabulary.ts';

/** A function that sleeps where nobody may: the first line, and the call trace under it. */
export type Sleeping = { readonly line: number; readonly first: string; readonly stack: string[] };

const heading = /BUG: sleeping function called from invalid context|BUG: scheduling while atomic/;
const mostFrames = 100;

export const sleepingAt = (text: string, line: number): Sleeping | null =>
  heading.test(text) ? { line, first: text.trim(), stack: [] } : null;

export function addFrames({ stack }: Sleeping, text: string): void {
  if (stack.length < mostFrames) stack.push(...frames(text));
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
