import { frames } from './call-trace.ts';

/** A report of the lock checker, as it stands there. */
export type LockReport = {
  readonly kind: LockReportKind;
  readonly line: number;
  readonly task: string | null;
  readonly taken: Lock | null;
  readonly held: Lock | null;
  /**
   * #0 first: each was taken while the one before was held; the last was held when #0 was to be
   * taken.
   */
  readonly chain: readonly ChainLock[];
  /** Links of the chain are not in the log: it does not close the cycle. */
  readonly cut: boolean;
  readonly allHeld: readonly Lock[];
  /** `{IN-HARDIRQ-W}` and `{HARDIRQ-ON-W}` */
  readonly states: readonly [string, string] | null;
  /**
   * `context-{2:2}`: which kinds of locks may be taken at all where it was; null where that is not
   * printed.
   */
  readonly context: number | null;
  /** Of the task that was stopped. */
  readonly stack: readonly string[];
  /** The table of who takes what on which CPU, where it stands alone. */
  readonly scenario: readonly ScenarioLine[];
  /** What it was read from. */
  readonly source: readonly ReportLine[];
};
/** A line of a report, and its number in the log. */
export type ReportLine = { readonly text: string; readonly line: number };
/** What the lock checker complains of, by the heading of its report. */
export type LockReportKind =
  | 'circular'
  | 'recursive'
  | 'inconsistent'
  | 'irq order'
  | 'irq inversion'
  | 'wait context'
  | 'unlock balance'
  | 'held at exit';
/** A lock of a report: its class, its address, its usage bits, and where it was taken. */
export type Lock = {
  readonly name: string;
  readonly address: string;
  readonly usage: string;
  readonly at: string | null;
};
/** A lock of the chain, and the call trace that took it. */
export type ChainLock = {
  readonly name: string;
  readonly usage: string;
  readonly stack: readonly string[];
};
/** `lock(&x->lock)` in the column of a CPU, or of the interrupt that comes in between. */
type ScenarioLine = { readonly who: string; readonly lock: string };

const headings: readonly (readonly [RegExp, LockReportKind])[] = [
  [/possible circular locking dependency/, 'circular'],
  [/possible recursive locking detected/, 'recursive'],
  [/inconsistent lock state/, 'inconsistent'],
  [/[A-Z_]+-safe -> [A-Z_]+-unsafe lock order detected/, 'irq order'],
  [/possible irq lock inversion dependency/, 'irq inversion'],
  [/Invalid wait context/, 'wait context'],
  [/bad unlock balance detected/, 'unlock balance'],
  [/lock held when returning to user space|still has locks held|held lock freed/, 'held at exit'],
];

