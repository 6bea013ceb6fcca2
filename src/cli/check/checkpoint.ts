import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type { Keeper } from '../../explore/graph.ts';
import type { Snapshot } from '../../explore/snapshot.ts';
import { keyOf, systemsOf } from '../../judge/certificate.ts';
import { Misuse } from '../../system/misuse.ts';
import type { Io } from '../io.ts';
import { whyUnwritten } from '../system-error.ts';
import { writeWhole } from '../whole-file.ts';
import { nameOf, type Case } from './cases.ts';

/** Of the files in the folder. */
const format = 2;

/** `checkpoint.json`: what is searched, and by whom. */
type Head = {
  readonly 'finite-fence checkpoint': typeof format;
  readonly version: string;
  readonly endianness: string;
  readonly systems: readonly string[];
};

/** The arrays of a snapshot that grow, in the order in which they stand in a file. */
const arrays = {
  rows: Int32Array,
  parent: Int32Array,
  via: Uint16Array,
  first: Uint32Array,
  to: Int32Array,
  by: Uint16Array,
} as const;
type Name = keyof typeof arrays;
const names = Object.keys(arrays) as Name[];

/**
 * `DIGEST.json`: the search of one system. Its arrays lie in files one after the other, `DIGEST.0`,
 * ...
 */
type Kept = {
  readonly lanes: number;
  readonly deadlocks: number;
  readonly deadlock: number;
  readonly files: readonly {
    readonly sha256: string;
    /** How many entries of each array are in the file. */
    readonly entries: Readonly<Record<Name, number>>;
  }[];
};

/** A folder of checkpoints, in use. */
export type Checkpoints = {
  readonly keeper: Keeper;
  /** Whether something is kept there that is not finished. */
  readonly open: () => boolean;
};

/**
 * Keeps searches in a folder, and gives them back.
 * @param every so many milliseconds
 * @throws Misuse where the folder is not what is asked for: of something else, or in use already
 */
export function checkpointsIn(
  folder: string,
  cases: readonly Case[],
  { resume, every }: { readonly resume: boolean; readonly every: number },
  { io, version }: { readonly io: Io; readonly version: string },
): Checkpoints {
  const systems = cases.flatMap((one) =>
    systemsOf(one.given).map((system) => `${nameOf(one)} ${keyOf(system)}`),
  );
  const head: Head = {
    'finite-fence checkpoint': format,
    version,
    endianness: endianness(),
    systems,
  };
  if (resume) compareHeads(folder, headOf(folder), head);
  else begin(folder, head);

  const files = new Map<string, Kept>();
  const begun = new Map<string, number>();
  let warned = false;
  const unfinished = new Set<string>();
  let last = performance.now();
  return {
    open: () => unfinished.size > 0,
    keeper: {
      kept: ({ digest }) => {
        begun.set(digest, performance.now());
        last = performance.now();
        const kept = keptOf(folder, digest);
        if (kept === null) return null;
        files.set(digest, kept);
        return snapshotFrom(folder, digest, kept);
      },
      strange: ({ digest }) => damaged(folder, digest),
      offer: ({ digest }, snapshot, over) => {
        const now = performance.now();
        const long = now - (begun.get(digest) ?? now) >= every || files.has(digest);
        if (warned || (!over && now - last < every)) return;
        const taken = snapshot();
        const isOpen = taken.first.length <= taken.parent.length;
        if (over && !long && !isOpen) return;
        try {
          files.set(digest, append(folder, digest, files.get(digest) ?? null, taken));
          if (isOpen) unfinished.add(digest);
          else unfinished.delete(digest);
        } catch (error) {
          if (!(error instanceof Misuse)) throw error;
          warned = true;
          io.err(`finite-fence: ${error.message}; the search continues and is no longer saved\n`);
        }
        last = performance.now();
      },
    },
  };
}

const damaged = (folder: string, digest: string): never => {
  throw new Misuse(`${folder}: the checkpoint of ${digest} is damaged or cut: it cannot go on`);
};

