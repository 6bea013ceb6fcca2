import { inXml, suite, type Case } from '../../paths/formats/junit.ts';
import type { Asked, Problem, Report } from './report.ts';

/** JUnit XML: a test case for each that was asked; a note alone is no failure. */
export const junit = ({ suite: name, asked }: Report): string => suite(name, asked.map(caseOf));

function caseOf({ name, problems }: Asked): Case {
  const wrong = problems.filter(({ level }) => level !== 'note');
  if (wrong.length === 0) return { name, time: 0, kind: 'passed', inside: null };

  const [{ law, message }] = wrong as [Problem];
  const lines = problems.map(({ place, message: text }) => {
    const { file, line, column } = place;
    return `${file}:${line}:${column}: ${text}`;
  });
  return {
    name,
    time: 0,
    kind: 'failed',
    inside: `<failure type="${inXml(law)}" message="${inXml(message)}">${inXml(lines.join('\n'))}</failure>`,
  };
}
