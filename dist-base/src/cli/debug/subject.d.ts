import type { Described, Description } from '../../../machines/description/description.ts';
import type { Budget } from '../../explore/graph.ts';
import type { Spec } from '../../system/compose.ts';
import type { Program } from '../../system/program.ts';
import { type Own } from '../input/own-module.ts';
/** A system that somebody looks into. */
export type Subject = {
    readonly name: string;
    /** Recovery included. */
    readonly program: Program;
    readonly spec: Spec | null;
    /** What it was made of; null of a system of somebody's own. */
    readonly described: Described | null;
    /** The same with everything settled: of what is unknown, the first of the worst. */
    readonly description: Description | null;
    /** What was taken for what is unknown. */
    readonly assumed: Partial<Description>;
};
/** The description in a file, or of a shipped driver. @throws Misuse that lists the drivers where the word is neither */
export declare function driverOrFile(name: string): Described;
/** Something to look into, by the words of a command: a driver, or a module. @throws Misuse */
export declare function subjectOf(name: string | undefined, module: string | undefined, budget: Budget): Promise<Subject>;
export declare function subjectIn(own: Own, budget: Budget): Subject;
