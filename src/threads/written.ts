import type { Call, Language } from './meaning.ts';
import { complain } from './parse.ts';
import type { CallExpression, File, Item, Place, Statement, Word } from './syntax.ts';
import { near, operationsIn, type World } from './world.ts';

type Wrong = (at: Place, what: string) => never;

/**
 * What C would refuse in the functions of a file, and what would be lost without a word: names that
 * are given twice, errors that nothing returns, calls in arguments at which nobody looks.
 * @throws Misuse
 */
export function checkWritten(
  { source, items }: File,
  { language, things, bodies, calls }: Pick<World, 'language' | 'things' | 'bodies' | 'calls'>,
): void {
  const wrong: Wrong = (at, what) => complain(source, at, what);
  const known = { language, things, bodies, calls };
  for (const item of items) if (item.brought !== true) checkItem(item, known, wrong);
}

type Known = Pick<World, 'language' | 'things' | 'bodies' | 'calls'>;

function checkItem(item: Item, known: Known, wrong: Wrong): void {
  const labels = new Set<string>();
  const variables = new Set<string>();
  const once = ({ text, at }: Word, names: Set<string>, what: string): void => {
    if (names.has(text)) wrong(at, `${what} '${text}' is there twice in this function`);
    names.add(text);
  };
  const declare = (name: Word): void => {
    const { text, at } = name;
    if (known.things.has(text) || known.bodies.has(text))
      wrong(at, `'${text}' is an object of the file already; give the variable another name`);
    once(name, variables, 'the variable');
  };

  for (const parameter of item.parameters) declare(parameter);
  eachNode(item.body, (node) => {
    if (node.is === 'label') once(node.label, labels, 'the label');
    if (node.is === 'assign' && node.declares) declare(node.to);
    if (node.is === 'error') checkError(node, known.language, wrong);
    if (node.is === 'call') checkGiven(node, known, wrong);
  });
}

/** Every statement and expression within a node, and the node. */
function eachNode(node: unknown, visit: (node: NodeFound) => void): void {
  if (Array.isArray(node)) for (const one of node) eachNode(one, visit);
  else if (typeof node === 'object' && node !== null) {
    visit(node as NodeFound);
    for (const one of Object.values(node)) eachNode(one, visit);
  }
}
type NodeFound =
  | Exclude<Statement, { readonly is: 'expression' }>
  | (CallExpression & { readonly at: Place })
  | { readonly is: 'error'; readonly name: string; readonly at: Place };

function checkError(
  { name, at }: { readonly name: string; readonly at: Place },
  { errors }: Language,
  wrong: Wrong,
): void {
  if (errors.includes(name)) return;
  wrong(
    at,
    `unknown error '-${name}'${near(name, errors) || '; there are -EINTR, -EDEADLK, -ENOMEM and the like'}`,
  );
}

/** The arguments of one call: of a call of the language, and of a function of the file. */
function checkGiven(
  { name, given, at }: CallExpression & { readonly at: Place },
  { language, bodies, calls, things }: Known,
  wrong: Wrong,
): void {
  if (calls.has(name)) {
    for (const argument of given)
      eachNode(argument, (inner) => {
        if (inner.is !== 'call' || language.pure.includes(inner.name)) return;
        const before = `call it before, and give '${name}' what it returned`;
        wrong(inner.at, `'${inner.name}' is called in an argument of '${name}'; ${before}`);
      });
    return;
  }
  const body = bodies.get(name);
  if (body === undefined) return;
  const { parameters } = body.item;
  if (given.length !== parameters.length)
    wrong(at, `'${name}' has ${given.length} of ${parameters.length} arguments`);
  for (const argument of given) {
    const isObject =
      argument.is !== 'value' ||
      (argument.value.is === 'variable' &&
        (things.has(argument.value.name) || bodies.has(argument.value.name)));
    if (isObject)
      wrong(
        argument.at,
        `a function of the file takes numbers, and '${name}' is given an object; write one function for each object`,
      );
  }
}

/** Whether a call has a result at which one may look. */
export const givesResult = ({ does, mustUse }: Pick<Call, 'does' | 'mustUse'>): boolean =>
  mustUse === true ||
  operationsIn(does).some(
    (operation) =>
      operation.do === 'gives' ||
      operation.do === 'read' ||
      operation.do === 'attempt' ||
      operation.do === 'exec' ||
      operation.do === 'add callback' ||
      operation.do === 'remove callback' ||
      (operation.do === 'acquire' &&
        (operation.interruptible === true || operation.ticket !== undefined)) ||
      (operation.do === 'raise' && operation.gives !== undefined) ||
      (operation.do === 'step' && operation.either.some(({ gives }) => gives !== undefined)),
  );

/** Whether a function of the file returns a value somewhere. */
export function returnsValue(body: Statement): boolean {
  let found = false;
  eachNode(body, (node) => {
    if (node.is === 'return' && node.value !== null) found = true;
  });
  return found;
}
