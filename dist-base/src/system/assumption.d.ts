import type { Program } from './program.ts';
/** Something that a system was said to do: `without` is the same system where it need not. */
export type Assumption = {
    readonly name: string;
    readonly without: () => Program;
};
