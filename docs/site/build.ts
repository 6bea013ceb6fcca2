import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drivers } from '../../machines/drivers/index.ts';
import { hazards } from '../../machines/hazards/index.ts';
import { executionGallery } from '../../machines/litmus/execution/index.ts';
import { fenceGallery } from '../../machines/litmus/fences/index.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { litmusTests } from '../../machines/litmus/index.ts';
import { memoryLitmusTests } from '../../machines/litmus/memory/index.ts';
import { options } from '../../machines/options/index.ts';
import { rules } from '../../machines/rules/index.ts';
import { ruleMap } from '../../test/litmus/rule-map.ts';
import { uses } from '../../machines/uses/index.ts';
import type { Score } from '../../test/mutants/mutation.ts';
import { buildExplorer } from './build-explorer.ts';
import { buildFrame, searchScript, versionOf } from './build-frame.ts';
import { addressOf, buildHome } from './build-home.ts';
import { catalogue } from './catalogue.ts';
import { alone } from '../../src/charts/svg.ts';
import { bar, head } from './frame/frame.ts';
import { forbiddenStates } from './forbidden-states.ts';
import { lawlessStates } from './lawless-states.ts';
import { checkLinks } from './links.ts';
import { driversPage, litmusPage, optionsPage, stepsPage } from './pages/data.ts';
import { documents } from './pages/documents.ts';
import { filePage, filesPage, threadFiles } from './pages/files.ts';
import { kernelFunctionsPage } from './pages/kernel-functions.ts';
import { boxed, draw, lifecycleIndex, lifecyclePage } from './pages/lifecycles.ts';
import { mutationPage } from './pages/mutation.ts';
import { statementsPage } from './pages/statements.ts';
import { groupOf, readers, startPage } from './pages/reading-order.ts';
import { pagesOf, ruleMapPage } from './pages/rule-map.ts';
import { rulePage, rulePages, shortAddress } from './pages/rules.ts';
import { rows } from './rows.ts';
import { searchEntries } from './search-entries.ts';

const root = new URL('../..', import.meta.url).pathname;
const generated = join(root, 'docs/generated');
const site = join(root, 'site');
const mutation = join(root, 'docs/mutation.json');

rmSync(generated, { recursive: true, force: true });
rmSync(site, { recursive: true, force: true });
mkdirSync(join(generated, 'lifecycles'), { recursive: true });
mkdirSync(join(generated, 'rules'), { recursive: true });
mkdirSync(join(generated, 'files'), { recursive: true });
mkdirSync(join(generated, 'start'), { recursive: true });

const subjects = await catalogue();
const family = rows();
const drawn = await draw(
  subjects,
  forbiddenStates(Object.values(family).flat(), { fenced: 1, faulting: 1 }),
  lawlessStates(),
);
const map = ruleMap();
const files = threadFiles();
const pages: [page: string, title: string, text: string][] = documents(root).map(
  ({ page, title, text }) => [page, title, text],
);
const add = (page: string, title: string, text: string): void => {
  pages.push([page, title, text]);
};
add(
  'options',
  'Options, uses, clauses, hazards',
  optionsPage(options, uses, hazards, litmusTests, groupOf('options')),
);
add('drivers', 'Drivers', driversPage(drivers, groupOf('drivers')));
add(
  'rule-map',
  'Rules of the kernel',
  ruleMapPage(
    map,
    Object.fromEntries(Object.entries(rules).map(([id, { says }]) => [id, says])),
    { tests: gallery, files },
    subjects,
    groupOf('rule-map'),
  ),
);
add(
  'statements',
  'The documents, statement by statement',
  statementsPage(map, gallery, groupOf('statements')),
);
const stepPages = [
  ['steps-jobs', 'Steps of jobs and page faults', family.jobs],
  ['steps-fences', 'Steps of fences', family.fences],
  ['steps-memory', 'Steps of memory', family.memory],
  ['steps-execution', 'Steps of execution', family.execution],
] as const;
for (const [page, title, rows] of stepPages)
  add(page, title, stepsPage(title, rows, groupOf(page)));
