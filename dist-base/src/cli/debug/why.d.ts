import { type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Limits } from '../progress.ts';
export type WhyOptions = Limits & {
    readonly module?: string;
    readonly promise?: string;
    readonly after?: number | 'sealed';
    readonly json?: true;
};
/** `finite-fence why`. @throws Misuse */
export declare function whyCommand(name: string | undefined, options: WhyOptions, io: Io, version: string): Promise<Exit>;
