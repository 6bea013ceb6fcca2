import { deflateRawSync } from 'node:zlib';
import { drivers } from '../../../machines/drivers/index.ts';
import { Misuse } from '../../system/misuse.ts';
import { threadText } from '../threads/read-threads.ts';
import { nameOf, type Case } from './cases.ts';

/** The address of a built site's playground. @throws Misuse for what is no address of one */
export function playgroundAt(site: string): URL {
  const base = site.endsWith('/') ? site : `${site}/`;
  if (!/^(https?|file):/.test(base) || !URL.canParse(base))
    throw new Misuse(`--site: found '${site}', expected the address of a site, as https://HOST/`);
  return new URL('explorer/index.html', base);
}

/**
 * The address at which the playground opens what was judged: by its name, where this package has
 * it, and else with its text in the address. @returns null for a system of a module: it is no text
 */
export function addressOf(playground: URL, asked: Case): string | null {
  const { given } = asked;
  if ('described' in given && drivers.includes(given.described))
    return `${playground.href}#driver/${given.described.driver}`;
  const shown = shownOf(asked);
  return shown === null ? null : `${playground.href}#${packed(shown)}`;
}

type Shown = { readonly name: string; readonly text: string; readonly side: string | null };

function shownOf(asked: Case): Shown | null {
  const { file, given } = asked;
  if ('described' in given) {
    const text = `${JSON.stringify(given.described, null, 2)}\n`;
    return { name: `${nameOf(asked)}.json`, text, side: null };
  }
  const [, name, side = null] = /^(.*\.litmus)(?::(before|after))?$/s.exec(file) ?? [];
  if (name === undefined) return null;
  return { name: name.replace(/^.*[\\/]/, ''), text: threadText(name), side };
}

/** A situation of the playground, as docs/site/explorer/situation.ts reads it from an address. */
function packed({ name, text, side }: Shown): string {
  const situation = {
    subjects: [{ is: 'text', name, text }],
    of: 0,
    promise: null,
    side,
    // All steps of the run.
    position: 1_000_000,
    hand: null,
  };
  const bytes = deflateRawSync(JSON.stringify(situation), { level: 9 });
  return `z-${bytes.toString('base64url')}`;
}
