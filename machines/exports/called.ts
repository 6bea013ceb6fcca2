import { cString, inComment, Names } from './c-text.ts';
import { numbered } from './walked.ts';

/**
 * How a test harness passes its test, and says that something is not written: nothing passes by
 * being empty.
 */
export type Harness = {
  /** `['struct kunit *test', 'test']`; none where functions take no test. */
  readonly test: readonly [declared: string, passed: string] | null;
  /** A statement that skips, of a format and a name in C. */
  readonly skip: (format: string, name: string) => string;
};

type Function = { readonly text: string; readonly kind: 'step' | 'state' };

/** The functions that cases call, one a step and one a part, for the driver's author to fill in. */
export class Called {
  readonly #harness: Harness;
  readonly #steps = new Names('do_');
  readonly #states = new Names('state_of_');
  readonly #numbers = new Map<string, number>();
  readonly #functions = new Map<string, Function>();
  constructor(harness: Harness) {
    this.#harness = harness;
  }
  /** A call that does a step: true if it was done. */
  step(name: string): string {
    return this.#call(this.#steps, name, 'step');
  }
  /** A call that names the state of a part. */
  state(name: string): string {
    return this.#call(this.#states, name, 'state');
  }
  #call(names: Names, name: string, kind: Function['kind']): string {
    const { of, numbers } = numbered(name);
    // One name with one count of numbers and with another are two functions.
    const first = this.#numbers.get(names.of(of)) ?? numbers.length;
    const text = first === numbers.length ? of : `${of} of ${numbers.length}`;
    const called = names.of(text);
    this.#numbers.set(called, numbers.length);
    if (!this.#functions.has(called)) this.#functions.set(called, { text, kind });
    const test = this.#harness.test === null ? [] : [this.#harness.test[1]];
    return `${called}(${[...test, ...numbers].join(', ')})`;
  }
  #head(called: string, { kind }: Function): string {
    const given = Array.from(
      { length: this.#numbers.get(called)! },
      (_, n) => `int ${'ijk'[n] ?? `n${n}`}`,
    );
    const all = [...(this.#harness.test === null ? [] : [this.#harness.test[0]]), ...given];
    const type = kind === 'step' ? 'bool ' : 'const char *';
    return `${type}${called}(${all.length === 0 ? 'void' : all.join(', ')})`;
  }
  /** The declarations of all, for the header that both files include. */
  declarations(): string {
    return [...this.#functions].map((one) => `${this.#head(...one)};\n`).join('');
  }
  /** An empty function each. */
  stubs(): string {
    return [...this.#functions]
      .map(([called, stub]) => {
        const about =
          stub.kind === 'step'
            ? `${inComment(stub.text)}: true if it was done; false if it was refused, or would wait.`
            : `Where ${inComment(stub.text)} is: the name of its state.`;
        const format =
          stub.kind === 'step' ? '%s is not written yet' : 'the state of %s is not written yet';
        const skip = this.#harness.skip(format, cString(stub.text));
        const empty = stub.kind === 'step' ? 'false' : '""';
        return `/* ${about} */\n${this.#head(called, stub)}\n{\n\t${skip}\n\treturn ${empty};\n}\n`;
      })
      .join('\n');
  }
}

/** The three files of a suite in C. */
export type CSuite = {
  /** The cases: made again at any time. */
  readonly cases: string;
  /** What cases call: made again at any time. */
  readonly header: string;
  /** The functions to fill in: written once, and yours. */
  readonly steps: string;
};

/** A header of declarations. */
export const headerOf = (guard: string, about: string, called: Called): string =>
  `/* SPDX-License-Identifier: GPL-2.0 */
/* ${inComment(about)} */
#ifndef ${guard}
#define ${guard}

${called.declarations()}
#endif
`;
