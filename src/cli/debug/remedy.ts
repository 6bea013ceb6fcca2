import type { Described } from '../../../machines/description/description.ts';
import { isDecided } from '../../judge/outcome.ts';
import { changed, smallestChanges, type SmallestChanges } from '../../judge/smallest-changes.ts';
import { exit, type Exit } from '../../text/exit.ts';
import type { Io } from '../io.ts';
import { watchedMeans, type Searching } from '../searching.ts';
import { remedyText } from '../../text/remedy.ts';
import { driverOrFile } from './subject.ts';

/** What the words of `finite-fence remedy` say; `most` is the size of a set of changes. */
export type RemedyOptions = Searching & { readonly most: number; readonly json?: true };

/** `finite-fence remedy`. @throws Misuse */
export function remedyCommand(name: string, options: RemedyOptions, io: Io, version: string): Exit {
  const described = driverOrFile(name);
  const { means, say, done } = watchedMeans(io, options);
  const remedies = smallestChanges(described, options.most, means, say);
  done();

  if (options.json === true) io.out(asJson(described, remedies, version));
  else io.out(remedyText(described.driver, remedies, io.paint));
  return exitOfRemedy(remedies);
}

/** What rests on a search that ended early is never a success. */
function exitOfRemedy({ now, sets, unanswered, cancelled }: SmallestChanges): Exit {
  if (!isDecided(now) || unanswered > 0 || cancelled) return exit.ranOut;
  return now.verdict === 'finite' || sets.length > 0 ? exit.asExpected : exit.problem;
}

function asJson(described: Described, remedies: SmallestChanges, version: string): string {
  const data = {
    schema: 2,
    version,
    driver: described.driver,
    verdict: remedies.now.verdict,
    stopped: remedies.now.stopped,
    smallest: remedies.sets.map((set) => ({
      change: set.map((change) => change.name),
      description: changed(described, set),
    })),
    upTo: remedies.size,
    sets: remedies.tried,
    systems: remedies.systems,
    unanswered: remedies.unanswered,
    exhausted: remedies.exhausted,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
