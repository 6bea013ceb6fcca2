/* oxlint-disable max-params -- ohm calls an action with one argument for each element of its rule. */
import {
  grammar,
  type ActionDict,
  type Grammar,
  type MatchResult,
  type Node,
  type Semantics,
} from 'ohm-js';
import { Misuse } from '../system/misuse.ts';
import { adviceAt } from './advice.ts';
import { grammarText } from './grammar.ts';
import type * as s from './syntax.ts';

/** The grammar of threads, and how a tree is made by it. */
type Reading = { readonly threads: Grammar; readonly semantics: Semantics };
let made: Reading | null = null;

/** It is made when the first text is read: that takes as long as a small search, which may need none. */
function reading(): Reading {
  if (made !== null) return made;
  const threads = grammar(grammarText);
  const semantics = threads.createSemantics();
  semantics.addOperation<unknown>('tree', actions);
  return (made = { threads, semantics });
}

/** Characters that a file may have. */
const most = 100_000;

/** Control characters other than those that part lines and words. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f]/;

/** How deep braces and parentheses may stand in each other. */
const deepest = 100;

/** @throws Misuse `file:line:column: ...`; a long word is cut, so that it is one line */
export function complain(source: string, at: s.Place, what: string): never {
  const told = what.replace(/'([^' ]{40})[^' ]+'/g, "'$1...'");
  throw new Misuse(`${source}:${at.line}:${at.column}: ${told}`);
}

/** @throws Misuse where braces or parentheses stand too deep in each other */
function checkDepth(source: string, text: string): void {
  const code = text.replace(/\/\/.*|\/\*[^]*?\*\/|"[^"\n]*"/g, (said) => ' '.repeat(said.length));
  let depth = 0;
  for (const { 0: bracket, index } of code.matchAll(/[(){}]/g)) {
    depth += bracket === '(' || bracket === '{' ? 1 : -1;
    if (depth > deepest)
      complain(
        source,
        placeAt(text, index),
        `found more than ${deepest} braces and parentheses in each other, expected fewer`,
      );
  }
}

/**
 * One side of a file as a tree.
 * @throws Misuse in one line: where, what was found, what was expected
 */
export function parse(source: string, text: string): s.File {
  const nothing = text.indexOf('\0');
  if (nothing >= 0)
    complain(source, placeAt(text, nothing), 'found a NUL character, expected text');
  // A terminal would obey them.
  const control = text.search(controls);
  if (control >= 0)
    complain(source, placeAt(text, control), 'found a control character, expected text');
  if (text.length > most)
    throw new Misuse(`${source}: more than ${most} characters, expected threads`);
  if (text.trim() === '') throw new Misuse(`${source}: it is empty, expected "K" and a name`);
  checkDepth(source, text);
  const { threads, semantics } = reading();
  const match = threads.match(text);
  if (match.failed()) {
    const index = match.getRightmostFailurePosition();
    complain(
      source,
      placeAt(text, index),
      `found ${foundAt(text, index)}${insteadAt(text, index) ?? `, expected ${expectedOf(match)}`}`,
    );
  }
  return { source, ...(semantics(match)['tree']() as Omit<s.File, 'source'>) };
}

/** Objects and items that something brings with it; all of it stands where that stands. */
export function parseBrought(text: string, at: s.Place): Pick<s.File, 'objects' | 'items'> {
  const { threads, semantics } = reading();
  const match = threads.match(`K brought ${text}`);
  if (match.failed()) throw new Error(match.message);
  const { objects, items } = moved(semantics(match)['tree'](), at) as s.File;
  return { objects, items: items.map((item) => ({ ...item, brought: true as const })) };
}

/** A tree in which everything stands at one place. */
function moved(value: unknown, place: s.Place): unknown {
  if (Array.isArray(value)) return value.map((one) => moved(one, place));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'at' ? place : moved(one, place)]),
  );
}

/** What to write in place of C that the language does not have, behind what was found. */
function insteadAt(text: string, index: number): string | null {
  const advice = adviceAt(text, index);
  return advice === null ? null : `: ${advice}`;
}

