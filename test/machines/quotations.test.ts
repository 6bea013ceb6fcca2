import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const flat = (text: string): string => text.replace(/[\s*]+/g, ' ').replace(/[`&]/g, '');
const documents = {
  dmaBuf: flat(readFileSync(join(root, 'test/data/documents/dma-buf.rst.txt'), 'utf8')),
  contract: flat(readFileSync(join(root, 'test/data/documents/dma-fence.c.txt'), 'utf8')),
};
const sources = readdirSync(join(root, 'machines'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('machines', name));

/** A string, or strings added up. */
const string = String.raw`(?:'(?:[^'\\]|\\.)*'|"[^"]*")`;
const quotation = new RegExp(
  String.raw`\b(dmaBuf|contract)\(\s*(${string}(?:\s*\+\s*${string})*),?\s*\)`,
  'g',
);
const quotations = sources.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(quotation)].map(([, document, written]) => ({
    file,
    document: document as keyof typeof documents,
    says: [...written!.matchAll(new RegExp(string, 'g'))]
      .map(([one]) => one.slice(1, -1).replace(/\\'/g, "'"))
      .join(''),
  })),
);

test('the names dmaBuf and contract mean these documents in every file', () => {
  const other = sources.filter(
    (file) =>
      file !== 'machines/words/cites.ts' &&
      /\b(const|function) (dmaBuf|contract) = (from|source|inFile)/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
  );
  expect(other).toEqual([]);
});

test('every quotation of the documents stands there word for word, but for what is left out', () => {
  expect(quotations.length).toBeGreaterThan(50);
  const wrong = quotations.flatMap(({ file, document, says }) =>
    flat(says)
      .split('...')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !documents[document].includes(part))
      .map((part) => `${file}: ${part}`),
  );
  expect(wrong).toEqual([]);
});
