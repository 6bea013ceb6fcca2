/** Names of a file of threads: whatever a log calls a task, a lock or a function becomes one. */
export type Identifiers = {
  /** An identifier that nothing else has yet. */
  readonly fresh: (text: string, otherwise: string) => string;
};

const longest = 40;

/** A fresh set of names, none of them reserved. */
export function identifiers(isReserved: (name: string) => boolean): Identifiers {
  const taken = new Set<string>();
  return {
    fresh: (text, otherwise) => {
      const plain = identifier(text) || otherwise;
      const first = isReserved(plain) ? `${plain}_thread` : plain;
      let name = first;
      for (let number = 2; taken.has(name); number++) name = `${first}_${number}`;
      taken.add(name);
      return name;
    },
  };
}

/**
 * `&(&x->member_lock)->rlock` is member_lock, `&x->lock` is x_lock; empty where nothing is left.
 */
export function identifier(text: string): string {
  const inner = /^&\(&(.+)\)->rlock$/.exec(text)?.[1] ?? text;
  // A fence_spinlock says enough without its owner, a lock does not.
  const member = /(?:->|\.)(\w{9,})$/.exec(inner)?.[1];
  return (member ?? inner)
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, longest)
    .replace(/_+$/, '');
}

/**
 * Text of a log inside a comment or a string of a file: one line, no quotes, nothing that a
 * terminal obeys.
 */
export const plainText = (text: string, most = 200): string =>
  text
    .replaceAll(/[^\u0020-\u007e]/g, '?')
    .replaceAll('"', "'")
    .replaceAll('*/', '* /')
    .slice(0, most);
