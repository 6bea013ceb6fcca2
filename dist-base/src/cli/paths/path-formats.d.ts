import type { PathFile } from '../../paths/path.ts';
import type { pathFormats } from '../choices.ts';
/** Texts of a path file, by file name. */
export type Format = (file: PathFile) => ReadonlyMap<string, string>;
/** What `--format` may say. */
export declare const formats: Readonly<Record<(typeof pathFormats)[number], Format>>;
