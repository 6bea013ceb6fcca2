import { commentLines, cString, inComment, Names } from './c-text.ts';
import { attempts, numbered, type Walked, type WalkedFile } from './walked.ts';

/**
 * A KUnit suite: one case a path, one function a step and one a part for the driver's author to
 * fill in. A function that is still empty skips its case, so that nothing passes before it is
 * written.
 * Source: include/kunit/test.h (KUNIT_CASE, kunit_test_suite), v7.0.
 */
export function kunitSuite(file: WalkedFile): string {
  const steps = new Names('do_');
  const states = new Names('state_of_');
  const cases = new Names('path_');
  const numbers = new Map<string, number>();
  const call = (names: Names, name: string): string => {
    const { of, numbers: given } = numbered(name);
    // One name with one count of numbers and with another are two functions.
    const first = numbers.get(names.of(of)) ?? given.length;
    const called = names.of(first === given.length ? of : `${of} of ${given.length}`);
    numbers.set(called, given.length);
    return `${called}(test${given.map((one) => `, ${one}`).join('')})`;
  };
  const bodies = file.paths.map((path) =>
    body(
      file,
      path,
      `${cases.of(`${path.id} ${path.system}`)}`,
      (name) => call(steps, name),
      (name) => call(states, name),
    ),
  );
  const parameters = (called: string): string =>
    Array.from({ length: numbers.get(called) ?? 0 }, (_, n) => `, int ${'ijk'[n] ?? `n${n}`}`).join(
      '',
    );
  const suite = new Names('').of(`finite_fence_${file.name}_${file.cover}`);
  const about =
    `Made by finite-fence from the ${file.cover} paths of ${file.name}. ` +
    'Fill in the functions above the cases.';
  return `// SPDX-License-Identifier: GPL-2.0
/*
${commentLines(about).join('\n')}
 */
#include <kunit/test.h>

/* What is expected after each step. */
#define EXPECT_STATE(test, seen, wanted) KUNIT_EXPECT_STREQ(test, seen, wanted)

${[...steps.all].map(([text, called]) => stepStub(text, called, parameters(called))).join('\n')}
${[...states.all].map(([text, called]) => stateStub(text, called, parameters(called))).join('\n')}
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
}

/** The function of a step, to be filled in. @param parameters `', int i'` for each of its numbers */
const stepStub = (text: string, called: string, parameters: string): string => `/* ${inComment(
  text,
)}: true if it was done; false if it was refused, or would wait. */
static bool ${called}(struct kunit *test${parameters})
{
	kunit_skip(test, "%s is not written yet", ${cString(text)});
	return false;
}
`;

/** The function that names the state of a part, to be filled in. */
const stateStub = (
  text: string,
  called: string,
  parameters: string,
): string => `/* Where ${inComment(text)} is: the name of its state. */
static const char *${called}(struct kunit *test${parameters})
{
	kunit_skip(test, "the state of %s is not written yet", ${cString(text)});
	return "";
}
`;

type Call = (name: string) => string;

/** One case: every step, what must be refused on the way, and where the parts that moved are then. */
function body(file: WalkedFile, path: Walked, name: string, step: Call, state: Call): string {
  const lines: string[] = [];
  const see = (part: string, wanted: string): void => {
    lines.push(`	EXPECT_STATE(test, ${state(part)}, ${cString(wanted)});`);
  };
  const forbidden = (after: number): void => {
    for (const one of attempts(file, path, after)) {
      const must = one.delayed ? 'Must wait' : 'Must be refused';
      const until = one.needs === '' ? '' : ` until ${one.needs}`;
      lines.push(`	/* ${inComment(`${must}${until} (${one.clause})`)} */`);
      lines.push(`	KUNIT_EXPECT_FALSE(test, ${step(one.step)});`);
    }
  };
  for (const [part, at] of Object.entries(file.systems[path.system]?.initial ?? {})) see(part, at);
  forbidden(0);
  for (const { number, step: done, actor, parts } of path.steps) {
    lines.push(
      '',
      `	/* ${inComment(`${number}. ${actor}: ${done}`)} */`,
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
