/** What litmus tests said, as a report. */
import { executionGallery } from '../../../machines/litmus/execution/index.ts';
import { fenceGallery } from '../../../machines/litmus/fences/index.ts';
import { memoryLitmusTests } from '../../../machines/litmus/memory/index.ts';
import { rules } from '../../../machines/rules/index.ts';
import type { Rule } from '../../../machines/rules/rule.ts';
import type { LitmusResult } from '../../litmus/run.ts';
import type { Asked, Law, Report } from './report.ts';

const known: Readonly<Record<string, Rule>> = rules;
const rooms: readonly (readonly [folder: string, names: ReadonlySet<string>])[] = (
  [
    ['execution/', executionGallery],
    ['fences/', fenceGallery],
    ['memory/', memoryLitmusTests],
  ] as const
).map(([folder, all]) => [folder, new Set(all.map(({ name }) => name))]);

/** The first file of the kernel that says a rule. */
const fileOf = (rule: Rule | undefined): string | null =>
  /^(?:Documentation|drivers|include|mm|kernel)\/[\w./-]+/.exec(rule?.source ?? '')?.[0] ?? null;

/** Rules by their ids. */
export const lawsOfRules = (ids: readonly string[]): readonly Law[] =>
  ids.map((id) => ({ id, says: known[id]?.says ?? id, file: fileOf(known[id]) }));

/** What litmus tests said: laws are those that the asked tests are about. */
export function reportOfLitmus(results: readonly LitmusResult[]): Report {
  const cited = [...new Set(results.flatMap(({ litmus }) => litmus.cites))];
  const asked = results.map(({ litmus: { name, cites }, problems }): Asked => {
    const folder = rooms.find(([, names]) => names.has(name))?.[0] ?? '';
    const place = { file: `machines/litmus/${folder}index.ts`, line: 1, column: 1 };
    const law = cites[0] ?? 'litmus';
    return {
      name,
      problems: problems.map((problem) => ({
        law,
        level: 'error',
        message: `${name}: ${problem}`,
        place,
      })),
    };
  });
  return { suite: 'finite-fence litmus', laws: lawsOfRules(cited), asked };
}
