import type { PathFile } from '../path.ts';

/** A text as a string of JavaScript on one line, in single quotes. */
const quoted = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, "\\'")
    .replace(/[\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`)}'`;

/**
 * A test file beside the JSON of its paths. The adapter is the user's: it is imported from `./adapter.js`.
 * @param json the name of that file
 */
export function vitestFile(file: PathFile, json: string): string {
  return `// Made by finite-fence; it may be made again at any time. What is yours is ./adapter.
import { readFileSync } from 'node:fs';
import { testPaths } from 'finite-fence/vitest';
import { adapter } from './adapter.js';

const paths: unknown = JSON.parse(readFileSync(new URL(${quoted(`./${json}`)}, import.meta.url), 'utf8'));
testPaths(paths, adapter, { title: ${quoted(`${file.name} ${file.cover}`)} });
`;
}
