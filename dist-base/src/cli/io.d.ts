import picocolors from 'picocolors';
/** Where a command writes to, and how. */
export type Io = {
    /** Writes what was asked for. */
    readonly out: (text: string) => void;
    /** Writes what else there is to say. */
    readonly err: (text: string) => void;
    readonly paint: ReturnType<typeof picocolors.createColors>;
    /** Whether progress may be shown: standard error is a terminal. */
    readonly watched: boolean;
};
/** How wide text for a person is. */
export declare const columns = 80;
/** `process` as a command sees it. Colours only on a terminal, and never with NO_COLOR. */
export declare function ioOf({ stdout, stderr, env, }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>): Io;
