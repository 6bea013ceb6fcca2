import type { Use } from './use.ts';
export type { Use } from './use.ts';
/** What a driver may use beside jobs and page faults. */
export declare const uses: readonly Use[];
