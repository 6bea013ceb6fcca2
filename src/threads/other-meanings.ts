import type { Call, Language, Operation } from './meaning.ts';
import type { File } from './syntax.ts';
import { callsIn, nameIn, type World } from './world.ts';

/** A file whose calls mean something else, and how that is said. */
export type OtherMeaning = { readonly language: Language; readonly says: string };

/**
 * The languages in which one call of a file does not give up, or does what it only tells the
 * validator: it waits for the lock that it tries, or takes the lock of which it says that it may be
 * taken. What only an interrupt ends is `indefinite` already.
 */
export function otherMeanings({ file, calls, language }: World): readonly OtherMeaning[] {
  const used = callsOf(file);
  return [...new Set(used.map(({ name }) => name))].flatMap((name): OtherMeaning[] => {
    const call = calls.get(name);
    const written = used.filter((one) => one.name === name);
    const where = [...new Set(written.map(({ text }) => text))].join(' and ');
    if (call === undefined) return [];
    return [
      [call.does.flatMap(waiting), `if ${where} waited in place of giving up`],
      [announced(call), `if what ${where} only announces were done`],
    ].flatMap(([does, says]) =>
      does === null || sameAs(does as readonly Operation[], call.does)
        ? []
        : [{ language: meaning(language, name, does as readonly Operation[]), says: `${says}` }],
    );
  });
}

const sameAs = (one: readonly Operation[], other: readonly Operation[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const callsOf = (file: File): readonly { readonly name: string; readonly text: string }[] =>
  file.items
    .filter(({ brought }) => brought !== true)
    .flatMap(({ body }) => callsIn(body))
    .map(({ name, given, text }) => {
      const [object] = given.map(nameIn);
      return { name, text: object == null ? text : `${name}(&${object})` };
    });

/** The language with another meaning of a call. */
const meaning = (language: Language, name: string, does: readonly Operation[]): Language => ({
  ...language,
  calls: language.calls.map((call) =>
    call.name === name || call.alias?.includes(name) === true ? { ...call, does } : call,
  ),
});

/** A lock that is tried is waited for. */
const waiting = (operation: Operation): readonly Operation[] =>
  operation.do === 'attempt'
    ? [
        { ...operation, do: 'acquire' },
        { do: 'gives', value: 1 },
      ]
    : [operation];

/**
 * The lock that a call only names to the validator, taken and given back; null where there is none.
 */
function announced({ does }: Call): readonly Operation[] | null {
  const [only, ...rest] = does;
  if (only?.do !== 'step' || rest.length > 0 || only.either.some(movesSomething)) return null;
  const touched = (only.touches ?? []).flatMap(({ class: of }) =>
    typeof of === 'number' ? [of] : [],
  );
  if (touched.length === 0) return null;
  return touched.flatMap((of): Operation[] => [
    { do: 'acquire', of },
    { do: 'release', of },
  ]);
}

const movesSomething = (alternative: object): boolean => Object.keys(alternative).length > 0;
