import { writeFileSync } from 'node:fs';
import { score } from './score.ts';

/** One line for each mutant, so that a change shows as one. */
const lines = (all: readonly unknown[]): string =>
  `[\n${all.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
const began = Date.now();
const { digest, asked, named, dropped } = score();
const fields = [
  `  "schema": 1, "digest": ${JSON.stringify(digest)}, "asked": ${asked}`,
  `  "named": ${lines(named)}`,
  `  "dropped": ${lines(dropped)}`,
];
writeFileSync(
  new URL('../../docs/mutation.json', import.meta.url),
  `{\n${fields.join(',\n')}\n}\n`,
);
const killedBy = (by: string): number => dropped.filter(({ killer }) => killer?.by === by).length;
const unnoticed = dropped.length - killedBy('verdict') - killedBy('evidence');
process.stdout.write(
  `${asked} systems, ${Math.round((Date.now() - began) / 1000)} s: ` +
    `${named.length} mutants with a name; of ${dropped.length} clauses and pieces ` +
    `${killedBy('verdict')} noticed by a verdict, ${killedBy('evidence')} by a run, ${unnoticed} by nobody\n`,
);
