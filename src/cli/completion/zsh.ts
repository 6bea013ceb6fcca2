/** Completion for zsh. */
import { litmusNames, quoted } from './quoted.ts';
import type { Flag, Taken, Words } from './words.ts';

const plain = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');

/** What `_arguments` does for a place. */
function action({ words, also, list }: Taken): string {
  if (also === 'litmus') return '_finite_fence_litmus';
  if (also === null) return list ? `_values -s , word ${words.join(' ')}` : choice(words);

  const files = also === 'file' ? '_files' : '_files -/';
  if (words.length === 0) return files;
  return `_alternative "words:word:(${words.join(' ')})" "files:file:${files}"`;
}

/** One of some words; a space where there is none, so that nothing is completed. */
const choice = (words: readonly string[]): string =>
  words.length === 0 ? ' ' : `(${words.join(' ')})`;

/** One specification for each name: `_arguments` completes what has not been said yet. */
function flag({ names, about, takes, again }: Flag): string[] {
  const others = names.length < 2 ? '' : `(${names.join(' ')})`;
  const excluded = again ? '*' : others;
  const word = takes === null ? '' : `:word:${action(takes)}`;
  return names.map((name) => {
    const sign = takes !== null && name.startsWith('--') ? '=' : '';
    return quoted(`${excluded}${name}${sign}[${plain(about)}]${word}`);
  });
}

/** The script for zsh: as a file _finite-fence in the function path, or sourced. */
export function zsh([program, ...commands]: readonly [Words, ...Words[]]): string {
  const argumentsOf = (one: Words, more: readonly string[]): string =>
    [...one.flags.flatMap(flag), ...more].map((spec) => ` \\\n        ${spec}`).join('');
  const cases = commands.map((command) => {
    const words = command.takes === null ? [] : [quoted(`*:word:${action(command.takes)}`)];
    return `      ${command.name})\n        _arguments${argumentsOf(command, words)} ;;`;
  });
  return `#compdef finite-fence
# Completion of finite-fence for zsh. Made by: finite-fence completion zsh
_finite_fence_litmus() {
  local -a names
  names=(\${(f)"$(${litmusNames})"})
  compadd -a names
}
_finite_fence() {
  local curcontext=$curcontext state line
  local -a commands
  typeset -A opt_args
  commands=(
${commands.map(({ name, about }) => `    ${quoted(`${name}:${about}`)}`).join('\n')}
  )
  _arguments -C${argumentsOf(program, [quoted('1:command:->command'), quoted('*::word:->word')])} && return
  case $state in
    command) _describe -t commands command commands ;;
    word)
      curcontext="\${curcontext%:*:*}:finite-fence-$words[1]:"
      case $words[1] in
${cases.join('\n')}
      esac ;;
  esac
}
if [ "$funcstack[1]" = _finite-fence ]; then _finite_fence "$@"; else compdef _finite_fence finite-fence; fi
`;
}
