import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clauseIds, hazardIds } from '../../machines/description/ids.ts';
import { github } from '../../src/cli/report/github.ts';
import { junit } from '../../src/cli/report/junit.ts';
import { helpUri, uriOf, type Report } from '../../src/cli/report/report.ts';
import { sarif } from '../../src/cli/report/sarif.ts';
import { without } from '../peers.ts';
import { cli, file } from './in-process.ts';

const bad =
  '{\n  "driver": "<bad> & \\"co\\"",\n  "options": ["preempt"],\n  "without": ["preempt/while-faulted"]\n}\n';
const good = { driver: 'good', options: ['preempt'] };

type Sarif = {
  $schema: string;
  version: string;
  runs: {
    tool: {
      driver: {
        name: string;
        version: string;
        rules: { id: string; shortDescription: { text: string }; helpUri?: string }[];
      };
    };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: {
        physicalLocation: {
          artifactLocation: { uri: string };
          region: { startLine: number; startColumn: number };
        };
      }[];
    }[];
  }[];
};

const leftOut = without('python3');

/** What an XML parser makes of it. */
function parsed(xml: string): { cases: string[]; failures: string[]; counts: string } {
  const program = `import sys, json, xml.etree.ElementTree as e
t = e.fromstring(sys.stdin.buffer.read())
s = t[0]
print(json.dumps({
  "cases": [c.get("name") for c in s],
  "failures": [f.get("message") for f in s.iter("failure")],
  "counts": s.get("tests") + " " + s.get("failures"),
}))`;
  const { stdout, stderr } = spawnSync('python3', ['-c', program], {
    input: xml,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as ReturnType<typeof parsed>;
}

/** The members that the schema of SARIF 2.1.0 requires, and what GitHub reads. */
function asSarif(text: string): Sarif['runs'][number] {
  const { $schema, version, runs } = JSON.parse(text) as Sarif;
  expect([$schema, version, runs.length]).toEqual([
    'https://json.schemastore.org/sarif-2.1.0.json',
    '2.1.0',
    1,
  ]);
  const [
    {
      tool: {
        driver: { name, version: ours, rules },
      },
      results,
    },
  ] = runs as [Sarif['runs'][number]];
  expect(name).toBe('finite-fence');
  expect(ours).toMatch(/^\d+\.\d+\.\d+/);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule.shortDescription.text.length).toBeGreaterThan(0);
    if (rule.helpUri !== undefined) expect(new URL(rule.helpUri).protocol).toBe('https:');
  }
  for (const { ruleId, ruleIndex, level, message, locations } of results) {
    expect(rules[ruleIndex]!.id).toBe(ruleId);
    expect(['error', 'warning', 'note']).toContain(level);
    expect(message.text.length).toBeGreaterThan(0);
    for (const {
      physicalLocation: {
        artifactLocation: { uri },
        region,
      },
    } of locations) {
      expect(uri).not.toMatch(/^\/|[\s\\"<>]/);
      expect(Math.min(region.startLine, region.startColumn)).toBeGreaterThan(0);
    }
  }
  return runs[0]!;
}

describe('check --format', () => {
  const place = file(bad, 'a b%.json');
  it.skipIf(leftOut)('junit: a case a driver, those that are not as expected fail', async () => {
    const { code, out } = await cli('check', place, file(good), '--format', 'junit');
    expect(code).toBe(1);
    const { cases, failures, counts } = parsed(out);
    expect([cases, counts]).toEqual([['<bad> & "co"', 'good'], '2 1']);
    expect(failures[0]).toMatch(
      /^<bad> & "co": fence-signals\[1\]: deadlock.*This alone would make it finite: keep preempt\/while-faulted\.$/s,
    );
  });

  it('sarif: a rule for every clause and hazard, results at the words that make it bad', async () => {
    const { code, out } = await cli('check', place, 'msm', '--format', 'sarif');
    expect(code).toBe(1);
    const { tool, results } = asSarif(out);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['fence-signals', ...clauseIds, ...hazardIds]),
    );
    expect(
      results.map(({ ruleId, level, locations: [location] }) => [
        ruleId,
        level,
        location!.physicalLocation.region.startLine,
        location!.physicalLocation.region.startColumn,
      ]),
    ).toEqual([
      ['fence-signals', 'error', 4, 3],
      ['preempt/while-faulted', 'note', 4, 15],
    ]);
    const { uri } = results[0]!.locations[0]!.physicalLocation.artifactLocation;
    expect(uri).toMatch(/\/a%20b%25\.json$/);
    expect(decodeURIComponent(uri)).toBe(relative('.', place));
  });

  it('github: a line each, with what GitHub escapes', async () => {
    const { out } = await cli('check', place, '--format', 'github');
    const file = relative('.', place).replace('%', '%25');
    expect(out.split('\n').map((line) => line.slice(0, line.indexOf('::', 2)))).toEqual([
      `::error file=${file},line=4,col=3,title=<bad> & "co"%3A fence-signals`,
      `::notice file=${file},line=4,col=15,title=<bad> & "co"%3A preempt/while-faulted`,
      '',
    ]);
    expect((await cli('check', 'msm', '--format', 'github')).out).toBe('');
  });

  it.skipIf(leftOut)('json is --json, text is what there is without', async () => {
    expect((await cli('check', place, '--format', 'json')).out).toBe(
      (await cli('check', place, '--json')).out,
    );
    expect((await cli('check', 'msm', '--format', 'text')).out).toBe(
      (await cli('check', 'msm')).out,
    );
    expect(await cli('check', 'msm', '--json', '--format', 'sarif')).toEqual({
      code: 2,
      out: '',
      err: 'finite-fence: --json and --format sarif: expected one of the two\n',
    });
    expect((await cli('check', 'msm', '--format', 'xml')).err).toMatch(
      /--format: found 'xml', expected one of text, json, junit, sarif, github/,
    );
  });

  it.each([
    ['incomplete', [file(good), '--max-states', '200'], 3, 'incomplete', 'warning'],
    [
      'another verdict than expected',
      [file({ ...good, expect: 'deadlock' })],
      1,
      'expected',
      'error',
    ],
    [
      'what has changed',
      [
        file(good),
        '--baseline',
        file([{ schema: 1, driver: 'good', verdict: 'deadlock', promises: [] }]),
      ],
      1,
      'changed',
      'error',
    ],
  ])('%s', async (_, argv, code, law, level) => {
    const said = await cli('check', ...argv, '--format', 'sarif');
    expect(said.code).toBe(code);
    expect(asSarif(said.out).results[0]).toMatchObject({ ruleId: law, level });
    expect(parsed((await cli('check', ...argv, '--format', 'junit')).out).counts).toBe('1 1');
  });

  it('fills no file in part where an input is bad', async () => {
    for (const format of ['junit', 'sarif', 'github'])
      expect(await cli('check', place, '/no/such', '--format', format)).toEqual({
        code: 2,
        out: '',
        err: 'finite-fence: /no/such: there is no such file\n',
      });
  });
});

