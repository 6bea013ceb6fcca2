import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { hazardIds } from '../../machines/description/ids.ts';
import { hazards } from '../../machines/hazards/index.ts';

const root = new URL('../../', import.meta.url).pathname;
const threads = `${root}machines/litmus/threads/`;
const folder = `${threads}hazards/`;

/** Files of threads that are data too: what stands in a program must be able to run without a disk. */
const modules = [
  { name: 'fragmentTexts', from: folder, made: `${root}machines/hazards/fragment-texts.ts` },
  {
    name: 'lockTexts',
    from: `${threads}locks/`,
    made: `${root}machines/litmus/memory/lock-texts.ts`,
  },
] as const;

const filesIn = (from: string): string[] =>
  readdirSync(from)
    .filter((name) => name.endsWith('.litmus'))
    .sort();

async function texts({ name, from }: (typeof modules)[number]): Promise<string> {
  const entries = filesIn(from).map((file) => {
    const lines = readFileSync(`${from}${file}`, 'utf8').split('\n');
    const written = lines.map((line) => JSON.stringify(line)).join(',\n');
    return `'${file.replace('.litmus', '')}': [${written}].join('\\n'),`;
  });
  const where = from.slice(`${root}machines/`.length);
  const head = `/** The files of ${where}. Written by test/machines/fragments.test.ts. */\n`;
  const code = `${head}export const ${name} = {\n${entries.join('\n')}\n} as const;\n`;
  return format(code, { parser: 'typescript', singleQuote: true, printWidth: 100 });
}

test.each(modules)('the texts of $name are those of the files', async (one) => {
  const now = await texts(one);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(one.made, now);
  expect(readFileSync(one.made, 'utf8')).toBe(now);
});

test('every file is a hazard of its name, and a twin that is finite without it', () => {
  const files = filesIn(folder);
  expect(files.length).toBeGreaterThanOrEqual(12);
  const known: readonly string[] = hazardIds;
  expect(files.filter((name) => !known.includes(name.replace('.litmus', '')))).toEqual([]);
  const byName = new Map(hazards.map((one) => [one.name, one]));
  for (const file of files) {
    const hazard = byName.get(file.replace('.litmus', ''));
    expect(hazard?.threads?.text, file).toBe(readFileSync(`${folder}${file}`, 'utf8'));
    expect(hazard!.threads!.text).toMatch(/^-expect deadlock;$/m);
    expect(hazard!.threads!.text).toMatch(/^\+expect finite;$/m);
    expect(hazard!.threads!.text).toMatch(/^cite "/m);
  }
});
