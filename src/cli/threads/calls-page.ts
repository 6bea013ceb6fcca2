import type { Language } from '../../threads/meaning.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** The page that lists every type, kind of thread, place and call: generated, so that it says what the program does. */
export function callsPage({ calls, kinds, types, places, versions, order }: Language): string {
  const listed = calls.filter(({ hidden }) => hidden !== true);
  const since = ({ since: from, until }: (typeof calls)[number]): string =>
    [
      ...(from === undefined ? [] : [`since ${from}`]),
      ...(until === undefined ? [] : [`until ${until}`]),
    ].join(', ');
  const lines = [
    '# The calls that a file of threads may use',
    '',
    `Generated from machines/calls. Versions: ${versions.join(', ')}.`,
    '',
    '## Objects',
    '',
    '| type | words | what it is | source |',
    '|---|---|---|---|',
    ...types
      .filter(({ implicit }) => implicit === undefined)
      .map(({ name, initial = [], words = [], about, cite }) =>
        row(`\`${name}\``, [...initial, ...words].join(', '), about, `${cite.file}: ${cite.says}`),
      ),
    '',
    '## Threads, and what runs inside threads',
    '',
    '| kind | context | what it is | source |',
    '|---|---|---|---|',
    ...kinds.map(({ name, thread, context, about, cite }) =>
      row(`\`${name}\``, thread ? context : 'inside', about, `${cite.file}: ${cite.says}`),
    ),
    '',
    '## Places for fragments',
    '',
    '| place | where |',
    '|---|---|',
    ...Object.entries(places).map(([name, { about }]) => row(`\`${name}\``, about)),
    '',
    `## Calls (${listed.length})`,
    '',
    `| call | also | what it does | for ${order.name} | versions | source |`,
    '|---|---|---|---|---|---|',
    ...listed.map((call) =>
      row(
        `\`${call.name}\``,
        (call.alias ?? []).join(', '),
        call.about,
        call.order,
        since(call),
        `${call.cite.file}: ${call.cite.says}`,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
