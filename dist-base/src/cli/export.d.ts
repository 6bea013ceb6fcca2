import type { notations } from './choices.ts';
import { type Exit } from './exit.ts';
import type { Io } from './io.ts';
export type ExportOptions = {
    readonly to: (typeof notations)[number];
    readonly question: 'count' | 'fair';
    readonly output?: string;
    readonly withRecovery?: true;
};
/** `finite-fence export`. Nothing is written before all of it is there. @throws Misuse */
export declare function exportCommand(file: string, options: ExportOptions, io: Io): Exit;
