/** What types and calls bring into a file without being written there. */
import type { Call, Language, Operation } from './meaning.ts';
import { complain, parseBrought } from './parse.ts';
import type { CallExpression, File, Item, ObjectDeclaration, Place } from './syntax.ts';
import { callsIn, nameIn, operationsIn } from './world.ts';

type Written = CallExpression & { readonly at: Place };
type Brought = { readonly objects: ObjectDeclaration[]; readonly items: Item[] };

/** A file with what its types and calls bring, and with what there is without being declared. */
export function withBrought(
  file: File,
  { types, calls: declared }: Language,
  calls: ReadonlyMap<string, Call>,
): File {
  const brought: Brought = { objects: [], items: [] };
  const bring = (text: string, at: Place): void => {
    const { objects, items } = parseBrought(text, at);
    brought.objects.push(...objects);
    brought.items.push(...items);
  };
  const hidden = new Set(declared.filter((call) => call.hidden === true).map(({ name }) => name));
  const written = file.items.flatMap(({ body }) => callsIn(body));
  for (const call of written) {
    if (hidden.has(call.name))
      complain(
        file.source,
        call.at,
        `'${call.name}' is what other calls are made of; a file does not call it`,
      );
  }
  for (const object of file.objects) bringWithObject(file, object, types, bring);
  const called = [...written, ...brought.items.flatMap(({ body }) => callsIn(body))];
  for (const call of called) {
    const inherits = calls.get(call.name)?.inherits;
    const first = nameIn(call.given[0]);
    if (inherits !== undefined && first !== null) bring(inherits.replaceAll('$0', first), call.at);
  }
  const objects = [...file.objects, ...brought.objects, ...implicitOf(types, called, calls)];
  return { ...file, objects, items: [...file.items, ...brought.items] };
}

function bringWithObject(
  { source }: File,
  { type, name, times, words }: ObjectDeclaration,
  types: Language['types'],
  bring: (text: string, at: Place) => void,
): void {
  const declared = types.find((one) => one.name === type.text);
  if (declared?.brings === undefined) return;
  const used = words[0]?.text;
  if (used === undefined) {
    const shape = `struct ${type.text} ${name.text} = x;`;
    complain(
      source,
      name.at,
      `'${name.text}' must name the ${declared.uses} that it uses: ${shape}`,
    );
  }
  const brings = declared.brings.replaceAll('$used', used);
  const numbers = times === null ? [''] : Array.from({ length: times }, (_, n) => `${n}`);
  for (const n of numbers) bring(brings.replaceAll('$0', `${name.text}${n}`), name.at);
}

/** Objects of which there is one wherever a call speaks of it. */
function implicitOf(
  types: Language['types'],
  called: readonly Written[],
  calls: ReadonlyMap<string, Call>,
): ObjectDeclaration[] {
  const operations = called.flatMap(({ name }) => operationsIn(calls.get(name)?.does ?? []));
  const spoken = new Set(operations.flatMap(spokenOf));
  const at = { line: 1, column: 1 };
  return types.flatMap(({ name, implicit }) => {
    if (implicit === undefined || !spoken.has(name)) return [];
    return [{ type: { text: name, at }, name: { text: implicit, at }, times: null, words: [] }];
  });
}

/** The types of which an operation means the only object. */
function spokenOf(operation: Operation): string[] {
  const refs: unknown[] = 'of' in operation ? [operation.of] : [];
  if (operation.do === 'step') {
    for (const { when = [], moves = [] } of operation.either)
      refs.push(...[...when, ...moves].map(([ref]) => ref));
  }
  return refs.flatMap((ref) =>
    typeof ref === 'object' && ref !== null && 'the' in ref ? [(ref as { the: string }).the] : [],
  );
}
