import type { actors } from '../actors.ts';
/** Who an actor is, as a person would say it. */
export declare const who: {
    readonly [A in keyof typeof actors]: string;
};
