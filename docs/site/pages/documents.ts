import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { front } from './markdown.ts';
import { groupOf, readers } from './reading-order.ts';

/**
 * A document written by hand, as the site has it: with a title and a group, and its links made to
 * lead on from docs/generated.
 */
export type Document = { readonly page: string; readonly title: string; readonly text: string };

/** Changes what stands outside of blocks of code. */
const prose = (text: string, change: (line: string) => string): string => {
  let fenced = false;
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) {
        fenced = !fenced;
        return line;
      }
      return fenced ? line : change(line);
    })
    .join('\n');
};

/** Every page of docs/, and README as the page `overview`. */
export function documents(root: string): Document[] {
  const files = [
    ['overview', 'README.md'],
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => [name.slice(0, -3), `docs/${name}`]),
  ] as [string, string][];
  const names = new Set(files.map(([page]) => page));
  const order = readers.flatMap(({ pages }) => pages.map(({ page }) => page));
  return files
    .map(([page, file]): Document => {
      const text = readFileSync(join(root, file), 'utf8');
      const title =
        readers.flatMap(({ pages }) => pages).find((one) => one.page === page)?.title ??
        /^# (.*)$/m.exec(text)?.[1] ??
        page;
      const here = prose(text, (line) => relinked(line, names, root));
      return { page, title, text: front(title, groupOf(page)) + here };
    })
    .sort((a, b) => (order.indexOf(a.page) + 1 || 99) - (order.indexOf(b.page) + 1 || 99));
}

/** A line whose links lead on from docs/generated; documents that are named become links. */
function relinked(line: string, names: ReadonlySet<string>, root: string): string {
  const leads = (whole: string, to: string, anchor = ''): string => {
    if (names.has(to.replace(/\.md$/, ''))) return `](${to}${anchor})`;
    return existsSync(join(root, 'docs', to)) ? `](../${to}${anchor})` : whole;
  };
  return line
    .replace(/(?<![\w/([`])docs\/([\w-]+)\.md(?!\w)/g, (whole, name: string) =>
      names.has(name) ? `[${whole}](${name}.md)` : whole,
    )
    .replace(/\]\((?!https?:|#)(?:docs\/)?([^)#]+)(#[^)]*)?\)/g, leads);
}
