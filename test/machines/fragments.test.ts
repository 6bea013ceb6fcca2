import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { hazardIds } from '../../machines/description/ids.ts';
import { hazards } from '../../machines/hazards/index.ts';

const root = new URL('../../', import.meta.url).pathname;
const folder = `${root}machines/litmus/threads/hazards/`;
const made = `${root}machines/hazards/fragment-texts.ts`;

/** The files as data: what stands in a program must be able to run without a disk. */
async function texts(): Promise<string> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.litmus'))
    .sort();
  const all = Object.fromEntries(
    names.map((name) => [
      name.replace('.litmus', ''),
      readFileSync(`${folder}${name}`, 'utf8').split('\n'),
    ]),
  );
  const lines = Object.entries(all).map(
    ([name, text]) =>
      `'${name}': [${text.map((line) => JSON.stringify(line)).join(',\n')}].join('\\n'),`,
  );
  const head =
    '/** The files of litmus/threads/hazards. Written by test/machines/fragments.test.ts. */\n';
  const code = `${head}export const fragmentTexts = {\n${lines.join('\n')}\n} as const;\n`;
  return format(code, { parser: 'typescript', singleQuote: true, printWidth: 100 });
}

test('the texts of fragments are those of the files', async () => {
  const now = await texts();
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(made, now);
  expect(readFileSync(made, 'utf8')).toBe(now);
});

test('every file is a hazard of its name, and a twin that is finite without it', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.litmus'));
  expect(files.length).toBeGreaterThanOrEqual(10);
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
