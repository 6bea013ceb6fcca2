import { alternatives } from '../../machines/description/alternatives.ts';
import { inWritten, understand } from '../../machines/description/complaints.ts';
import type { Described } from '../../machines/description/description.ts';
import { besideSpecOf } from '../../machines/description/system.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { Misuse } from '../system/misuse.ts';
import type { Describing } from '../threads/sides.ts';
import { readJson, type Read } from './read-json.ts';

/** The JSON in the text of a file. @throws Misuse: `file:line:column: ...` */
export function jsonOf(file: string, text: string): Read {
  try {
    return readJson(text);
  } catch (error) {
    throw error instanceof Misuse ? new Misuse(`${file}:${error.message}`) : error;
  }
}

/** The description in the text of a file. @throws Misuse: one line for each thing that is wrong. */
export function descriptionOf(file: string, text: string): Described {
  const { value, at: placeOf } = jsonOf(file, text);
  const read = understand(value);
  if ('described' in read) return read.described;
  throw new Misuse(
    read.complaints
      .map(({ path, line }) => {
        const place = placeOf(path);
        return `${file}:${place.line}:${place.column}: ${path.length === 0 ? '' : `${inWritten(path)}: `}${line}`;
      })
      .join('\n'),
  );
}

/** A driver that comes with this package. */
export const shippedDriver = (name: string): Described | undefined =>
  drivers.find(({ driver }) => driver === name);

/** A file that stands beside another one. */
export type Beside = { readonly file: string; readonly text: string };

/**
 * Answers what a file of threads names by `with`: a file that stands beside it, or a driver that
 * comes with this package.
 * @param besideIt the file of that name; null where there is none
 */
export const describingBy =
  (besideIt: (name: string) => Beside | null): Describing =>
  (name, hangs) => {
    const beside = besideIt(name);
    const described =
      beside === null ? shippedDriver(name) : descriptionOf(beside.file, beside.text);
    if (described === undefined) throw new Misuse(`${name}: there is no such file`);

    const settled = alternatives(described);
    if (settled.length > 1)
      throw new Misuse(`${name} has facts that are "unknown"; say which value to take`);
    return besideSpecOf(settled[0]!.description, hangs);
  };
