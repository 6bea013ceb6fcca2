import type { Described } from '../../../machines/description/description.ts';
import { type Read } from './json-text.ts';
/** The text of a file; `-` is standard input. @throws Misuse in one line. */
export declare function readText(file: string): string;
/** The JSON in a file. @throws Misuse: `file:line:column: ...` */
export declare function readJsonFile(file: string): Read;
/** The description in a file, or a driver that comes with this package where there is no file of that name. @throws Misuse */
export declare const describedBy: (name: string) => Described;
/** The source of a driver that comes with this package. */
export declare const sourceOf: ({ driver }: Described) => string;
/** The description in a file. @throws Misuse: one line for each thing that is wrong. */
export declare function readDescription(file: string): Described;
