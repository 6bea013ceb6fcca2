import { helpUri, uriOf, type Law, type Problem, type Report } from './report.ts';

/** SARIF 2.1.0: a rule for each law, a result for each problem. */
export function sarif({ laws, asked }: Report, version: string): string {
  const index = new Map(laws.map(({ id }, at) => [id, at]));
  const problems = asked.flatMap((one) => one.problems);
  const run = {
    tool: {
      driver: {
        name: 'finite-fence',
        version,
        informationUri: 'https://www.npmjs.com/package/finite-fence',
        rules: laws.map(ruleOf),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: problems.map((problem) => resultOf(problem, index)),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(law: Law) {
  const uri = helpUri(law);
  return {
    id: law.id,
    shortDescription: { text: law.says },
    ...(uri === null ? {} : { helpUri: uri, help: { text: `${law.file}: ${law.says}` } }),
  };
}

const resultOf = ({ law, level, message, place }: Problem, index: ReadonlyMap<string, number>) => ({
  ruleId: law,
  ...(index.has(law) ? { ruleIndex: index.get(law)! } : {}),
  level,
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(place.file) },
        region: { startLine: place.line, startColumn: place.column },
      },
    },
  ],
});
