import { StreamLanguage, type StreamParser } from '@codemirror/language';
import grammar from '../../editor/fence-litmus.tmLanguage.json' with { type: 'json' };

type Pattern = {
  readonly include?: string;
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
};

/** A pattern that is tried where the text stands. */
type Rule = {
  readonly match: RegExp;
  /** Where a token goes on over lines: what ends it. */
  readonly end: RegExp | null;
  readonly style: string | null;
  /** Styles of the groups, from 1. */
  readonly groups: ReadonlyMap<number, string>;
};

/** Scopes of the grammar as the tags of the editor; the longest that fits counts. */
const styles: readonly (readonly [scope: string, style: string])[] = [
  ['comment', 'comment'],
  ['string', 'string'],
  ['keyword', 'keyword'],
  ['entity.name.section', 'heading'],
  ['entity.name.function', 'labelName'],
  ['storage.modifier', 'keyword'],
  ['storage.type', 'typeName'],
  ['support.function', 'propertyName'],
  ['constant.numeric', 'number'],
  ['constant', 'atom'],
  ['markup.deleted', 'deleted'],
  ['markup.inserted', 'inserted'],
];

const styleOf = (scope: string): string | null =>
  styles.find(([prefix]) => scope.startsWith(prefix))?.[1] ?? null;

const repository: Readonly<Record<string, { readonly patterns: readonly Pattern[] }>> =
  grammar.repository;

const rulesOf = (patterns: readonly Pattern[]): Rule[] =>
  patterns.flatMap(({ include, name, match, begin, end, captures = {} }): Rule[] => {
    if (include !== undefined) return rulesOf(repository[include.slice(1)]!.patterns);
    const style = name === undefined ? null : styleOf(name);
    const groups = new Map(
      Object.entries(captures).flatMap(([group, { name: scope }]) => {
        const found = styleOf(scope);
        return found === null ? [] : [[Number(group), found] as const];
      }),
    );
    const source = match ?? begin!;
    const closing = end === undefined ? null : new RegExp(end, 'g');
    return [{ match: new RegExp(source, 'dy'), end: closing, style, groups }];
  });

const rules = rulesOf(grammar.patterns);

type Token = { readonly to: number; readonly style: string | null };
type State = { open: Rule | null; ahead: Token[] };

/** The tokens of a match: its groups, and what stands between them. */
function tokensOf(found: RegExpExecArray, { style, groups }: Rule): Token[] {
  const tokens: Token[] = [];
  for (const [group, own] of groups) {
    const place = found.indices?.[group];
    if (place === undefined || place[0] === place[1]) continue;
    tokens.push({ to: place[0], style }, { to: place[1], style: own });
  }
  return [...tokens, { to: found.index + found[0].length, style }];
}

/** The editor's tokens, as the TextMate grammar that editors use has them: one grammar for both. */
const parser: StreamParser<State> = {
  name: 'fence-litmus',
  startState: () => ({ open: null, ahead: [] }),
  copyState: ({ open, ahead }) => ({ open, ahead: [...ahead] }),
  token(stream, state) {
    while (state.ahead.length > 0) {
      const { to, style } = state.ahead.shift()!;
      if (to <= stream.pos) continue;
      stream.pos = to;
      return style;
    }
    if (state.open !== null) return within(stream, state, state.open);
    for (const rule of rules) {
      rule.match.lastIndex = stream.pos;
      const match = rule.match.exec(stream.string);
      if (match === null || match[0] === '') continue;
      if (rule.end !== null) {
        stream.pos += match[0].length;
        return within(stream, state, rule);
      }
      const [first, ...rest] = tokensOf(match, rule).filter(({ to }) => to > stream.pos);
      state.ahead = rest;
      stream.pos = first!.to;
      return first!.style;
    }
    if (stream.match(/^\w+/) === null) stream.next();
    return null;
  },
};

function within(
  stream: Parameters<StreamParser<State>['token']>[0],
  state: State,
  rule: Rule,
): string | null {
  const end = rule.end!;
  end.lastIndex = stream.pos;
  const found = end.exec(stream.string);
  state.open = found === null ? rule : null;
  if (found === null) stream.skipToEnd();
  else stream.pos = found.index + found[0].length;
  return rule.style;
}

export const threadsLanguage = StreamLanguage.define(parser);

/** JSON, as a description is written. */
export const jsonLanguage = StreamLanguage.define<object>({
  name: 'json',
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) !== null)
      return stream.match(/^\s*:/, false) === null ? 'string' : 'propertyName';
    if (stream.match(/^-?\d[\d.eE+-]*/) !== null) return 'number';
    if (stream.match(/^(?:true|false|null)\b/) !== null) return 'atom';
    stream.next();
    return null;
  },
});