it.skipIf(leftOut)('litmus --format', async () => {
  const { code, out } = await cli('litmus', 'PREEMPT+not', '--format', 'junit');
  expect([code, parsed(out).counts]).toEqual([0, '3 0']);
  const { tool, results } = asSarif((await cli('litmus', 'PREEMPT+not', '--format', 'sarif')).out);
  expect([tool.driver.rules.map(({ id }) => id).includes('O-1'), results]).toEqual([true, []]);
  expect((await cli('litmus', 'PREEMPT+not', '--list')).out.split('\n')).toHaveLength(4);
});

it.skipIf(leftOut)('paths --check --format', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'finite-fence-report-'));
  expect((await cli('paths', 'preempt', '--cover', 'steps', '--out', dir)).code).toBe(0);
  expect(parsed((await cli('paths', '--check', dir, '--format', 'junit')).out).counts).toMatch(
    /^\d+ 0$/,
  );
  const name = join(dir, 'preempt.steps.json');
  const made = JSON.parse(readFileSync(name, 'utf8')) as {
    systems: Record<string, { described: { options: string[] } }>;
  };
  made.systems['preempt']!.described.options = ['flush'];
  writeFileSync(name, JSON.stringify(made));
  const { code, out } = await cli('paths', '--check', dir, '--format', 'sarif');
  expect(code).toBe(1);
  expect(asSarif(out).results[0]).toMatchObject({ ruleId: 'path-fits', level: 'error' });
  expect((await cli('paths', '--check', dir, '--format', 'github')).out).toMatch(
    /^::error file=.*preempt\.steps\.json,line=1,col=1,title=.*%3A [0-9a-f]{16}%3A path-fits::/m,
  );
  expect(
    (JSON.parse((await cli('paths', '--check', dir, '--format', 'json')).out) as { schema: number })
      .schema,
  ).toBe(2);
  expect(await cli('paths', '--check', dir, '--format', 'kunit')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining("unknown format 'kunit'; did you mean 'junit'?") as string,
  });
});

describe('whatever a name holds', () => {
  const nasty = 'a:b,c%d\r\ne<f>&"\'\u0001\u{1f512}\ud800';
  const report: Report = {
    suite: nasty,
    laws: [{ id: nasty, says: nasty, file: nasty }],
    asked: [
      {
        name: nasty,
        problems: [
          {
            law: nasty,
            level: 'error',
            message: nasty,
            place: { file: `x ${nasty.slice(0, 8)}`, line: 1, column: 1 },
          },
        ],
      },
    ],
  };
  it('is one command for GitHub', () => {
    expect(github(report)).toMatch(
      /^::error file=x a%3Ab%2Cc%25d%0D,line=1,col=1,title=a%3Ab%2Cc%25d%0D%0Ae<f>[^:\n]*::a:b,c%25d%0D%0Ae[^\n]*\n$/u,
    );
  });
  it.skipIf(leftOut)('is XML', () => {
    expect(parsed(junit(report)).cases[0]).toMatch(/^a:b,c%d\r\ne<f>&"'\ufffd/);
  });
  it('is SARIF', () => {
    expect(asSarif(sarif(report, '1.0.0')).results).toHaveLength(1);
  });
  it('has a page where the kernel has one', () => {
    expect(helpUri({ file: 'Documentation/driver-api/dma-buf.rst' })).toBe(
      'https://docs.kernel.org/driver-api/dma-buf.html',
    );
    expect(helpUri({ file: 'mm/page_alloc.c' })).toMatch(
      /^https:\/\/git\.kernel\.org\/.*\/tree\/mm\/page_alloc\.c$/,
    );
    expect(uriOf('a b/ü#?.json')).toBe('a%20b/%C3%BC%23%3F.json');
  });
});
