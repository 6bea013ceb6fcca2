import { outcomeOf } from '../../judge/outcome.ts';
import { why, type Why } from '../../judge/why.ts';
import { exitOf, type Exit } from '../../text/exit.ts';
import type { Io } from '../io.ts';
import { watchedMeans, type Searching } from '../searching.ts';
import { namedSubject } from './subject.ts';
import { whyText } from '../../text/why.ts';

/** What the words of `finite-fence why` say. */
export type WhyOptions = Searching & {
  readonly module?: string;
  readonly promise?: string;
  readonly after?: number | 'sealed';
  readonly json?: true;
};

/** `finite-fence why`. @throws Misuse */
export async function whyCommand(
  name: string | undefined,
  options: WhyOptions,
  io: Io,
  version: string,
): Promise<Exit> {
  const { means, say, done } = watchedMeans(io, options);
  say(name ?? options.module ?? '');
  const subject = await namedSubject(name, options.module, means);
  const reasons = why(subject, options.promise, options.after ?? 'end', means);
  done();

  const { name: driver, program, assumed } = subject;
  if (options.json === true) io.out(asJson(reasons, driver, program.digest, version));
  else io.out(whyText(reasons, { name: driver, assumed, paint: io.paint }));
  return exitOf(outcomeOf(reasons.answer, 'finite'));
}

function asJson(
  { finding, answer, after, states, stuck }: Why,
  driver: string,
  digest: string,
  version: string,
): string {
  const { promise, verdict, run, sealed } = finding;
  const data = {
    schema: 2,
    version,
    digest,
    driver,
    promise,
    verdict,
    stopped: answer.stopped,
    run: run.map(({ step }) => step),
    sealed,
    after,
    states,
    stuck,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
