import { inWords } from '../check/waits.ts';
import type { Io } from './io.ts';
import type { Judgement } from './judge.ts';

/** A judgement for a person. */
export function toText({ described, verdict, assessment: { report } }: Judgement, paint: Io['paint']): string {
  const lines = [`${paint.bold(described.driver)}: ${verdict}`];
  for (const one of report.promises) if (one.verdict !== 'finite') lines.push(`  ${one.promise}: ${one.verdict}`, ...one.run.map(({ rule }) => `    ${rule}`), ...(one.waits === null ? [] : [inWords(one.waits)]));
  return `${lines.join('\n')}\n`;
}
