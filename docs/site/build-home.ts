import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drivers } from '../../machines/drivers/index.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { rules } from '../../machines/rules/index.ts';
import type { Row } from '../../src/system/vocabulary.ts';
import type { LifecycleFile } from './catalogue.ts';
import { circle } from './home/circle.ts';
import { ties } from './home/map.ts';
import { homePage, type Home } from './home/page.ts';
import { samples } from './home/samples.ts';
import { readers } from './pages/reading-order.ts';
import { pagesOf } from './pages/rule-map.ts';
import { threadFiles } from './pages/files.ts';

/** What the first page needs of the rest of the site. */
export type Around = {
  readonly subjects: readonly LifecycleFile[];
  readonly families: readonly (readonly Row[])[];
  /** The titles of all documents, by page. */
  readonly titles: ReadonlyMap<string, string>;
};

/** The address of a document, as TypeDoc makes it from its title. */
export const addressOf = (title: string): string =>
  `documents/${title.replace(/[^\w.,-]+/g, '_')}.html`;

/** Writes the first page in the place of TypeDoc's. */
export function buildHome(site: string, around: Around): void {
  writeFileSync(join(site, 'index.html'), homePage(homeOf(around)));
}

function homeOf({ subjects, families, titles }: Around): Home {
  const pages = pagesOf(subjects);
  const machines = subjects.reduce((sum, one) => sum + one.machines.length, 0);
  const placed = new Set(readers.flatMap((one) => one.pages.map(({ page }) => page)));
  const more = [...titles.keys()].filter((page) => !placed.has(page));
  return {
    circle: circle(),
    ties: ties(families, { fenced: 1, faulting: 1 }),
    samples: samples(),
    pageOf: (machine) => {
      const place = pages.get(machine);
      if (place === undefined) throw new Error(`the map has '${machine}', which no lifecycle is`);
      return `documents/Lifecycles.${place.page}.html#${place.name.toLowerCase()}`;
    },
    readers: readers.map(({ who, asks, pages: own }, at) => ({
      who,
      asks,
      pages: [
        ...own.filter(({ page }) => titles.has(page)),
        ...(at === readers.length - 1 ? more.map((page) => ({ page, why: '' })) : []),
      ].map(({ page, why }) => ({
        title: titles.get(page)!,
        why,
        address: addressOf(titles.get(page)!),
      })),
    })),
    counts: [
      [Object.keys(rules).length, 'rules of the kernel', addressOf('Rules of the kernel')],
      [machines, 'lifecycles', addressOf('Lifecycles')],
      [gallery.length, 'litmus tests', addressOf('Litmus tests')],
      [threadFiles().length, 'files of threads', addressOf('Threads as text')],
      [drivers.length, 'drivers', addressOf('Drivers')],
    ],
  };
}
