import type { PathFile } from '../path.ts';
import type { Result } from './play.ts';

/** A text in XML: attribute or content. What XML 1.0 cannot hold is shown as U+FFFD. */
export const inXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, (letter) => `&#${letter.codePointAt(0)!};`);

/** A test case of JUnit; `inside` is what stands in it, in XML. */
export type Case = {
  readonly name: string;
  readonly time: number;
  readonly inside: string | null;
  readonly kind: 'passed' | 'failed' | 'skipped';
};
const seconds = (ms: number): string => (ms / 1000).toFixed(3);

/** A file of one suite, as those who gather test results read it. */
export function suite(name: string, cases: readonly Case[]): string {
  const count = (kind: Case['kind']): number => cases.filter((one) => one.kind === kind).length;
  const time = seconds(cases.reduce((sum, one) => sum + one.time, 0));
  const head =
    `name="${inXml(name)}" tests="${cases.length}" failures="${count('failed')}" ` +
    `errors="0" skipped="${count('skipped')}" time="${time}"`;
  const body = cases.map((test) => {
    const open = `    <testcase classname="${inXml(name)}" name="${inXml(test.name)}" time="${seconds(test.time)}"`;
    return test.inside === null ? `${open}/>` : `${open}>${test.inside}</testcase>`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${head}>\n  <testsuite ${head}>` +
    `\n${body.map((line) => `${line}\n`).join('')}  </testsuite>\n</testsuites>\n`
  );
}

/** What became of paths: a test case each. */
export function junitOfResults(name: string, results: readonly Result[]): string {
  return suite(
    name,
    results.map((result): Case => ({
      name: result.name,
      time: result.ms,
      kind: result.failure === null ? 'passed' : 'failed',
      inside: failureOf(result),
    })),
  );
}

/** A failure in XML; null where the path went through. */
function failureOf({ path, failure }: Result): string | null {
  if (failure === null) return null;
  const { kind, number, step, text } = failure;
  const where = `path ${path.id}, step ${number}${step === null ? '' : `, ${step}`}`;
  return `<failure type="${kind}" message="${inXml(text)}">${inXml(where)}</failure>`;
}

/**
 * What a file covers: a test case a target; coverable and not covered is a failure, unreachable is
 * skipped.
 */
export function junitOfCoverage(file: PathFile): string {
  const { uncovered, unreachable, stopped } = file.coverage;
  const covered = [...new Set(file.paths.flatMap(({ targets }) => targets))];
  return suite(`${file.name} ${file.cover}`, [
    ...covered.map((name): Case => ({ name, time: 0, inside: null, kind: 'passed' })),
    ...uncovered.map(({ target, why }): Case => ({
      name: target,
      time: 0,
      kind: 'failed',
      inside: `<failure type="uncovered" message="${inXml(why)}"/>`,
    })),
    ...(stopped === undefined ? [] : [searchEnded(stopped)]),
    ...unreachable.map(({ target, why }): Case => ({
      name: target,
      time: 0,
      kind: 'skipped',
      inside: `<skipped message="${inXml(why)}"/>`,
    })),
  ]);
}

/** A suite of a part of the states is no pass. */
function searchEnded(stopped: string): Case {
  const why = `the search ended early (${stopped}): states that it did not reach are not covered`;
  return {
    name: 'all states were searched',
    time: 0,
    kind: 'failed',
    inside: `<failure type="incomplete" message="${inXml(why)}"/>`,
  };
}
