import type { FieldWords, Vocabulary } from './vocabulary.ts';

/** What may be written where the cursor stands. */
export type Offer = {
  /** From where the word is replaced. */
  readonly from: number;
  readonly options: readonly Offered[];
};
type Offered = {
  readonly label: string;
  /** Shown behind it. */
  readonly detail?: string;
  /** Shown beside the list. */
  readonly info?: string;
  readonly kind: 'call' | 'type' | 'kind' | 'object' | 'word' | 'label' | 'field';
  /** What is written, if it is more than the label. */
  readonly apply?: string;
};

const identifier = /[A-Za-z_]\w*$/;

/** Names that a file declares: objects with their types, functions with their kinds, labels. */
function declared(text: string): {
  readonly objects: readonly { readonly name: string; readonly type: string }[];
  readonly functions: readonly { readonly name: string; readonly kind: string }[];
  readonly labels: readonly string[];
} {
  const plain = text.replace(/\/\/.*$/gm, '').replace(/"[^"\n]*"/g, '""');
  const object =
    /^[-+]?[\s{]*(?:struct\s+)?(\w+)\s+([A-Za-z_]\w*)\s*(?:\[\d+\]\s*)?(?:=[^;{}()]*)?;/gm;
  const braces = [...plain.matchAll(/^[-+]?\s*\{[^{}]*\}/gm)].map(([all]) => all).join('\n');
  return {
    objects: [...braces.replaceAll(';', ';\n').matchAll(object)]
      .map(([, type, name]) => ({ name: name!, type: type! }))
      .filter(({ type }) => !['goto', 'return', 'int'].includes(type)),
    functions: [...plain.matchAll(/^[-+]?\s*(\w+)\s+([A-Za-z_]\w*)\s*\([^)\n]*\)/gm)].map(
      ([, kind, name]) => ({ name: name!, kind: kind! }),
    ),
    labels: [...plain.matchAll(/(?:^[-+]?|[{};])\s*([A-Za-z_]\w*)\s*:(?!:)/gm)].map(
      ([, name]) => name!,
    ),
  };
}

