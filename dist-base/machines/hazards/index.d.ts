import { type Option } from '../../src/system/vocabulary.ts';
/** What the documents forbid or warn of. */
export declare const hazards: readonly Option[];
