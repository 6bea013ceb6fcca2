/** All suites on an image, each of which may be the last that its kernel runs. */
import { boot, lastOf, neverBegan, notAsked, type Boot, type Options } from './boot.ts';
import { failing, type Case } from './ktap.ts';
import { Failed } from './linux.ts';
import { say, sayKtap } from './words.ts';

/** What is booted, and for how long; times are seconds of this machine. */
export type Shipped = {
  readonly image: string;
  /** Of the kernel. */
  readonly version: string;
  /** Of suites, as kunit.filter_glob has it. */
  readonly only: string;
  /** Suites that must run. */
  readonly wanted: readonly string[];
  readonly log: string;
  readonly limits?: Limits;
};
/** How long is waited. */
export type Limits = {
  /** For all suites in one boot, and for one suite in a boot of its own. */
  readonly seconds: number;
  readonly alone: number;
  /** Without a line: a piece of a suite takes a few. */
  readonly silence: number;
  /** For all boots that had to be ended, together: after that no other suite is asked. */
  readonly patience: number;
  /** That a kernel may write. */
  readonly bytes?: number;
};
export const usual: Limits = { seconds: 900, alone: 120, silence: 90, patience: 900 };

/** What a kernel that has not halted leaves behind: the case in which it stood, or how it ended. */
const inMidst = ({ unfinished, fate, cutOff }: Boot, suite: string): Case =>
  unfinished === null
    ? failing(suite, fate ?? 'did not run', cutOff)
    : failing(unfinished.suite, unfinished.name ?? 'before its first case', cutOff);

/** A pattern of KUnit's, `suite` or `suite.case`, as it fits the names of suites. */
export function fits(glob: string): (suite: string) => boolean {
  const [suites = ''] = glob.split('.');
  const pattern = suites
    .replace(/[\\^$+(){}|]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const whole = new RegExp(`^${pattern}$`);
  return (suite) => whole.test(suite);
}

/**
 * A case that fails where a kernel has not come to its end, and none where it has; says how it
 * ended. `suite`: where no suite has begun.
 */
export function notToItsEnd(booted: Boot, suite: string): readonly Case[] {
  const { unfinished, fate, log } = booted;
  if (unfinished === null && fate === null) return [];
  const where =
    unfinished === null ? suite : `${unfinished.suite}, ${unfinished.name ?? 'before its cases'}`;
  say(`# the kernel ${fate ?? 'ended'} in ${where}; its last lines:`);
  say(`${lastOf(booted)}\n# the whole log is ${log}`);
  return [inMidst(booted, suite)];
}

/**
 * All suites in one boot; if the kernel does not get to the end of them, each that is left in a
 * boot of its own. Every suite in which a kernel ended, or that has not run, is a case that failed.
 * @throws Failed if the kernel does not come to its first suite
 */
export async function asShipped(
  { image, version, only, wanted, log, limits = usual }: Shipped,
  bootWith: Pick<Options, 'onLine'> = { onLine: sayKtap },
): Promise<Boot> {
  const { seconds, silence, bytes } = limits;
  const most = { silence, ...bootWith, ...(bytes === undefined ? {} : { bytes }) };
  const first = await boot(image, { filter: only, log, seconds, ...most });
  if (neverBegan(first))
    throw new Failed(
      `Linux ${version} ${first.fate ?? 'ended'} before its first suite; its last lines:\n${lastOf(first)}`,
      log,
    );
  if (first.unfinished === null && first.fate === null) return first;

  const began = new Set(first.cases.map(({ suite }) => suite));
  if (first.unfinished !== null) began.add(first.unfinished.suite);
  const left = wanted.filter((suite) => fits(only)(suite) && !began.has(suite));
  const cases = [...first.cases, ...notToItsEnd(first, only)];
  if (left.length > 0) say(`# ${left.length} other suites have a boot each`);
  const rest = await eachAlone(left, {
    lost: first.late ? first.seconds : 0,
    patience: limits.patience,
    bootOf(suite) {
      const filter = suite + (only.includes('.') ? only.slice(only.indexOf('.')) : '');
      const own = log.replace(/log$/, `${suite}.log`);
      return boot(image, { filter, log: own, seconds: limits.alone, ...most });
    },
  });
  return {
    ...first,
    cases: [...cases, ...rest.cases],
    noise: [...first.noise, ...rest.noise],
  };
}

type Alone = {
  /** Seconds of boots that had to be ended, and how many there may be. */
  readonly lost: number;
  readonly patience: number;
  readonly bootOf: (suite: string) => Promise<Boot>;
};

/** Suites with a boot each, until patience is over. */
async function eachAlone(
  suites: readonly string[],
  { lost: before, patience, bootOf }: Alone,
): Promise<Pick<Boot, 'cases' | 'noise'>> {
  const cases: Case[] = [];
  const noise: string[] = [];
  let lost = before;
  for (const suite of suites) {
    if (lost > patience) {
      cases.push(failing(suite, notAsked, true));
      continue;
    }
    const booted = await bootOf(suite);
    const bad = notToItsEnd(booted, suite);
    cases.push(...booted.cases, ...bad);
    if (booted.cases.length + bad.length === 0) cases.push(failing(suite, 'did not run'));
    noise.push(...booted.noise);
    if (booted.late) lost += booted.seconds;
  }
  return { cases, noise };
}
