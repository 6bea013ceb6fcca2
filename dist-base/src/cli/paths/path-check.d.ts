import type { PathFile } from '../../paths/path.ts';
import type { Fits } from '../report/of-paths.ts';
export declare const indexName = "index.json";
/** The path files of a directory, by file name. @throws Misuse: the file, the path, the step */
export declare function readPaths(dir: string): ReadonlyMap<string, PathFile>;
/** Takes every path of a file in the systems that its descriptions now make: whether it fits, or a line that says why not. @throws Misuse */
export declare function checkPaths(file: string, { systems, paths }: PathFile): Fits[];
