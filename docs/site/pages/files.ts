import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plainPaint } from '../../../src/text/paint.ts';
import { describingBy } from '../../../src/text/read-description.ts';
import { threadsText } from '../../../src/text/threads.ts';
import { judgeThreads } from '../../../src/judge/threads.ts';
import { cell, code, front, opened, table } from './markdown.ts';

const folder = new URL('../../../machines/litmus/', import.meta.url).pathname;

/** A file of threads as a page of the site has it. */
export type ThreadFile = {
  /** Its path in machines/litmus, without its ending: `fixes/022-etnaviv-event`. */
  readonly path: string;
  /** What its page is called; no two have one name. */
  readonly page: string;
  /** What stands behind its `K`. */
  readonly name: string;
  readonly about: string;
  readonly cites: readonly string[];
  /** The rules that it names. */
  readonly rules: readonly string[];
  readonly text: string;
  /** What each of its sides is expected to be: of the verdict and of lockdep. */
  readonly expects: Expected;
};

type Expected = Readonly<Partial<Record<'before' | 'after' | 'one', Answer>>>;
type Answer = { readonly verdict: string; readonly lockdep: string };

/** Every file of threads, by its path. */
export function threadFiles(): readonly ThreadFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.litmus'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const [, title = name, about = ''] = /^K\s+(\S+)\s*(?:"([^"]*)")?/m.exec(text) ?? [];
      const path = name.replace(/\.litmus$/, '');
      return {
        path,
        page: pageOf(name),
        name: title,
        about,
        cites: [...text.matchAll(/^cite "(.*)";$/gm)].map(([, source]) => source!),
        rules: [...text.matchAll(/^law ([^;]*);/gm)].flatMap(([, ids]) => ids!.split(/\s*,\s*/)),
        text,
        expects: expectedIn(text),
      };
    });
}

/** What the page of a file is called, by its path in machines/litmus. */
export const pageOf = (path: string): string =>
  path
    .replace(/\.litmus$/, '')
    .replace(/^threads\//, '')
    .replace(/\W+/g, '-');

/** What a file expects. A line without a mark is of both sides. */
function expectedIn(text: string): Expected {
  const isTwin = /^[-+]/m.test(text);
  const answerOf = (mark: '-' | '+' | ''): Answer => {
    const answer = (word: string): string =>
      [...text.matchAll(/^([-+]?)\s*(expect|lockdep) ([\w-]+)/gm)].find(
        ([, own, by]) => by === word && (own === '' || own === mark),
      )?.[3] ?? 'not said';
    return { verdict: answer('expect'), lockdep: answer('lockdep') };
  };
  return isTwin ? { before: answerOf('-'), after: answerOf('+') } : { one: answerOf('') };
}

/** The short form of what a file expects: `deadlock, then finite`. */
export const inShort = ({ expects }: Pick<ThreadFile, 'expects'>): string =>
  Object.values(expects)
    .map(({ verdict }) => verdict)
    .join(', then ');

const groups: readonly (readonly [title: string, under: RegExp])[] = [
  ['Upstream fixes', /^fixes\//],
  ['From drivers', /^threads\/[^/]+$/],
  ['Locks, schedulers, groups, user queues', /^threads\/(locks|sched|group|userq)\//],
  ['Rows of the gallery', /^(?!fixes\/|threads\/)/],
  ['Beside a described driver', /^threads\/(beside|hazards)\//],
  ['One for each call', /^threads\/calls\//],
];

/** The index of all files, with what they expect and the rules that they name. */
export function filesPage(files: readonly ThreadFile[], group: string): string {
  const grouped = groups.map(([title, under]) => ({
    title,
    those: files.filter(({ path }) => under.test(path)),
  }));
  return [
    front(
      'Files of threads',
      group,
      files.map(({ page }) => `files/${page}.md`),
    ),
    '# Files of threads',
    '',
    `${files.length} files of threads come with this package, in \`machines/litmus\`. A file with ` +
      'two answers is a twin: the version before a fix, and the version after it. ' +
      'The language is taught in [Threads as text](threads.md).',
    '',
    ...grouped.flatMap(({ title, those }) =>
      those.length === 0
        ? []
        : [
            `## ${title}`,
            '',
            table(
              ['file', 'is about', 'expected', 'rule'],
              those.map((file) => [
                `[${cell(file.page)}](files/${file.page}.md)`,
                cell(file.about),
                cell(inShort(file)),
                file.rules.map((id) => `[${cell(id)}](rules/${id}.md)`).join(', '),
              ]),
            ),
            '',
          ],
    ),
  ].join('\n');
}

/** The page of a file: what it is about, what it expects, its text as a patch, and what is found. */
export function filePage(file: ThreadFile, group: string): string {
  const { path, page, name, about, cites, rules, text, expects } = file;
  return [
    front(page, group),
    `# ${cell(name)}`,
    '',
    cell(about),
    '',
    ...cites.map((source) => `- ${cell(source)}`),
    '',
    `Rule: ${rules.map((id) => `[${cell(id)}](../rules/${id}.md)`).join(', ')}. ` +
      `File: ${code(`machines/litmus/${path}.litmus`)}. ` +
      `${opened('threads', [path], 'Open it in the playground')}.`,
    '',
    table(
      ['version', 'expected', 'lockdep'],
      Object.entries(expects).map(([side, { verdict, lockdep }]) => [
        side === 'one' ? 'the only one' : side,
        `**${verdict}**`,
        lockdep,
      ]),
    ),
    '',
    `\`\`\`${/^[-+]/m.test(text) ? 'diff' : 'c'}`,
    text.trimEnd(),
    '```',
    '',
    '## What is found',
    '',
    '```console',
    `$ npx finite-fence litmus machines/litmus/${path}.litmus`,
    answersOf(file).trimEnd(),
    '```',
    '',
  ].join('\n');
}

/** What the command says of a file. */
function answersOf({ path, text }: ThreadFile): string {
  const folderOf = dirname(join(folder, `${path}.litmus`));
  const describing = describingBy((name) => {
    const file = join(folderOf, name);
    return existsSync(file) ? { file, text: readFileSync(file, 'utf8') } : null;
  });
  const answers = judgeThreads(path, text, { states: 300_000 }, null, describing);
  return answers.map((answer) => threadsText(answer, plainPaint, false)).join('\n');
}
