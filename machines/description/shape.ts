import type { core } from 'zod';
import { unknown } from '../../src/system/misuse.ts';
import { mostJobs, schema } from './description.ts';
import {
  abilityIds,
  clauseIds,
  hazardIds,
  mistakeIds,
  optionIds,
  optionOf,
  useIds,
  useLawIds,
  variantIds,
} from './ids.ts';

/** Where something stands in a description: keys, and places in lists. */
export type Path = readonly (string | number)[];

/** Something wrong with a description: the field, as keys and places, and one line about it. */
export type Complaint = { readonly path: Path; readonly line: string };

/** `['options', 0]` to `'options[0]'`. */
export function inWritten(path: Path): string {
  const [first = '', ...rest] = path;
  return [first, ...rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))].join('');
}

/** Clauses of options and laws of uses. */
export const lawIds = [...clauseIds, ...useLawIds] as const;

/** What a list of a description holds, and the words that it may hold. */
const words: Readonly<Record<string, readonly [what: string, known: readonly string[]]>> = {
  options: ['option', optionIds],
  uses: ['use', useIds],
  without: ['clause', lawIds],
  variants: ['variant', variantIds],
  hazards: ['hazard', [...hazardIds, ...mistakeIds]],
  hardwareCan: ['ability', abilityIds],
};

/** What zod found, in our words: one complaint a field that is unknown, else one. */
export function ofShape(issue: core.$ZodIssue, input: unknown): Complaint[] {
  const path = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      line: unknown('field', key, fieldsBelow(path)),
    }));

  const value = path.reduce<unknown>(
    (object, key) => (object as Record<string | number, unknown> | undefined)?.[key],
    input,
  );
  if (issue.code === 'invalid_union') {
    // Of a list or the word "unknown", the list is meant where there is a list.
    const ofList = Array.isArray(value)
      ? issue.errors.find((errors) => errors.every((inner) => inner.path.length > 0))
      : undefined;
    if (ofList !== undefined)
      return ofList.flatMap((inner) =>
        ofShape({ ...inner, path: [...issue.path, ...inner.path] } as core.$ZodIssue, input),
      );
  }

  if (path.length === 1 && path[0] === 'driver' && value === undefined)
    return [{ path: [], line: 'found no "driver", expected its name: { "driver": "..." }' }];
  return [{ path, line: lineAbout(issue, path, value, input) }];
}

/** The fields that an object of a description may have. */
function fieldsBelow(path: Path): readonly string[] {
  if (path.length === 0) return Object.keys(schema.shape).filter((name) => name !== '$schema');
  return path[0] === 'jobs' ? ['fenced', 'faulting'] : ['file', 'says'];
}

/** One line about a value that is not what its place may hold. */
function lineAbout(issue: core.$ZodIssue, path: Path, value: unknown, input: unknown): string {
  switch (issue.code) {
    case 'invalid_union': {
      const expected =
        path[0] === 'hardwareCan' ? `a list of ${abilityIds.join(', ')}` : 'true, false';
      return `found ${found(value)}, expected ${expected}, or "unknown"`;
    }
    case 'invalid_value':
      return unknownWord(path, value, issue.values.map(String), input);
    case 'too_small':
    case 'too_big':
      return wrongSize(path, value);
    case 'invalid_format':
      return `found ${issue.message}, expected text`;
    case 'invalid_type':
      return wrongType(path, value, issue.expected);
    default:
      return `${path.length === 0 ? 'a description' : inWritten(path)}: ${issue.message}`;
  }
}

function unknownWord(
  path: Path,
  value: unknown,
  values: readonly string[],
  input: unknown,
): string {
  const [what, known] = words[String(path[0])] ?? ['', []];
  if (typeof value !== 'string')
    return `found ${found(value)}, expected one of: ${values.join(', ')}`;
  if (what === '') return unknown('word', value, values);
  if (what === 'clause') return unknown(what, value, ofItsOption(value, input));
  return unknown(what, value, what === 'hazard' && !value.includes('/') ? hazardIds : known);
}

function wrongSize(path: Path, value: unknown): string {
  if (path[0] === 'jobs') return `found ${found(value)}, expected 0 to ${mostJobs}`;
  return value === ''
    ? 'found an empty name, expected one of 1 to 80 characters'
    : `found ${String(value).length} characters, expected 1 to 80`;
}

const inWords: Readonly<Record<string, string>> = {
  string: 'a string',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function wrongType(path: Path, value: unknown, type: string): string {
  const plain = inWords[type] ?? type;
  if (value === undefined) return `found nothing, expected ${plain}`;
  const ofJobs = path[0] === 'jobs' && path.length === 2;
  return `found ${found(value)}, expected ${ofJobs ? `a whole number, 0 to ${mostJobs}` : plain}`;
}

/** A value as a person would say it: `"two"`, `a list`. */
function found(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null || typeof value === 'boolean' || typeof value === 'number')
    return String(value);
  if (typeof value === 'string')
    return value.length > 40 ? `"${value.slice(0, 40)}…"` : JSON.stringify(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

/**
 * The clauses that may have been meant: of the option or use that is named, else of those that are chosen, else of
 * all options.
 */
function ofItsOption(clause: string, input: unknown): readonly string[] {
  const { options, uses: used } = input as { readonly options?: unknown; readonly uses?: unknown };
  const chosen = [options, used].flatMap((list: unknown): readonly unknown[] =>
    Array.isArray(list) ? list : [],
  );
  const ofThese = (names: readonly unknown[]): readonly string[] =>
    lawIds.filter((law) => names.includes(optionOf(law)));
  const candidates = [ofThese([optionOf(clause)]), ofThese(chosen), clauseIds];
  return candidates.find((some) => some.length > 0)!;
}
