/**
 * One boot a seeded bug: which suites fail, by the smallest cover, and whether that is what the
 * seed says.
 */
import { join } from 'node:path';

import type { Kill } from '../seeds/seed.ts';
import { boot, type Boot } from './boot.ts';

/**
 * A seeded bug of the kernel, or a mistake of the mock GPU, with the argument that chooses it and
 * the suites that are run.
 */
export type Trial = {
  readonly what: string;
  readonly n: number;
  readonly about: string;
  readonly kill: Kill;
  readonly arg: string;
  readonly filter: string;
  /** What the monitor of runtime verification must not allow: `event on state`. */
  readonly monitor?: string;
};

/** What one boot of a seeded bug showed. */
export type Seen = {
  readonly trial: Trial;
  /** Every suite that failed, with the smallest cover that did. */
  readonly killed: Readonly<Record<string, string>>;
  readonly noise: readonly string[];
  /** What the monitor did not allow, `event on state`, by how often. */
  readonly reactions: Readonly<Record<string, number>>;
  readonly ended: 'halted' | 'panicked' | 'hung';
  /** Its time was over while it still went on: whether a suite would have failed is not known. */
  readonly cutOff: boolean;
  readonly seconds: number;
  readonly asExpected: boolean;
};

const short = (suite: string): string => suite.replace(/^finite_(fence|gpu)_/, '');

/**
 * The suites that fail: of each the first case. One that the kernel died or stood in fails in the
 * case that ran, which is the first where the kernel could not even print its name. One that still
 * went on when its time was over has not failed.
 */
export function failures({
  cases,
  unfinished,
  cutOff,
}: Pick<Boot, 'cases' | 'unfinished' | 'cutOff'>): Readonly<Record<string, string>> {
  const failed: Record<string, string> = {};
  for (const { suite, name, ok } of cases) if (!ok) failed[short(suite)] ??= name;
  if (unfinished !== null && !cutOff)
    failed[short(unfinished.suite)] ??= unfinished.name ?? 'steps';
  return failed;
}

const reacted = /rv: monitor \S+ does not allow event (\w+) on state (\w+)/;

/** Reactions of the monitor, among what a kernel says on its own. */
export function reactionsIn(noise: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const line of noise) {
    const [, event, state] = reacted.exec(line) ?? [];
    if (event === undefined) continue;
    const what = `${event} on ${state}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

/** Whether a bug was noticed as its seed says: by a suite, by the log alone, or by nothing. */
export function judged(
  kill: Kill,
  killed: Readonly<Record<string, string>>,
  noise: readonly string[],
): boolean {
  if ('survives' in kill) return Object.keys(killed).length === 0 && noise.length === 0;
  if (kill.cover === 'log') return Object.keys(killed).length === 0 && noise.length > 0;
  return killed[kill.suite] === kill.cover;
}

/** Seconds of this machine for one suite, and for all of them. */
const ofOne = { seconds: 300, silence: 45 };
const ofAll = { seconds: 900, silence: 90 };

/** Boots an image once a trial, two at a time. */
export async function matrix(
  image: string,
  trials: readonly Trial[],
  logs: string,
  onSeen: (seen: Seen) => void,
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const todo = [...trials];
  const worker = async (): Promise<void> => {
    for (let trial = todo.shift(); trial !== undefined; trial = todo.shift()) {
      const log = join(logs, `${trial.what}-${trial.n}.log`);
      // What says nothing for long hangs; what goes on has time, however busy the machine is.
      const times = trial.filter.endsWith('*') ? ofAll : ofOne;
      const options = { filter: trial.filter, log, args: [trial.arg], ...times };
      const result = outcome(trial, await boot(image, options));
      seen.push(result);
      onSeen(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return seen.toSorted((a, b) => a.trial.n - b.trial.n);
}

function outcome(trial: Trial, ran: Boot): Seen {
  const killed = failures(ran);
  const panicked = ran.noise.some((line) => line.includes('Kernel panic'));
  const finished = ran.unfinished === null && ran.code === 0;
  const ended = finished ? 'halted' : 'hung';
  const reactions = reactionsIn(ran.noise);
  const { monitor } = trial;
  return {
    trial,
    killed,
    noise: ran.noise,
    reactions,
    ended: panicked ? 'panicked' : ended,
    cutOff: ran.cutOff,
    seconds: ran.seconds,
    asExpected:
      !ran.cutOff &&
      judged(trial.kill, killed, ran.noise) &&
      (monitor === undefined || reactions[monitor] !== undefined),
  };
}
