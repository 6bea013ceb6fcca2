import { readText } from '../input/read-input.ts';

/** The text of a file of threads; `-` is standard input. @throws Misuse in one line */
export const readThreads = (file: string): string => readText(file, 'threads: K and a name');
