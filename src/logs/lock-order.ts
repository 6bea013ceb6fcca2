import { isNamed, placesOf, significant } from './call-trace.ts';
import { plainClass, type LockEdge, type LockFinding } from './lock-finding.ts';
import { tooDeep, type LockReport } from './lock-report.ts';
import { isSameObject, lockSentence } from './lock-text.ts';
import type { LogRule, Place, ReportSpec } from './vocabulary.ts';

/** The order of the locks of one report, as far as it was found out. */
type Order = {
  /** The classes of the cycle, #0 first; not closed where the report is cut. */
  readonly ring: readonly string[];
  readonly closed: boolean;
  /**
   * The rule that each edge breaks, by the index of the class that is held; -1 for locks beside
   * the cycle.
   */
  readonly broken: Map<number, string>;
  readonly notes: string[];
  litmus: string | null;
};

/**
 * What a lock report breaks: its cycle in the real order, and which of its edges goes against the
 * documented order.
 */
export function judgeLocks(
  report: LockReport,
  text: string,
  spec: ReportSpec,
  rules: Readonly<Record<string, LogRule>>,
): LockFinding {
  const order = orderOf(report);
  if (order.ring.length > 1) {
    judgeRing(order, spec);
    judgeHeldBeside(order, report, spec);
  }
  const rule = ruleOf(report, order, spec);
  const notes = [
    ...order.notes,
    ...placeNote(report, spec),
    ...heldNotes(report, order, spec),
    ...adviceOf(rules[rule]),
  ];
  return {
    rule,
    line: report.line,
    text,
    says: lockSentence(report, order.ring),
    notes,
    report: report.kind,
    cycle: edgesOf(report, order, rule, spec),
    litmus: order.litmus,
    classes: classesOf(report, order, spec),
    ...(report.task === null ? {} : { object: report.task }),
  };
}

function orderOf(report: LockReport): Order {
  const { cut, kind, scenario } = report;
  return {
    ring: ringOf(report),
    closed: !cut && kind !== 'irq order' && scenario.length === 0,
    broken: new Map(),
    notes: [],
    litmus: null,
  };
}

/** Of a chain that is cut only the new edge is sure: what was held, and what was taken. */
function ringOf({ chain, cut, kind, taken, held, scenario }: LockReport): string[] {
  if (scenario.length > 0) return [...new Set(scenario.map(({ lock }) => lock))];
  if (chain.length > 0 && !cut) return chain.map(({ name }) => name);
  const names = [taken?.name, kind === 'recursive' ? undefined : held?.name];
  return names.filter((name) => name !== undefined);
}

const rankOf = (name: string, { order }: ReportSpec): number =>
  order.findIndex(({ classes }) => classes.includes(plainClass(name)));

/**
 * The rule that is broken where one class is held while another is taken, directly or through
 * others.
 */
function edgeRule(
  held: string,
  taken: string,
  through: boolean,
  order: Order,
  spec: ReportSpec,
): string | null {
  const edge = edgeBetween(held, taken, spec);
  if (edge === undefined) return rankOf(held, spec) > rankOf(taken, spec) ? 'L-1' : null;
  order.litmus ??= (through ? edge.through : undefined) ?? edge.litmus ?? null;
  return edge.rule;
}

const edgeBetween = (
  held: string,
  taken: string,
  { edges }: ReportSpec,
): ReportSpec['edges'][number] | undefined =>
  edges.find((edge) => edge.held === plainClass(held) && edge.taken === plainClass(taken));

type Known = { readonly name: string; readonly index: number };

const knownOf = ({ ring }: Order, spec: ReportSpec): Known[] =>
  ring.map((name, index) => ({ name, index })).filter(({ name }) => rankOf(name, spec) >= 0);

