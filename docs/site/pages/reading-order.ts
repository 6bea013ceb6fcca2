/**
 * A page of the site, by its file in docs/generated without the ending, and one sentence that says
 * why to read it.
 */
type Entry = { readonly page: string; readonly title?: string; readonly why: string };
export type Reader = {
  readonly who: string;
  readonly asks: string;
  readonly pages: readonly Entry[];
};

/**
 * Documents by who reads them, in the order in which to read them. A page that stands nowhere here
 * goes to the last.
 */
export const readers: readonly Reader[] = [
  {
    who: 'You write a driver',
    asks: 'Can its design leave a fence hanging?',
    pages: [
      {
        page: 'overview',
        title: 'Overview',
        why: 'a description in ten lines, its verdict, and how to read it; all commands',
      },
      {
        page: 'describing-a-driver',
        title: 'Describe a driver',
        why: 'every field and every word of a description',
      },
      {
        page: 'threads',
        title: 'Threads as text',
        why: "a driver's own locks, workers and waits as C-like text, in ten minutes",
      },
      { page: 'calls', title: 'Calls', why: 'every call that a file of threads may use' },
      {
        page: 'debugging',
        title: 'When a verdict is bad',
        why: 'the commands that explain the run behind it',
      },
      {
        page: 'options',
        why:
          'the documented ways out, clause by clause, each with its sentence in the kernel; ' +
          'what drivers use besides jobs and page faults; what the documents warn of',
      },
      {
        page: 'drivers',
        why: 'what each driver that comes with this package does, with sources',
      },
      { page: 'commands', title: 'Commands', why: 'all commands and exit codes' },
      { page: 'limits', title: 'Limits', why: 'what a verdict does not say' },
      { page: 'glossary', title: 'Glossary', why: 'what the words mean' },
    ],
  },
  {
    who: "You keep a driver's tests in CI",
    asks: 'Which runs must be tested?',
    pages: [
      { page: 'paths', title: 'Test paths', why: 'how paths are chosen, and what they cover' },
      {
        page: 'paths-formats',
        title: 'Formats of test paths',
        why: 'Vitest, IGT, KUnit, JUnit and others',
      },
      {
        page: 'ci',
        title: 'In CI',
        why: 'the GitHub action, the GitLab component, the pre-commit hooks; test paths in a workflow',
      },
    ],
  },
  {
    who: 'You have a hang',
    asks: 'Which rule did this trace or lockdep report break?',
    pages: [
      { page: 'logs', title: 'Logs', why: 'which logs are read, and what is reported about them' },
      {
        page: 'from-a-splat',
        title: 'From a splat to a file',
        why: 'a lockdep report as threads, step by step, with a verdict',
      },
      {
        page: 'fixes',
        title: 'Upstream fixes',
        why: 'merged fixes as threads: what was expected, what is found',
      },
      {
        page: 'files',
        title: 'Files of threads',
        why: 'every file that comes with the package: before and after, what is found, the rule',
      },
      {
        page: 'statements',
        why: 'what dma-buf.rst says, sentence by sentence, with the rule and the litmus test of each',
      },
      {
        page: 'rule-map',
        why: 'each rule of the kernel by its id, with the tests that cover it',
      },
      {
        page: 'kernel-functions',
        why: 'each function that is cited: its place in the source, and the rules, lifecycles and steps that cite it',
      },
      { page: 'steps-jobs', why: 'atomic steps, by actor: jobs and page faults' },
      { page: 'steps-fences', why: 'atomic steps: fences, reservation objects, containers' },
      {
        page: 'steps-memory',
        why: 'atomic steps: shared and pinned memory, shrinkers, notifiers, locks',
      },
      { page: 'steps-execution', why: 'atomic steps: engine groups, eviction, preemption' },
    ],
  },
  {
    who: 'You build models',
    asks: 'How does it work, and what is the evidence?',
    pages: [
      { page: 'how-it-works', title: 'How it works', why: 'from a description to a verdict' },
      { page: 'architecture', title: 'Architecture', why: 'which folder holds what' },
      { page: 'scale', title: 'Which engine when', why: 'how large a system may be, measured' },
      {
        page: 'certificates',
        title: 'Proofs of verdicts',
        why: 'a verdict that somebody else can check, and searches that take long',
      },
      {
        page: 'own-machines',
        title: 'Your own machines',
        why: 'descriptions and systems in TypeScript, with machines of your own',
      },
      { page: 'lifecycles', why: 'every state machine with its chart, states, edges and sources' },
      {
        page: 'litmus',
        why: 'small closed questions with their answers, each beside a twin that differs in one fact',
      },
      { page: 'mutation', why: 'what was broken on purpose, and which tests notice' },
      {
        page: 'kernel-tests-fences',
        title: 'Kernel tests of fences',
        why: "the kernel's own tests and those of IGT, replayed",
      },
      {
        page: 'kernel-tests-memory',
        title: 'Kernel tests of memory',
        why: 'the same for shared and pinned memory',
      },
      {
        page: 'kernel-tests-execution',
        title: 'Kernel tests of execution',
        why: 'the same for what runs',
      },
      {
        page: 'xstate-test',
        title: "XState's model-based testing",
        why: 'the composed system as one XState machine',
      },
      {
        page: 'bug-classes',
        title: 'Classes of fixed hangs',
        why: 'what 91 hangs that were fixed upstream have in common',
      },
      {
        page: 'findings',
        title: 'Candidates for gaps',
        why: "four places in today's kernels, each read twice",
      },
      { page: 'decisions', title: 'Decisions', why: 'design decisions and their reasons' },
    ],
  },
];

/** The group in which a page stands. */
export const groupOf = (page: string): string =>
  (readers.find(({ pages }) => pages.some((one) => one.page === page)) ?? readers.at(-1)!).who;

/** The first page of the site. `known` are the pages that there are, with their titles. */
export function startPage(known: ReadonlyMap<string, string>): string {
  const placed = new Set(readers.flatMap(({ pages }) => pages.map(({ page }) => page)));
  const more = [...known.keys()].filter((page) => !placed.has(page));
  return [
    "The Linux kernel's rules for GPU fences, shared buffers, pinned memory and GPU page " +
      'faults, written as state machines and searched exhaustively. They all serve one law: ' +
      '*every dma_fence completes in finite time.*',
    '',
    'Without installing anything: the **<a href="#explorer">explorer</a>** checks a driver in ' +
      'this browser and steps through the run that hangs it.',
    '',
    'Start here:',
    '',
    ...readers.flatMap(({ who, asks, pages }, index) => [
      `## ${who}`,
      '',
      `*${asks}*`,
      '',
      ...pages
        .filter(({ page }) => known.has(page))
        .map(({ page, why }) => `- [${known.get(page)!}](${page}.md): ${why}`),
      ...(index === readers.length - 1
        ? more.map((page) => `- [${known.get(page)!}](${page}.md)`)
        : []),
      '',
    ]),
    '## You use the machines in your own project',
    '',
    '*What is exported?*',
    '',
    "- {@link machines | finite-fence/machines}: lifecycles, options, litmus tests, the description's schema",
    '- {@link src | finite-fence}: the engine',
    '- {@link machines/drivers | finite-fence/drivers}: the described drivers',
    '',
  ].join('\n');
}
