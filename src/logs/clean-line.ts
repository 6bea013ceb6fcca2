/**
 * A line of a kernel log without what mailers, loggers, terminals and printk put before it and into
 * it.
 */
export type CleanLine = {
  readonly text: string;
  /** The task or CPU that printed it, where the log says so: `T123`, `C4`. */
  readonly caller: string | null;
  /** A time stood before it. */
  readonly stamped: boolean;
};

type Prefix = {
  readonly pattern: RegExp;
  /** It is a time, so that what follows may be a host and `kernel:`. */
  readonly isTime?: true;
  /** It only means something behind a time. */
  readonly behindTime?: true;
};

const clock = String.raw`\d\d:\d\d:\d\d(?:[.,]\d+)?`;
const date = String.raw`\d{4}-\d\d-\d\d`;

/**
 * What may stand before a line, one behind the other, in any order. Each removes its own blank and
 * no more.
 */
const prefixes: readonly Prefix[] = [
  // Quotes of a mail.
  { pattern: /^(?:[ \t]{0,3}[>|][ \t]?)+/ },
  // The level of syslog, of dmesg -x and of a serial console's recorder.
  { pattern: /^<\d{1,3}>/ },
  { pattern: /^[a-z]+ *:[a-z]+ *: / },
  { pattern: /^R SERIAL[\w-]*> / },
  // A record of /dev/kmsg, as netconsole sends it: priority, number, time, flags.
  { pattern: /^\d+,\d+,\d+,[-c+](?:,caller=([TC]\d+)|,[^;]*)*;/, isTime: true },
  // printk, dmesg with deltas, dmesg -T, dmesg --reltime.
  { pattern: /^ ?\[ *\+?\d+\.\d+(?: *< *\+?\d+\.\d+>)?\](?: ?\[ *([TC]\d+)\])? ?/, isTime: true },
  { pattern: /^\[< *\d+\.\d+>\] ?/, isTime: true },
  {
    pattern: new RegExp(
      String.raw`^\[[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ ${clock} \d{4}(?: < *\d+\.\d+>)?\] ?`,
    ),
    isTime: true,
  },
  { pattern: /^\[[A-Z][a-z]{2} ?\d+ \d\d:\d\d\] /, isTime: true },
  // ISO 8601: dmesg, journalctl, rsyslog, syslog-ng, the runners of GitLab and GitHub.
  {
    pattern: new RegExp(String.raw`^${date}[T ]${clock}(?:Z| ?[+-]\d\d:?\d\d)?(?: \d\d[OE]\+?)? ?`),
    isTime: true,
  },
  { pattern: new RegExp(String.raw`^[A-Z][a-z]{2} ${date} ${clock} \S+ `), isTime: true },
  // syslog, with or without a year, and journalctl -o short-unix.
  { pattern: new RegExp(String.raw`^[A-Z][a-z]{2} +\d+ (?:\d{4} )?${clock} `), isTime: true },
  { pattern: /^\d{9,10}\.\d{3,9} /, isTime: true },
  // logcat -v threadtime, and -v brief.
  {
    pattern: new RegExp(String.raw`^\d\d-\d\d ${clock} +(?:\w+ +)?\d+ +\d+ [VDIWEF] [^:]{0,24}: `),
    isTime: true,
  },
  { pattern: /^[VDIWEF]\/[^(]{0,24}\( *\d+\): /, isTime: true },
  { pattern: new RegExp(String.raw`^${clock} `), isTime: true },
  { pattern: new RegExp(String.raw`^\d\d-\d\d-\d\d ${clock} `), isTime: true },
  // A host, and who says it.
  { pattern: /^(?:\S+ )?kernel(?:\[\d+\])?: /, behindTime: true },
  { pattern: /^\S+ (?=\d+,\d+,\d+,[-c+][,;])/, behindTime: true },
];

/** An unknown prefix of at most 60 characters, and then a timestamp of printk. */
const stampFurtherOn = /^.{0,60}?\[ *\d+\.\d{6}\](?: ?\[ *([TC]\d+)\])? ?/;

const mostPrefixes = 8;

/** A line without markup and without what stands before it, prefix after prefix. */
export function cleanLine(line: string): CleanLine {
  let text = withoutMarkup(line);
  let caller: string | null = null;
  let stamped = false;
  for (let round = 0; round < mostPrefixes; round++) {
    const prefix = prefixAt(text, stamped);
    if (prefix === null) break;
    text = text.slice(prefix.length);
    caller ??= prefix.caller;
    stamped ||= prefix.isTime;
  }
  if (stamped) return { text, caller, stamped };

  const further = stampFurtherOn.exec(text);
  if (further === null) return { text, caller, stamped: false };
  return { text: text.slice(further[0].length), caller: further[1] ?? null, stamped: true };
}

function prefixAt(
  text: string,
  stamped: boolean,
): { readonly length: number; readonly caller: string | null; readonly isTime: boolean } | null {
  for (const { pattern, isTime, behindTime } of prefixes) {
    if (behindTime === true && !stamped) continue;
    const found = pattern.exec(text);
    if (found !== null && found[0].length > 0)
      return { length: found[0].length, caller: found[1] ?? null, isTime: isTime === true };
  }
  return null;
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Whether a line has to be freed of markup at all. */
const hasMarkup = /[\u001b\t\r\u00a0\ufeff\u200b]|&[a-z#]|<\/?[a-z]|\[\d*(?:;\d+)*m/i;

/** Colours, tabs, tags and entities of HTML, blanks that are none. */
export function withoutMarkup(line: string): string {
  if (!hasMarkup.test(line)) return line;
  return (
    line
      .replaceAll(/\u001b\[[0-9;?]*[A-Za-z]|\u001b[()][A-Z0-9]/g, '')
      // The escape itself is lost where a colour was copied as text.
      .replaceAll(/\[\d{1,3}(?:;\d{1,3})*m|\[m(?![a-z])/g, '')
      .replaceAll(/<\/?(?:br|pre|p|div|span|code|font|tt|td|tr|li|b|i|a)(?:\s[^<>]*)?\/?>/g, '')
      .replaceAll(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos|nbsp));/gi, entity)
      .replaceAll(/[\ufeff\u200b]/g, '')
      .replaceAll(/[\t\r\u00a0]/g, ' ')
  );
}

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  // No control characters out of a log.
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
