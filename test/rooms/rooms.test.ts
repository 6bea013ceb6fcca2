import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

/** Every TypeScript file below a folder of the repository. */
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = posix.join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesIn(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

const importLine = /^(?:import [^'\n]*|export [^'\n]*|\})\s*from '([^']+)';$|^import '([^']+)';$/gm;
const lazyImport = /\bimport\('([^']+)'\)/g;

/** What a file imports: packages by name, files by their path in the repository. */
function importsOf(file: string): string[] {
  // What stands in a template is text that a program writes, not an import.
  const text = readFileSync(join(root, file), 'utf8').replace(/`[^`]*`/g, '');
  const found = [...text.matchAll(importLine), ...text.matchAll(lazyImport)];
  return found
    .map(([, named, bare]) => named ?? bare!)
    .map((to) => (to.startsWith('.') ? posix.join(posix.dirname(file), to) : to));
}

type Room = {
  /** Rooms, or single files, that it may import besides its own files. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  readonly node?: true;
};

/** Every room of the house, from the lowest floor up. */
const rooms: Readonly<Record<string, Room>> = {
  'src/lts': { rooms: [], packages: ['xstate'] },
  'src/system': {
    rooms: ['src/lts'],
    packages: ['xstate', '@noble/hashes', 'fastest-levenshtein'],
  },
  'src/explore': { rooms: ['src/system'], packages: [] },
  'src/check': { rooms: ['src/system', 'src/explore'], packages: [] },
  'src/orbits': { rooms: ['src/system', 'src/explore', 'src/check'], packages: [] },
  'src/charts': { rooms: [], packages: ['xstate', 'elkjs'] },
  'src/export': { rooms: ['src/system'], packages: ['xstate'] },
  'src/symbolic': {
    rooms: ['src/lts', 'src/system', 'src/explore', 'src/check'],
    packages: [],
  },
  // What checks proofs shares nothing with what finds them, but the name of a verdict.
  'src/verify': { rooms: ['src/system', 'src/check/finding.ts'], packages: [] },
  'src/certify': {
    rooms: ['src/system', 'src/explore', 'src/check', 'src/symbolic', 'src/verify/certificate.ts'],
    packages: [],
  },
  'src/litmus': { rooms: ['src/system', 'src/explore', 'src/check'], packages: [] },
  'src/paths': {
    rooms: ['src/lts', 'src/system', 'src/explore', 'src/check'],
    packages: ['zod', '@noble/hashes'],
  },
  'src/threads': {
    rooms: ['src/lts', 'src/system', 'src/explore', 'src/check', 'src/orbits'],
    packages: ['xstate', 'ohm-js', 'fastest-levenshtein'],
  },
  'src/logs': { rooms: ['src/lts', 'src/system'], packages: ['xstate'], node: true },
  'machines/lifecycles': { rooms: [], packages: ['xstate'] },
  // The words in which calls, trace events and reports are described are vocabularies too.
  'machines/tracepoints': {
    rooms: ['machines', 'src/system', 'src/logs/vocabulary.ts'],
    packages: [],
  },
  'machines/calls': { rooms: ['machines', 'src/system', 'src/threads'], packages: ['xstate'] },
  // What is written for other tools may walk a lifecycle as a table.
  'machines/exports': {
    rooms: ['machines', 'src/system', 'src/lts', 'src/threads'],
    packages: [],
  },
  machines: {
    rooms: ['machines', 'src/system', 'src/litmus', 'src/threads'],
    packages: ['xstate', 'zod'],
  },
  'src/judge': {
    rooms: [
      'machines',
      'src/system',
      'src/explore',
      'src/check',
      'src/charts',
      'src/litmus',
      'src/paths',
      'src/threads',
      'src/symbolic',
      'src/certify',
      'src/verify',
    ],
    packages: ['zod'],
    node: true,
  },
  'src/text': {
    rooms: [
      'machines',
      'src/system',
      'src/check',
      'src/litmus',
      'src/threads',
      'src/judge',
      'src/logs/summary-text.ts',
    ],
    packages: [],
  },
  'src/cli': { rooms: ['src', 'machines'], packages: ['commander', 'zod'], node: true },
};

const engine = Object.keys(rooms).filter((room) => /^src\/(?!judge|text|cli)/.test(room));

const within = (file: string, room: string): boolean =>
  file === room || file.startsWith(`${room}/`);

/** The innermost room that a file stands in. */
const roomOf = (file: string): string | undefined =>
  Object.keys(rooms)
    .filter((room) => within(file, room))
    .sort((one, other) => other.length - one.length)[0];

function mayImport(room: string, to: string): boolean {
  const { rooms: others, packages, node } = rooms[room]!;
  if (to.startsWith('node:')) return node === true;
  if (/^(src|machines)\//.test(to)) return [room, ...others].some((other) => within(to, other));
  return packages.some((name) => within(to, name));
}

test('imports point one way', () => {
  const files = [...filesIn('src'), ...filesIn('machines')];
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap(importsOf).length).toBeGreaterThan(700);

  const wrong = files.flatMap((file) => {
    const room = roomOf(file);
    if (room === undefined) return [];
    return importsOf(file)
      .filter((to) => !mayImport(room, to))
      .map((to) => `${file} imports ${to}`);
  });
  expect(wrong).toEqual([]);
});

test('every file stands in a room, but for the faces of the package', () => {
  const outside = [...filesIn('src'), ...filesIn('machines')].filter(
    (file) => roomOf(file) === undefined,
  );
  expect(outside.sort()).toEqual(['src/index.ts', 'src/vitest.ts']);
});

test('nobody imports the command line', () => {
  const files = [...filesIn('src'), ...filesIn('machines'), ...filesIn('docs/site')];
  const wrong = files
    .filter((file) => !within(file, 'src/cli'))
    .flatMap((file) =>
      importsOf(file)
        .filter((to) => within(to, 'src/cli'))
        .map((to) => `${file} imports ${to}`),
    );
  expect(wrong).toEqual([]);
});

/** Words of the kernel that an engine has no business to know. */
const kernelWords =
  /\b(dma[_-]?(fence|buf|resv)|fence|shrinker|reclaim|gpu|drm|page[ _-]?fault|lockdep|notifier|amdgpu|i915|msm|xe)\b/i;

/** A log reader names the places where a call trace can be: these are the words of every report. */
const placesOfReports = /\b(fence|shrinker|reclaim|notifier)\b/gi;

function kernelWordsIn(file: string): string[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const bare = line.replace(/finite-fence/g, '');
    const word = kernelWords.exec(
      within(file, 'src/logs') ? bare.replace(placesOfReports, '') : bare,
    );
    return word === null ? [] : [`${file}:${index + 1}: ${word[0]}: ${line.trim().slice(0, 80)}`];
  });
}

test('no kernel word stands in the rooms of the engine', () => {
  const files = engine.filter((room) => room !== 'src/threads').flatMap(filesIn);
  expect(files.length).toBeGreaterThan(80);
  expect(files.flatMap(kernelWordsIn)).toEqual([]);
});
