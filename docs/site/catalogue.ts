import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyStateMachine } from 'xstate';
import { machineOf } from '../../src/charts/machine-of.ts';

const folder = new URL('../../machines/lifecycles/', import.meta.url).pathname;

/** One file of lifecycles. `about` are the paragraphs of its doc comment. */
export type LifecycleFile = {
  readonly name: string;
  readonly machines: readonly {
    readonly name: string;
    readonly machine: AnyStateMachine;
    readonly about: readonly string[];
    readonly sized: boolean;
  }[];
};

/** The doc comment before an export, a paragraph for each line that says `Rule:` or `Source:`. */
function commentOf(text: string, name: string): string[] {
  const comment =
    new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*export (?:const|function) ${name}\\b`).exec(
      text,
    )?.[1] ?? '';
  const lines = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('@'));
  return lines.reduce<string[]>(
    (paragraphs, line) =>
      paragraphs.length === 0 || /^(Rule|Source):/.test(line)
        ? [...paragraphs, line]
        : [...paragraphs.slice(0, -1), `${paragraphs.at(-1)} ${line}`],
    [],
  );
}

/** Every lifecycle there is, file by file. */
export async function catalogue(): Promise<LifecycleFile[]> {
  const subjects: LifecycleFile[] = [];
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    const exports = Object.entries((await import(join(folder, file))) as Record<string, unknown>);
    const order = (name: string): number =>
      text.search(new RegExp(`export (?:const|function) ${name}\\b`));
    const machines = exports
      .sort(([a], [b]) => order(a) - order(b))
      .flatMap(([name, value]) => {
        const machine = machineOf(value);
        return machine === null
          ? []
          : [{ name, machine, about: commentOf(text, name), sized: typeof value === 'function' }];
      });
    if (machines.length > 0) subjects.push({ name: file.replace(/\.ts$/, ''), machines });
  }
  return subjects;
}
