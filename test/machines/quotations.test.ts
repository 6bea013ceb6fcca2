import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const flat = (text: string): string => text.replace(/[\s*]+/g, ' ').replace(/[`&]/g, '');
const documents = {
  dmaBuf: flat(readFileSync(join(root, 'test/data/documents/dma-buf.rst.txt'), 'utf8')),
  contract: flat(readFileSync(join(root, 'test/data/documents/dma-fence.c.txt'), 'utf8')),
};
const files = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(root, path)).isDirectory()
      ? files(path)
      : path.endsWith('.ts')
        ? [path]
        : [];
  });
const quotations = files('machines').flatMap((file) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /\b(dmaBuf|contract)\((?:'((?:[^'\\]|\\.)*)'|"([^"]*)")\)/g,
    ),
  ].map(([, document, single, double]) => ({
    file,
    document: document as keyof typeof documents,
    says: (single ?? double)!.replace(/\\'/g, "'"),
  })),
);

test('every quotation of the documents stands there word for word, but for what is left out', () => {
  expect(quotations.length).toBeGreaterThan(40);
  const wrong = quotations.flatMap(({ file, document, says }) =>
    flat(says)
      .split('...')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !documents[document].includes(part))
      .map((part) => `${file}: ${part}`),
  );
  expect(wrong).toEqual([]);
});
