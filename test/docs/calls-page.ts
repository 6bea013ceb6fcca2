import type { Call, Language } from '../../src/threads/meaning.ts';
import { row, table } from './markdown.ts';

/** docs/calls.md: every type, kind of function, place and call of a language, as its data has them. */
export function callsPage(language: Language): string {
  const listed = language.calls.filter(({ hidden }) => hidden !== true);
  return [
    '# The calls of a file of threads',
    '',
    'This page lists every call, type, kind of function and place of the language that',
    '[threads.md](threads.md) teaches. It is generated from `machines/calls`, the data that the program',
    'runs; `UPDATE_DOCS=1 npx vitest run test/docs` writes it.',
    '',
    ...callTables(listed, language),
    ...typesAndKinds(language),
    ...rest(language),
  ].join('\n');
}

function callTables(listed: readonly Call[], { order, versions }: Language): readonly string[] {
  return [
    `## Calls (${listed.length})`,
    '',
    `A call takes pointers to objects (\`&name\`) or names of functions of the types in its parentheses.`,
    'An argument in brackets may be left out; an argument `any` may be anything. *Kernels* says which',
    `of the versions ${versions.join(', ')} have the call. The column *${order.name}* says what ${order.name}`,
    'records: `held locks → this class` is an edge from the class of every lock that the thread holds.',
    'The citation is the file, and the name or the sentence in it, in which the meaning was read.',
    '',
    ...table(
      ['call', 'kernels', 'meaning', order.name, 'citation'],
      listed.map((call) =>
        row([
          [`\`${call.name}(${argumentsOf(call)})\``, ...alsoNamed(call)].join(' '),
          kernelsOf(call),
          meaningOf(call),
          call.order,
          cited(call),
        ]),
      ),
    ),
    '',
  ];
}

/** `mutex, [flags]` */
const argumentsOf = ({ takes }: Call): string =>
  takes
    .map((one) => one.replace('...?', '[...]').replace(/^(.*)\?$/, '[$1]'))
    .join(', ')
    .replaceAll('|', ' or ');

const alsoNamed = ({ alias = [] }: Call): readonly string[] =>
  alias.length === 0 ? [] : [`also ${alias.map((name) => `\`${name}\``).join(', ')}`];

function kernelsOf({ since, until }: Call): string {
  const kinds = [
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ];
  return kinds.length === 0 ? 'all' : kinds.join(', ');
}

function meaningOf({ about, earlier = [], mustUse }: Call): string {
  return [
    about,
    ...earlier.map((one) => `Until ${one.until}: ${one.about}`),
    ...(mustUse === true ? ['The caller must use its result.'] : []),
  ].join(' ');
}

const cited = ({ cite }: Pick<Call, 'cite'>): string => `${cite.file}: ${cite.says}`;

function typesAndKinds({ types, kinds }: Language): readonly string[] {
  return [
    '## Types of objects',
    '',
    'The first word is how an object begins where its declaration says nothing.',
    '',
    ...table(
      ['type', 'words behind =', 'meaning', 'citation'],
      types
        .filter(({ implicit }) => implicit === undefined)
        .map((type) =>
          row([
            `\`${type.name}\``,
            [...new Set([...(type.initial ?? []), ...(type.words ?? [])])].join(', ') || '-',
            type.about,
            cited(type),
          ]),
        ),
    ),
    '',
    '## Kinds of functions',
    '',
    ...table(
      ['kind', 'context', 'meaning', 'citation'],
      kinds.map((kind) =>
        row([
          `\`${kind.name}\``,
          kind.thread ? kind.context : 'of its caller',
          kind.about,
          cited(kind),
        ]),
      ),
    ),
    '',
  ];
}

function rest({ places, laws }: Language): readonly string[] {
  return [
    '## Places of a described driver, for fragments',
    '',
    ...table(
      ['place', 'where it is', 'what the description must have'],
      Object.entries(places).map(([name, { about, needs }]) => row([`\`${name}\``, about, needs])),
    ),
    '',
    '## Rules that an answer names',
    '',
    ...table(['rule', 'citation'], [...new Set(laws.map((law) => row([law.id, cited(law)])))]),
    '',
  ];
}
