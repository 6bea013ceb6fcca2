/** Completion for fish. */
import { litmusNames } from './quoted.ts';
import type { Taken, Words } from './words.ts';

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function taken({ words, also, list }: Taken): string {
  const files = also === 'file' ? ' -F' : ' -f';
  const some = choices(words, also, list);
  return some === '' ? files : `${files} -a ${quoted(some)}`;
}

/** The words of a place, for `-a`. */
function choices(words: readonly string[], also: Taken['also'], list: boolean): string {
  if (list) return `(__fish_append , ${words.join(' ')})`;
  if (also === 'litmus') return `(${litmusNames})`;
  return also === 'directory' ? '(__fish_complete_directories)' : words.join(' ');
}

/** The script for fish. */
export function fish([program, ...commands]: readonly [Words, ...Words[]]): string {
  const line = (when: string, rest: string): string =>
    `complete -c finite-fence -n ${quoted(when)}${rest}`;
  const flags = (one: Words, when: string): string[] =>
    one.flags.map(({ names, about, takes }) => {
      const flagWords = names
        .map((name) => (name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`))
        .join('');
      return line(
        when,
        `${flagWords}${takes === null ? '' : ` -r${taken(takes)}`} -d ${quoted(about)}`,
      );
    });
  return `${[
    '# Completion of finite-fence for fish. Made by: finite-fence completion fish',
    'complete -c finite-fence -f',
    ...flags(program, '__fish_use_subcommand'),
    ...commands.map(({ name, about }) =>
      line('__fish_use_subcommand', ` -a ${name} -d ${quoted(about)}`),
    ),
    ...commands.flatMap((command) => {
      const when = `__fish_seen_subcommand_from ${command.name}`;
      return [
        ...flags(command, when),
        ...(command.takes === null ? [] : [line(when, taken(command.takes))]),
      ];
    }),
  ].join('\n')}\n`;
}
