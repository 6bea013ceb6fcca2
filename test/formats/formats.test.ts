import { piecesOf, type Text } from '../../src/cli/paths/path-write.ts';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { commentLines, cString, inComment } from '../../machines/exports/c-text.ts';
import type { CSuite } from '../../machines/exports/called.ts';
import { igtSteps, igtTest } from '../../machines/exports/igt.ts';
import { kunitSuite } from '../../machines/exports/kunit.ts';
import { formats } from '../../src/cli/paths/path-formats.ts';
import { adapterFor } from '../example-driver/adapter.ts';
import { described, suitesOf } from '../example-driver/suites.ts';
import { junitOfCoverage, junitOfResults } from '../../src/paths/formats/junit.ts';
import { inMermaid, mermaidPage } from '../../src/paths/formats/mermaid.ts';
import { play } from '../../src/paths/formats/play.ts';
import { vitestFile } from '../../src/paths/formats/vitest-file.ts';
import { evil, lamp, nastyNames } from './files.ts';

const real = suitesOf(described[1]!);
const files = [...real, lamp, ...evil];

/** What a C compiler says of a text; empty: nothing. */
function gcc(text: string): string {
  const stub = new URL('./kunit-stub', import.meta.url).pathname;
  const { stderr, status, error } = spawnSync(
    'gcc',
    [
      '-fsyntax-only',
      '-std=gnu11',
      '-Wall',
      '-Wextra',
      '-Wno-unused-parameter',
      '-Wno-trigraphs',
      '-Werror',
      '-I',
      stub,
      '-x',
      'c',
      '-',
    ],
    { input: text, encoding: 'utf8' },
  );
  if (error !== undefined) throw error;
  return status === 0 ? '' : stderr || `exit ${String(status)}`;
}

/** The texts of a format, one after the other. */
const textOf = (texts: ReadonlyMap<string, Text>): string =>
  [...texts.values()].flatMap((text) => [...piecesOf(text)]).join('');

test('there are files to write', () => {
  expect(real.map(({ cover }) => cover)).toEqual(['clauses', 'steps', 'transitions']);
  expect(evil.length).toBeGreaterThan(10);
});

test('every format gives the same bytes for the same file, and names of its own', () => {
  const names = new Set<string>();
  for (const [format, write] of Object.entries(formats)) {
    for (const file of real) {
      const [first, second] = [write(file), write(JSON.parse(JSON.stringify(file)) as typeof file)];
      expect([...second.keys()], format).toEqual([...first.keys()]);
      expect(textOf(second), format).toBe(textOf(first));
      for (const name of first.keys()) names.add(name);
      for (const { id } of file.paths)
        if (format !== 'junit')
          expect(textOf(first)).toContain(format === 'igt' ? id.slice(0, 8) : id);
    }
  }
  expect(names.size).toBe(13 * real.length);
});

