import type { Command, Option } from 'commander';
import { optionIds } from '../../../machines/description/ids.ts';
import { each } from '../arguments.ts';
import { covers, driverNames, pathFormats, reportFormats } from '../choices.ts';

/** What may stand in a place: one of these words, and what else. */
export type Taken = {
  readonly words: readonly string[];
  readonly also: 'file' | 'directory' | 'litmus' | null;
  /** Several of the words, with commas between them. */
  readonly list: boolean;
};

/** An option as it is written, all of its names; `takes` is null where it takes nothing. */
export type Flag = {
  readonly names: readonly string[];
  readonly about: string;
  readonly takes: Taken | null;
  readonly again: boolean;
};

/** A command and what may follow it. */
export type Words = {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly Flag[];
  readonly takes: Taken | null;
};

const nothing: Taken = { words: [], also: null, list: false };

/** What is meant, by the word that stands for it in the usage: `<DIR>`, `[FILE...]`. */
function meant(placeholder: string, taker: string): Taken {
  const name = /[A-Z|]+/.exec(placeholder)?.[0] ?? '';
  switch (name) {
    case 'DIR':
      return { ...nothing, also: 'directory' };
    case 'FILE':
    case 'DRIVER|FILE':
    case 'A':
      return {
        ...nothing,
        words: taker === 'log' || taker.startsWith('-') ? [] : driverNames,
        also: 'file',
      };
    case 'DRIVER|OPTION|LITMUS':
      return { ...nothing, words: [...optionIds, ...driverNames], also: 'file' };
    case 'RUN':
    case 'JS':
    case 'OUT':
      return { ...nothing, also: 'file' };
    case 'PATTERN':
    case 'FILE|PATTERN':
      return { ...nothing, also: 'litmus' };
    default:
      return nothing;
  }
}

/** Options whose words no parser checks by itself. */
const listed: Readonly<Record<string, Taken>> = {
  'paths --cover': { words: covers, also: null, list: true },
  'paths --format': {
    words: [...new Set([...pathFormats, ...reportFormats])],
    also: null,
    list: false,
  },
};

/** Up to the end of its first clause. */
const first = (text: string): string => /^[^\n]*?(?=[.;:]? *\n|[.;:] |$)/.exec(text)![0];

function flagsOf(command: Command): Flag[] {
  const own = command.options.map((option): Flag => ({
    names: [option.short, option.long].filter((name) => name !== undefined && name !== null),
    about: first(option.description),
    again: option.parseArg === each,
    takes: takenBy(command, option),
  }));
  return [...own, { names: ['-h', '--help'], about: 'print help', takes: null, again: false }];
}

/** What stands behind an option; null where nothing does. */
function takenBy(command: Command, option: Option): Taken | null {
  if (!option.required && !option.optional) return null;
  if (option.argChoices !== undefined) return { ...nothing, words: option.argChoices };

  const placeholder = option.flags.replace(/^[^<[]*/, '');
  return listed[`${command.name()} ${option.long}`] ?? meant(placeholder, option.long ?? '');
}

/** What a command takes beside its options; null where it takes nothing. */
function argumentOf(command: Command): Taken | null {
  const [argument] = command.registeredArguments;
  if (argument === undefined) return null;
  return argument.argChoices === undefined
    ? meant(argument.name(), command.name())
    : { ...nothing, words: argument.argChoices };
}

/** What can be written on the command line: the program itself first, then its commands. */
export function wordsOf(program: Command): readonly [Words, ...Words[]] {
  const commands = program.commands.map((command): Words => ({
    name: command.name(),
    about: first(command.summary() || command.description()),
    flags: flagsOf(command),
    takes: argumentOf(command),
  }));
  const names = commands.map(({ name }) => name);
  const whole: Words = {
    name: program.name(),
    about: '',
    flags: flagsOf(program),
    takes: { ...nothing, words: names },
  };
  return [whole, ...commands];
}
