import { tooDeep, waitTypes, type Lock, type LockReport } from './lock-report.ts';

/** What a lock report says, in one sentence. `ring` are the classes of its cycle. */
export function lockSentence(report: LockReport, ring: readonly string[]): string {
  if (report.scenario.length > 0) return scenarioSentence(report);
  switch (report.kind) {
    case 'inconsistent':
      return inconsistentSentence(report);
    case 'recursive':
      return recursiveSentence(report);
    case 'wait context':
      return contextSentence(report);
    case 'unlock balance':
      return `${taken(report)} is released by a task that does not hold it${where(report.taken)}`;
    case 'held at exit':
      return `${taken(report)} is still held`;
    case 'irq order':
    case 'irq inversion':
      return orderSentence(report);
    case 'circular':
      return report.cut
        ? `${held(report)} is held while ${taken(report)} is taken; the way back is not in this log`
        : `a cycle: ${[...ring, ring[0]].join(' -> ')}`;
  }
}

const taken = ({ taken: lock, held: other }: LockReport): string =>
  lock?.name ?? other?.name ?? 'a lock';
const held = ({ held: lock }: LockReport): string => lock?.name ?? 'another lock';
const where = (lock: Lock | null): string =>
  lock === null || lock.at === null ? '' : ` (${lock.at})`;

function scenarioSentence({ scenario }: LockReport): string {
  const rows = scenario.map(({ who, lock }) => `${who} takes ${lock}`);
  return `only the table of the report is in this log: ${rows.join(', then ')}`;
}

function inconsistentSentence(report: LockReport): string {
  const { states } = report;
  const ways =
    states === null
      ? 'with interrupts enabled, and in an interrupt'
      : `${states[0]} and ${states[1]}`;
  return `${taken(report)} is taken both ways: ${ways}`;
}

function recursiveSentence(report: LockReport): string {
  const place = where(report.taken);
  return isSameObject(report)
    ? `${taken(report)} is taken by a task that holds it already${place}: the task waits for itself`
    : `${taken(report)} is taken while ${report.held?.name ?? 'it'} is held${place}`;
}

/** One lock taken twice, not two of one class. */
export const isSameObject = ({ taken: wanted, held: own }: LockReport): boolean =>
  wanted !== null &&
  own !== null &&
  /^0*[1-9a-f]/.test(wanted.address) &&
  wanted.address === own.address;

function contextSentence(report: LockReport): string {
  const under = tooDeep(report);
  const place =
    under === null
      ? 'where that kind of lock may not be'
      : `while ${under.name}, ${sort(under)}, is held`;
  return `${taken(report)}, ${sort(report.taken)}, is taken ${place}`;
}

function orderSentence(report: LockReport): string {
  const under = report.held?.name ?? 'a lock that interrupts take';
  const cut = report.cut ? '; the chain is not in this log' : '';
  return `${taken(report)}, which interrupts may not find held, is taken under ${under}${cut}`;
}

const sorts: Readonly<Record<number, string>> = {
  2: 'a raw spinlock',
  3: 'a spinlock, which sleeps on PREEMPT_RT',
  4: 'a lock that sleeps',
};

const sort = (lock: Lock | null): string =>
  sorts[lock === null ? 0 : (waitTypes(lock)?.outer ?? 0)] ?? lock?.usage ?? 'a lock';
