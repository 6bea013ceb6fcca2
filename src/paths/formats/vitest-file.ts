import type { PathFile } from '../path.ts';
import { parsed, refusedOn } from './adapter.ts';

/** A text as a string of JavaScript on one line, in single quotes. */
const quoted = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, "\\'")
    .replace(/[\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`)}'`;

/**
 * A test file beside the JSON of its paths. The adapter is the user's: it is imported from
 * `./NAME.adapter.ts`.
 * @param json the name of that file
 * @param adapter the name of the adapter's file
 */
export function vitestFile(file: PathFile, json: string, adapter: string): string {
  return `// Made by finite-fence; it may be made again at any time. What is yours is ./${adapter}
import { readFileSync } from 'node:fs';
import { testPaths } from 'finite-fence/vitest';
import { adapter } from ${quoted(`./${adapter}`)};

const paths: unknown = JSON.parse(readFileSync(new URL(${quoted(`./${json}`)}, import.meta.url), 'utf8'));
testPaths(paths, adapter, { title: ${quoted(`${file.name} ${file.cover}`)} });
`;
}

/**
 * Names that paths need of an adapter: steps and parts without their numbers, and the states of
 * each part.
 */
function namesIn(files: readonly PathFile[]): {
  readonly steps: readonly string[];
  readonly states: ReadonlyMap<string, readonly string[]>;
} {
  const steps = new Set<string>();
  const states = new Map<string, Set<string>>();
  const see = (part: string, state: string): void => {
    const { of } = parsed(part);
    states.set(of, (states.get(of) ?? new Set()).add(state));
  };
  for (const file of files) {
    for (const path of file.paths) {
      for (const { step } of [...path.steps, ...refusedOn(file, path)]) steps.add(parsed(step).of);
      for (const { parts } of path.steps)
        for (const [part, { from, to }] of Object.entries(parts))
          [from, to].map((state) => see(part, state));
    }
    for (const { initial } of Object.values(file.systems))
      for (const [part, state] of Object.entries(initial)) see(part, state);
  }
  return { steps: [...steps], states: new Map([...states].map(([part, all]) => [part, [...all]])) };
}

/**
 * The types of an adapter: names of steps and states are literal, so that one that is misspelled
 * does not compile.
 */
export function adapterTypes(files: readonly PathFile[]): string {
  const { steps, states } = namesIn(files);
  const union = (names: readonly string[]): string => names.map(quoted).join(' | ');
  const parts = [...states].map(([part, all]) => `  ${quoted(part)}: ${union(all)};\n`).join('');
  return `// Made by finite-fence; it may be made again at any time.
import type { Refused } from 'finite-fence/vitest';

/** Steps of the paths, without their numbers. */
export type StepName = ${union(steps)};

/** The states of each part. */
export type States = {
${parts}};

type Answer<T> = T | Promise<T>;
type Told<D, S extends string> = (driver: D, ...numbers: number[]) => Answer<S>;
type Checked<D, S extends string> = { [K in S]: (driver: D, ...numbers: number[]) => Answer<void | boolean> };

/** What the tests need of the driver: every step and every part, by these names and no others. */
export type DriverAdapter<D> = {
  setUp: (path: { readonly system: string }, described: unknown) => Answer<D>;
  tearDown?: (driver: D) => Answer<void>;
  /** Brings a step about, or answers 'refused': it is called, too, where the step must be refused. */
  steps: { [N in StepName]: (driver: D, ...numbers: number[]) => Answer<void | Refused> };
  /** Tells where a part is, or checks each state. Null: this driver cannot show it. */
  states: { [P in keyof States]: Told<D, States[P]> | Checked<D, States[P]> | null };
};
`;
}

/**
 * An adapter to fill in; it throws where it is empty, so that nothing passes before it is written.
 */
export function adapterSkeleton(files: readonly PathFile[], types: string): string {
  const { steps, states } = namesIn(files);
  const unwritten = (what: string, name: string): string =>
    `    ${quoted(name)}: (_driver, ..._numbers) => {
      throw new Error('${what} ' + ${quoted(name)} + ' is not written yet');
    },
`;
  const step = (name: string): string => unwritten('the step', name);
  const part = (name: string): string => unwritten('the state of', name);
  return `// Yours: finite-fence writes it once and never again.
import type { DriverAdapter } from ${quoted(`./${types}`)};

/** Your driver, or what a test knows of it. */
export type Driver = Record<string, never>;

export const adapter: DriverAdapter<Driver> = {
  setUp: () => ({}),
  // A step of \`publish[2]\` calls \`publish\` with 2; 'refused' says that the driver does not do it now.
  steps: {
${steps.map(step).join('')}  },
  // null: this driver cannot show the part.
  states: {
${[...states.keys()].map(part).join('')}  },
};
`;
}