/** From one class of known order to the next, through those of none. */
function judgeRing(order: Order, spec: ReportSpec): void {
  const known = knownOf(order, spec);
  if (!order.closed) {
    judgeNewEdge(order, known, spec);
    return;
  }
  known.forEach((from, index) => {
    const to = known[(index + 1) % known.length]!;
    const via = between(order.ring, from.index, to.index, known.length === 1);
    if (via.length === 0 && known.length === 1) return;
    const rule = edgeRule(from.name, to.name, via.length > 0, order, spec);
    if (rule === null) return;

    // Every edge from the one to the other: no one of them alone goes wrong.
    for (const edge of edgesBetween(order.ring.length, from.index, to.index))
      order.broken.set(edge, rule);
    const through = via.length > 0 ? ` (through ${via.join(', ')})` : '';
    order.notes.push(`${from.name}${through} is held while ${to.name} is taken: ${rule}`);
  });
}

/** The last class of an open ring was held when the first was taken. */
function judgeNewEdge(order: Order, known: readonly Known[], spec: ReportSpec): void {
  const { ring, broken, notes } = order;
  const held = ring.at(-1)!;
  const taken = ring[0]!;
  if (known.length < 2) return;
  const rule = edgeRule(held, taken, false, order, spec);
  if (rule === null) return;
  broken.set(ring.length - 1, rule);
  notes.push(`${held} is held while ${taken} is taken: ${rule}`);
}

function edgesBetween(length: number, from: number, to: number): number[] {
  const edges: number[] = [];
  let index = from;
  do {
    edges.push(index);
    index = (index + 1) % length;
  } while (index !== to && edges.length < length);
  return edges;
}

/** The classes between two of a ring; around it where they are the same. */
function between(ring: readonly string[], from: number, to: number, around: boolean): string[] {
  const via: string[] = [];
  for (let distance = 1; distance < ring.length; distance++) {
    const index = (from + distance) % ring.length;
    if (index === to && !around) break;
    via.push(ring[index]!);
  }
  return via;
}

/** Locks that were held too, and what the lock that was taken leads to in the end. */
function judgeHeldBeside(order: Order, { allHeld }: LockReport, spec: ReportSpec): void {
  const { ring, broken, notes } = order;
  const known = knownOf(order, spec);
  const target = known.find(({ index }) => index < ring.length - 1) ?? known[0];
  if (target === undefined) return;
  for (const { name } of allHeld) {
    if (rankOf(name, spec) < 0 || ring.includes(name)) continue;
    const edge = edgeBetween(name, target.name, spec);
    if (edge === undefined) continue;
    order.litmus ??= edge.litmus ?? null;
    broken.set(-1, edge.rule);
    notes.push(`${name} is held too, and ${ring[0]} leads to ${target.name}: ${edge.rule}`);
  }
}

/**
 * The worst rule: a call that may not be made with the lock held, a lock beside the cycle, then
 * what is more than an order.
 */
function ruleOf(report: LockReport, order: Order, spec: ReportSpec): string {
  const recursion = recursionRule(report, order, spec);
  const broken = [...order.broken.values()];
  return (
    recursion ??
    order.broken.get(-1) ??
    broken.find((rule) => rule !== 'L-1') ??
    broken[0] ??
    spec.kinds[report.kind]!
  );
}

/** The rule that is broken where a class is taken while it is held; null where none is. */
function recursionRule(report: LockReport, order: Order, spec: ReportSpec): string | null {
  const { kind, taken, held } = report;
  const isRecursion = kind === 'recursive' || (held !== null && held.name === taken?.name);
  if (!isRecursion || taken === null) return null;

  const unlocked = unlockedCall(report, spec);
  if (unlocked !== undefined) {
    order.litmus ??= unlocked.litmus ?? null;
    return unlocked.rule;
  }
  if (isNested(report, spec)) return spec.nested.rule;
  const family = spec.recursions.find(({ classes }) => classes.includes(plainClass(taken.name)));
  if (family !== undefined) {
    if (isSameObject(report)) order.notes.push(family.same);
    return family.rule;
  }
  return isSameObject(report) ? spec.sameLock : null;
}

