/**
 * A tree of links over a kernel's source, in which a few folders have a Kbuild of ours: make
 * prefers it to the Makefile that stands there, and it includes that Makefile. So no file of the
 * kernel tree is changed or added.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What a build in the tree itself leaves behind, which make refuses to see beside a build
 * elsewhere.
 */
const leftovers = new Set(['.config', 'include/config', 'include/generated', '.git']);

/**
 * A folder of the kernel with the names of objects that an edited copy replaces when FF_SEEDED is
 * set.
 */
export type Folder = {
  readonly path: string;
  readonly objects: readonly string[];
  readonly more: string;
};

/** Writes a file only if its text differs: make goes by times. */
export function keep(file: string, text: string): void {
  if (existsSync(file) && !lstatSync(file).isSymbolicLink() && readFileSync(file, 'utf8') === text)
    return;
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, text);
}

/** Makes a link, in place of whatever stands there. */
export function link(target: string, path: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() && readlinkSync(path) === target) return;
  if (there) rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path);
}

/**
 * `seeded-dma-fence.o` in place of `dma-fence.o`, in plain lists and in those of composite objects.
 */
function kbuild({ path, objects, more }: Folder, lists: readonly string[]): string {
  const swap = lists.map(
    (list) =>
      `${list} := $(foreach one,$(${list}),$(if $(filter $(one),$(ff-edited)),seeded-$(one),$(one)))`,
  );
  return [
    `include $(srctree)/${path}/Makefile`,
    more,
    'ifeq ($(FF_SEEDED),1)',
    `ff-edited := ${objects.join(' ')}`,
    ...swap,
    'endif',
    '',
  ].join('\n');
}

/** Lists of objects that a Makefile fills: obj-y and those of its composite objects. */
const listsOf = (makefile: string): readonly string[] => {
  const found = [
    ...makefile.matchAll(/^([A-Za-z0-9_-]+-(?:y|objs|\$\(CONFIG_[A-Z0-9_]+\)))\s*[:+]?=/gm),
  ].map(([, name]) => (name ?? '').replace(/\$\(CONFIG_[A-Z0-9_]+\)/, 'y'));
  return [...new Set([...found, 'obj-y'])].filter((one) => !one.endsWith('flags-y'));
};

/**
 * Makes or freshens the tree of links `tree` over `source`. Files of `tree` that are not links stay
 * as they are.
 */
export function overlay(
  source: string,
  tree: string,
  folders: readonly Folder[],
  arch: string,
): void {
  const own = `arch/${arch === 'x86_64' ? 'x86' : arch}`;
  const real = new Set(['', 'include', 'arch', own, `${own}/include`]);
  for (const { path } of folders) {
    const names = path.split('/');
    names.forEach((_, at) => real.add(names.slice(0, at + 1).join('/')));
  }
  for (const path of [...real].toSorted()) {
    const target = join(tree, path);
    // A link of an earlier overlay leads into the source, which must stay as it is.
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(target);
    mkdirSync(target, { recursive: true });
    const names = new Set(readdirSync(join(source, path)));
    for (const name of readdirSync(target)) {
      const stands = lstatSync(join(target, name));
      if (stands.isSymbolicLink() && !names.has(name)) rmSync(join(target, name));
    }
    for (const name of names) {
      const inside = path === '' ? name : `${path}/${name}`;
      if (!real.has(inside) && !leftovers.has(inside) && inside !== `${own}/include/generated`)
        link(join(source, inside), join(target, name));
    }
  }
  for (const folder of folders) {
    const makefile = readFileSync(join(source, folder.path, 'Makefile'), 'utf8');
    keep(join(tree, folder.path, 'Kbuild'), kbuild(folder, listsOf(makefile)));
  }
}
