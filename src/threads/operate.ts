import { acquire, attempt, release } from './acquire.ts';
import { addCallback, removeCallback, runCallbacks } from './callbacks.ts';
import { oneOf, readCount, sleepUntil, stepOperation } from './choices.ts';
import { runAround, underFlag } from './inside.ts';
import { changeFlag, emit, placeHere, type Lowering } from './instructions.ts';
import type { Operation } from './meaning.ts';
import { bodiesOfKind, bodyOf, wordsOf } from './scope.ts';
import { enterClass, leaveClass, oweOrSettle } from './sections.ts';
import type { Label, Site } from './steps.ts';
import { drawTicket, execLock } from './tickets.ts';

/** Writes what operations do, one after another. */
export function operate(lowering: Lowering, operations: readonly Operation[], site: Site): void {
  for (const operation of operations) {
    const write = meanings[operation.do] as Meaning<Operation>;
    write(lowering, operation, site);
  }
}

/** Writes the instructions of one kind of operation. */
type Meaning<One> = (lowering: Lowering, operation: One, site: Site) => void;

/** By the name of an operation: what writes its instructions. */
type Meanings = { readonly [Do in Operation['do']]: Meaning<Operation & { readonly do: Do }> };

/** What each operation becomes. */
const meanings: Meanings = {
  acquire: (lowering, operation, site) => acquire(lowering, operation, site),
  attempt: (lowering, operation, site) => attempt(lowering, operation, site),
  release: (lowering, operation, site) => release(lowering, operation, site),
  step: (lowering, operation, site) => stepOperation(lowering, operation, site),
  'sleep until': (lowering, operation, site) => sleepUntil(lowering, operation, site),
  read: (lowering, operation, site) => readCount(lowering, operation.of, site),
  gives: (lowering, operation, site) => giveValue(lowering, operation, site),
  enter: (lowering, operation, site) => enterClass(lowering, operation, site),
  leave: (lowering, operation, site) => leaveClass(lowering, operation, site),
  owe: (lowering, operation, site) => oweOrSettle(lowering, operation, site),
  settle: (lowering, operation, site) => oweOrSettle(lowering, operation, site),
  raise: (lowering, operation, site) => changeFlag(lowering, operation, site),
  lower: (lowering, operation, site) => changeFlag(lowering, operation, site),
  clear: (lowering, operation, site) => changeFlag(lowering, operation, site),
  unless: (lowering, operation, site) => unlessFlag(lowering, operation, site),
  under: (lowering, operation, site) =>
    underFlag(lowering, operation.flag, site, (inner) => lowering.operate(operation.body, inner)),
  where: (lowering, operation, site) => whereWord(lowering, operation, site),
  run: (lowering, operation, site) =>
    lowering.inline(bodyOf(lowering, operation.of, site)!, { ...site, given: [], into: null }),
  each: (lowering, operation, site) => {
    for (const body of bodiesOfKind(lowering, operation.kind))
      runAround(lowering, body, operation, site);
  },
  'one of': (lowering, operation, site) => oneOf(lowering, operation, site),
  callbacks: (lowering, operation, site) => runCallbacks(lowering, operation.of, site),
  'remove callback': (lowering, operation, site) => removeCallback(lowering, operation, site),
  exec: (lowering, operation, site) => execLock(lowering, operation, site),
  'add callback': (lowering, operation, site) => addCallback(lowering, operation, site),
  ticket: (lowering, operation, site) => drawTicket(lowering, operation, site),
};

/** The result of a call is a value. */
function giveValue(
  lowering: Lowering,
  { value }: Operation & { readonly do: 'gives' },
  site: Site,
): void {
  if (site.into === null) return;
  emit(lowering, { is: 'set', to: site.into, value: { is: 'value', value }, place: site.place });
}

/** A body that is left out where a flag is up. */
function unlessFlag(
  lowering: Lowering,
  { flag, body }: Operation & { readonly do: 'unless' },
  site: Site,
): void {
  if (site.up.includes(flag)) return;
  const up: Label = { at: -1 };
  emit(lowering, { is: 'flag', flag, up, place: site.place });
  lowering.operate(body, site);
  placeHere(lowering, up);
}

/** One of two bodies, by the words of an argument. */
function whereWord(
  lowering: Lowering,
  operation: Operation & { readonly do: 'where' },
  site: Site,
): void {
  const holds = wordsOf(lowering, operation.of, site).some((word) =>
    operation.words.includes(word),
  );
  lowering.operate(holds ? operation.body : (operation.else ?? []), site);
}
