import type { Litmus } from '../../src/litmus/litmus.ts';
import { seeds, systems } from './systems.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** docs/seeds.md: every system of the seed documents with where it stands in the specification. */
export function seedsPage(gallery: readonly Litmus[]): string {
  const rulesOf = (names: readonly string[]): string => {
    const cited = gallery.filter(({ name }) => names.includes(name)).flatMap(({ cites }) => cites);
    return [...new Set(cited)].join(', ');
  };

  const tables = seeds.flatMap((title, seed) => [
    `## ${title}`,
    '',
    row(['system', 'lifecycles', 'rules', 'litmus tests', 'in a description', 'kernel test']),
    row(Array<string>(6).fill('---')),
    ...systems
      .filter((one) => one.seed === seed)
      .map(({ system, lifecycles, litmus, described, kernelTest }) =>
        row([
          system,
          lifecycles.map((name) => `\`${name}\``).join(', '),
          rulesOf(litmus),
          litmus.map((name) => `\`${name}\``).join(', '),
          described === null ? '-' : `\`${described}\``,
          kernelTest ?? '-',
        ]),
      ),
    '',
  ]);

  return [
    '# The seed documents, system by system',
    '',
    'This project started from five documents. Each system that they speak of is listed here with the',
    'lifecycles that model it, the rules of the kernel that it must keep, a pair of litmus tests (one',
    'good, one bad), the word by which a driver description says it, and the suite of the kernel or of',
    'IGT that exercises it. `UPDATE_DOCS=1 npx vitest run test/seeds` writes this page.',
    '',
    ...tables,
  ].join('\n');
}
