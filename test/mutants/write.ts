import { writeFileSync } from 'node:fs';
import { score } from './score.ts';

/** One line a mutant, so that a change shows as one. */
const lines = (all: readonly unknown[]): string =>
  `[\n${all.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
const began = Date.now();
const { digest, asked, named, dropped } = score();
writeFileSync(
  new URL('../../docs/mutation.json', import.meta.url),
  `{\n  "schema": 1, "digest": ${JSON.stringify(digest)}, "asked": ${asked},\n  "named": ${lines(named)},\n  "dropped": ${lines(dropped)}\n}\n`,
);
const of = (by: string): number => dropped.filter(({ killer }) => killer?.by === by).length;
process.stdout.write(
  `${asked} systems, ${Math.round((Date.now() - began) / 1000)} s: ${named.length} mutants with a name; of ${dropped.length} clauses and pieces ${of('verdict')} noticed by a verdict, ${of('evidence')} by a run, ${dropped.length - of('verdict') - of('evidence')} by nobody\n`,
);
