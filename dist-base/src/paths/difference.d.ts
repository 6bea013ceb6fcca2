import { type Program } from '../system/program.ts';
/**
 * The shortest run that one of two systems with like step names allows and the other refuses, or after which a part stands elsewhere;
 * its last step shows the difference. Null where both do the same. Runs of the second system are tried.
 * @param most pairs of states to look at before giving up
 */
export declare function firstDifference(one: Program, other: Program, most?: number): string[] | null;
