import { inWritten, understand, type Complaint } from '../../../machines/description/complaints.ts';
import type { Described } from '../../../machines/description/description.ts';
import { readJson } from '../../../src/text/read-json.ts';
import { Misuse } from '../../../src/system/misuse.ts';
import { isThreads } from './is-threads.ts';
import type { Subject } from './situation.ts';

/** Something that is wrong in a text, where it stands; `line` and `column` from 1. */
export type Problem = { readonly line: number; readonly column: number; readonly what: string };

/** A text that is being edited, as what it is. */
export type Reading =
  | { readonly is: 'threads' }
  | { readonly is: 'litmus' }
  /** `written` is as much of a description as can be shown in the form. */
  | {
      readonly is: 'driver';
      readonly described: Described | null;
      readonly written: Described | null;
      readonly complaints: readonly Complaint[];
      readonly problems: readonly Problem[];
    };

/** What a text says as far as the page itself can tell: threads are read by the worker. */
export function read(subject: Subject): Reading {
  if (subject.is === 'litmus') return { is: 'litmus' };
  return isThreads(subject.text) ? { is: 'threads' } : readDriver(subject.text);
}

function readDriver(text: string): Reading {
  const nothing = { is: 'driver', described: null, written: null, complaints: [] } as const;
  if (text.trim() === '') return { ...nothing, problems: [emptyFile] };
  try {
    const { value, at } = readJson(text);
    const isWritten = typeof value === 'object' && value !== null && !Array.isArray(value);
    const written = isWritten ? (value as Described) : null;
    const understood = understand(value);
    if ('described' in understood)
      return { ...nothing, described: understood.described, written, problems: [] };
    const { complaints } = understood;
    const problems = complaints.map(({ path, line: what }) => ({
      ...at(path),
      what: path.length === 0 ? what : `${inWritten(path)}: ${what}`,
    }));
    return { ...nothing, written, complaints, problems };
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return { ...nothing, problems: [problemIn(error.message)] };
  }
}

const emptyFile = { line: 1, column: 1, what: 'it is empty, expected JSON or threads' };

/** `3:7: found ...`, with or without a file's name before it, as a problem. */
export function problemIn(message: string): Problem {
  const found = /^(?:(?!\d+:\d+: ).*?:)?(\d+):(\d+): ([^]*)$/.exec(message);
  if (found === null) return { line: 1, column: 1, what: message };
  return { line: Number(found[1]), column: Number(found[2]), what: found[3]! };
}