/** What was expected where a match failed. */
function expectedOf(match: MatchResult): string {
  const whole = ((match as unknown as { shortMessage?: string }).shortMessage ?? '')
    .replace(/^.*?expected /, '')
    .replace(/^not /, 'something other than ');
  const all = whole
    .split(/, or |, | or /)
    .filter((word) => !/^(a |an )?(alnum|identRest|space)/.test(word));
  const words = all.filter((word) => !isOperator(word));
  if (words.length < all.length) words.push('an operator');
  return words.length > 6
    ? `${words.slice(0, 6).join(', ')} or more`
    : words.join(words.length === 2 ? ' or ' : ', ');
}

/** Whether a word that was expected is an operator between two expressions, which can go on anywhere. */
const isOperator = (word: string): boolean => /^"(?:[!=<>]=|[<>]|\|\||&&)"$/.test(word);

/** Line and column of a place of the text. */
function placeAt(text: string, index: number): s.Place {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** What stands at a place of the text, in words. */
function foundAt(text: string, index: number): string {
  const word = /^\s*(\w+|\S)?/.exec(text.slice(index))?.[1];
  return word === undefined ? 'the end of the file' : `'${word.slice(0, 40)}'`;
}

/** Where lines begin in the text that was looked at last. */
let last: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

function placeOf(node: Node): s.Place {
  const { startIdx, sourceString: text } = node.source as unknown as {
    readonly startIdx: number;
    readonly sourceString: string;
  };
  if (last.text !== text) {
    last = { text, starts: [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)] };
  }
  let line = 0;
  for (let step = 1 << 20; step > 0; step >>= 1) {
    if ((last.starts[line + step] ?? Infinity) <= startIdx) line += step;
  }
  return { line: line + 1, column: startIdx - last.starts[line]! + 1 };
}

const wordOf = (node: Node): s.Word => ({ text: node.sourceString, at: placeOf(node) });
const listOf = (node: Node): Node[] => node.asIteration().children;
const tree = <T>(node: Node): T => node['tree']() as T;
const trees = <T>(node: Node): T[] => node.children.map((child) => tree<T>(child));
const maybe = <T>(node: Node): T | null => (node.numChildren === 0 ? null : tree<T>(node.child(0)));

type Clause = {
  readonly cite?: string;
  readonly laws?: readonly s.Word[];
  readonly version?: s.Word;
  readonly beside?: s.Word;
};
type Modifier = Partial<Pick<s.Item, 'on' | 'place' | 'again' | 'times'>>;

const two = (is: 'equal' | 'unequal' | 'less' | 'more' | 'most' | 'least' | 'and' | 'or') =>
  function pair(this: Node, left: Node, _operator: Node, right: Node): s.Expression {
    return { is, left: tree(left), right: tree(right), at: placeOf(this) };
  };
const plain = (is: 'break' | 'continue') =>
  function alone(this: Node, _word: Node, _end: Node): s.Statement {
    return { is, at: placeOf(this) };
  };

/** `name = value`; nothing is 0. */
function assignment(name: Node, value: s.Expression | null, declares: boolean): s.Statement {
  const at = placeOf(name);
  return {
    is: 'assign',
    to: wordOf(name),
    value: value ?? { is: 'number', value: 0, at },
    declares,
    at,
  };
}

const change = (name: Node, by: 1 | -1): s.Statement => ({
  is: 'change',
  to: wordOf(name),
  by,
  at: placeOf(name),
});

