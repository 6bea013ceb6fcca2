import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname } from 'node:path';
import { Misuse } from '../system/misuse.ts';
import { whyUnwritten } from './system-error.ts';

/**
 * Writes a file beside the other, and puts it in its place when it is on the disk: it is there
 * whole, or as it was. Where a symbolic link leads is written, with the permissions that it has;
 * what is no plain file (a device, a pipe) is written into, and never replaced.
 * @throws Misuse where it cannot be written
 */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  try {
    const was = statSync(file, { throwIfNoEntry: false });
    if (was !== undefined && !was.isFile()) return writeFileSync(file, bytes);
    const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    if (was === undefined && isLink) return writeFileSync(file, bytes);
    replace(was === undefined ? file : realpathSync(file), bytes, was);
  } catch (error) {
    throw new Misuse(`${file}: it cannot be written: ${whyUnwritten(error)}`);
  }
}

/**
 * Says before a long search what `writeWhole()` would say after it.
 * @throws Misuse where the file cannot be written
 */
export function checkWritable(file: string): void {
  try {
    const was = statSync(file, { throwIfNoEntry: false });
    if (was !== undefined && !was.isFile() && !was.isDirectory()) return;
    const tried = was?.isDirectory() === true ? file : partOf(was ? realpathSync(file) : file);
    closeSync(openSync(tried, 'w'));
    rmSync(tried);
  } catch (error) {
    throw new Misuse(`${file}: it cannot be written: ${whyUnwritten(error)}`);
  }
}

/** Where a file is written before it is put in its place. */
const partOf = (file: string): string => `${file}.${process.pid}.part`;

function replace(file: string, bytes: Uint8Array, was: Stats | undefined): void {
  const beside = partOf(file);
  let begun = false;
  try {
    const handle = openSync(beside, 'w');
    begun = true;
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (was !== undefined) chmodSync(beside, was.mode & 0o7777);
    renameSync(beside, file);
    syncFolder(dirname(file));
  } catch (error) {
    if (begun) rmSync(beside, { force: true });
    throw error;
  }
}

/** The name is on the disk too, where a folder can be asked for that. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Not every system lets a folder be opened.
  }
}
