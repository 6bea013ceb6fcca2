import type { Language } from '../threads/meaning.ts';
import { paragraph } from './layout.ts';

/** Every call, what it does and what the validator sees: for a person, or as data. */
export function callsText({ calls, versions }: Language, json: boolean): string {
  const listed = calls.filter(({ hidden }) => hidden !== true);
  if (json) {
    const data = listed.map(({ name, alias, takes, about, order, since, until, cite }) => ({
      name,
      alias: alias ?? [],
      takes,
      about,
      lockdep: order,
      since: since ?? null,
      until: until ?? null,
      cite,
    }));
    return `${JSON.stringify({ schema: 1, versions, calls: data }, null, 2)}\n`;
  }
  const lines = listed.flatMap(({ name, alias, takes, about, order, since, until }) => {
    const given = takes.map((one) => one.replace('...?', '...')).join(', ');
    const when = [
      ...(since === undefined ? [] : [`since ${since}`]),
      ...(until === undefined ? [] : [`until ${until}`]),
    ];
    const also =
      alias === undefined || alias.length === 0 ? [] : paragraph('    also ', alias.join(', '));
    return [
      `${name}(${given})${when.length === 0 ? '' : `, ${when.join(', ')}`}`,
      ...also,
      ...paragraph('    ', about),
      ...paragraph('    lockdep: ', order),
    ];
  });
  return `${lines.join('\n')}\n`;
}