function guardOf(node: Node, of: Node, given: Node[], body: s.Statement | null): s.Statement {
  const text = node.sourceString.replace(/\s+/g, ' ').replace(/;?( \{.*|)$/, '');
  return {
    is: 'guard',
    of: wordOf(of),
    given: given.map((one) => tree<s.Argument>(one)),
    body,
    text: body === null ? text : `scoped_guard(${of.sourceString})`,
    at: placeOf(node),
  };
}

const actions: ActionDict<unknown> = {
  File(_k, name, about, clauses, sections, answers, _end) {
    const parts = trees<readonly s.ObjectDeclaration[] | s.Item>(sections);
    const clausesRead = trees<Clause>(clauses);
    return {
      name: name.sourceString,
      about: maybe<string>(about) ?? '',
      cites: clausesRead.flatMap(({ cite }) => (cite === undefined ? [] : [cite])),
      laws: clausesRead.flatMap(({ laws }) => laws ?? []),
      version: clausesRead.find(({ version }) => version !== undefined)?.version ?? null,
      beside: clausesRead.find(({ beside }) => beside !== undefined)?.beside ?? null,
      objects: parts.flatMap((one) => ('kind' in one ? [] : one)),
      items: parts.flatMap((one) => ('kind' in one ? [one] : [])),
      answers: trees<s.Answer>(answers),
    };
  },
  Clause_cite: (_word, text, _end) => ({ cite: tree<string>(text) }),
  Clause_law: (_word, names, _end) => ({ laws: listOf(names).map(wordOf) }),
  Clause_version: (_word, version, _end) => ({ version: wordOf(version) }),
  Clause_beside: (_word, file, _end) => ({
    beside: { text: tree<string>(file), at: placeOf(file) },
  }),
  Objects: (_open, list, _close) => trees(list),
  Object: (type, name, times, words, _end) => ({
    type: tree(type),
    name: wordOf(name),
    times: maybe(times),
    words: maybe<s.Word[]>(words) ?? [],
  }),
  Times: (_open, number, _close) => Number(number.sourceString),
  Index_self: (_open, _self, _close) => 'self',
  Index_number: (_open, number, _close) => Number(number.sourceString),
  Initial: (_is, words) => listOf(words).map(wordOf),
  type_struct: (_struct, _space, name) => wordOf(name),
  type_plain: (name) => wordOf(name),
  Item(kind, name, _open, parameters, _close, modifiers, body): s.Item {
    const given: Modifier = Object.assign({}, ...trees<Modifier>(modifiers));
    return {
      kind: tree(kind),
      name: wordOf(name),
      parameters: listOf(parameters).flatMap((one) => tree<s.Word[]>(one)),
      on: null,
      place: null,
      again: false,
      times: null,
      family: null,
      ...given,
      body: tree(body),
      at: placeOf(kind),
    };
  },
  Parameter_none: (_void) => [],
  Parameter_name: (_type, name) => [wordOf(name)],
  itemKind_typed: (word, _type) => wordOf(word),
  itemKind_plain: (name) => wordOf(name),
  Modifier_on: (_word, name) => ({ on: wordOf(name) }),
  Modifier_at: (_word, name) => ({ place: wordOf(name) }),
  Modifier_again: (_word) => ({ again: true }),
  Modifier_times: (_open, number, _close) => ({ times: Number(number.sourceString) }),
  Block(_open, body, _close): s.Statement {
    return { is: 'block', body: trees(body), at: placeOf(this) };
  },
  Statement_ifElse(_if, _open, test, _close, then, _else, other): s.Statement {
    return { is: 'if', test: tree(test), yes: tree(then), no: tree(other), at: placeOf(this) };
  },
  Statement_if(_if, _open, test, _close, then): s.Statement {
    return { is: 'if', test: tree(test), yes: tree(then), no: null, at: placeOf(this) };
  },
  Statement_while(_while, _open, test, _close, body): s.Statement {
    return { is: 'while', test: tree(test), body: tree(body), at: placeOf(this) };
  },
  Statement_do(_do, body, _while, _open, test, _close, _end): s.Statement {
    return { is: 'do', test: tree(test), body: tree(body), at: placeOf(this) };
  },
  Statement_goto(_goto, label, _end): s.Statement {
    return { is: 'goto', label: wordOf(label), at: placeOf(this) };
  },
  Statement_return(_return, value, _end): s.Statement {
    return { is: 'return', value: maybe(value), at: placeOf(this) };
  },
  Statement_break: plain('break'),
  Statement_continue: plain('continue'),
  Statement_local(_type, locals, _end): s.Statement {
    return { is: 'block', body: listOf(locals).map((one) => tree(one)), at: placeOf(this) };
  },
  Local: (name, value) => assignment(name, maybe<s.Expression>(value), true),
  Statement_for(_for, _open, first, _e1, test, _e2, next, _close, body): s.Statement {
    return {
      is: 'for',
      first: maybe(first),
      test: maybe(test),
      next: maybe(next),
      body: tree(body),
      at: placeOf(this),
    };
  },
  First_local: (_type, name, _is, value) => assignment(name, tree(value), true),
  First_assign: (name, _is, value) => assignment(name, tree(value), false),
  Change_more: (name, _more) => change(name, 1),
  Change_moreBefore: (_more, name) => change(name, 1),
  Change_less: (name, _less) => change(name, -1),
  Change_lessBefore: (_less, name) => change(name, -1),
  Change_assign: (name, _is, value) => assignment(name, tree(value), false),
  Statement_change: (written, _end) => tree(written),
  Statement_guard(_guard, _open, of, _close, _with, given, _end, _semicolon): s.Statement {
    return guardOf(this, of, listOf(given), null);
  },
  Statement_scoped(_guard, _open, of, given, _close, body): s.Statement {
    return guardOf(this, of, given.children, tree(body));
  },
  Given: (_comma, argument) => tree(argument),
  Statement_label(name, _colon): s.Statement {
    return { is: 'label', label: wordOf(name), at: placeOf(this) };
  },
  Statement_expression(value, _end): s.Statement {
    return { is: 'expression', value: tree(value), at: placeOf(this) };
  },
  Statement_empty(_end): s.Statement {
    return { is: 'block', body: [], at: placeOf(this) };
  },
  Value: (_is, value) => tree(value),
  Expression_or: two('or'),
  And_and: two('and'),
  Compare_equal: two('equal'),
  Compare_unequal: two('unequal'),
  Compare_less: two('less'),
  Compare_more: two('more'),
  Compare_most: two('most'),
  Compare_least: two('least'),
  Unary_not(_not, of): s.Expression {
    return { is: 'not', of: tree(of), at: placeOf(this) };
  },
  Primary_call(name, _open, given, _close): s.Expression {
    const text = this.sourceString.replace(/\s+/g, ' ');
    return {
      is: 'call',
      name: name.sourceString,
      given: listOf(given).map((one) => tree<s.Argument>(one)),
      text,
      at: placeOf(this),
    };
  },
  Primary_likely: (_word, _open, inner, _close) => tree(inner),
  Primary_negative(_minus, number): s.Expression {
    return { is: 'number', value: -Number(number.sourceString), at: placeOf(this) };
  },
  Primary_paren: (_open, inner, _close) => tree(inner),
  Primary_error(_minus, name): s.Expression {
    return { is: 'error', name: name.sourceString, at: placeOf(this) };
  },
  Primary_number(number): s.Expression {
    return { is: 'number', value: Number(number.sourceString), at: placeOf(this) };
  },
  Primary_variable(name): s.Expression {
    return { is: 'variable', name: name.sourceString, at: placeOf(this) };
  },
  Argument_object(_and, name, member): s.Argument {
    return { is: 'object', name: name.sourceString, member: maybe(member), at: placeOf(name) };
  },
  Argument_flags(first, _or, rest): s.Argument {
    const words = [first.sourceString, ...listOf(rest).map(({ sourceString }) => sourceString)];
    return { is: 'flags', words, at: placeOf(this) };
  },
  Argument_value(value): s.Argument {
    return { is: 'value', value: tree(value), at: placeOf(this) };
  },
  Answer: (by, word, names, why, _end): s.Answer => ({
    by: wordOf(by),
    word: wordOf(word),
    promises: maybe<s.Word[]>(names) ?? [],
    why: maybe(why),
  }),
  Named: (_open, names, _close) => listOf(names).map(wordOf),
  string: (_open, inner, _close) => inner.sourceString,
};
