import { litmusNames } from "./quoted.js";
const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
function taken({ words, also, list }) {
    const some = list
        ? `(__fish_append , ${words.join(' ')})`
        : also === 'litmus'
            ? `(${litmusNames})`
            : also === 'directory'
                ? '(__fish_complete_directories)'
                : words.join(' ');
    return `${also === 'file' ? ' -F' : ' -f'}${some === '' ? '' : ` -a ${quoted(some)}`}`;
}
/** The script for fish. */
export function fish([program, ...commands]) {
    const line = (when, rest) => `complete -c finite-fence -n ${quoted(when)}${rest}`;
    const flags = (one, when) => one.flags.map(({ names, about, takes }) => {
        const said = names
            .map((name) => (name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`))
            .join('');
        return line(when, `${said}${takes === null ? '' : ` -r${taken(takes)}`} -d ${quoted(about)}`);
    });
    return `${[
        '# Completion of finite-fence for fish. Made by: finite-fence completion fish',
        'complete -c finite-fence -f',
        ...flags(program, '__fish_use_subcommand'),
        ...commands.map(({ name, about }) => line('__fish_use_subcommand', ` -a ${name} -d ${quoted(about)}`)),
        ...commands.flatMap((one) => {
            const when = `__fish_seen_subcommand_from ${one.name}`;
            return [...flags(one, when), ...(one.takes === null ? [] : [line(when, taken(one.takes))])];
        }),
    ].join('\n')}\n`;
}
//# sourceMappingURL=fish.js.map