import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PathFile, TestPath } from '../path.ts';
import type { Failure } from './play.ts';

/** Which path, which step, what was expected and found. */
export function inThreeLines({ id, system, steps, targets }: TestPath, failure: Failure): string {
  const { number, step } = failure;
  const more = targets.length > 1 ? ` and ${targets.length - 1} more` : '';
  const where =
    step === null ? 'before the first step' : `step ${number} of ${steps.length}: ${step}`;
  return `path ${id} of ${system}, for ${targets[0] ?? 'no target'}${more}\n${where}\n${expectedAndFound(failure)}`;
}

/** One line, also where the driver's own words have several. */
function expectedAndFound({ kind, step, text }: Failure): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return kind === 'refused' ? `expected ${step!} to be done, found it refused` : line;
}

/** How many targets are not covered, and the file that names them. */
export function uncovered(
  { name, cover }: PathFile,
  targets: number,
  covered: number,
  missed: readonly string[],
): string {
  const file = join(tmpdir(), `${name}.${cover}.uncovered.txt`.replace(/[^\w.-]+/g, '-'));
  writeFileSync(file, missed.map((target) => `${target}\n`).join(''));
  return [
    `${covered} of ${targets} targets are covered`,
    `${missed.length} are not, the first is ${missed[0]}`,
    `all of them: ${file}`,
  ].join('\n');
}
