import type { Described } from '../../../machines/description/description.ts';
import { type Spec } from '../../system/compose.ts';
import { type Program } from '../../system/program.ts';
/** A system of somebody's own: the default export of a module. A description in it is as good as one in a file. */
export type Own = {
    readonly described: Described;
} | {
    readonly name: string;
    readonly program: Program;
    readonly spec: Spec | null;
};
/** Loads a module by its path. @throws Misuse in one line. */
export declare function ownModule(path: string): Promise<Own>;
