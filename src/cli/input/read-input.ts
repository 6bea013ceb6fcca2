import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { Described } from '../../../machines/description/description.ts';
import { drivers } from '../../../machines/drivers/index.ts';
import { Misuse, unknown } from '../../system/misuse.ts';
import { descriptionOf, jsonOf, shippedDriver } from '../../text/read-description.ts';
import type { Read } from '../../text/read-json.ts';
import { whyUnread } from '../system-error.ts';

/**
 * Characters that a file of this command may have: a description has some hundred, the answers
 * about many drivers some hundred thousand.
 */
const most = 16 * 1024 * 1024;

/**
 * The text of a file; `-` is standard input.
 * @param expected what is in it
 * @throws Misuse in one line
 */
export function readText(file: string, expected = 'JSON'): string {
  const name = file === '-' ? 'standard input' : file;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readBytes(file, name));
    if (text.trim() === '') throw new Misuse(`${name}: it is empty, expected ${expected}`);
    return text;
  } catch (error) {
    if (error instanceof Misuse) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new Misuse(`${name}: not text in UTF-8, expected ${expected}`);
    throw new Misuse(`${name}: ${whyUnread(error)}`);
  }
}

/**
 * @throws Misuse for a directory, and for more than a description may have; what the system says
 * otherwise
 */
function readBytes(file: string, name: string): Buffer {
  if (file !== '-' && statSync(file).isDirectory())
    throw new Misuse(`${name}: it is a directory, expected a file`);

  const handle = file === '-' ? 0 : openSync(file, 'r');
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const got = readSync(handle, chunk, 0, chunk.length, null);
    if (got === 0) break;
    chunks.push(chunk.subarray(0, got));
    size += got;
    if (size > most)
      throw new Misuse(`${name}: more than ${most / 1024 / 1024} MiB, expected a description`);
  }
  if (file !== '-') closeSync(handle);
  return Buffer.concat(chunks);
}

/** The JSON in a file. @throws Misuse: `file:line:column: ...` */
export const readJsonFile = (file: string): Read => jsonOf(file, readText(file));

/**
 * The description in a file, or a driver that comes with this package where there is no file of
 * that name.
 * @throws Misuse
 */
export function describedBy(name: string): Described {
  const shipped = existsSync(name) ? undefined : shippedDriver(name);
  if (shipped !== undefined) return shipped;
  const names = drivers.map(({ driver }) => driver);
  if (isWord(name) && !existsSync(name))
    throw new Misuse(`${unknown('driver', name, names)}; or a file`);
  return readDescription(name);
}

/** Whether it may be meant as the name of a driver: no path, and no end of a file's name. */
const isWord = (name: string): boolean => name !== '-' && name !== '' && !/[./\\]/.test(name);

/** The source of a driver that comes with this package. */
export const sourceOf = ({ driver }: Described): string => `machines/drivers/${driver}.ts`;

/** The description in a file. @throws Misuse: one line for each thing that is wrong. */
export const readDescription = (file: string): Described =>
  descriptionOf(file === '-' ? 'standard input' : file, readText(file));
