/** Paths as a KUnit suite. */
import { commentLines, cString, inComment, inQuotes, Names } from './c-text.ts';
import { Called, headerOf, type CSuite, type Harness } from './called.ts';
import { attempts, inOneLine, type Walked, type WalkedFile } from './walked.ts';

const harness: Harness = {
  test: ['struct kunit *test', 'test'],
  skip: (format, name) => `kunit_skip(test, ${cString(format)}, ${name});`,
};

/**
 * A KUnit suite: one case a path, one function a step and one a part for the driver's author to
 * fill in, in a file of their own. A function that is still empty skips its case, so that nothing
 * passes before it is written.
 * Source: include/kunit/test.h (KUNIT_CASE, kunit_test_suite), v7.0.
 * @param base what the files are called, without an ending
 */
export function kunitSuite(file: WalkedFile, base: string): CSuite {
  const called = new Called(harness);
  const cases = new Names('path_');
  const bodies = file.paths.map((path) =>
    body(
      file,
      path,
      cases.of(`${path.id} ${path.system}`),
      (name) => called.step(name),
      (name) => called.state(name),
    ),
  );
  const suite = new Names('').of(`finite_fence_${file.name}_${file.cover}`);
  const from = `Made by finite-fence from the ${file.cover} paths of ${file.name}`;
  const header = `${base}.h`;
  const text = `// SPDX-License-Identifier: GPL-2.0
/*
${commentLines(`${from}; it may be made again at any time. What is yours is ${base}.steps.c`).join('\n')}
 */
#include <kunit/test.h>
#include ${inQuotes(header)}

/* What is expected after each step. */
#define EXPECT_STATE(test, seen, wanted) KUNIT_EXPECT_STREQ(test, seen, wanted)

${bodies.join('\n')}
static struct kunit_case ${suite}_cases[] = {
${[...cases.all.values()].map((name) => `	KUNIT_CASE(${name}),\n`).join('')}	{}
};

static struct kunit_suite ${suite} = {
	.name = ${cString(`finite_fence_${file.name}_${file.cover}`)},
	.test_cases = ${suite}_cases,
};
kunit_test_suite(${suite});

MODULE_LICENSE("GPL");
`;
  return {
    cases: text,
    header: headerOf(
      `${suite.toUpperCase()}_H`,
      `${from}; it may be made again at any time.`,
      called,
    ),
    steps: `// SPDX-License-Identifier: GPL-2.0
/* Yours: finite-fence writes this file once and never again. */
#include <kunit/test.h>
#include ${inQuotes(header)}

${called.stubs()}`,
  };
}

type Call = (name: string) => string;

/**
 * One case: every step, what must be refused on the way, and where the parts that moved are then.
 */
function body(file: WalkedFile, path: Walked, name: string, step: Call, state: Call): string {
  const lines: string[] = [];
  const see = (part: string, wanted: string): void => {
    lines.push(`	EXPECT_STATE(test, ${state(part)}, ${cString(wanted)});`);
  };
  const forbidden = (after: number): void => {
    for (const attempt of attempts(file, path, after)) {
      const must = attempt.delayed ? 'Must wait' : 'Must be refused';
      const until = attempt.needs === '' ? '' : ` until ${attempt.needs}`;
      const what = attempt.told === attempt.step ? '' : `${attempt.told}: `;
      lines.push(`	/* ${inComment(`${what}${must}${until} (${attempt.clause})`)} */`);
      lines.push(`	KUNIT_EXPECT_FALSE(test, ${step(attempt.step)});`);
    }
  };
  for (const [part, at] of Object.entries(file.systems[path.system]?.initial ?? {})) see(part, at);
  forbidden(0);
  for (const walked of path.steps) {
    const { number, step: done, parts } = walked;
    lines.push(
      '',
      `	/* ${inComment(`${number}. ${inOneLine(walked)}`)} */`,
      `	KUNIT_ASSERT_TRUE(test, ${step(done)});`,
    );
    for (const [part, { to }] of Object.entries(parts)) see(part, to);
    forbidden(number);
  }
  const about = [
    `Path ${path.id} of '${path.system}': ${path.targets.join('; ')}`,
    ...path.clauses.flatMap(({ name: clause, says, instrument }) => [
      `${clause}: "${says.says}" (${says.file})`,
      ...(instrument === null
        ? []
        : [
            `Watch or delay: ${instrument.at.join('; ')}`,
            `If it is not kept: ${instrument.shows}`,
          ]),
    ]),
  ];
  return `/*
${about.flatMap((text) => commentLines(text, '  ')).join('\n')}
 */
static void ${name}(struct kunit *test)
{
${lines.join('\n')}
}
`;
}
