/** Statements of a file of threads in C. */
import type { Expression, Statement } from '../../../src/threads/syntax.ts';
import { inC } from './calls.ts';
import type { Objects } from './objects.ts';

/** A call as written, by the place where it stands: its number, from 1. */
export type Numbered = ReadonlyMap<string, number>;
/** A place of a file as the key of `Numbered`. */
export const placeOf = ({
  line,
  column,
}: {
  readonly line: number;
  readonly column: number;
}): string => `${line}:${column}`;

/** Writes the statements of one body. `leaves`: what a return does. */
export class Statements {
  private readonly objects: Objects;
  private readonly numbers: Numbered;
  private readonly leaves: (value: string | null) => string;
  /** Variables that are declared at the top. */
  readonly variables = new Set<string>();
  /** Calls that C has no words for. */
  readonly missing = new Set<string>();

  constructor(objects: Objects, numbers: Numbered, leaves: (value: string | null) => string) {
    this.objects = objects;
    this.numbers = numbers;
    this.leaves = leaves;
  }

  /** A statement, `depth` tabs in. */
  statement(statement: Statement, depth = 1): string {
    const t = '\t'.repeat(depth);
    switch (statement.is) {
      case 'block':
        return statement.body.map((each) => this.statement(each, depth)).join('');
      case 'if': {
        const no =
          statement.no === null ? '' : ` else {\n${this.statement(statement.no, depth + 1)}${t}}`;
        const yes = this.statement(statement.yes, depth + 1);
        return `${t}if (${this.expression(statement.test)}) {\n${yes}${t}}${no}\n`;
      }
      case 'while':
        return `${t}while (${this.expression(statement.test)}) {\n${this.statement(statement.body, depth + 1)}${t}}\n`;
      case 'do':
        return (
          `${t}do {\n${this.statement(statement.body, depth + 1)}${t}} ` +
          `while (${this.expression(statement.test)});\n`
        );
      case 'goto':
        return `${t}goto l_${statement.label.text};\n`;
      case 'label':
        return `l_${statement.label.text}: ;\n`;
      case 'break':
      case 'continue':
        return `${t}${statement.is};\n`;
      default:
        return `${t}${this.simple(statement)};\n`;
    }
  }

  /** A statement that has no others in it. */
  private simple(statement: Statement): string {
    if (statement.is === 'return')
      return this.leaves(statement.value === null ? null : this.expression(statement.value));
    if (statement.is === 'assign') {
      this.variables.add(`v_${statement.to.text}`);
      return `v_${statement.to.text} = ${this.expression(statement.value)}`;
    }
    // What is not written here must not be left out without a word.
    if (statement.is === 'guard') this.missing.add(`guard(${statement.of.text})`);
    if (statement.is === 'for') this.missing.add('a for loop');
    if (statement.is === 'change') this.missing.add(`a count of ${statement.to.text}`);
    return statement.is === 'expression' ? this.expression(statement.value) : '';
  }

  /** An expression. */
  expression(expression: Expression): string {
    switch (expression.is) {
      case 'not':
        return `!(${this.expression(expression.of)})`;
      case 'and':
        return `(${this.expression(expression.left)} && ${this.expression(expression.right)})`;
      case 'or':
        return `(${this.expression(expression.left)} || ${this.expression(expression.right)})`;
      case 'equal':
        return `${this.expression(expression.left)} == ${this.expression(expression.right)}`;
      case 'unequal':
        return `${this.expression(expression.left)} != ${this.expression(expression.right)}`;
      case 'call':
        return this.call(expression);
      default:
        return this.objects.pure(expression);
    }
  }

  /** A call of a thread, between whose turns the player stands. */
  private call(call: Expression & { readonly is: 'call' }): string {
    const { world, prefix } = this.objects;
    const known = world.calls.get(call.name);
    if (known === undefined) {
      const args = call.given.map((each) =>
        each.is === 'value' ? this.expression(each.value) : this.objects.argument(each),
      );
      return `${prefix}_${call.name}(${args.join(', ')})`;
    }
    const made = inC(known.name, call, this.objects);
    if (made === null) {
      this.missing.add(`${call.name}()`);
      return '0';
    }
    const number = this.numbers.get(placeOf(call.at)) ?? 0;
    return `${made.value ? 'FF_VALUE' : 'FF_VOID'}(${number}, ${made.text})`;
  }
}