/** What may stand in a file of threads behind `before`. @param whole the whole text, for its names */
export function threadsOffer(
  before: string,
  whole: string,
  vocabulary: Vocabulary,
  explicit: boolean,
): Offer | null {
  const typed = identifier.exec(before)?.[0] ?? '';
  const from = before.length - typed.length;
  const ahead = before.slice(0, from);
  const line = ahead.slice(ahead.lastIndexOf('\n') + 1).replace(/^[-+]/, '');
  if (/\/\/|^[^"]*"[^"]*$/.test(line)) return null;
  const special = afterWord(line, before, vocabulary);
  if (special !== null) return special;
  if (typed === '' && !explicit && !/[&(|]\s*$/.test(line)) return null;
  const names = declared(whole);
  const call = openCall(ahead);
  if (call !== null) return { from, options: arguments_(call, names, vocabulary) };
  const depth = depthOf(ahead);
  if (depth === 0) return { from, options: [...kinds(vocabulary), ...sections] };
  if (isObjects(ahead)) return { from, options: objectsHere(line, vocabulary) };
  if (/\bgoto\s+$/.test(line))
    return { from, options: names.labels.map((label) => ({ label, kind: 'label' })) };
  return { from, options: [...calls(vocabulary), ...statements] };
}

/** Words that come behind one word at the beginning of a line. */
function afterWord(line: string, before: string, vocabulary: Vocabulary): Offer | null {
  const clause = /^\s*(expect|lockdep|law|kernel)\s+(?:[\w.-]+,\s*)*([\w.-]*)$/.exec(
    before.slice(before.lastIndexOf('\n') + 1).replace(/^[-+]/, ''),
  );
  if (clause === null || !/^\s*(expect|lockdep|law|kernel)\s/.test(`${line} `)) return null;
  const [, word, typed] = clause;
  const from = before.length - typed!.length;
  const plain = (list: readonly string[]): Offered[] =>
    list.map((label) => ({ label, kind: 'word' }));
  const options: Readonly<Record<string, () => Offered[]>> = {
    expect: () => plain(['deadlock', 'indefinite', 'unbounded', 'finite', 'broken']),
    lockdep: () => plain(vocabulary.lockdep),
    kernel: () => plain(vocabulary.versions),
    law: () =>
      vocabulary.laws.map(({ name, about }) => ({ label: name, info: about, kind: 'word' })),
  };
  return { from, options: options[word!]!() };
}

/** The call whose arguments are being written, and which of them. */
function openCall(ahead: string): { readonly name: string; readonly at: number } | null {
  const found = /([A-Za-z_]\w*)\s*\(([^();{}]*)$/.exec(ahead);
  if (found === null || ['if', 'while'].includes(found[1]!)) return null;
  return { name: found[1]!, at: found[2]!.split(',').length - 1 };
}

const depthOf = (text: string): number => {
  let depth = 0;
  for (const character of text.replace(/"[^"\n]*"|\/\/.*$/gm, '')) {
    if (character === '{') depth++;
    if (character === '}') depth--;
  }
  return depth;
};

/** Whether the innermost open brace opens the objects: it stands at the beginning of a line. */
const isObjects = (ahead: string): boolean =>
  depthOf(ahead) === 1 && /(^|\n)[-+]?\s*\{[^{}]*$/.test(ahead);

function arguments_(
  { name, at }: { readonly name: string; readonly at: number },
  { objects, functions }: ReturnType<typeof declared>,
  { calls: known, flags }: Vocabulary,
): Offered[] {
  const takes = known.find((call) => call.name === name)?.takes ?? [];
  const wanted = (takes[at] ?? takes.at(-1) ?? '').replace(/\?$/, '');
  const fits = (type: string): boolean => wanted === type || wanted.startsWith('...');
  const named = [
    ...objects.map((one) => ({ name: one.name, is: one.type })),
    ...functions.map((one) => ({ name: one.name, is: one.kind })),
  ];
  const fitting = named.filter(({ is }) => fits(is));
  return [
    ...(fitting.length > 0 ? fitting : named).map(({ name: label, is }): Offered => ({
      label,
      detail: is,
      kind: 'object',
    })),
    ...(wanted === 'flags' ? flags : []).map((label): Offered => ({ label, kind: 'word' })),
    ...(fitting.length > 0 ? [] : ['NULL', 'true', 'false']).map((label): Offered => ({
      label,
      kind: 'word',
    })),
  ];
}

const kinds = ({ kinds: known }: Vocabulary): Offered[] =>
  known.map(({ name, about }) => ({ label: name, info: about, kind: 'kind' }));

const sections: readonly Offered[] = [
  ['law', 'The rules of the kernel that it is about: law LOCK-1;'],
  ['cite', 'Where it is from: cite "...";'],
  ['kernel', 'Of which kernel it is: kernel 6.12;'],
  ['with', 'A description beside it: with "driver.json";'],
  ['expect', 'The verdict that you expect: expect deadlock;'],
  ['lockdep', 'What lockdep says, as you expect: lockdep circular;'],
].map(([label, info]) => ({ label: label!, info: info!, kind: 'word' }));

function objectsHere(line: string, { types }: Vocabulary): Offered[] {
  const declaring = /^\s*(?:\{\s*)?(?:struct\s+)?(\w+)\s+\w+\s*=/.exec(line)?.[1];
  const type = types.find(({ name }) => name === declaring);
  if (type !== undefined) return type.words.map((label) => ({ label, kind: 'word' }));
  return types.map(({ name, about }) => ({ label: name, info: about, kind: 'type' }));
}

const calls = ({ calls: known }: Vocabulary): Offered[] =>
  known.map(({ name, takes, about, order }) => ({
    label: name,
    detail: `(${takes.join(', ')})`,
    info: `${about} lockdep: ${order}`,
    kind: 'call',
    apply: `${name}(`,
  }));

const statements: readonly Offered[] = ['if', 'else', 'while', 'goto', 'return', 'int'].map(
  (label) => ({ label, kind: 'word' }),
);

/** A JSON Schema, as much of it as is looked at. */
export type Schema = {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
};

/** What may stand in a description behind `before`: its fields, and the values of a field. */
export function descriptionOffer(before: string, schema: Schema, words: FieldWords): Offer | null {
  const typed = /"?([\w./-]*)$/.exec(before)!;
  const from = before.length - typed[0].length;
  const path = pathAt(before.slice(0, from));
  if (path === null) return null;
  const { keys, isKey } = path;
  const here = keys.reduce<Schema | undefined>((at, key) => stepInto(at, key), schema);
  if (here === undefined) return null;
  if (isKey) {
    const fields = Object.entries(here.properties ?? {});
    const options = fields.map(([name, field]): Offered => ({
      label: `"${name}"`,
      info: field.description ?? '',
      kind: 'field',
      apply: `"${name}": `,
    }));
    return options.length === 0 ? null : { from, options };
  }
  const field = keys.findLast((key) => typeof key === 'string') ?? '';
  const about = new Map((words[field] ?? []).map((word) => [word.name, word.about]));
  const options = valuesOf(here).map((value): Offered => {
    const text = JSON.stringify(value);
    const meaning = about.get(String(value)) ?? here.description ?? '';
    return { label: text, info: meaning, kind: 'word' };
  });
  return options.length === 0 ? null : { from, options };
}

function stepInto(schema: Schema | undefined, key: string | number): Schema | undefined {
  if (schema === undefined) return undefined;
  if (typeof key === 'string') return schema.properties?.[key];
  return schema.items ?? schema.anyOf?.find(({ items }) => items !== undefined)?.items;
}

function valuesOf({ enum: list, const: one, anyOf, type }: Schema): unknown[] {
  if (list !== undefined) return [...list];
  if (one !== undefined) return [one];
  if (type === 'boolean') return [true, false];
  return (anyOf ?? []).flatMap(valuesOf);
}

/** An object or a list that is open where a text stops. */
type Level = { readonly list: boolean; key: string | number; due: boolean };

/** Where a text of JSON stops: the fields and places around it, and whether a field's name is due. */
function pathAt(
  text: string,
): { readonly keys: readonly (string | number)[]; readonly isKey: boolean } | null {
  const levels: Level[] = [];
  for (const [found, string] of text.matchAll(/"((?:[^"\\]|\\.)*)"|[{}[\],:]/g)) {
    if (found === '{') levels.push({ list: false, key: '', due: true });
    else if (found === '[') levels.push({ list: true, key: 0, due: false });
    else if (found === '}' || found === ']') levels.pop();
    else goOn(levels.at(-1), found, string);
  }
  const top = levels.at(-1);
  if (top === undefined) return null;
  const isKey = !top.list && top.due;
  return { keys: levels.slice(0, isKey ? -1 : undefined).map(({ key }) => key), isKey };
}

/** What a string, a colon or a comma means for the innermost object or list. */
function goOn(top: Level | undefined, found: string, string: string | undefined): void {
  if (top === undefined) return;
  if (string !== undefined) {
    if (!top.list && top.due) top.key = string;
  } else if (found === ':') top.due = false;
  else if (top.list) top.key = Number(top.key) + 1;
  else top.due = true;
}
