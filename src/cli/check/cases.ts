import { drivers } from '../../../machines/drivers/index.ts';
import type { Given } from '../../judge/subject.ts';
import { Misuse } from '../../system/misuse.ts';
import { sidesOf } from '../../threads/twin.ts';
import { ownModule } from '../input/own-module.ts';
import { describedBy, sourceOf } from '../input/read-input.ts';
import { ownThreads, threadText } from '../threads/read-threads.ts';

/** Something to judge, and where it stands. */
export type Case = { readonly file: string; readonly given: Given };

/**
 * All that can be read; the drivers that come with this package where nothing is named.
 * @throws Misuse with everything that is wrong with any of it, one line each
 */
export async function casesOf(
  files: readonly string[],
  modules: readonly string[],
): Promise<Case[]> {
  if (files.length === 0 && modules.length === 0)
    return drivers.map((described) => ({ file: sourceOf(described), given: { described } }));

  const wrong: string[] = [];
  const cases: Case[] = [];
  const reads = [
    ...files.flatMap(sidesAsked).map((file) => () => caseOf(file)),
    ...modules.map((file) => async () => ({ file, given: await ownModule(file) })),
  ];
  for (const read of reads) {
    try {
      cases.push(await read());
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      wrong.push(error.message);
    }
  }
  if (wrong.length > 0) throw new Misuse(wrong.join('\n'));
  return cases;
}

/** Both sides of a twin that is named whole. */
function sidesAsked(file: string): string[] {
  if (!file.endsWith('.litmus')) return [file];
  const sides = sidesOf(threadText(file));
  return sides.length === 1 ? [file] : sides.map(({ side }) => `${file}:${side}`);
}

/** A file of threads, or a description. */
function caseOf(name: string): Case {
  const threads = ownThreads(name);
  if (threads !== null) return { file: name, given: threads };

  const given = describedBy(name);
  const file = drivers.includes(given) ? sourceOf(given) : name;
  return { file, given: { described: given } };
}

/** What a case is called. */
export const nameOf = ({ given }: Case): string =>
  'described' in given ? given.described.driver : given.name;
