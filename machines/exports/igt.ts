import { commentLines, cString, inComment, inQuotes, Names } from './c-text.ts';
import { Called, headerOf, type CSuite, type Harness } from './called.ts';
import { attempts, inOneLine, type Walked, type WalkedFile } from './walked.ts';

/** What a path is called in IGT: plain letters and dashes, with its id. */
const subtestName = ({ id, targets }: Walked): string => {
  const [first] = targets;
  const words = (first ?? '')
    .replace(/^\w+:/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return words === '' ? id : `${words.slice(0, 60)}-${id.slice(0, 8)}`;
};

/**
 * Paths in the manner of IGT's test documentation: a comment with TEST and SUBTEST fields, and the
 * steps of each subtest numbered.
 * Source: igt-gpu-tools, docs/test_documentation.md.
 */
export function igtSteps(file: WalkedFile): string {
  const lines = [
    '/**',
    ...field('TEST', `${file.name} ${file.cover}`),
    ...field('Category', 'Core'),
    ...field('Mega feature', 'General Core features'),
    ...field('Sub-category', 'dma_fence'),
    ...field(
      'Description',
      'Made by finite-fence: steps that bring a driver to where a step of its fences counts.',
    ),
  ];
  for (const path of file.paths) lines.push(' *', ...subtest(file, path));
  return `${lines.join('\n')}\n */\n`;
}

const field = (name: string, text: string): string[] => commentLines(`${name}: ${text}`, '  ');

function subtest(file: WalkedFile, path: Walked): string[] {
  const lines = [
    ...field('SUBTEST', subtestName(path)),
    ...field('Description', path.targets.join('; ')),
    ' *',
    ...commentLines(`Setup of '${path.system}', path ${path.id}:`),
    ...places(file.systems[path.system]?.initial ?? {}),
  ];
  for (const { name, says, instrument } of path.clauses) {
    lines.push(' *', ...commentLines(`Clause ${name}: "${says.says}" (${says.file})`, '  '));
    if (instrument === null) continue;
    for (const at of instrument.at) lines.push(...commentLines(`- watch or delay: ${at}`, '  '));
    lines.push(...commentLines(`- if it is not kept: ${instrument.shows}`, '  '));
    if (instrument.nearest !== null)
      lines.push(...commentLines(`- nearest test today: ${instrument.nearest}`, '  '));
  }
  lines.push(' *', ' * Steps:');
  let n = 0;
  const say = (text: string): void => {
    n++;
    lines.push(...commentLines(`${n}. ${text}`, '   '));
  };
  const forbidden = (after: number): void => {
    for (const { told, delayed, needs, clause } of attempts(file, path, after)) {
      say(
        `Try ${told}: it must ${delayed ? 'wait' : 'be refused'}` +
          `${needs === '' ? '' : ` until ${needs}`} (${clause}). Nothing has changed.`,
      );
    }
    for (const { name, brink, tried } of path.clauses)
      if (tried === null && brink === after)
        lines.push(
          ...commentLines(`The brink of ${name}: the steps from here on must still be possible.`),
        );
  };
  forbidden(0);
  for (const walked of path.steps) {
    const { number, parts } = walked;
    const seen = Object.entries(parts)
      .map(([part, { to }]) => `${part} is ${to}`)
      .join(', ');
    say(`${inOneLine(walked)}.${seen === '' ? '' : ` Check: ${seen}.`}`);
    forbidden(number);
  }
  return lines;
}

function places(initial: Readonly<Record<string, string>>): string[] {
  const all = Object.entries(initial)
    .map(([part, state]) => `${part} ${state}`)
    .join(', ');
  return all === '' ? [] : commentLines(all, '  ');
}

const harness: Harness = {
  test: null,
  skip: (format, name) => `igt_skip(${cString(`${format}\n`)}, ${name});`,
};

/**
 * A test in the manner of IGT: its documentation, and a subtest a path; the functions to fill in
 * stand in a file of their own. One that is still empty skips its subtest.
 * Source: igt-gpu-tools, lib/igt_core.h (igt_main, igt_subtest, igt_assert_f, igt_skip).
 * @param base what the files are called, without an ending
 */
export function igtTest(file: WalkedFile, base: string): CSuite {
  const called = new Called(harness);
  const names = new Names('');
  const from = `Made by finite-fence from the ${file.cover} paths of ${file.name}`;
  const subtests = file.paths.map((path) => subtestOf(file, path, called));
  const about = `${from}; it may be made again at any time. What is yours is ${base}.steps.c`;
  const header = `${base}.h`;
  const guard = `${names.of(`finite_fence_${file.name}_${file.cover}`).toUpperCase()}_IGT_H`;
  return {
    cases: `${igtSteps(file)}/* ${inComment(about)} */
#include <string.h>
#include "igt.h"
#include ${inQuotes(header)}

static void expect_state(const char *part, const char *seen, const char *wanted)
{
	igt_assert_f(!strcmp(seen, wanted), "%s: expected %s, found %s\\n", part, wanted, seen);
}

igt_main
{
${subtests.join('\n')}}
`,
    header: headerOf(guard, `${from}; it may be made again at any time.`, called).replace(
      '\n\n',
      '\n\n#include <stdbool.h>\n\n',
    ),
    steps: `/* Yours: finite-fence writes this file once and never again. */
#include "igt.h"
#include ${inQuotes(header)}

${called.stubs()}`,
  };
}

/**
 * A subtest: every step, what must be refused on the way, and where the parts that moved are then.
 */
function subtestOf(file: WalkedFile, path: Walked, called: Called): string {
  const lines: string[] = [];
  const see = (part: string, wanted: string): void => {
    lines.push(`		expect_state(${cString(part)}, ${called.state(part)}, ${cString(wanted)});`);
  };
  const forbidden = (after: number): void => {
    for (const { step, clause } of attempts(file, path, after))
      lines.push(
        `		/* ${inComment(`Must be refused, or wait (${clause})`)} */`,
        `		igt_assert(!${called.step(step)});`,
      );
  };
  for (const [part, at] of Object.entries(file.systems[path.system]?.initial ?? {})) see(part, at);
  forbidden(0);
  for (const walked of path.steps) {
    const { number, step, parts } = walked;
    lines.push(
      `		/* ${inComment(`${number}. ${inOneLine(walked)}`)} */`,
      `		igt_assert(${called.step(step)});`,
    );
    for (const [part, { to }] of Object.entries(parts)) see(part, to);
    forbidden(number);
  }
  return `	igt_subtest(${cString(subtestName(path))}) {\n${lines.join('\n')}\n	}\n`;
}
