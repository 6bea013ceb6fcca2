import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { kernelCalls } from '../../machines/calls/index.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { kindsOf } from '../../src/threads/order-reading.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';
import type { Call, Language, Operation } from '../../src/threads/meaning.ts';

/**
 * What was left out of a call: all that it does, one of its operations, one of the ways in which an
 * operation may go, or what lockdep sees of it.
 */
type CallKind = 'call' | 'operation' | 'way' | 'lockdep';
export type CallMutant = {
  readonly kind: CallKind;
  /** `mutex_lock: acquire`. */
  readonly name: string;
  /** In how many files it was tried until one noticed. */
  readonly tried: number;
  /** The file and side whose answer differs, in what, from what to what; null: none does. */
  readonly killer: {
    readonly file: string;
    readonly by: 'verdict' | 'lockdep' | 'refused';
    readonly side: string;
    readonly from: string;
    readonly to: string;
  } | null;
};
export type CallScore = {
  readonly digest: string;
  readonly files: number;
  readonly dropped: readonly CallMutant[];
};

const folder = new URL('../../machines/litmus/', import.meta.url);
/** A file that stands alone. Beside a description a search takes a hundred times as long. */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.litmus'))
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
  .filter(({ text }) => !/^with /m.test(text));

/** Of the calls and of the files that notice: 16 hexadecimal digits. */
export const callsDigest = (): string =>
  createHash('sha256')
    .update(JSON.stringify([kernelCalls, files]))
    .digest('hex')
    .slice(0, 16);

type Changed = { readonly kind: CallKind; readonly name: string; readonly call: Call };

/** Every call with one thing left out. */
function changedCalls(call: Call): readonly Changed[] {
  const { name } = call;
  const changed = (kind: CallKind, what: string, does: readonly Operation[]): Changed => ({
    kind,
    name: `${name}: ${what}`,
    call: { ...call, does, earlier: [] },
  });
  const replaced = (at: number, by: readonly Operation[]): readonly Operation[] =>
    call.does.flatMap((operation, n) => (n === at ? by : [operation]));
  const operationName = (operation: Operation, at: number): string =>
    call.does.length === 1 ? operation.do : `${operation.do} ${at + 1} of ${call.does.length}`;
  const parts = call.does.flatMap((operation, at): Changed[] => [
    ...(call.does.length === 1
      ? []
      : [changed('operation', operationName(operation, at), replaced(at, []))]),
    ...(operation.do === 'step' && operation.either.length > 1
      ? operation.either.map((_, gone) =>
          changed(
            'way',
            `${operationName(operation, at)}, way ${gone + 1} of ${operation.either.length}`,
            replaced(at, [
              { ...operation, either: operation.either.filter((__, way) => way !== gone) },
            ]),
          ),
        )
      : []),
    ...('touches' in operation && operation.touches !== undefined
      ? [
          changed(
            'lockdep',
            operationName(operation, at),
            replaced(at, [{ ...operation, touches: [] }]),
          ),
        ]
      : []),
  ]);
  // What gives 0 where it is done has to give something else where it does nothing.
  const nothing = [0, 1].map((value) =>
    changed('call', `nothing, and gives ${value}`, [{ do: 'gives', value }]),
  );
  return [...nothing, ...parts];
}

/** The language with another call. */
const withCall = (old: Call, call: Call): Language => ({
  ...kernelCalls,
  calls: kernelCalls.calls.map((one) => (one === old ? call : one)),
});

type Said = { readonly side: string; readonly verdict: string; readonly lockdep: string };

/** What is said of each side; of a file that is refused, why. */
function saidOf(text: string, language: Language): readonly Said[] | string {
  try {
    return sidesOfFile('x.litmus', text, language).map((side) => {
      const { verdict, order } = judgeSide(side, { states: 20_000 });
      return { side: side.side, verdict, lockdep: kindsOf(order).join(', ') };
    });
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return error.message;
  }
}

/** In what a file's answer differs; null: in nothing. */
function turned(file: string, before: readonly Said[], after: readonly Said[] | string) {
  if (typeof after === 'string')
    return { file, by: 'refused' as const, side: 'both', from: 'read', to: after };
  for (const [at, was] of before.entries()) {
    for (const by of ['verdict', 'lockdep'] as const)
      if (was[by] !== after[at]![by])
        return { file, by, side: was.side, from: was[by], to: after[at]![by] };
  }
  return null;
}

/** Its own file first, and then the others that call it. */
function asksFor(call: Call): readonly { readonly name: string; readonly text: string }[] {
  const names = [call.name, ...(call.alias ?? [])];
  const calls = files.filter(({ text }) => names.some((one) => text.includes(`${one}(`)));
  const own = `threads/calls/${call.name}.litmus`;
  return calls.toSorted((a, b) => Number(b.name === own) - Number(a.name === own));
}

/**
 * Tries one mutant in one file after the other until a file notices.
 * @param only the one file that is asked, to try again what it noticed
 */
function tryIn(old: Call, { kind, name, call }: Changed, only: string | null = null): CallMutant {
  let tried = 0;
  for (const file of asksFor(old)) {
    if (only !== null && file.name !== only) continue;
    tried++;
    const before = answers(file.name, file.text);
    const killer = turned(file.name, before, saidOf(file.text, withCall(old, call)));
    if (killer !== null) return { kind, name, tried, killer };
  }
  return { kind, name, tried, killer: null };
}

const known = new Map<string, readonly Said[]>();
function answers(name: string, text: string): readonly Said[] {
  const before = known.get(name) ?? (saidOf(text, kernelCalls) as readonly Said[]);
  known.set(name, before);
  return before;
}

const asked = kernelCalls.calls.filter(({ hidden }) => hidden !== true);

/** Every call with everything left out once, and the file that notices: about a minute. */
export const callScore = (): CallScore => ({
  digest: callsDigest(),
  files: files.length,
  dropped: asked.flatMap((call) => changedCalls(call).map((changed) => tryIn(call, changed))),
});

/** Whether the file that noticed notices again. */
export function noticedAgain(mutant: CallMutant): CallMutant['killer'] {
  const call = asked.find(({ name }) => mutant.name.startsWith(`${name}: `))!;
  const changed = changedCalls(call).find(
    ({ kind, name }) => kind === mutant.kind && name === mutant.name,
  );
  return changed === undefined || mutant.killer === null
    ? null
    : tryIn(call, changed, mutant.killer.file).killer;
}
