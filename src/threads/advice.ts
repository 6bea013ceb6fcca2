/** What to write in place of C that the language does not have, by the text at which it begins. */
const advices: readonly (readonly [at: RegExp, advice: string])[] = [
  [/^->/, 'there are no pointers; declare the object in the braces, and write &name'],
  [/^\./, 'objects have no members; declare the member as an object of its own'],
  [/^\?/, 'write if and else'],
  [/^#/, 'there is no preprocessor; write what the macro stands for'],
  [/^"/, 'there are no texts; leave the text out, or the call that only prints it'],
  [/^[+\-*/%]=/, 'numbers count with ++ and -- only'],
  [/^[+/%]/, 'numbers count with ++ and -- only'],
  [/^[&^~]/, 'there are no bit operations; write a bool for each bit'],
];

/** Advices by the whole line in which the text stands that was not understood. */
const ofLines: readonly (readonly [line: RegExp, advice: string])[] = [
  [/\bswitch\s*\(/, 'write if and else in place of switch'],
  [/\b(CLASS|__free)\s*\(/, 'write guard(kind)(&lock), or the release itself'],
  [/\bsizeof\b/, 'write a number in place of sizeof'],
  [/\bDEFINE_\w+\s*\(/, 'declare the object in the braces: struct mutex lock;'],
  [/\bfor_each|_for_each|_each_/, 'write a for loop in place of the macro, or while (nondet())'],
  [
    /\bstruct\s+\w+\s+\*/,
    'there are no pointers; declare the object in the braces, and write &name',
  ],
  [/(^|[{;])\s*(const\s+)?struct\s/, 'objects are declared in the braces before the functions'],
  [/\*\s*\w/, 'there are no pointers; declare the object in the braces, and write &name'],
];

/** What to write in place of what stands at a place of the text; null: nothing is known. */
export function adviceAt(text: string, index: number): string | null {
  const rest = text.slice(index).trimStart();
  const begin = text.lastIndexOf('\n', index - 1) + 1;
  const end = text.indexOf('\n', index);
  const line = text.slice(begin, end < 0 ? undefined : end);
  const isInFunction = /\)[^;{}]*\{/.test(text.slice(0, index));
  if (!isInFunction) return /\bstruct\s+\w+\s+\*/.test(line) ? pointers : null;
  return (
    [
      ...advices.filter(([at]) => at.test(rest)),
      ...ofLines.filter(([of]) => of.test(line)),
    ][0]?.[1] ?? null
  );
}

const pointers = 'there are no pointers; a function of the file takes numbers only';