/** A function that takes the class itself, called with it held. */
function unlockedCall(
  { chain, stack, taken }: LockReport,
  spec: ReportSpec,
): ReportSpec['unlocked'][number] | undefined {
  const caller = significant(chain[0]?.stack ?? stack, spec)[0];
  return spec.unlocked.find(
    ({ functions, taken: wanted }) =>
      wanted === plainClass(taken?.name ?? '') &&
      functions.some((name) => caller === name || taken?.at === name),
  );
}

/**
 * One call inside another of the same place: a frame of it, something else, and a frame of it
 * again.
 */
function isNested({ stack }: LockReport, spec: ReportSpec): boolean {
  const indices = placesOf(stack, spec)
    .filter(({ place }) => place === spec.nested.at)
    .map(({ index }) => index);
  return indices.some((index, i) => i > 0 && index - indices[i - 1]! > 1);
}

function edgesOf(report: LockReport, order: Order, rule: string, spec: ReportSpec): LockEdge[] {
  if (report.kind === 'wait context') return contextEdge(report, order, rule, spec);
  if (report.scenario.length > 0 || isAboutRelease(report)) return [];
  const { ring, closed } = order;
  const edges = ring.map((_, index) => edgeAt(report, order, index, spec));
  return closed || ring.length < 2 ? edges : edges.slice(-1);
}

/** Whether a report is about giving a lock back: nothing is taken there. */
const isAboutRelease = ({ kind }: LockReport): boolean =>
  kind === 'unlock balance' || kind === 'held at exit';

function edgeAt(report: LockReport, order: Order, index: number, spec: ReportSpec): LockEdge {
  const { ring, broken } = order;
  const isLast = index === ring.length - 1;
  const own = report.cut ? report.stack : (report.chain[0]?.stack ?? report.stack);
  const stack = isLast ? own : (report.chain[index + 1]?.stack ?? []);
  const by = significant(stack, spec).slice(0, 3);
  const takenIn = report.taken?.at ?? null;
  return {
    held: ring[index]!,
    taken: ring[(index + 1) % ring.length]!,
    by: isLast && by.length === 0 && takenIn !== null ? [takenIn] : by,
    isNew: isLast,
    breaks: broken.get(index) ?? null,
    primed: isLast ? null : (stack.find((frame) => isNamed(frame, spec.primed)) ?? null),
  };
}

/** No cycle: one lock under another that does not allow it, or in a place that does not. */
function contextEdge(report: LockReport, order: Order, rule: string, spec: ReportSpec): LockEdge[] {
  const under = tooDeep(report);
  if (under === null || order.ring.length === 0) return [];
  const edge = edgeAt(report, order, order.ring.length - 1, spec);
  return [{ ...edge, held: under.name, breaks: rule }];
}

const words: Partial<Record<Place, string>> = {
  signal: 'the signaling path',
  recovery: 'hang recovery',
  shrinker: 'a shrinker',
  notifier: 'an MMU notifier',
};

/** Where the task was when it took the lock. */
function placeNote({ chain, stack }: LockReport, spec: ReportSpec): string[] {
  const found = placesOf(chain[0]?.stack ?? stack, spec).find(({ place }) => place in words);
  return found === undefined ? [] : [`taken in ${words[found.place]}: ${found.frame}`];
}

/** Where one task waits for itself, whoever waits for its other locks waits too. */
const heldNotes = (report: LockReport, order: Order, spec: ReportSpec): string[] =>
  isSameObject(report)
    ? report.allHeld
        .filter(({ name }) => rankOf(name, spec) >= 0 && !order.ring.includes(name))
        .map(({ name }) => spec.heldForEver.find((one) => one.held === plainClass(name))?.says)
        .filter((says) => says !== undefined)
    : [];

const adviceOf = (rule: LogRule | undefined): string[] =>
  rule?.instead === undefined ? [] : [`instead: ${rule.instead}`];

const classesOf = (
  { allHeld }: LockReport,
  { ring }: Order,
  spec: ReportSpec,
): LockFinding['classes'] =>
  [...new Set([...ring, ...allHeld.map(({ name }) => name)])].map((name) => ({
    name,
    known: spec.order[rankOf(name, spec)]?.name ?? null,
  }));