/** @throws Misuse */
function begin(folder: string, head: Head): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (existsSync(join(folder, 'checkpoint.json')))
      throw new Misuse(`${folder}: there is a checkpoint; add --resume, or name another folder`);
    if (readdirSync(folder).length > 0)
      throw new Misuse(`${folder}: the folder is not empty, expected an empty or a new one`);
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${folder}: it cannot be written: ${whyUnwritten(error)}`);
  }
  writeWhole(join(folder, 'checkpoint.json'), Buffer.from(`${JSON.stringify(head, null, 2)}\n`));
}

function headOf(folder: string): Partial<Head> {
  const file = join(folder, 'checkpoint.json');
  if (!existsSync(file)) throw new Misuse(`${folder}: there is no checkpoint to go on from`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Head>;
  } catch {
    throw new Misuse(`${folder}: checkpoint.json is damaged: it cannot go on`);
  }
}

function compareHeads(folder: string, stored: Partial<Head> | null, expected: Head): void {
  for (const key of ['finite-fence checkpoint', 'version', 'endianness'] as const)
    if (stored?.[key] !== expected[key])
      throw new Misuse(
        `${folder}: it is of another version: found ${key} ${JSON.stringify(stored?.[key])}, ` +
          `expected ${JSON.stringify(expected[key])}`,
      );
  if (JSON.stringify(stored?.systems) !== JSON.stringify(expected.systems))
    throw new Misuse(`${folder}: it is a checkpoint of another system than the one named`);
}

/** What is kept of a system; null for nothing. @throws Misuse */
function keptOf(folder: string, digest: string): Kept | null {
  const file = join(folder, `${digest}.json`);
  if (!existsSync(file)) return null;
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    const whole = kept.files.every(({ entries }) => names.every((name) => entries[name] >= 0));
    return whole ? kept : damaged(folder, digest);
  } catch {
    return damaged(folder, digest);
  }
}

/** @throws Misuse */
function snapshotFrom(folder: string, digest: string, kept: Kept): Snapshot {
  const { lanes, deadlocks, deadlock } = kept;
  try {
    const pieces = kept.files.map(({ sha256, entries }, n) => {
      const bytes = readFileSync(join(folder, `${digest}.${n}`));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) damaged(folder, digest);
      return { bytes, entries };
    });
    const whole = (name: Name): InstanceType<(typeof arrays)[Name]> => {
      const total = pieces.reduce((sum, { entries }) => sum + entries[name], 0);
      const joined = new arrays[name](total);
      let filled = 0;
      for (const { bytes, entries } of pieces) {
        const before = names.slice(0, names.indexOf(name));
        const from = before.reduce((sum, one) => sum + sizeOf(one, entries), 0);
        const own = Uint8Array.prototype.slice.call(bytes, from, from + sizeOf(name, entries));
        joined.set(new arrays[name](own.buffer), filled);
        filled += entries[name];
      }
      return joined;
    };
    const all = Object.fromEntries(names.map((name) => [name, whole(name)]));
    return { ...(all as Pick<Snapshot, Name>), lanes, deadlocks, deadlock };
  } catch {
    return damaged(folder, digest);
  }
}

const sizeOf = (name: Name, entries: Readonly<Record<Name, number>>): number =>
  entries[name] * arrays[name].BYTES_PER_ELEMENT;

/**
 * Writes what is new in a file of its own, and then the list of files: whatever happens, the list
 * names whole files. @throws Misuse
 */
function append(folder: string, digest: string, before: Kept | null, now: Snapshot): Kept {
  const known = before?.files ?? [];
  const entriesOf = (name: Name): number =>
    known.reduce((sum, { entries }) => sum + entries[name], 0);
  const news = names.map((name) => now[name].subarray(entriesOf(name)));
  const bytes = Buffer.concat(
    news.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
  const entries = Object.fromEntries(names.map((name, n) => [name, news[n]!.length]));
  if (before !== null && bytes.length === 0) return before;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeWhole(join(folder, `${digest}.${known.length}`), bytes);
  const kept: Kept = {
    lanes: now.lanes,
    deadlocks: now.deadlocks,
    deadlock: now.deadlock,
    files: [...known, { sha256, entries: entries as Record<Name, number> }],
  };
  writeWhole(join(folder, `${digest}.json`), Buffer.from(`${JSON.stringify(kept)}\n`));
  return kept;
}
