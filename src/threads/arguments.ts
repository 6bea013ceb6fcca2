/** The arguments of a call, checked against what the call takes. */
import type { Call } from './meaning.ts';
import { complain } from './parse.ts';
import type { Argument, CallExpression, Place } from './syntax.ts';
import { compareVersions, nameIn, near, type World } from './world.ts';

type Written = CallExpression & { readonly at: Place };

/**
 * A call of this file is one that its version has, with arguments of the right types.
 * @throws Misuse
 */
export function checkCall(world: World, written: Written, call: Call, looked: boolean): void {
  const { name, at } = written;
  const wrong = (what: string): never => complain(world.file.source, at, what);
  const { since, until } = call;
  if (since !== undefined && compareVersions(world.version, since) < 0)
    wrong(`'${name}' is there since Linux ${since}; this file is of ${world.version}`);
  if (until !== undefined && compareVersions(world.version, until) >= 0)
    wrong(`'${name}' is gone since Linux ${until}; this file is of ${world.version}`);
  checkArguments(world, written, call.takes);
  if (call.mustUse === true && !looked) {
    const instead = `r = ${name}(...)`;
    wrong(`the result of '${name}' matters and is dropped; write '${instead}' or ask it in an if`);
  }
}

/** `mutex_lock(mutex)` */
const shapeOf = (name: string, takes: readonly string[]): string => {
  const words = takes.filter((argument) => argument !== 'any?' && argument !== '...?');
  return `${name}(${words.map((argument) => argument.replaceAll('|', ' or ').replace('any', '...')).join(', ')})`;
};

function checkArguments(
  world: World,
  { name, given, at: place }: Written,
  declared: readonly string[],
): void {
  const fewer = given.length < declared.length && declared[0]?.endsWith('?') === true;
  // What may be left out in front is, where there are too few.
  const takes = fewer && !declared.at(-1)!.endsWith('?') ? declared.slice(1) : declared;
  const least = takes.filter((argument) => !argument.endsWith('?')).length;
  const any = takes.at(-1) === '...?';
  if (given.length < least || (!any && given.length > takes.length)) {
    const count = `${given.length} ${given.length === 1 ? 'argument' : 'arguments'}`;
    complain(world.file.source, place, `'${name}' has ${count}, expected ${shapeOf(name, takes)}`);
  }
  given.forEach((argument, n) => {
    const wanted = takes[n];
    if (wanted !== undefined && wanted !== '...?')
      checkArgument(world, argument, wanted.replace('?', ''));
  });
}

function checkArgument(world: World, argument: Argument, wanted: string): void {
  if (wanted === 'any') return;
  const wrong = (what: string): never => complain(world.file.source, argument.at, what);
  if (wanted === 'flags') return checkFlags(world, argument, wrong);
  const allowed = wanted.split('|');
  const name = nameIn(argument);
  if (allowed.includes('number')) {
    if (argument.is === 'value' && (argument.value.is === 'number' || name !== null)) return;
    wrong('found an object, expected a number');
  }
  if (name === 'NULL' && allowed.includes('NULL')) return;
  const types = allowed.filter((each) => each !== 'NULL').join(' or ');
  if (name === null) return wrong(`found a value, expected the address of a ${types}, such as &x`);
  const { things, bodies } = world;
  const typeName = things.get(name)?.type.name ?? bodies.get(name)?.kind.name;
  if (typeName === undefined)
    wrong(`unknown ${types} '${spoken(argument)}'${hintFor(world, name, allowed)}`);
  else if (!allowed.includes(typeName))
    wrong(`'${name}' is a ${typeName}; this call takes a ${types}`);
}

const spoken = (argument: Argument): string =>
  argument.is === 'object' && argument.member !== null
    ? `${argument.name}[${argument.member}]`
    : (nameIn(argument) ?? '');

function checkFlags({ language }: World, argument: Argument, wrong: (what: string) => never): void {
  const words = argument.is === 'flags' ? argument.words : [nameIn(argument) ?? ''];
  const odd = words.find((word) => !language.flags.includes(word));
  if (odd === undefined) return;
  const known = `; there are: ${language.flags.slice(0, 6).join(', ')}`;
  wrong(`unknown flag '${odd}'${near(odd, language.flags) || known}`);
}

function hintFor({ things, bodies }: World, name: string, allowed: readonly string[]): string {
  const fitting = [
    ...[...things.values()].filter(({ type }) => allowed.includes(type.name)),
    ...[...bodies.values()].filter(({ kind }) => allowed.includes(kind.name)),
  ].map((argument) => argument.name);
  return near(name, fitting) || near(name, [...things.keys(), ...bodies.keys()]);
}
