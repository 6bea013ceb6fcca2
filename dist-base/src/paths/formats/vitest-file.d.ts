import type { PathFile } from '../path.ts';
/**
 * A test file beside the JSON of its paths. The adapter is the user's: it is imported from `./adapter.js`.
 * @param json the name of that file
 */
export declare function vitestFile(file: PathFile, json: string): string;
