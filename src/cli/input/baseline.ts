import { verdicts, type Verdict } from '../../check/finding.ts';
import { Misuse } from '../../system/misuse.ts';
import { readJsonFile } from './read-input.ts';
import type { VerdictJson } from '../../judge/verdict-json.ts';

/** The verdicts of an earlier `--json`, as far as they are compared. */
export type Known = { readonly verdict: Verdict; readonly promises: ReadonlyMap<string, Verdict> };

/** What `check --json` printed earlier, by driver. @throws Misuse in one line. */
export function readBaseline(file: string): ReadonlyMap<string, Known> {
  const { value } = readJsonFile(file);
  const wrong = (what: string): never => {
    throw new Misuse(`${file}: ${what}, expected what 'finite-fence check --json' prints`);
  };
  const verdict = (found: unknown): Verdict =>
    verdicts.includes(found as Verdict)
      ? (found as Verdict)
      : wrong(`found the verdict ${JSON.stringify(found)}`);
  const known = new Map<string, Known>();
  for (const one of (Array.isArray(value) ? value : [value]) as readonly Partial<VerdictJson>[]) {
    if (
      typeof one !== 'object' ||
      one === null ||
      typeof one.driver !== 'string' ||
      !Array.isArray(one.promises)
    )
      return wrong('found no verdicts');
    if (one.schema !== 1) return wrong(`found schema ${JSON.stringify(one.schema)}, not 1`);
    known.set(one.driver, {
      verdict: verdict(one.verdict),
      promises: new Map(one.promises.map((promise) => [promise.name, verdict(promise.verdict)])),
    });
  }
  return known;
}

/** Every verdict that is another than before, one line each. A promise that only one of them has counts too. */
export function changesSince(known: Known, now: VerdictJson): string[] {
  const after = new Map<string, Verdict>(now.promises.map(({ name, verdict }) => [name, verdict]));
  const changed = (what: string, was: Verdict | undefined, is: Verdict | undefined): string[] =>
    was === is ? [] : [`${what}: was ${was ?? 'not asked'}, is ${is ?? 'not asked'}`];
  return [
    ...changed('verdict', known.verdict, now.verdict),
    ...[...new Set([...known.promises.keys(), ...after.keys()])].flatMap((name) =>
      changed(name, known.promises.get(name), after.get(name)),
    ),
  ];
}
