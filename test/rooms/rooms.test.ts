import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const files = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(root, path)).isDirectory()
      ? files(path)
      : path.endsWith('.ts')
        ? [path]
        : [];
  });
const imports = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^(?:import [^'\n]*|export [^'\n]*|\})\s*from '([^']+)';$|^import '([^']+)';$/gm,
    ),
  ]
    .map(([, from, alone]) => from ?? alone!)
    .map((to) => (to.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), to)) : to));

/** What each room may import: its own files, these rooms, these packages. */
const may: Record<
  string,
  { readonly rooms: readonly string[]; readonly packages: readonly string[] }
> = {
  'machines/lifecycles': { rooms: [], packages: ['xstate'] },
  // The words in which trace events and reports are described are a vocabulary too.
  'machines/tracepoints': {
    rooms: ['machines', 'src/system', 'src/logs/vocabulary.ts'],
    packages: [],
  },
  machines: { rooms: ['machines', 'src/system', 'src/litmus'], packages: ['xstate', 'zod'] },
  'src/lts': { rooms: [], packages: ['xstate'] },
  'src/system': {
    rooms: ['src/lts'],
    packages: ['xstate', '@noble/hashes', 'fastest-levenshtein'],
  },
  'src/explore': { rooms: ['src/system'], packages: [] },
  'src/check': { rooms: ['src/system', 'src/explore'], packages: [] },
  'src/export': { rooms: ['src/system'], packages: ['xstate'] },
  'src/litmus': { rooms: ['src/system', 'src/explore', 'src/check'], packages: [] },
  'src/paths': {
    rooms: ['src/lts', 'src/system', 'src/explore', 'src/check'],
    packages: ['zod', '@noble/hashes'],
  },
  'src/logs': { rooms: ['src/lts', 'src/system'], packages: ['xstate'] },
};
const roomOf = (file: string): string | undefined =>
  Object.keys(may)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
const engine = [
  'src/lts',
  'src/system',
  'src/explore',
  'src/check',
  'src/export',
  'src/litmus',
  'src/paths',
  'src/logs',
];

test('imports point one way', () => {
  const seen = [...files('src'), ...files('machines')];
  expect(seen.length).toBeGreaterThan(40);
  expect(seen.flatMap(imports).length).toBeGreaterThan(200);
  const wrong = seen.flatMap((file) => {
    const room = roomOf(file);
    if (room === undefined) return [];
    return imports(file)
      .filter((to) => {
        if (to.startsWith('finite-fence/')) return false;
        if (to.startsWith('node:'))
          return (
            room === 'machines' ||
            room === 'machines/lifecycles' ||
            room === 'src/explore' ||
            room === 'src/check'
          );
        if (to.startsWith('src/') || to.startsWith('machines/'))
          return !(
            to.startsWith(`${room}/`) ||
            may[room]!.rooms.some((other) => to === other || to.startsWith(`${other}/`))
          );
        return !may[room]!.packages.some((name) => to === name || to.startsWith(`${name}/`));
      })
      .map((to) => `${file} imports ${to}`);
  });
  expect(wrong).toEqual([]);
});

/** Words of the kernel that an engine has no business to know. */
const kernelWords =
  /\b(dma[_-]?(fence|buf|resv)|fence|shrinker|reclaim|gpu|drm|page[ _-]?fault|lockdep|notifier|amdgpu|i915|msm|xe)\b/i;

/** A log reader names the places where a call trace can be: these are the words of every report. */
const placesOfReports = /\b(fence|shrinker|reclaim|notifier)\b/gi;

test('no kernel word stands in the rooms of the engine', () => {
  const seen = engine.flatMap((room) => {
    try {
      return files(room);
    } catch {
      return [];
    }
  });
  expect(seen.length).toBeGreaterThan(15);
  const wrong = seen.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => {
        const word = kernelWords.exec(
          line
            .replace(/finite-fence/g, '')
            .replace(file.startsWith('src/logs/') ? placesOfReports : /(?!)/, ''),
        );
        return word === null
          ? []
          : [`${relative('.', file)}:${at + 1}: ${word[0]}: ${line.trim().slice(0, 80)}`];
      }),
  );
  expect(wrong).toEqual([]);
});

test('a file over 300 lines needs a reason', () => {
  const reasons: Record<string, string> = {};
  const long = [...files('src'), ...files('machines')].filter(
    (file) =>
      readFileSync(join(root, file), 'utf8').split('\n').length > 301 &&
      reasons[file] === undefined,
  );
  expect(long).toEqual([]);
});