/** The first lines of a report whose heading was not copied: they say as surely what it is. */
const beginnings: readonly (readonly [RegExp, LockReportKind])[] = [
  [/is trying to acquire lock:/, 'circular'],
  [/ is trying to acquire:/, 'irq order'],
  [/ is trying to lock:/, 'wait context'],
  [/is trying to release lock \(/, 'unlock balance'],
  [/just changed the state of lock:/, 'irq inversion'],
  [/^ ?inconsistent \{[\w-]+\} -> \{[\w-]+\} usage/, 'inconsistent'],
  [/Possible interrupt unsafe locking scenario/, 'irq order'],
  [/Possible unsafe locking scenario/, 'circular'],
  [/the existing dependency chain \(in reverse order\) is:/, 'circular'],
  [/^\s*-> ?#\d+ \(.+\)\s*\{/, 'circular'],
];

/** Which kind of report a line begins, if any. */
export const headingOf = (text: string): LockReportKind | null =>
  headings.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Which kind of report a line belongs to that is no heading, if any. */
export const beginningOf = (text: string): LockReportKind | null =>
  beginnings.find(([pattern]) => pattern.test(text))?.[1] ?? null;

const usage = String.raw`\{([^}\n]{3,10})\}(?:\s*-\s*\{(\d+:\d+)\})?`;
const address = String.raw`([0-9a-f]{8,16}|\((?:_*)ptrval(?:_*)\)|\(null\))`;
// A class may have brackets of its own; a mailer may have broken the line at any blank, or before a
// bracket.
const lockPattern = new RegExp(
  String.raw`${address}\s+\(([^{}\n]+)\)\s*${usage}(?:[^\S\n]*,\s*at:\s*([^\s,]+))?`,
  'g',
);
const chainPattern = new RegExp(String.raw`->\s*#(\d+)\s+\(([^{}\n]+)\)\s*${usage}`, 'g');

function locks(text: string): Lock[] {
  return [...text.matchAll(lockPattern)].map(([, where, name, bits, types, place]) => ({
    address: where!,
    name: name!,
    usage: types === undefined ? `{${bits}}` : `{${bits}}-{${types}}`,
    at: place === undefined ? null : place.replace(/\+0x.*$/, ''),
  }));
}

/**
 * Reads the lines of one report; null if it is none after all: a heading in a mail's subject, a
 * sentence about one.
 */
export function readLockReport(
  kind: LockReportKind,
  source: readonly ReportLine[],
): LockReport | null {
  const text = source.map((line) => line.text.trimEnd()).join('\n');
  const [before, after] = split(text, /other info that might help/);
  const [top, chainText] = split(before, /the existing dependency chain|->\s*#\d+\s+\(/);
  const [rest, backtrace] = split(after, /stack backtrace:/);
  const { chain, cut } = readChain(chainText);
  const { taken, held } = takenAndHeld(kind, top, cut ? [] : chain);
  const scenario = taken === null && held === null ? readScenario(text) : [];
  if (taken === null && held === null && chain.length === 0 && scenario.length < 2) return null;

  const context = /context-\{\d+:\s*(\d+)\}/.exec(text);
  return {
    kind: surely(kind, text, taken, held, scenario),
    line: source[0]!.line,
    task: taskOf(text),
    taken,
    held,
    chain,
    cut: cut || isWithoutChain(kind, text, chain),
    allHeld: readHeld(rest),
    states: readStates(text),
    context: context === null ? null : Number(context[1]),
    stack: frames(backtrace === '' ? withoutLocks(rest) : backtrace),
    scenario,
    source,
  };
}

/** The list of held locks names functions too, but no call trace. */
const withoutLocks = (text: string): string => text.replaceAll(/^.*(?:#\d+: |, at: ).*$/gm, '');

const taskOf = (text: string): string | null =>
  /(\S+\/\d+) (?:\[HC\S*\] )?(?:is trying to|takes:|is exiting|is freeing|just changed)/.exec(
    text,
  )?.[1] ?? null;

function readStates(text: string): readonly [string, string] | null {
  const found = /inconsistent \{([\w-]+)\} -> \{([\w-]+)\}/.exec(text);
  return found === null ? null : [found[1]!, found[2]!];
}

/** What a report without a heading is: the same class twice is a recursion. */
function surely(
  kind: LockReportKind,
  text: string,
  taken: Lock | null,
  held: Lock | null,
  scenario: readonly ScenarioLine[],
): LockReportKind {
  if (kind !== 'circular' || headingOf(text) !== null) return kind;
  const isOneTask = new Set(scenario.map(({ who }) => who)).size === 1;
  if (scenario.length > 0) return isOneTask ? 'recursive' : kind;
  const isOneClass = taken !== null && taken.name === held?.name;
  return isOneClass && !text.includes('-> #') ? 'recursive' : kind;
}

/** Reports that show how the cycle closes, but not here. */
const isWithoutChain = (kind: LockReportKind, text: string, chain: readonly ChainLock[]): boolean =>
  (kind === 'circular' && chain.length === 0) ||
  (kind === 'irq order' && !/the dependencies between|which became \S+-safe at/.test(text));

function takenAndHeld(
  kind: LockReportKind,
  top: string,
  chain: readonly ChainLock[],
): { readonly taken: Lock | null; readonly held: Lock | null } {
  const [first, second] = split(
    top,
    /already holding(?: lock)?:|but there are no more locks to release/,
  );
  const inFirst = locks(first);
  const inSecond = locks(second);
  if (kind === 'unlock balance') return { taken: inFirst.at(-1) ?? released(top), held: null };

  const held =
    inSecond[0] ?? (kind === 'circular' && chain.length > 0 ? shell(chain.at(-1)!) : null);
  if (chain[0] === undefined) return { taken: inFirst.at(-1) ?? null, held };
  // Pasted logs have neighbouring lines swapped; the chain says it too.
  const { name } = chain[0];
  const taken = [...inFirst, ...inSecond].find((lock) => lock.name === name) ?? shell(chain[0]);
  return { taken, held };
}

/** `x/1 is trying to release lock (&foo->mutex) at:`, and on the next line where. */
function released(text: string): Lock | null {
  const heading =
    /is trying to release lock \((.+?)\) at:(?:\s*(?:\[<[0-9a-f]+>\] *)?([A-Za-z_][\w.]*))?/.exec(
      text,
    );
  if (heading === null) return null;
  return { name: heading[1]!, address: '', usage: '', at: heading[2] ?? null };
}

const readHeld = (text: string): Lock[] =>
  [...text.matchAll(/#(\d+):\s+/g)]
    // Pasted logs have neighbouring lines swapped; the numbers say the order.
    .sort((one, other) => Number(one[1]) - Number(other[1]))
    .flatMap(({ index }) => locks(text.slice(index, index + 400)).slice(0, 1))
    .filter((lock, index, all) => all.findIndex((other) => isSame(lock, other)) === index);

const isSame = (one: Lock, other: Lock): boolean =>
  one.name === other.name && one.address === other.address;

/**
 * The two numbers of `-{3:3}`: where a lock of this kind may be taken, and what may be taken under
 * it. 2 a raw spinlock, 3 a spinlock, 4 a lock that sleeps.
 */
export function waitTypes({
  usage: bits,
}: Lock): { readonly outer: number; readonly inner: number } | null {
  const found = /-\{(\d+):(\d+)\}$/.exec(bits);
  return found === null ? null : { outer: Number(found[1]), inner: Number(found[2]) };
}

/**
 * Under which lock one was taken that may not be: of those held, the one that allows the least.
 * Null where the place itself does not allow it.
 */
export function tooDeep({ taken, allHeld, context }: LockReport): Lock | null {
  const outer = taken === null ? undefined : waitTypes(taken)?.outer;
  if (outer === undefined || (context !== null && context < outer)) return null;
  const under = allHeld
    .map((lock) => ({ lock, inner: waitTypes(lock)?.inner ?? 0 }))
    .filter(({ inner }) => inner > 0 && inner < outer)
    .sort((one, other) => one.inner - other.inner);
  return under[0]?.lock ?? null;
}

const shell = ({ name, usage: bits }: ChainLock): Lock => ({
  name,
  address: '',
  usage: bits,
  at: null,
});

/**
 * The chain, and whether links of it are missing: it is printed from the highest number down to #0.
 */
function readChain(text: string): { readonly chain: readonly ChainLock[]; readonly cut: boolean } {
  const links = [...text.matchAll(chainPattern)];
  const chain = new Map<number, ChainLock>();
  links.forEach((entry, index) => {
    const [whole, number, name, bits, types] = entry;
    const until = links[index + 1]?.index ?? text.length;
    if (chain.has(Number(number))) return;
    chain.set(Number(number), {
      name: name!,
      usage: types === undefined ? `{${bits}}` : `{${bits}}-{${types}}`,
      stack: frames(text.slice(entry.index + whole.length, until)),
    });
  });
  const numbers = [...chain.keys()].sort((one, other) => one - other);
  return {
    chain: numbers.map((number) => chain.get(number)!),
    cut: numbers.length > 0 && numbers.at(-1)! !== numbers.length - 1,
  };
}

/** `CPU0 CPU1`, and locks in their columns; `<Interrupt>` stands above what an interrupt takes. */
function readScenario(text: string): ScenarioLine[] {
  const from = /Possible (?:interrupt )?unsafe locking scenario/.exec(text);
  if (from === null) return [];
  const lines = text.slice(from.index).split('\n');
  const second = lines.map((line) => line.indexOf('CPU1')).find((column) => column >= 0);
  const table: ScenarioLine[] = [];
  let isInterrupt = false;
  for (const line of lines) {
    if (line.includes('<Interrupt>')) isInterrupt = true;
    const lock = /lock\((.+)\);/.exec(line);
    if (lock === null) continue;
    const isSecond = second !== undefined && lock.index >= second - 12;
    const cpu = isSecond ? 'CPU1' : 'CPU0';
    table.push({ who: isInterrupt ? 'an interrupt' : cpu, lock: lock[1]! });
  }
  return table;
}

function split(text: string, at: RegExp): [string, string] {
  const found = at.exec(text);
  return found === null ? [text, ''] : [text.slice(0, found.index), text.slice(found.index)];
}
