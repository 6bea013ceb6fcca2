import type { Drawn } from './charts.ts';
import type { Library, Texts } from './library-data.ts';
import { script } from './searcher.ts';

/** What the page loads when it is needed, by the script that brings it. */
type Data = {
  readonly charts: Readonly<Record<string, readonly Drawn[]>>;
  readonly library: Library;
  readonly texts: Texts;
};

declare global {
  var finiteFence: Partial<Data> | undefined;
}

const loading = new Map<keyof Data, Promise<void>>();

/** What is there already; null: it has to be loaded. */
export const present = <Name extends keyof Data>(name: Name): Data[Name] | null =>
  (globalThis.finiteFence?.[name] as Data[Name] | undefined) ?? null;

/** Loads a script of data once. */
export async function loaded<Name extends keyof Data>(name: Name): Promise<Data[Name]> {
  let way = loading.get(name);
  if (way === undefined) loading.set(name, (way = script(`${name}.js`)));
  await way;
  const found = present(name);
  if (found === null) throw new Error(`${name}.js holds nothing`);
  return found;
}
