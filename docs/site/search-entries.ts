import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gallery } from '../../machines/litmus/gallery.ts';
import { rules } from '../../machines/rules/index.ts';
import type { Rule } from '../../machines/rules/rule.ts';
import { symbolsOf } from '../../test/kernel/bench/cites.ts';
import type { LifecycleFile } from './catalogue.ts';
import type { Entry } from './frame/ranking.ts';
import { anchor } from './pages/markdown.ts';
import { readers } from './pages/reading-order.ts';
import { threadFiles } from './pages/files.ts';

/** What the index needs beside the pages that are written. */
export type Known = {
  readonly site: string;
  readonly subjects: readonly LifecycleFile[];
  /** The address of every document, by its page. */
  readonly addresses: ReadonlyMap<string, string>;
};

/**
 * Everything that can be found, by its name: rules, litmus tests, calls, lifecycles, options, words,
 * kernel functions, steps, pages and their sections, and what can be imported. Addresses are from
 * the root of the site, and each is there.
 */
export function searchEntries(known: Known): readonly Entry[] {
  const pages = new Map(
    readdirSync(join(known.site, 'documents')).map((file) => [
      `documents/${file}`,
      readFileSync(join(known.site, 'documents', file), 'utf8'),
    ]),
  );
  const entries = [
    ...ofRules(),
    ...ofLitmus(known),
    ...ofThreads(known),
    ...ofLifecycles(known),
    ...ofRows(known, pages, 'calls', 'call'),
    ...ofRows(known, pages, 'glossary', 'word'),
    ...ofRows(known, pages, 'kernel-functions', 'kernel function'),
    ...ofHeadings(known, pages),
    ...ofPages(known),
    ...ofCode(known.site),
  ];
  const seen = new Set<string>();
  return entries.filter(([name, kind, address]) => {
    const key = `${name} ${kind} ${address}`;
    return !seen.has(key) && seen.add(key);
  });
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 130 ? line : `${line.slice(0, 128).replace(/\s\S*$/, '')} …`;
};
const words = (...texts: readonly string[]): string =>
  [...new Set(texts.flatMap(symbolsOf))].join(' ').toLowerCase();

const ofRules = (): Entry[] =>
  Object.entries<Rule>(rules).map(([id, { says, source, why, quote, review }]) => [
    id,
    'rule',
    `documents/Rules_of_the_kernel.${id}.html`,
    short(says),
    words(source, says, why, quote?.says ?? '', ...(review?.wrong ?? []), ...(review?.right ?? [])),
  ]);

const ofLitmus = ({ addresses }: Known): Entry[] =>
  gallery.map(({ name, about }) => [
    name,
    'litmus test',
    `${addresses.get('litmus')!}#${anchor(name)}`,
    short(about),
    '',
  ]);

const ofThreads = ({ addresses }: Known): Entry[] =>
  threadFiles().map(({ name, page, about, path }) => [
    name,
    'threads',
    addresses.get('files')!.replace(/html$/, `${page}.html`),
    short(about),
    path.toLowerCase(),
  ]);

const ofLifecycles = ({ subjects }: Known): Entry[] =>
  subjects.flatMap(({ name: file, machines }) =>
    machines.flatMap(({ name, machine, about }): Entry[] => {
      const address = `documents/Lifecycles.${file}.html#${name.toLowerCase()}`;
      const says = short(about[0] ?? '');
      return [
        [name, 'lifecycle', address, says, words(...about)],
        ...(machine.id === name ? [] : [[machine.id, 'lifecycle', address, says, ''] as const]),
      ];
    }),
  );

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, at: string) => String.fromCodePoint(Number(at)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** Rows of tables that have a place of their own: the first cell is the name, the third or second says what it is. */
function ofRows(
  { addresses }: Known,
  pages: ReadonlyMap<string, string>,
  page: string,
  kind: string,
): Entry[] {
  const address = addresses.get(page);
  if (address === undefined) return [];
  return [...pages.get(address)!.matchAll(/<tr>\s*<td id="([^"]+)">([^]*?)<\/tr>/g)].map(
    ([, id, row]): Entry => {
      const [first = '', ...rest] = row!.split('</td>').map(plain);
      const name = kind === 'call' ? first.replace(/\(.*/, '()') : first;
      const says = kind === 'call' ? (rest[1] ?? '') : (rest[0] ?? '');
      return [name, kind, `${address}#${id!}`, short(says), ''];
    },
  );
}

/** Headings of documents: what stands under one of them is found by its name. */
function ofHeadings({ addresses }: Known, pages: ReadonlyMap<string, string>): Entry[] {
  const kinds: Readonly<Record<string, string>> = { options: 'option', drivers: 'driver' };
  const left = new Set(['lifecycles', 'litmus', 'rule-map', 'mutation']);
  return [...addresses].flatMap(([page, address]): Entry[] => {
    if (left.has(page)) return [];
    const text = pages.get(address) ?? '';
    const title = plain(/<h1[^>]*>([^]*?)<\/h1>/.exec(text)?.[1] ?? '');
    return [...text.matchAll(/<h([23]) id="([^"]+)"[^>]*>([^]*?)<\/h\1>/g)].map(
      ([, , id, inside]): Entry => [
        plain(inside!),
        kinds[page] ?? (page.startsWith('steps-') ? 'steps' : 'section'),
        `${address}#${id!}`,
        title,
        '',
      ],
    );
  });
}

function ofPages({ addresses }: Known): Entry[] {
  const why = new Map(
    readers.flatMap((one) => one.pages.map((page) => [page.page, page] as const)),
  );
  return [...addresses].map(([page, address]): Entry => {
    const title = address.replace(/^documents\/|\.html$/g, '').replaceAll('_', ' ');
    return [why.get(page)?.title ?? title, 'page', address, short(why.get(page)?.why ?? ''), page];
  });
}

const ofCode = (site: string): Entry[] =>
  ['functions', 'variables', 'types', 'classes'].flatMap((folder) =>
    readdirSync(join(site, folder)).map((file): Entry => {
      const [module = '', name = file] = file.replace(/\.html$/, '').split(/\.(?=[^.]*$)/);
      return [
        name,
        'code',
        `${folder}/${file}`,
        `${folder.replace(/s$/, '')} of ${module
          .replace('src', 'finite-fence')
          .replace(/^machines_/, 'finite-fence/')
          .replace(/^machines$/, 'finite-fence/machines')}`,
        '',
      ];
    }),
  );
