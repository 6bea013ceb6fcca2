import type { Row } from '../../src/system/vocabulary.ts';
/**
 * One more place where memory is allocated with GFP_KERNEL: a part, and the ways in which reclaim may go there. Any visible fence of
 * this device may be waited for, as long as it takes.
 * @param part the new part; @param family its family, if it is one; @param title what a person calls it
 */
export declare function reclaimer(part: string, family: 'fenced' | 'faulting' | null, title: string): Pick<Row, 'parts' | 'steps' | 'promises' | 'ties'> & {
    readonly ref: string;
};
