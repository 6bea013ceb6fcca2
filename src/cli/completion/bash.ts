import { litmusNames, quoted } from './quoted.ts';
import type { Taken, Words } from './words.ts';

/** What is set for a place: which words, and what else. */
const set = ({ words, also, list }: Taken): string =>
  [
    `words=${quoted(words.join(' '))}`,
    ...(also === null ? [] : [`also=${also}`]),
    ...(list ? ['list=1'] : []),
  ].join(' ');

/** The script for bash: 3.2 and newer, with or without the package bash-completion. */
export function bash([program, ...commands]: readonly [Words, ...Words[]]): string {
  const values = [program, ...commands].flatMap(({ name, flags }) =>
    flags.flatMap(({ names, takes }) =>
      takes === null
        ? []
        : [`    ${names.map((flag) => quoted(`${name} ${flag}`)).join('|')}) ${set(takes)} ;;`],
    ),
  );
  const flags = [program, ...commands].map(
    (one) =>
      `        ${one.name}) words=${quoted(one.flags.flatMap(({ names }) => names).join(' '))} ;;`,
  );
  const places = [program, ...commands].flatMap(({ name, takes }) =>
    takes === null ? [] : [`        ${name}) ${set(takes)} ;;`],
  );
  const variables =
    `cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=${program.name} ` +
    'words= also= list= before= at= word=';
  const names = 'if [[ $also == file ]]; then compgen -f -- "$cur"; else compgen -d -- "$cur"; fi';
  return `# Completion of finite-fence for bash. Made by: finite-fence completion bash
_finite_fence() {
  local ${variables}
  COMPREPLY=()
  # What is written --option=word comes as three words.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    if [[ \${COMP_WORDS[at]} != -* ]]; then command=\${COMP_WORDS[at]}; break; fi
  done
  case "$command $prev" in
${values.join('\n')}
    *)
      if [[ $cur == -* ]]; then case $command in
${flags.join('\n')}
      esac; else case $command in
${places.join('\n')}
      esac; fi ;;
  esac
  if [[ $also == litmus ]]; then
    if [[ -z \${_finite_fence_litmus-} ]]; then _finite_fence_litmus=$(${litmusNames}); fi
    words="$words $_finite_fence_litmus"
  fi
  if [[ -n $list ]]; then
    if [[ $cur == *,* ]]; then before=\${cur%,*},; fi
    compopt -o nospace 2>/dev/null
  fi
  while IFS= read -r word; do COMPREPLY+=("$before$word"); done < <(compgen -W "$words" -- "\${cur#"$before"}")
  if [[ $also == file || $also == directory ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(${names})
  fi
}
complete -F _finite_fence finite-fence
`;
}
