import { litmusNames, quoted } from "./quoted.js";
const plain = (text) => text.replace(/[\\[\]:]/g, '\\$&');
/** What `_arguments` does for a place. */
function action({ words, also, list }) {
    const choice = words.length === 0 ? [] : [`words:word:(${words.join(' ')})`];
    if (also === 'litmus')
        return '_finite_fence_litmus';
    if (also === null)
        return words.length === 0
            ? ' '
            : list
                ? `_values -s , word ${words.join(' ')}`
                : `(${words.join(' ')})`;
    const files = also === 'file' ? '_files' : '_files -/';
    return choice.length === 0
        ? files
        : `_alternative ${[...choice, `files:file:${files}`].map((one) => `"${one}"`).join(' ')}`;
}
/** One specification a name: `_arguments` completes what has not been said yet. */
function flag({ names, about, takes, again }) {
    const excluded = again ? '*' : names.length < 2 ? '' : `(${names.join(' ')})`;
    return names.map((name) => quoted(`${excluded}${name}${takes !== null && name.startsWith('--') ? '=' : ''}[${plain(about)}]${takes === null ? '' : `:word:${action(takes)}`}`));
}
/** The script for zsh: as a file _finite-fence in the function path, or sourced. */
export function zsh([program, ...commands]) {
    const all = (one, more) => [...one.flags.flatMap(flag), ...more].map((spec) => ` \\\n        ${spec}`).join('');
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
  _arguments -C${all(program, [quoted('1:command:->command'), quoted('*::word:->word')])} && return
  case $state in
    command) _describe -t commands command commands ;;
    word)
      curcontext="\${curcontext%:*:*}:finite-fence-$words[1]:"
      case $words[1] in
${commands.map((one) => `      ${one.name})\n        _arguments${all(one, one.takes === null ? [] : [quoted(`*:word:${action(one.takes)}`)])} ;;`).join('\n')}
      esac ;;
  esac
}
if [ "$funcstack[1]" = _finite-fence ]; then _finite_fence "$@"; else compdef _finite_fence finite-fence; fi
`;
}
//# sourceMappingURL=zsh.js.map