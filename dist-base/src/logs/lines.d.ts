/** Takes one line: the bytes [from, to) without their end. They are only valid during the call. */
export type LineTaker = (bytes: Buffer, from: number, to: number) => void;
/** Cuts pieces into lines. */
export declare function lineCutter(take: LineTaker): {
    readonly piece: (bytes: Buffer) => void;
    readonly end: () => void;
};
