import { cleanLine, type CleanLine } from './clean-line.ts';

/** A line as the kernel printed it, though a mailer may have broken it into several. */
export type WholeLine = CleanLine & {
  /** The number of its first part, and how many parts it has. */
  readonly line: number;
  readonly parts: number;
};

/** Joins what mailers have broken: lines come in, whole lines go to `take`. */
export type WholeLines = {
  readonly line: (raw: string, line: number) => void;
  readonly end: () => void;
};

/** A line is broken into so many parts at most. */
const mostParts = 4;
/**
 * Mailers break lines that are longer than some seventy columns; the first part is then at least so
 * long.
 */
const shortestPart = 24;
/** Tables of a report have columns that begin further to the right. */
const narrowestColumn = 8;

/** What can only be the beginning of a line of its own. */
const begins = new RegExp(
  String.raw`^\s*(?:\? )?(?:[A-Za-z_][\w.]*(?:\+0x[0-9a-f]+\/0x|\s\([\w/.-]+\.[chS]:\d)|` +
    String.raw`-> ?#\d|#\d+:? |task:\S|INFO: |WARNING: |BUG: |Call [Tt]race|RIP: |PID: |` +
    String.raw`\d+ locks? held by|Modules linked|Hardware name|Workqueue: |={5}|-{5}|\[<|` +
    String.raw`\(?[0-9a-f]{8,16} \(|\*{3} |\[[SWE]\]|context [A-Z]\b|but task|other info|` +
    String.raw`stack backtrace|the existing|which lock|<\/?[A-Z])`,
);

/** What no line ends in: the rest must follow. */
const endsTooEarly = new RegExp(
  String.raw`(?:blocked for more than(?: \d+)?|likely (?:owned|last held) by(?: task)?|` +
    String.raw`blocked on an?|\bat:|\bat|\bin|pid: *|flags:|invalid context|trying to acquire|` +
    String.raw`already holding|to release lock|, *|->)$`,
);

/** `isTrouble`: a line that is never a part of another. */
export function wholeLines(
  take: (line: WholeLine) => void,
  isTrouble: (text: string) => boolean,
): WholeLines {
  let held: WholeLine | null = null;
  let heldRaw = '';
  let printable = false;

  return {
    line: (raw, line) => {
      const isSoft = isSoftBreak(heldRaw, held);
      if (isSoft || /^Content-Transfer-Encoding: *quoted-printable/i.test(raw)) printable = true;
      const clean = cleanLine(printable ? unquoted(raw) : raw);
      if (
        held !== null &&
        (isSoft || (continues(held, heldRaw, clean) && !isTrouble(clean.text)))
      ) {
        held = joined(held, clean, isSoft);
        heldRaw = raw;
        return;
      }
      if (held !== null) take(held);
      held = { ...clean, line, parts: 1 };
      heldRaw = raw;
    },
    end: () => {
      if (held !== null) take(held);
      held = null;
    },
  };
}

/** Quoted-printable: a line of at most 76 columns that ends in `=` goes on in the next. */
const isSoftBreak = (raw: string, held: WholeLine | null): boolean =>
  held !== null && raw.length > 60 && raw.length <= 78 && /[^=]=\r?$/.test(raw);

const unquoted = (raw: string): string =>
  raw.replaceAll(/=([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

function continues(held: WholeLine, raw: string, next: CleanLine): boolean {
  if (held.parts >= mostParts || next.stamped || next.text.trim() === '') return false;
  // Nothing but a column is left of the first part.
  if (held.text.trim() === '') return held.stamped && held.text.length >= narrowestColumn;
  if (endsTooEarly.test(held.text.trimEnd())) return true;
  if (begins.test(next.text) || raw.length < shortestPart) return false;
  // In a log with stamps a line without one is the rest of the line before; else a mailer left the
  // blank at which it broke.
  return held.stamped || /\S[ \t]$/.test(raw);
}

function joined(held: WholeLine, next: CleanLine, isSoft: boolean): WholeLine {
  const text = isSoft
    ? held.text.replace(/=\s*$/, '') + next.text
    : `${held.text.trim() === '' ? held.text : held.text.trimEnd()} ${next.text.trimStart()}`;
  return { ...held, text, parts: held.parts + 1 };
}
