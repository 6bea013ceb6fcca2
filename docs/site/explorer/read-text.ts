import { kernelCalls } from '../../../machines/calls/index.ts';
import { logSpec } from '../../../machines/tracepoints/index.ts';
import { nearestVersion, proposals } from '../../../src/logs/propose/propose.ts';
import { fileText } from '../../../src/logs/propose/text.ts';
import { byDefault, readLog } from '../../../src/logs/read-log.ts';
import { summaryText } from '../../../src/logs/summary-text.ts';
import { isBroken, isUnderstood, summarize } from '../../../src/logs/summary.ts';
import { Misuse } from '../../../src/system/misuse.ts';
import { plainPaint } from '../../../src/text/paint.ts';

/** What the command line says of a log: its exit code and its text. */
export type Answer = {
  readonly exit: 0 | 1 | 2 | 3;
  readonly text: string;
  /** Its reports as files of threads. */
  readonly files: readonly string[];
};

/** Bytes that are read at once. */
const piece = 1 << 20;

const reserved = new Set([
  ...kernelCalls.calls.flatMap(({ name, alias = [] }) => [name, ...alias]),
  ...[...kernelCalls.types, ...kernelCalls.kinds].map(({ name }) => name),
]);

/** Reads a log with the functions behind the command line: the page can say nothing else than it does. */
export async function readText(name: string, bytes: Uint8Array): Promise<Answer> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += piece)
      yield Buffer.from(bytes.subarray(at, at + piece));
  }
  const source = {
    name,
    size: bytes.length,
    taken: () => bytes.length,
    pieces: pieces(),
    broken: () => null,
  };
  try {
    const read = await readLog(source, logSpec, byDefault);
    const summary = summarize(read, logSpec.rules);
    const evidence = read.kernel.evidence();
    const head = { log: name, kernel: nearestVersion(evidence.version, logSpec) };
    const files = proposals(evidence, logSpec, (word) => reserved.has(word)).flatMap((proposal) =>
      'sketch' in proposal ? [fileText(proposal, head)] : [],
    );
    return { exit: exitOf(summary), text: summaryText(summary, logSpec.rules, plainPaint), files };
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return { exit: 2, text: `${error.message}\n`, files: [] };
  }
}

function exitOf(summary: Parameters<typeof isBroken>[0]): 0 | 1 | 3 {
  if (isBroken(summary)) return 1;
  return isUnderstood(summary) ? 0 : 3;
}
