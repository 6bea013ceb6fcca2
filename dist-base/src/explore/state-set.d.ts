import type { Batch } from './batch.ts';
import type { Stepper } from './stepper.ts';
/**
 * The states found so far, packed, numbered from 1 in the order in which they came; row 0 is empty, so that number 0 can mean "none".
 * The index is open addressing: a state belongs into a bucket of 16 slots, and where that is full into the next with room. A slot holds
 * a number, and as many bits of the hash as that leaves free, so that a probe mostly ends in one line of the index and one row. Those
 * bits go on where the bucket's own number ends: the bucket in a larger index can be told from them without the row, so that growing
 * reads and writes memory in order. One bit says that a state is not in its own bucket; only then its row is asked.
 */
export type StateSet = {
    /** Numbers given: 1 to `count`. */
    readonly count: () => number;
    readonly rows: () => Int32Array;
    /** What has been written of rows, the index, and what a batch needs. */
    readonly bytes: () => number;
    /** What `bytes()` would be with so many states, counting the old arrays that are copied from. */
    readonly bytesFor: (states: number) => number;
    /** Makes room for so many states. @throws RangeError where there is no memory, or no number for them; the set is as it was. */
    readonly reserve: (states: number) => void;
    /** Touches all that the first `n` successors of the batch will need, with many memory accesses under way at once. */
    readonly probe: (batch: Batch, n: number) => void;
    /**
     * Gives the probed batch's successors up to `until` their `number`, new ones in order, and says how many are new: the batch's
     * `fresh`. A successor met before in the same batch gets `~i`, where i is the one that it equals.
     */
    readonly intern: (batch: Batch, until: number) => number;
};
/** `lanes`: words a state. */
export declare function stateSet(lanes: number, hashes: Stepper['hash'], batch: Batch): StateSet;
