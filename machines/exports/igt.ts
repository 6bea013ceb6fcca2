import { commentLines } from './c-text.ts';
import { attempts, type Walked, type WalkedFile } from './walked.ts';

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
    for (const { step, delayed, needs, clause } of attempts(file, path, after)) {
      say(
        `Try ${step}: it must ${delayed ? 'wait' : 'be refused'}` +
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
  for (const { number, step, actor, parts } of path.steps) {
    const seen = Object.entries(parts)
      .map(([part, { to }]) => `${part} is ${to}`)
      .join(', ');
    say(`${actor}: ${step}.${seen === '' ? '' : ` Check: ${seen}.`}`);
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
