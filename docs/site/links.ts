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
  const idsOf = (path: string): ReadonlySet<string> => {
    let found = ids.get(path);
    if (found === undefined)
      ids.set(
        path,
        (found = new Set(
          [...(texts.get(path) ?? '').matchAll(/\s(?:id|name)="([^"]*)"/g)].map((one) =>
            plain(one[1]!),
          ),
        )),
      );
    return found;
  };
  const broken: string[] = [];
  let inside = 0;
  let outside = 0;
  for (const [page, text] of texts) {
    for (const [, attribute, raw] of text.matchAll(/\s(href|src)="([^"]*)"/g)) {
      const to = plain(raw!);
      const say = (why: string): void => {
        broken.push(`${relative(folder, page)}: ${attribute}="${to}": ${why}`);
      };
      if (to.startsWith('data:')) continue;
      if (/^[a-z][a-z+.-]*:/i.test(to) || to.startsWith('//')) {
        outside++;
        if (!/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s"<>]*)?$/i.test(to))
          say('not an https address');
        continue;
      }
      inside++;
      const [path = '', hash] = to.split('#');
      const target =
        path === '' ? page : resolve(dirname(page), decodeURIComponent(path.split('?')[0]!));
      if (
        relative(folder, target).startsWith('..') ||
        !existsSync(target) ||
        !statSync(target).isFile()
      ) {
        say('there is no such file');
        continue;
      }
      if (
        hash !== undefined &&
        hash !== '' &&
        texts.has(target) &&
        !idsOf(target).has(decodeURIComponent(hash))
      )
        say('there is no such place in it');
    }
  }
  return { pages: pages.length, inside, outside, broken };
}
