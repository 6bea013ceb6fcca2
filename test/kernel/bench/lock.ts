/** One run at a time in a folder: two would build into each other's objects. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** When a process began, as the kernel counts it; null: there is none. Its number may be used again. */
function beganAt(pid: number): string | null {
  try {
    // The name of the process stands in brackets, and may have blanks.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(') ') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

const text = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/**
 * Takes a folder for this process, until it ends.
 * @returns null, or the number of the process that has it
 */
export function taken(folder: string): number | null {
  // In /proc, say, Node makes folders above a folder without an end.
  if (!existsSync(folder)) mkdirSync(folder, { recursive: !existsSync(dirname(folder)) });
  const lock = join(folder, 'lock');
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${beganAt(process.pid)}\n`);
  try {
    for (;;) {
      try {
        // A link is made whole or not at all, and not where a file of this name stands.
        linkSync(mine, lock);
        process.on('exit', () => rmSync(lock, { force: true }));
        return null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const before = text(lock);
      const [pid = '0', began = ''] = (before ?? '').trim().split(' ');
      if (before !== null && beganAt(Number(pid)) === began) return Number(pid);
      // Whoever had it is gone without a word. What another run has put there meanwhile goes back.
      const old = `${mine}.old`;
      try {
        renameSync(lock, old);
      } catch {
        continue;
      }
      if (text(old) === before) rmSync(old);
      else renameSync(old, lock);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}
