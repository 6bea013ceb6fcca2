import type { LogFinding } from './finding.ts';
import type { LogRule, ReportSpec } from './vocabulary.ts';
/** A task that does not go on, or one whose stack was printed beside. */
export type Task = {
    readonly name: string;
    readonly line: number;
    /** It has not run for so long; null if only its stack was printed. */
    seconds: number | null;
    stack: string[];
    /** Who is said to own what it waits for, and what that is. */
    owner: {
        readonly name: string;
        readonly what: string;
    } | null;
    locks: {
        readonly address: string;
        readonly name: string;
        readonly at: string;
    }[];
};
export type TaskFinding = LogFinding & {
    readonly chain: readonly string[];
};
/** Which of these a line is the first of. */
export declare const tellsOfTask: (text: string) => boolean;
/** Tasks of a log by name, from lines as they come. */
export declare function readTasks(): {
    readonly line: (text: string, line: number) => void;
    readonly tasks: Map<string, Task>;
};
/** What tasks that hang break, and who waits for whom. */
export declare function judgeTasks(tasks: ReadonlyMap<string, Task>, spec: ReportSpec, rules: Readonly<Record<string, LogRule>>): TaskFinding[];
