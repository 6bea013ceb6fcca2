/** Statements of a file of threads in C. */
import type { Expression, Statement } from '../../../src/threads/syntax.ts';
import { inC } from './calls.ts';
import type { Objects } from './objects.ts';

/** A call as written, by the place where it stands: its number, from 1. */
export type Numbered = ReadonlyMap<string, number>;
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

  statement(one: Statement, depth = 1): string {
    const t = '\t'.repeat(depth);
    switch (one.is) {
      case 'block':
        return one.body.map((each) => this.statement(each, depth)).join('');
      case 'if': {
        const no = one.no === null ? '' : ` else {\n${this.statement(one.no, depth + 1)}${t}}`;
        const yes = this.statement(one.yes, depth + 1);
        return `${t}if (${this.expression(one.test)}) {\n${yes}${t}}${no}\n`;
      }
      case 'while':
        return `${t}while (${this.expression(one.test)}) {\n${this.statement(one.body, depth + 1)}${t}}\n`;
      case 'do':
        return `${t}do {\n${this.statement(one.body, depth + 1)}${t}} while (${this.expression(one.test)});\n`;
      case 'goto':
        return `${t}goto l_${one.label.text};\n`;
      case 'label':
        return `l_${one.label.text}: ;\n`;
      case 'break':
      case 'continue':
        return `${t}${one.is};\n`;
      default:
        return `${t}${this.simple(one)};\n`;
    }
  }

  private simple(one: Statement): string {
    if (one.is === 'return')
      return this.leaves(one.value === null ? null : this.expression(one.value));
    if (one.is === 'assign') {
      this.variables.add(`v_${one.to.text}`);
      return `v_${one.to.text} = ${this.expression(one.value)}`;
    }
    return one.is === 'expression' ? this.expression(one.value) : '';
  }

  expression(one: Expression): string {
    switch (one.is) {
      case 'not':
        return `!(${this.expression(one.of)})`;
      case 'and':
        return `(${this.expression(one.left)} && ${this.expression(one.right)})`;
      case 'or':
        return `(${this.expression(one.left)} || ${this.expression(one.right)})`;
      case 'equal':
        return `${this.expression(one.left)} == ${this.expression(one.right)}`;
      case 'unequal':
        return `${this.expression(one.left)} != ${this.expression(one.right)}`;
      case 'call':
        return this.call(one);
      default:
        return this.objects.pure(one);
    }
  }

  private call(one: Expression & { readonly is: 'call' }): string {
    const { world, prefix } = this.objects;
    const known = world.calls.get(one.name);
    if (known === undefined) {
      const args = one.given.map((each) =>
        each.is === 'value' ? this.expression(each.value) : this.objects.argument(each),
      );
      return `${prefix}_${one.name}(${args.join(', ')})`;
    }
    const made = inC(known.name, one, this.objects);
    if (made === null) {
      this.missing.add(one.name);
      return '0';
    }
    const number = this.numbers.get(placeOf(one.at)) ?? 0;
    return `${made.value ? 'FF_VALUE' : 'FF_VOID'}(${number}, ${made.text})`;
  }
}