/** What a C compiler says of the two files of a suite, each with the header in the place of its include. */
const compiled = ({ cases, header, steps }: CSuite): string =>
  [cases, steps]
    .map((text) => gcc(text.replace(/#include "base\.h"\n/, header)))
    .filter((said) => said !== '')
    .join('\n');

test('a KUnit suite is read by a C compiler, whatever names there are', () => {
  for (const file of files) expect(compiled(kunitSuite(file, 'base')), file.name).toBe('');
  const broken = kunitSuite(lamp, 'base');
  const steps = broken.steps.replace('kunit_skip(test', 'kunit_skip(tset');
  expect(compiled({ ...broken, steps })).toContain('tset');
});

test('an IGT test is read by a C compiler, whatever names there are', () => {
  for (const file of files) expect(compiled(igtTest(file, 'base')), file.name).toBe('');
  const { cases, steps, header } = igtTest(lamp, 'base');
  expect(cases).toContain('igt_subtest("');
  expect(cases).not.toContain('igt_skip');
  expect(steps).toContain('igt_skip("%s is not written yet\\012", "press");');
  expect(header).toContain('bool do_press(int i);');
});

test('IGT steps are one C comment, whatever names there are, with every step numbered', () => {
  for (const file of files) {
    const text = igtSteps(file);
    expect(text.indexOf('*/')).toBe(text.length - 3);
    expect(text.slice(3)).not.toContain('/*');
    expect(gcc(`${text}int x;\n`), file.name).toBe('');
    expect(text.split('\n').filter((line) => !/^(\/\*\*| \*( .*)?| \*\/|)$/.test(line))).toEqual(
      [],
    );
  }
  expect(igtSteps(lamp)).toContain(
    ' * 1. somebody: press[1]. Check: lamp[1] is on.\n * 2. Try unplug[1]: it must wait ' +
      'until something (lamp/clause). Nothing has\n *    changed.\n * 3. somebody: ' +
      'press[1].',
  );
  expect(igtSteps(real[0]!)).toContain('watch or delay: drivers/gpu/drm/xe/xe_hw_engine_group.c');
});

test('C text is escaped', () => {
  expect(inComment('*/ /* a*//b')).not.toMatch(/\*\/|\/\*/);
  expect(commentLines(`${'* '.repeat(50)}/ ${'x'.repeat(90)}`).join('\n')).not.toMatch(/\*\/|\/\*/);
  expect(cString('a"\\?\n1é')).toBe('"a\\042\\134\\077\\0121\\303\\251"');
});

/** The lines of a sequence diagram that we use. */
const forms = [
  /^sequenceDiagram$/,
  /^  (actor|participant) [ap]\d+ as [^;%<>{}"`:]+$/,
  /^  [ap]\d+->>[ap]\d+: .+$/,
  /^  Note over [ap]\d+(,[ap]\d+)?: .+$/,
];

test('a sequence diagram has no line but its own, whatever names there are', () => {
  let seen = 0;
  for (const file of files) {
    const page = mermaidPage(file);
    const blocks = page.split('```');
    expect(blocks.length, file.name).toBe(2 * file.paths.length + 1);
    for (const block of blocks.filter((_, at) => at % 2 === 1)) {
      const [kind, ...lines] = block.trimEnd().split(/[\n\r\u2028\u2029]/);
      expect(kind).toBe('mermaid');
      for (const line of lines) {
        seen++;
        expect(line.replace(/#\d+;/g, '_'), line).toSatisfy((text: string) =>
          forms.some((form) => form.test(text)),
        );
        expect(line.replace(/#\d+;/g, '_').replace('->>', '')).not.toMatch(/[;%<>{}"`#]/);
      }
    }
  }
  expect(seen).toBeGreaterThan(200);
  expect(inMermaid('a;b#c\n%%')).toBe('a#59;b#35;c #37;#37;');
});

/** Reads as much XML as JUnit has; throws on what is not well-formed. Gives the attributes of each element. */
function xml(
  text: string,
): { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] {
  const open: string[] = [];
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  expect(body).not.toBe(text);
  // eslint-disable-next-line no-control-regex
  expect(body).not.toMatch(
    new RegExp(
      String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|` +
        String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`,
    ),
  );
  const token = /<\/(\w+)>|<(\w+)((?: \w+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  const decoded = (raw: string): string => {
    expect(raw.replace(/&#\d+;/g, '')).not.toContain('&');
    return raw.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  };
  for (let offset = 0; offset < body.length; offset = token.lastIndex) {
    const [, close, name, attributes, empty, plain] = token.exec(body) ?? [];
    if (close !== undefined) expect(open.pop()).toBe(close);
    else if (name !== undefined) {
      elements.push({
        name,
        attributes: Object.fromEntries(
          [...attributes!.matchAll(/ (\w+)="([^"]*)"/g)].map(([, key, raw]) => [
            key!,
            decoded(raw!),
          ]),
        ),
      });
      if (empty === '') open.push(name);
    } else if (plain !== undefined) decoded(plain);
    else throw new Error(`not XML at ${offset}: ${body.slice(offset, offset + 40)}`);
  }
  expect(open).toEqual([]);
  return elements;
}

test('JUnit XML is well-formed and says what was found, whatever names there are', async () => {
  for (const file of files)
    expect(xml(junitOfCoverage(file)).filter(({ name }) => name === 'testcase').length).toBe(
      new Set(file.paths.flatMap(({ targets }) => targets)).size + file.coverage.unreachable.length,
    );
  const name = nastyNames[3]!;
  expect(
    xml(junitOfCoverage(evil[3]!)).find((one) => one.name === 'testcase')?.attributes['name'],
  ).toBe(name);
  const uncovered = {
    ...lamp,
    coverage: {
      ...lamp.coverage,
      uncovered: [{ target: 'a', why: 'too <far>' }],
      unreachable: [{ target: 'b', why: 'nowhere' }],
    },
  };
  expect(xml(junitOfCoverage(uncovered))[0]?.attributes).toMatchObject({
    tests: '3',
    failures: '1',
    skipped: '1',
  });
  const results = await Promise.all(
    real[0]!.paths.map((path) =>
      play(real[0]!, path, adapterFor(['publishes before the flush is done'])),
    ),
  );
  const read = xml(junitOfResults('flush "x"', results));
  expect(read[0]?.attributes).toMatchObject({
    name: 'flush "x"',
    tests: String(results.length),
    failures: String(results.filter(({ failure }) => failure !== null).length),
  });
  expect(read.find((one) => one.name === 'failure')?.attributes['message']).toContain(
    'see_flushed[1]',
  );
});

test('a Vitest file is plain JavaScript, whatever names there are', () => {
  for (const file of files) {
    const text = vitestFile(file, `${file.name}.json`, 'adapter.ts');
    const statements = text
      .replace(/^import .*$/gm, '')
      .replace('const paths: unknown', 'const paths')
      .replaceAll('import.meta.url', "'file:///x/'");
    let title = '';
    let read = '';
    // The text that is checked is our own output.
    // oxlint-disable-next-line no-new-func
    new Function('testPaths', 'adapter', 'readFileSync', 'URL', statements)(
      (_: unknown, __: unknown, options: { title: string }) => {
        title = options.title;
      },
      {},
      (url: string) => {
        read = url;
        return '{}';
      },
      class {
        constructor(url: string) {
          return Object(url) as object;
        }
      },
    );
    expect(title).toBe(`${file.name} ${file.cover}`);
    expect(String(read)).toBe(`./${file.name}.json`);
  }
});
