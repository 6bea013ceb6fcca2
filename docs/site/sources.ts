import { existsSync, readFileSync } from 'node:fs';
import { linkOf } from '../../src/charts/chart.ts';
import type { CitedLines } from '../../test/kernel/bench/cited-lines.ts';

const file = new URL('cited-lines.json', import.meta.url);
const { version, lines } = (
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { version: '', lines: {} }
) as CitedLines;

/**
 * Where a citation `FILE: what` can be read: at its line in the kernel whose lines were looked up,
 * at the file where the line is not known, and in the newest kernel where that one lacks the file.
 * Null where it is no file of the kernel.
 */
export function sourceLink(source: string, says?: string): string | null {
  const whole = linkOf(source);
  if (whole === null) return null;
  const [path = '', ...rest] = source.split(': ');
  const name = /^[\w./-]+/.exec(path)![0];
  const known = lines[name];
  if (known === undefined) return whole;
  const line = known[says ?? rest.join(': ')] ?? known[rest.join(': ')];
  const at = line === undefined ? '' : `#L${line}`;
  return `https://elixir.bootlin.com/linux/v${version}/source/${name}${at}`;
}

/** What a page with links into the kernel's source says of them. */
export const sourceNote =
  version === ''
    ? ''
    : `Links into the kernel's source lead to the tag v${version}. Their lines were looked up in ` +
      `Debian's linux-source of that version, whose few patches of its own can move a line. A file ` +
      'that this kernel does not have is linked in the newest one, without a line.';
