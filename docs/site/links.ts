import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
const plain = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, at: string) => String.fromCodePoint(Number(at)))
    .replace(/&#x([\da-f]+);/gi, (_, at: string) => String.fromCodePoint(Number.parseInt(at, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
/** What a page says of itself: not what its scripts and its embedded data hold. */
const markup = (html: string): string =>
  html.replace(/(<script\b[^>]*>)[^]*?<\/script>/g, '$1</script>').replace(/<!--[^]*?-->/g, '');

export type Links = {
  readonly pages: number;
  readonly inside: number;
  readonly outside: number;
  readonly broken: readonly string[];
};

/**
 * Every link, image, script and style of every page in a folder: each must lead to a file in it,
 * each # to an id there. Of what leads outside only the form is asked: https, a host, no blanks.
 * Nothing is fetched.
 */
export function checkLinks(folder: string): Links {
  const pages = files(folder).filter((path) => path.endsWith('.html') || path.endsWith('.svg'));
  const texts = new Map(pages.map((path) => [path, markup(readFileSync(path, 'utf8'))]));
  const ids = new Map<string, ReadonlySet<string>>();
  const has = (page: string, id: string): boolean => {
    let known = ids.get(page);
    if (known === undefined) ids.set(page, (known = idsIn(texts.get(page) ?? '')));
    return known.has(id);
  };
  const broken: string[] = [];
  let inside = 0;
  let outside = 0;
  for (const [page, text] of texts) {
    for (const [, attribute, raw] of text.matchAll(/\s(href|src)="([^"]*)"/g)) {
      const to = plain(raw!);
      if (to.startsWith('data:')) continue;
      const leaves = /^[a-z][a-z+.-]*:/i.test(to) || to.startsWith('//');
      if (leaves) outside++;
      else inside++;
      const why = leaves ? wrongOutside(to) : wrongInside({ folder, texts, has }, page, to);
      if (why !== null) broken.push(`${relative(folder, page)}: ${attribute}="${to}": ${why}`);
    }
  }
  return { pages: pages.length, inside, outside, broken };
}

const idsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\s(?:id|name)="([^"]*)"/g)].map((found) => plain(found[1]!)));

function wrongOutside(to: string): string | null {
  const form = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s"<>]*)?$/i;
  return form.test(to) ? null : 'not an https address';
}

type Site = {
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly has: (page: string, id: string) => boolean;
};

function wrongInside({ folder, texts, has }: Site, page: string, to: string): string | null {
  const [path = '', hash = ''] = to.split('#');
  const file = decodeURIComponent(path.split('?')[0]!);
  const target = path === '' ? page : resolve(dirname(page), file);
  const within = !relative(folder, target).startsWith('..');
  if (!within || !existsSync(target) || !statSync(target).isFile()) return 'there is no such file';
  if (hash === '' || !texts.has(target)) return null;
  // What stands behind the # of such a page is read by its script.
  if (texts.get(target)!.includes('data-reads-its-address')) return null;
  return has(target, decodeURIComponent(hash)) ? null : 'it has no such place';
}
