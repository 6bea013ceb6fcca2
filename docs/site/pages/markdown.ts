import type { Named } from '../explorer/situation.ts';
import { sourceLink } from '../sources.ts';

const entities = (text: string, which: RegExp): string =>
  text.replace(which, (c) => `&#${c.charCodeAt(0)};`);
/** Long names and paths may be broken behind a part of theirs. */
const breakable = (text: string): string =>
  text.replace(/[\w./-]{14,}/g, (word) => word.replace(/[_/.](?=\w)/g, '$&<wbr>'));

/** Text as code: names of states, events and steps. */
export const code = (text: string): string =>
  `<code>${breakable(text)
    .split('<wbr>')
    .map((part) => entities(part, /[&<>"{}@|*_`[\]\\]/g))
    .join('<wbr>')}</code>`;

/**
 * A table cell: no line breaks, no bars, nothing that a page would read as markup; what stands in
 * backticks is code.
 */
export const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .split(/`([^`]*)`/)
    .map((part, at) =>
      at % 2 === 1
        ? code(part)
        : breakable(part)
            .split('<wbr>')
            .map((piece) => entities(piece, /[&<>{}@|*_`[\]\\]/g))
            .join('<wbr>'),
    )
    .join('');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

/**
 * A source with a link to where it can be read, at the line of what it `says`; as it stands where it
 * is no file of the kernel.
 */
export function sourced(source: string, says?: string): string {
  const href = sourceLink(source, says);
  const text = cell(source);
  return href === null ? text : `[${text}](${href})`;
}

/** A name as an id in a page, and behind a # in a link to it. */
export const anchor = (name: string): string => name.replace(/[^\w.-]+/g, '-');

/** A link to an id in a page that is no heading, which TypeDoc would not find: the plugin writes the address. */
export const to = (page: string, name: string): string =>
  `<a href="#to/${page}/${anchor(name)}">${cell(name)}</a>`;

/**
 * A link that opens something of the library in the playground; a second name stands beside it. The
 * plugin writes the address.
 */
export const opened = (kind: Named['kind'], names: readonly string[], words: string): string => {
  const address = `${kind}/${names.map(encodeURIComponent).join(',')}`;
  return `<a href="#explore/${address}">${cell(words)}</a>`;
};

/** Where a page begins: its title and the group in which it stands. */
export const front = (title: string, group: string, children: readonly string[] = []): string =>
  [
    '---',
    `title: ${JSON.stringify(title)}`,
    `group: ${JSON.stringify(group)}`,
    ...(children.length === 0 ? [] : ['children:', ...children.map((one) => `  - ${one}`)]),
    '---',
    '',
  ].join('\n');
