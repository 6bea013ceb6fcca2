import { optionIds } from "../../../machines/description/ids.js";
import { each } from "../arguments.js";
import { covers, driverNames, pathFormats, reportFormats } from "../choices.js";
const nothing = { words: [], also: null, list: false };
/** What is meant, by the word that stands for it in the usage: `<DIR>`, `[FILE...]`. */
function meant(placeholder, of) {
    const name = /[A-Z|]+/.exec(placeholder)?.[0] ?? '';
    switch (name) {
        case 'DIR':
            return { ...nothing, also: 'directory' };
        case 'FILE':
        case 'DRIVER|FILE':
        case 'A':
            return {
                ...nothing,
                words: of === 'log' || of.startsWith('-') ? [] : driverNames,
                also: 'file',
            };
        case 'DRIVER|OPTION':
            return { ...nothing, words: [...optionIds, ...driverNames], also: 'file' };
        case 'RUN':
        case 'JS':
        case 'OUT':
            return { ...nothing, also: 'file' };
        case 'PATTERN':
            return { ...nothing, also: 'litmus' };
        default:
            return nothing;
    }
}
/** Options whose words no parser checks by itself. */
const listed = {
    'paths --cover': { words: covers, also: null, list: true },
    'paths --format': {
        words: [...new Set([...pathFormats, ...reportFormats])],
        also: null,
        list: false,
    },
};
/** Up to the end of its first clause. */
const first = (text) => /^[^\n]*?(?=[.;:]? *\n|[.;:] |$)/.exec(text)[0];
function flagsOf(command) {
    const own = command.options.map((option) => ({
        names: [option.short, option.long].filter((name) => name !== undefined && name !== null),
        about: first(option.description),
        again: option.parseArg === each,
        takes: !option.required && !option.optional
            ? null
            : option.argChoices !== undefined
                ? { ...nothing, words: option.argChoices }
                : (listed[`${command.name()} ${option.long}`] ??
                    meant(option.flags.replace(/^[^<[]*/, ''), option.long ?? '')),
    }));
    return [...own, { names: ['-h', '--help'], about: 'print help', takes: null, again: false }];
}
/** What can be written on the command line: the program itself first, then its commands. */
export function wordsOf(program) {
    const commands = program.commands.map((command) => {
        const [argument] = command.registeredArguments;
        const takes = argument === undefined
            ? null
            : argument.argChoices !== undefined
                ? { ...nothing, words: argument.argChoices }
                : meant(argument.name(), command.name());
        return {
            name: command.name(),
            about: first(command.summary() || command.description()),
            flags: flagsOf(command),
            takes,
        };
    });
    return [
        {
            name: program.name(),
            about: '',
            flags: flagsOf(program),
            takes: { ...nothing, words: commands.map(({ name }) => name) },
        },
        ...commands,
    ];
}
//# sourceMappingURL=words.js.map