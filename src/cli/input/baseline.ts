import { verdicts, type Verdict } from '../../check/finding.ts';
import { currentVerdict } from '../../judge/earlier-verdict.ts';
import { differ, type Answer, type Stopped } from '../../judge/outcome.ts';
import type { VerdictJson } from '../../judge/verdict-json.ts';
import { Misuse } from '../../system/misuse.ts';
import { exit, type Exit } from '../../text/exit.ts';
import { readJsonFile } from './read-input.ts';

/** The verdicts of an earlier `--json`, as far as they are compared. */
export type Known = {
  readonly verdict: Verdict;
  readonly promises: ReadonlyMap<string, Verdict>;
  /** Where a job may hang on the hardware for ever; empty in a file that does not tell it. */
  readonly hanging: ReadonlyMap<string, Verdict>;
  /** Null in a file of schema 1, where the verdict says all that is known. */
  readonly stopped: Stopped;
};

/** What `check --json` printed earlier, by driver. */
export type Baseline = ReadonlyMap<string, Known>;

/** Reads a file that `check --json` wrote, of schema 2 or 1. @throws Misuse in one line */
export function readBaseline(file: string): Baseline {
  const { value } = readJsonFile(file);
  const known = new Map<string, Known>();
  for (const one of Array.isArray(value) ? value : [value]) {
    const [driver, verdicts] = knownFrom(file, currentVerdict(one));
    known.set(driver, verdicts);
  }
  return known;
}

/** @throws Misuse */
function knownFrom(file: string, value: unknown): readonly [driver: string, known: Known] {
  const wrong = (found: string): never => {
    throw new Misuse(`${file}: found ${found}, expected what 'finite-fence check --json' prints`);
  };
  const verdict = (value: unknown): Verdict =>
    verdicts.includes(value as Verdict)
      ? (value as Verdict)
      : wrong(`the verdict ${JSON.stringify(value)}`);

  if (typeof value !== 'object' || value === null) return wrong('no verdicts');
  const verdictJson = value as Partial<VerdictJson>;
  if (typeof verdictJson.driver !== 'string' || !Array.isArray(verdictJson.promises))
    return wrong('no verdicts');
  if (verdictJson.schema !== 2)
    return wrong(`schema ${JSON.stringify(verdictJson.schema)}, which is neither 1 nor 2`);

  const verdictsOf = (some: readonly { readonly name: string; readonly verdict: Verdict }[]) =>
    new Map(some.map((promise) => [promise.name, verdict(promise.verdict)] as const));
  const hanging = verdictJson.hanging?.promises;
  return [
    verdictJson.driver,
    {
      verdict: verdict(verdictJson.verdict),
      promises: verdictsOf(verdictJson.promises as VerdictJson['promises']),
      hanging: verdictsOf(Array.isArray(hanging) ? hanging : []),
      stopped: verdictJson.stopped ?? null,
    },
  ];
}

/**
 * What has changed, one line each, and the exit code: a search that ended early is never unchanged.
 */
export function compareWith(
  known: Known,
  now: VerdictJson,
): { readonly changed: readonly string[]; readonly code: Exit } {
  const after = new Map(now.promises.map(({ name, verdict }) => [name, verdict]));
  const pairs = [
    ['verdict', known.verdict, now.verdict] as const,
    ...[...new Set([...known.promises.keys(), ...after.keys()])].map(
      (name) => [name, known.promises.get(name), after.get(name)] as const,
    ),
    // Only what both tell: it is not asked of a fence that is lost without hardware that hangs.
    ...(now.hanging?.promises ?? [])
      .filter(({ name }) => known.hanging.has(name))
      .map(
        ({ name, verdict }) =>
          [`${name} if the hardware hangs for ever`, known.hanging.get(name), verdict] as const,
      ),
  ];
  const changed = pairs
    .filter(([, was, is]) => isAnother(known, was, now, is))
    .map(([what, was, is]) => `${what}: was ${was ?? 'not asked'}, is ${is ?? 'not asked'}`);

  if (changed.length > 0) return { changed, code: exit.problem };
  return { changed, code: isCut(now) ? exit.ranOut : exit.asExpected };
}

/**
 * Whether a search ended early that could have given another verdict, of the driver or of one of
 * its promises.
 */
const isCut = (now: VerdictJson): boolean =>
  now.stopped !== null &&
  (!now.decided || now.promises.some(({ verdict }) => verdict !== 'deadlock'));

/**
 * Whether a verdict is certainly another than it was. A promise that only one of them has counts
 * too.
 */
function isAnother(
  known: Known,
  was: Verdict | undefined,
  now: VerdictJson,
  is: Verdict | undefined,
): boolean {
  if (was === undefined || is === undefined || now.stopped === null) return was !== is;

  // A deadlock that was seen is one in the whole system.
  const answer = (verdict: Verdict, stopped: Stopped): Answer => ({
    verdict,
    stopped: verdict === 'deadlock' ? null : stopped,
    mayBreak: false,
  });
  return differ(answer(was, known.stopped), answer(is, now.stopped)) === true;
}