add('files', 'Files of threads', filesPage(files, groupOf('files')));
add(
  'kernel-functions',
  'Kernel functions',
  kernelFunctionsPage(subjects, stepPages, groupOf('kernel-functions')),
);
add('lifecycles', 'Lifecycles', lifecycleIndex(subjects, drawn, groupOf('lifecycles')));
add(
  'litmus',
  'Litmus tests',
  litmusPage(
    [
      ['Jobs and page faults', litmusTests],
      ['Fences', fenceGallery],
      ['Memory', memoryLitmusTests],
      ['Execution', executionGallery],
    ],
    groupOf('litmus'),
  ),
);
add(
  'mutation',
  'Mutation testing',
  mutationPage(JSON.parse(readFileSync(mutation, 'utf8')) as Score, groupOf('mutation')),
);
for (const [page, , text] of pages) writeFileSync(join(generated, `${page}.md`), text);
const aboutRules = {
  map,
  tests: gallery,
  files,
  lifecycles: pagesOf(subjects),
};
for (const id of rulePages)
  writeFileSync(
    join(generated, 'rules', `${id}.md`),
    rulePage(id, aboutRules, groupOf('rule-map')),
  );
for (const file of files)
  writeFileSync(join(generated, 'files', `${file.page}.md`), filePage(file, groupOf('files')));
for (const subject of subjects)
  writeFileSync(
    join(generated, 'lifecycles', `${subject.name}.md`),
    lifecyclePage(subject, drawn, map, groupOf('lifecycles')),
  );
writeFileSync(
  join(generated, 'start/start.md'),
  startPage(new Map(pages.map(([page, title]) => [page, title]))).replace(
    /\]\(([\w.-]+\.md)/g,
    '](../$1',
  ),
);

const charts = Object.fromEntries(
  subjects.flatMap(({ name, machines }) =>
    machines.map((drawing) => [
      drawing.name,
      { chart: boxed(drawing.name, drawn.get(drawing.name)!), page: name },
    ]),
  ),
);
writeFileSync(
  join(generated, 'site.json'),
  JSON.stringify({
    charts,
    bar: bar(
      '<a href="#" class="tsd-widget menu" id="tsd-toolbar-menu-trigger" data-toggle="menu" aria-label="Menu">☰</a>',
    ),
    head,
    titles: Object.fromEntries(pages.map(([page, title]) => [page, title])),
    order: readers.flatMap((one) => one.pages.map(({ page }) => page)),
  }),
);

execFileSync(process.execPath, [join(root, 'node_modules/typedoc/bin/typedoc')], {
  cwd: root,
  stdio: 'inherit',
});
mkdirSync(join(site, 'charts'), { recursive: true });
for (const [name, { svg, mermaid, dot }] of drawn) {
  writeFileSync(join(site, 'charts', `${name}.svg`), alone(svg));
  writeFileSync(join(site, 'charts', `${name}.mmd`), mermaid);
  writeFileSync(join(site, 'charts', `${name}.dot`), dot);
}
// An address that stays, whatever the title of the page of all rules.
mkdirSync(join(site, 'rules'), { recursive: true });
for (const id of rulePages)
  writeFileSync(
    join(site, 'rules', `${id}.html`),
    shortAddress(id, `../documents/Rules_of_the_kernel.${id}.html`),
  );
await buildExplorer(join(site, 'explorer'), versionOf(root), undefined, lawlessStates());
await buildFrame(site);
buildHome(site, {
  subjects,
  families: Object.values(family),
  titles: new Map(pages.map(([page, title]) => [page, title])),
});
mkdirSync(join(site, 'schema'));
for (const file of ['driver.schema.json', 'paths.schema.json'])
  copyFileSync(join(root, 'docs', file), join(site, 'schema', file));
// TypeDoc's own index is no longer asked.
rmSync(join(site, 'assets/search.js'));
writeFileSync(
  join(site, 'assets/search-index.js'),
  searchScript(
    searchEntries({
      site,
      subjects,
      addresses: new Map(pages.map(([page, title]) => [page, addressOf(title)])),
    }),
  ),
);

const { pages: count, inside, outside, broken } = checkLinks(site);
for (const one of broken) console.error(one);
console.log(
  `${count} pages, ${inside} links within, ${outside} without; ${broken.length} are broken`,
);
if (broken.length > 0 || count < 150 || inside < 5000) process.exitCode = 1;
