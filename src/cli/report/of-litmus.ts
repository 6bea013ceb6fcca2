import { executionGallery } from '../../../machines/litmus/execution/index.ts';
import { executionLaws } from '../../../machines/litmus/execution/laws.ts';
import { fenceGallery } from '../../../machines/litmus/fences/index.ts';
import { fenceLaws } from '../../../machines/litmus/fences/laws.ts';
import { laws } from '../../../machines/litmus/laws.ts';
import { memoryLitmusTests } from '../../../machines/litmus/memory/index.ts';
import { memoryLaws } from '../../../machines/litmus/memory/laws.ts';
import type { LitmusResult } from '../../litmus/run.ts';
import type { Report } from './report.ts';

const lawText: Readonly<Record<string, string>> = {
  ...executionLaws,
  ...memoryLaws,
  ...fenceLaws,
  ...laws,
};
const rooms: readonly (readonly [folder: string, names: ReadonlySet<string>])[] = (
  [
    ['execution/', executionGallery],
    ['fences/', fenceGallery],
    ['memory/', memoryLitmusTests],
  ] as const
).map(([folder, all]) => [folder, new Set(all.map(({ name }) => name))]);

/** What litmus tests said: laws are those that the asked tests are about. */
export function reportOfLitmus(results: readonly LitmusResult[]): Report {
  const cited = [...new Set(results.flatMap(({ litmus }) => litmus.cites))];
  return {
    suite: 'finite-fence litmus',
    laws: cited.map((id) => ({
      id,
      says: lawText[id] ?? id,
      file:
        /\(((?:Documentation|drivers|include|mm|kernel)\/[\w./-]+)/.exec(lawText[id] ?? '')?.[1] ??
        null,
    })),
    asked: results.map(({ litmus: { name, cites }, problems }) => ({
      name,
      problems: problems.map((problem) => ({
        law: cites[0] ?? 'litmus',
        level: 'error',
        message: `${name}: ${problem}`,
        place: {
          file: `machines/litmus/${rooms.find(([, names]) => names.has(name))?.[0] ?? ''}index.ts`,
          line: 1,
          column: 1,
        },
      })),
    })),
  };
}
