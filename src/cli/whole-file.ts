import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Misuse } from '../system/misuse.ts';
import { whyUnread } from './input/read-input.ts';

/**
 * Writes a file beside the other, and puts it in its place when it is on the disk: it is there whole,
 * or as it was. @throws Misuse where it cannot be written
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const beside = `${file}.${process.pid}.part`;
  let begun = false;
  try {
    const handle = openSync(beside, 'w');
    begun = true;
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
    syncFolder(dirname(file));
  } catch (error) {
    if (begun) rmSync(beside, { force: true });
    throw new Misuse(`${file}: it cannot be written: ${whyUnread(error)}`);
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
