import { type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Limits } from '../progress.ts';
export type WhatifOptions = Limits & {
    readonly module?: string;
    readonly allow?: readonly string[];
    readonly forbid?: readonly string[];
    readonly json?: true;
};
/** `finite-fence whatif`. @throws Misuse */
export declare function whatifCommand(name: string | undefined, options: WhatifOptions, io: Io, version: string): Promise<Exit>;
