import type { ReportLine } from '../lock-report.ts';

/**
 * The line of the log in which a pattern stands first; that of the report where it stands nowhere.
 */
export const lineOf = (source: readonly ReportLine[], pattern: RegExp): number =>
  (source.find(({ text }) => pattern.test(text)) ?? source[0]!).line;

/** The line that lists a lock as held: `#2: ... (name)`. */
export const heldLine = (source: readonly ReportLine[], name: string): number =>
  (
    source.find(({ text }) => /^\s*#\d+:/.test(text) && text.includes(`(${name})`)) ??
    source.findLast(({ text }) => text.includes(`(${name})`)) ??
    source[0]!
  ).line;
