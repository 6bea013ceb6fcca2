import { currentVerdict } from '../../judge/earlier-verdict.ts';
import { replayRun } from '../../judge/replays.ts';
import { exit, type Exit } from '../../text/exit.ts';
import { readJsonFile } from '../input/read-input.ts';
import type { Io } from '../io.ts';
import { runsOf, systemFor, type Place } from './replay-input.ts';
import { replayText, type Replay } from '../../text/replay.ts';

/** What the words of `finite-fence replay` say. */
export type ReplayOptions = Place & { readonly promise?: string; readonly json?: true };

/** `finite-fence replay`. @throws Misuse */
export async function replayCommand(
  file: string,
  options: ReplayOptions,
  io: Io,
  version: string,
): Promise<Exit> {
  const replays: Replay[] = [];
  for (const document of documentsIn(readJsonFile(file).value)) {
    const current = currentVerdict(document);
    const told = runsOf(file, current, options.promise);
    const subject = await systemFor(file, current, options);
    replays.push({
      subject,
      digest: (current as { digest?: string }).digest ?? null,
      earlier: current !== document,
      runs: told.map((one) => replayRun(subject.program, one)),
    });
  }

  if (options.json === true) io.out(asJson(replays, version));
  else io.out(replays.map((replay) => replayText(replay, io.paint)).join('\n'));
  const refused = replays.some(({ runs }) => runs.some((run) => run.refused !== null));
  return refused ? exit.problem : exit.asExpected;
}

/** A file has one document, or several in a list. A list of names is one. */
function documentsIn(value: unknown): readonly unknown[] {
  const isObject = (one: unknown): boolean => typeof one === 'object' && one !== null;
  return Array.isArray(value) && value.length > 0 && value.every(isObject)
    ? (value as readonly unknown[])
    : [value];
}

function asJson(replays: readonly Replay[], version: string): string {
  const data = {
    schema: 2,
    version,
    replays: replays.map(({ subject, runs }) => ({
      driver: subject.name,
      digest: subject.program.digest,
      runs,
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
