/** Whether all four are digits. */
export declare const areDigits: (word: number) => boolean;
/** Their value: two pairs at a time. */
export declare function valueOf(word: number): number;
