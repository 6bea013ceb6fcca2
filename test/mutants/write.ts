import { readFileSync, writeFileSync } from 'node:fs';
import { callScore, type CallScore } from './calls.ts';
import type { Score } from './mutation.ts';
import { score } from './score.ts';

/**
 * Writes docs/mutation.json. `npm run mutants -- calls` makes only what is about calls anew, which
 * takes a minute less.
 */
const file = new URL('../../docs/mutation.json', import.meta.url);

/** One line for each mutant, so that a change shows as one. */
const lines = (all: readonly unknown[]): string =>
  `[\n${all.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;

const began = Date.now();
const seconds = (): number => Math.round((Date.now() - began) / 1000);

function write({ digest, asked, named, dropped }: Score, calls: CallScore): void {
  const fields = [
    `  "schema": 1, "digest": ${JSON.stringify(digest)}, "asked": ${asked}`,
    `  "named": ${lines(named)}`,
    `  "dropped": ${lines(dropped)}`,
    `  "calls": { "digest": ${JSON.stringify(calls.digest)}, "files": ${calls.files}, ` +
      `"dropped": ${lines(calls.dropped)} }`,
  ];
  writeFileSync(file, `{\n${fields.join(',\n')}\n}\n`);
}

const systems =
  process.argv[2] === 'calls' ? (JSON.parse(readFileSync(file, 'utf8')) as Score) : score();
const calls = callScore();
write(systems, calls);

const killedBy = (by: string): number =>
  systems.dropped.filter(({ killer }) => killer?.by === by).length;
const byGallery = killedBy('verdict') + killedBy('evidence');
const unnoticed = systems.dropped.length - byGallery - killedBy('kernel');
process.stdout.write(
  `${systems.asked} systems: ${systems.named.length} mutants with a name; of ` +
    `${systems.dropped.length} clauses and pieces ${killedBy('verdict')} noticed by a verdict, ` +
    `${killedBy('evidence')} by a run, ${killedBy('kernel')} by a suite on the kernel, ` +
    `${unnoticed} by nobody\n` +
    `${calls.files} files of threads: of ${calls.dropped.length} changed calls ` +
    `${calls.dropped.filter(({ killer }) => killer !== null).length} noticed; ${seconds()} s\n`,
);
