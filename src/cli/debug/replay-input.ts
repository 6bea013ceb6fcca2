import { inWritten, understand } from '../../../machines/description/complaints.ts';
import type { Described } from '../../../machines/description/description.ts';
import { drivers } from '../../../machines/drivers/index.ts';
import type { ToldRun } from '../../judge/replays.ts';
import { subjectOf, type Subject } from '../../judge/subject.ts';
import { Misuse, unknown } from '../../system/misuse.ts';
import { ownModule } from '../input/own-module.ts';
import { ownThreads } from '../threads/read-threads.ts';
import { driverOrFile } from './subject.ts';

/** An object of JSON. */
type Fields = Readonly<Record<string, unknown>>;

/** In which system a run is replayed. */
export type Place = { readonly in?: string; readonly module?: string };

const expected =
  'expected what check --json prints, one of its promises, or { "description": {...}, "run": ["step", ...] }';

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The runs that a document tells. @throws Misuse where it tells none */
export function runsOf(file: string, document: unknown, promise: string | undefined): ToldRun[] {
  if (isNames(document) && document.length > 0)
    return [{ name: promise ?? null, run: document, loop: [] }];
  if (!isFields(document)) throw new Misuse(`${file}: found no run, ${expected}`);
  if (document['run'] !== undefined) return [toldRun(file, document, '', promise)];

  const toldRuns = (['promises', 'invariants'] as const).flatMap((list) => {
    const entries = document[list];
    if (!Array.isArray(entries)) return [];
    return entries.map((entry: unknown, index) => {
      if (!isFields(entry))
        throw new Misuse(`${file}: ${list}[${index}]: found no promise, ${expected}`);
      return toldRun(file, entry, `${list}[${index}].`, promise);
    });
  });
  if (toldRuns.length === 0) throw new Misuse(`${file}: found no run, ${expected}`);
  return withRun(file, toldRuns, promise);
}

/** @param place of `fields` in the document, for complaints */
function toldRun(
  file: string,
  fields: Fields,
  place: string,
  promise: string | undefined,
): ToldRun {
  for (const field of ['run', 'loop'])
    if (fields[field] !== undefined && !isNames(fields[field]))
      throw new Misuse(`${file}: ${place}${field}: expected a list of step names`);

  const name = [fields['name'], fields['promise'], promise].find((one) => typeof one === 'string');
  return {
    name: (name as string | undefined) ?? null,
    run: (fields['run'] ?? []) as readonly string[],
    loop: (fields['loop'] ?? []) as readonly string[],
  };
}

/**
 * Those of the promise that is asked for, if one is, that have a run.
 * @throws Misuse where none is left
 */
function withRun(
  file: string,
  toldRuns: readonly ToldRun[],
  promise: string | undefined,
): ToldRun[] {
  const asked = promise === undefined ? toldRuns : toldRuns.filter(({ name }) => name === promise);
  if (asked.length === 0) {
    const names = toldRuns.map(({ name }) => name ?? '');
    throw new Misuse(`${file}: ${unknown('promise', promise!, names)}`);
  }
  const told = asked.filter(({ run, loop }) => run.length + loop.length > 0);
  if (told.length === 0)
    throw new Misuse(
      `${file}: ${promise ?? 'none of its promises'} has a run; a kept promise has none`,
    );
  return told;
}

/** States that may be searched to settle what is unknown. */
const roomy = { states: 5_000_000 };

/**
 * The system to replay in: the one that is asked for, else the one that the document describes or
 * names.
 * @throws Misuse
 */
export async function systemFor(file: string, document: unknown, place: Place): Promise<Subject> {
  if (place.in !== undefined && place.module !== undefined)
    throw new Misuse(
      `found both --in ${place.in} and --module ${place.module}, expected one of the two`,
    );
  if (place.module !== undefined) return subjectOf(await ownModule(place.module), roomy);
  const fields: Fields = isFields(document) ? document : {};
  // A verdict of a file of threads names the file, and of a twin the side.
  const { driver } = fields;
  const name = place.in ?? (isFileOfThreads(driver) ? driver : undefined);
  const threads = name === undefined ? null : ownThreads(name);
  if (threads !== null) return subjectOf(threads, roomy);

  const described = place.in === undefined ? describedIn(file, fields) : driverOrFile(place.in);
  // What was taken for unknown facts belongs to the run.
  const assumed = isFields(fields['alternative']) ? fields['alternative'] : {};
  return subjectOf({ described: { ...described, ...assumed } as Described }, roomy);
}

const isFileOfThreads = (name: unknown): name is string =>
  typeof name === 'string' && /\.litmus(?::\w+)?$/.test(name);

/** The description in a document, or of the shipped driver that it names. @throws Misuse */
function describedIn(file: string, fields: Fields): Described {
  const name = fields['driver'];
  const written = fields['description'] ?? (typeof name === 'object' ? name : undefined);
  if (written !== undefined) return understood(file, written);

  const shipped = drivers.find(({ driver }) => driver === name);
  if (shipped !== undefined) return shipped;
  throw new Misuse(
    typeof name === 'string'
      ? `${file}: its driver '${name}' does not come with this package: give its description ` +
          'with --in, or its module with --module'
      : `${file}: it names no driver and has no description: give one with --in, or a module with --module`,
  );
}

function understood(file: string, written: unknown): Described {
  const read = understand(written);
  if ('described' in read) return read.described;

  const lines = read.complaints.map(({ path, line }) => {
    const field = path.length === 0 ? '' : `.${inWritten(path)}`;
    return `${file}: description${field}: ${line}`;
  });
  throw new Misuse(lines.join('\n'));
}
