import type { FirstTries, FirstTry, Fix, FixSide, Pair } from './fixes.ts';
import { row, table } from './markdown.ts';

/** docs/fixes.md: every fix with what was expected of it and what is found, and the first tries that differed. */
export function fixesPage(
  fixes: readonly Fix[],
  classes: ReadonlyMap<string, string>,
  { judgedAt, expectedIn, differences, restated }: FirstTries,
): string {
  const sides = fixes.flatMap((fix) => fix.sides.map((side) => [fix, side] as const));
  const differing = sides.filter(([, side]) => differs(side.verdict) || differs(side.lockdep));
  const first = new Set(differences.map(({ file, side }) => `${file} ${side}`));
  return [
    '# Upstream fixes, as threads',
    '',
    `${fixes.length} fixes of the kernel (merged commits, series, and an RFC where the citation says so) are`,
    'written as twins in `machines/litmus/fixes`: what was held, what was waited for, and what the fix',
    'changed. The verdict and the answer of lockdep were written into each file when it was added, from',
    'the text of the commit. 001 to 024 restate cases whose verdicts were known from a prototype; 025 to',
    '105 were written before any program had judged them.',
    '',
    `Today ${sides.length - differing.length} of ${sides.length} sides are as expected, ` +
      `and ${differing.length} are not.`,
    `On the first try ${first.size} were not.`,
    '[bug-classes.md](bug-classes.md) says what the fixes have in common, and `cannot-be-said.md` in the',
    'same folder lists the fixes that the language cannot say, with the reason.',
    '',
    'This page is generated: `UPDATE_DOCS=1 npx vitest run test/docs` writes it, and the test fails if an',
    'answer changes.',
    '',
    '## First tries that differed',
    '',
    `Each file as it was added was judged at \`${judgedAt}\`, the first commit that has both the files and`,
    'the command. *model*: the program or the meaning of a call was wrong. *encoding*: the file was.',
    '*open*: it still differs. 092 to 105 came later, and were judged with the program of the commit',
    'that added them.',
    '',
    ...table(
      ['file', 'side', 'expected', 'in commit', 'found first', 'reason', 'mended in', 'why'],
      differences.map((one) => firstTryRow(one, expectedIn[one.file]!)),
    ),
    '',
    'One of these expectations was changed between the two: that of 037 after its fix was `indefinite`',
    'when the file was added, and was made `finite` in `7e9cdb5`, before the file was judged, because the',
    'fence is no longer visible from the start.',
    '',
    'One file was written anew after it had been judged, with another expected answer:',
    '',
    ...restated.map((one) => `- \`${one.file}\` in \`${one.in}\`. ${one.why}`),
    '',
    '## All fixes',
    '',
    'A cell says what is found. Where something else was expected, it says both. lockdep may make',
    'several kinds of reports, one of which is then the expected one. The rule is the one that the file',
    'names, and that the answer to the version before tells.',
    '',
    ...table(
      ['file', 'driver, commit', 'subject', 'class', 'rule', 'expected in', ...answers],
      fixes.map((fix) => fixRow(fix, classes.get(fix.file)!, expectedIn[fix.file]!)),
    ),
    '',
  ].join('\n');
}

const answers = ['before', 'after', 'lockdep before', 'lockdep after'];

/** What is found may be several kinds of report, one of which is expected. */
export const differs = ({ expected, found }: Pair): boolean =>
  expected !== null && !found.split(', ').includes(expected);

const firstTryRow = (firstTry: FirstTry, added: string): string =>
  row([
    `\`${firstTry.file}\``,
    firstTry.side,
    `${firstTry.of} ${firstTry.expected}`,
    `\`${added}\``,
    firstTry.found,
    firstTry.reason,
    firstTry.mended === null ? '-' : `\`${firstTry.mended}\``,
    firstTry.why,
  ]);

function fixRow(fix: Fix, title: string, added: string): string {
  const before = fix.sides.find(({ side }) => side === 'before');
  const after = fix.sides.find(({ side }) => side === 'after');
  const cell = (side: FixSide | undefined, of: 'verdict' | 'lockdep'): string => {
    if (side === undefined) return '-';
    const pair = side[of];
    return differs(pair) ? `expected ${pair.expected}, **found ${pair.found}**` : pair.found;
  };
  return row([
    `\`${fix.file}\``,
    fix.driver,
    fix.commit || '-',
    `[${title.replace(/\..*/, '')}](bug-classes.md${anchor(title)})`,
    fix.law,
    `\`${added}\``,
    cell(before, 'verdict'),
    cell(after, 'verdict'),
    cell(before, 'lockdep'),
    cell(after, 'lockdep'),
  ]);
}

/** As GitHub makes it of a heading; none where other renderers make another of it. */
function anchor(title: string): string {
  const made = title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
  return made.includes('--') ? '' : `#${made}`;
}
