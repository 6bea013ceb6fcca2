import { bugClasses } from '../../machines/questions/bug-classes.ts';
import type { Described } from '../../machines/description/description.ts';
import { notSaid, type NotSaid } from '../judge/not-said.ts';
import { paragraph } from './layout.ts';

/** So many are told where not all are. */
const most = 3;

/**
 * The classes of hangs that were fixed upstream and that the description says nothing about, each
 * with what would ask it: a few lines, or all.
 */
export function notSaidLines(described: Described, verbose: boolean): string[] {
  const open = notSaid(described);
  if (open.length === 0) return [];

  const told = verbose ? open : open.slice(0, most);
  const classes = `${open.length} ${open.length === 1 ? 'class' : 'classes'}`;
  return [
    '',
    ...paragraph(
      '',
      `Not asked: ${classes} of hangs that were fixed upstream (docs/bug-classes.md, files in ` +
        `machines/litmus/fixes)${verbose ? ':' : '; --verbose lists all. Most often fixed:'}`,
    ),
    ...told.flatMap((one) => (verbose ? inFull(one) : [inShort(one)])),
  ];
}

const briefOf = (title: string): string =>
  bugClasses.find((one) => one.title === title)?.brief ?? title;

/** One line: how often, what, and what would ask it. */
function inShort({ class: title, fixes, hazards, litmus }: NotSaid): string {
  const how = hazards.length > 0 ? `"${hazards[0]!}"` : `like fixes/${/(\d+)-/.exec(litmus)?.[1]}`;
  return `  ${fixes} fixes  ${briefOf(title)}: ${how}`;
}

function inFull({ class: title, fixes, hazards, litmus }: NotSaid): string[] {
  // What a person can paste: a line of the description, a file to write again for this driver.
  const asks = hazards.map((hazard) => `"hazards": ["${hazard}"]`);
  return [
    ...paragraph(`  ${fixes} ${fixes === 1 ? 'fix  ' : 'fixes'}  `, `${title}.`),
    ...asks.map((line) => `    ${line}`),
    `    ${litmus}`,
  ];
}
