import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as lifecycles from '../../machines/lifecycles.ts';
import { machineOf } from '../../src/charts/machine-of.ts';
import { explorerCharts } from '../../docs/site/build-explorer.ts';
import { everyChoice } from '../../docs/site/every-choice.ts';
import { chartFor, reduced } from '../../docs/site/explorer/charts.ts';
import { withoutWrong } from '../../docs/site/explorer/complaints.ts';
import { fromAddress, subjectOf } from '../../docs/site/explorer/situation.ts';
import { switched } from '../../docs/site/explorer/switched.ts';
import { understand } from '../../machines/description/complaints.ts';
import type { Described } from '../../machines/description/description.ts';
import { drivers as shipped } from '../../machines/drivers/index.ts';
import { systemOf } from '../../machines/description/system.ts';
import { cli, file } from '../cli/in-process.ts';
import { settled } from './browser.ts';
import { addressOf, axeOn, explorerServed, verdictOf } from './served.ts';

const served = explorerServed();
const { leftOut, folder, complaints, at, open } = served;

const asked: Described[] = [
  { driver: 'story' },
  { driver: 'none', pageFaults: 'none' },
  { driver: 'preempting', options: ['preempt'] },
  { driver: 'half', options: ['preempt'], without: ['preempt/while-faulted'] },
  { driver: 'flushing', options: ['flush'], engines: 'two', compute: 'long-running' },
  { driver: 'waiting', pageFaults: 'none', hazards: ['fence-awaits-user-fence'] },
  { driver: 'any', pageFaults: 'none', jobs: { fenced: 2 }, submission: 'any-order' },
  { driver: 'open', options: ['reserve-in-flight'], compute: 'unknown' },
];

/** The same with uses: each law left out and each mistake by itself, and several uses together. */
const askedOfUses: Described[] = (
  [
    { driver: 'group', uses: ['engine-group'] },
    {
      driver: 'group-law',
      uses: ['engine-group'],
      without: ['engine-group/suspended-before-visible'],
    },
    {
      driver: 'svm-mistake',
      uses: ['svm'],
      options: ['flush'],
      hazards: ['svm/notifier-awaits-repair'],
    },
    { driver: 'heap', pageFaults: 'none', uses: ['tiler-heap'] },
    {
      driver: 'heap-mistake',
      pageFaults: 'none',
      uses: ['tiler-heap'],
      hazards: ['tiler-heap/reclaims'],
    },
    {
      driver: 'two',
      pageFaults: 'none',
      uses: ['dynamic-import', 'tiler-heap'],
      without: ['dynamic-import/move-awaits-fences'],
    },
    {
      driver: 'pinned',
      pageFaults: 'none',
      uses: ['memory-region'],
      without: ['memory-region/waits-for-region'],
    },
  ] as Described[]
).map((one) => ({ ...one, foreignDevice: false }));

test('every part of every choice has a chart in which its state lights up', async () => {
  const charts = await explorerCharts();
  const dark: string[] = [];
  // Threads and objects of hazards are no lifecycles of this package: where they have no chart, the
  // page shows their states in words.
  const ours = new Set(Object.values(lifecycles).map((known) => machineOf(known)?.id));
  for (const choices of everyChoice())
    for (const jobs of [
      { fenced: 1, faulting: 1 },
      { fenced: 2, faulting: 2 },
    ]) {
      const { tables } = systemOf({ driver: 'x', ...choices, jobs });
      for (const { lifecycle, states } of tables.filter((table) => ours.has(table.lifecycle))) {
        const drawn = chartFor(charts[lifecycle] ?? [], states);
        const more = jobs.fenced > 1;
        // The order of several jobs in a ring, and more readers of a lock, are more than the charts
        // of one job of each kind have: the page says so.
        for (const state of states)
          if (
            drawn?.states.includes(more ? reduced(state) : state) !== true &&
            !(more && (state.includes(',') || state === 'read.3'))
          )
            dark.push(`${JSON.stringify(choices)}: ${lifecycle} in ${state}`);
      }
    }
  expect(dark).toEqual([]);
  for (const all of Object.values(charts))
    for (const { states, svg } of all)
      for (const state of states)
        expect(
          svg.replaceAll(/&#(\d+);/g, (_, at: string) => String.fromCodePoint(Number(at))),
        ).toContain(`data-state="${state}"`);
});

test('a choice that is taken back takes with it what only it gave a meaning', () => {
  const described: Described = {
    driver: 'x',
    uses: ['svm', 'odp'],
    without: ['svm/sets-seq', 'odp/zaps-when-told'],
    hazards: ['svm/retry-outside-lock', 'signal-path-reclaims'],
    cites: {
      svm: { file: 'a', says: 'b' },
      'svm/sets-seq': { file: 'a', says: 'b' },
      odp: { file: 'a', says: 'b' },
    },
  };
  expect(switched(described, 'uses', 'svm', false)).toEqual({
    driver: 'x',
    uses: ['odp'],
    without: ['odp/zaps-when-told'],
    hazards: ['signal-path-reclaims'],
    cites: { odp: { file: 'a', says: 'b' } },
  });
  expect(switched(described, 'without', 'svm/sets-seq', false)).toEqual({
    ...described,
    without: ['odp/zaps-when-told'],
  });
  for (const driver of shipped)
    for (const key of ['options', 'uses', 'hazards', 'without', 'variants'] as const)
      for (const name of driver[key] ?? [])
        expect(
          understand(switched(driver, key, name, false)),
          `${driver.driver} but ${name}`,
        ).toHaveProperty('described');
});

test('what is wrong can always be left out', () => {
  for (const wrong of [
    {},
    { driver: '' },
    { driver: 'x'.repeat(81) },
    { driver: 'x', speed: 9 },
    { driver: 'x', jobs: { fenced: 4, faulting: 4 } },
    { driver: 'x', jobs: { fenced: 0, more: 1 } },
    { driver: 'x', uses: ['odp', 'memory-region', 'svn', 'odp'] },
    {
      driver: 'x',
      pageFaults: 'none',
      uses: ['svm'],
      without: ['svm/sets-seq'],
      hazards: ['svm/retry-outside-lock', 'cpu-fault-in-repair'],
    },
    { driver: 'x', cites: { nothing: 1 } },
    { driver: 'x', cites: { svm: { file: 'a', says: 'b' } } },
    { driver: 'x', hardwareCan: [], options: ['preempt'] },
    {
      driver: 'x',
      uses: ['svm', 'userptr', 'engine-group', 'preempt-fence', 'eviction-fence'],
      options: ['flush', 'reserve-in-flight'],
      without: ['flush/held-until-published'],
    },
  ])
    expect(understand(withoutWrong(wrong as never)), JSON.stringify(wrong)).toHaveProperty(
      'described',
    );
});

describe.skipIf(leftOut)('the explorer in Chromium', () => {
  /** Asks the page and the command line the same. @returns the verdict of both */
  async function alike(described: Described): Promise<string> {
    const file = join(folder, `${described.driver}.json`);
    writeFileSync(file, JSON.stringify(described));
    const { out: printed } = await cli('check', file, '--json');
    const line = JSON.parse(printed) as {
      verdict: string;
      states: number;
      promises: { name: string; verdict: string; run: string[]; loop: string[] }[];
      remedies: { what: string }[];
    };
    const page = await open([described]);
    expect(await verdictOf(page), described.driver).toBe(line.verdict);
    const rows = await page.locator('.verdict tbody tr').allInnerTexts();
    expect(rows.length, described.driver).toBe(line.promises.length);
    line.promises.forEach(({ name, verdict }, at) => {
      expect(rows[at]).toContain(name);
      expect(rows[at]).toContain(verdict);
    });
    expect(await page.locator('.verdict caption').innerText()).toContain(
      line.states.toLocaleString('en'),
    );
    const said = await page.locator('.verdict').innerText();
    for (const { what } of line.remedies) expect(said).toContain(what);
    expect(said.includes('would make it finite')).toBe(line.remedies.length > 0);
    const shown = line.promises.find(({ run }) => run.length > 0);
    if (shown !== undefined) {
      const steps = await page.locator('.sequence .name').allTextContents();
      expect(steps).toEqual([...shown.run, ...shown.loop].map((step, at) => `${at + 1}. ${step}`));
    }
    await page.close();
    return line.verdict;
  }

  test("every verdict shown equals the command line's", async () => {
    expect(asked.length).toBeGreaterThanOrEqual(8);
    const seen: string[] = [];
    for (const described of asked) seen.push(await alike(described));
    expect(new Set(seen).size).toBeGreaterThanOrEqual(4);
  });

  test('and so does that of a driver with uses, with laws of theirs left out, with mistakes', async () => {
    const seen: Record<string, string> = {};
    for (const described of askedOfUses) seen[described.driver] = await alike(described);
    expect(new Set(Object.values(seen)).size).toBeGreaterThanOrEqual(3);
    // Of each pair one is good: what is compared is not only that both fail.
    expect([seen['group'], seen['heap']]).toEqual(['finite', 'finite']);
    for (const bad of ['group-law', 'svm-mistake', 'heap-mistake'])
      expect(seen[bad], bad).not.toBe('finite');
  });

  test('a switch changes the verdict and the address, and the address brings all of it back', async () => {
    const page = await open([{ driver: 'mine' }]);
    expect(await verdictOf(page)).toBe('deadlock');
    await page.getByLabel('preempt', { exact: true }).check();
    await expect.poll(() => verdictOf(page)).toBe('finite');
    await page.getByLabel('while-faulted', { exact: true }).uncheck();
    await expect.poll(() => verdictOf(page)).toBe('deadlock');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    const count = await page.locator('.count').innerText();
    // It opens at the point of no return, step 9.
    expect(count).toMatch(/step 7 of 10/);
    const address = await addressOf(page);
    await page.close();
    const again = await at(address.split('#')[1]!);
    expect(await verdictOf(again)).toBe('deadlock');
    await expect.poll(() => again.locator('.count').innerText()).toBe(count);
    expect(await again.getByLabel('while-faulted', { exact: true }).isChecked()).toBe(false);
    await again.close();
  });

  test('a run is stepped by keys, the charts light up, and any enabled step can be taken', async () => {
    const page = await open([{ driver: 'mine' }], { position: 0 });
    await verdictOf(page);
    const stepper = page.locator('#stepper');
    await stepper.focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    expect(await page.locator('.count').innerText()).toMatch(/step 3 of 10: publish\[1\]/);
    await page.keyboard.press('End');
    expect(await page.locator('.cycle').count()).toBe(1);
    await page.keyboard.press('Home');
    const fence = page.locator('details.part').filter({ hasText: 'fence 1:' }).first();
    await fence.locator('summary').click();
    expect(await fence.locator('.lit').getAttribute('data-state')).toBe('unpublished');
    await page.locator('.enabled').getByRole('button', { name: 'submit[1]', exact: true }).click();
    expect(await page.locator('.count').innerText()).toMatch(/step 1 of 1: submit\[1\]/);
    expect(await page.getByRole('heading', { name: 'A run taken by hand' }).count()).toBe(1);
    await page.locator('.what-if summary').click();
    expect(await page.locator('.refused li').first().innerText()).toMatch(/needs|does not take/);
    await page.close();
  });

  test('two drivers stand side by side', async () => {
    const page = await open([{ driver: 'one' }]);
    await verdictOf(page);
    await page.getByRole('button', { name: 'Compare' }).click();
    expect(await page.locator('.subject').count()).toBe(2);
    await page.locator('.subject').nth(1).getByLabel('flush', { exact: true }).check();
    await expect.poll(() => verdictOf(page, 1)).toBe('finite');
    expect(await verdictOf(page, 0)).toBe('deadlock');
    await page.close();
  });

  test('differences are told, and the run of either driver can be opened', async () => {
    const page = await open([{ driver: 'one', options: ['flush'] }, { driver: 'other' }]);
    await expect.poll(() => verdictOf(page, 1)).toBe('deadlock');
    await expect.poll(() => verdictOf(page, 0)).toBe('finite');
    const told = await page.locator('.differences').innerText();
    expect(told).toMatch(/options\s+flush\s+none/);
    expect(told).toMatch(/fence-signals\[1\]\s+finite\s+deadlock/);
    expect(told).not.toMatch(/submit-ends/);
    await page.locator('.subject').nth(1).getByRole('button', { name: 'fence-signals[1]' }).click();
    expect(await page.locator('#run h2').innerText()).toBe('other: How fence-signals[1] is broken');
    await page.close();
  });

  test('a remedy is a button, and the way back leads to what was before it', async () => {
    const page = await open([{ driver: 'mine' }]);
    expect(await verdictOf(page)).toBe('deadlock');
    const before = await addressOf(page);
    await page.getByRole('button', { name: 'the option flush' }).click();
    await expect.poll(() => verdictOf(page)).toBe('finite');
    await page.goBack();
    await expect.poll(() => verdictOf(page)).toBe('deadlock');
    expect(await addressOf(page)).toBe(before);
    await page.goForward();
    await expect.poll(() => verdictOf(page)).toBe('finite');
    await page.close();
  });

  test('what the command line says of a run stands on the page', async () => {
    const printed = (await cli('check', file({ driver: 'mine' }))).out.replace(/\s+/g, ' ');
    const page = await open([{ driver: 'mine' }]);
    await verdictOf(page);
    const shown = async (where: string): Promise<string[]> =>
      (await page.locator(where).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    const deeds = await shown('.sequence .deed');
    const reasons = (await page.locator('.reasons li').allTextContents()).map(
      (text) => text.split('“')[0]!.split(/(?<=\.)(?=[a-z_])/)[0]!,
    );
    const cites = (await shown('.forbids .cite')).map((text) => /“(.*)”/.exec(text)![1]!);
    expect([deeds.length, reasons.length, cites.length]).toEqual([1, 6, 2]);
    for (const words of [...deeds, ...reasons, ...cites]) expect(printed).toContain(words);
    await page.close();
  });

  test('a damaged address is told and stays until something is changed', async () => {
    const page = await at('not-ours');
    await verdictOf(page);
    expect(await page.locator('#notice').innerText()).toContain('damaged');
    expect(await addressOf(page)).toContain('#not-ours');
    await page.close();
  });

  test('a long search can be cancelled', async () => {
    const page = await open([
      { driver: 'large', options: ['preempt'], jobs: { fenced: 3, faulting: 3 } },
    ]);
    await page.getByRole('button', { name: 'Cancel' }).first().click();
    await expect.poll(() => page.locator('#status-0').innerText()).toContain('cancelled');
    await page.close();
  });

  test(
    'a search of several uses ends early where it has too little room, says so, and can ' +
      'be asked again',
    async () => {
      const page = await open(
        [{ driver: 'large', uses: ['dynamic-import', 'engine-group'] }],
        {},
        'light',
        'small/',
      );
      expect(await verdictOf(page)).toBe('incomplete');
      expect(await page.locator('.verdict').innerText()).toMatch(
        /stopped early, after 5,\d\d\d states \(states\).*npx finite-fence check FILE/s,
      );
      expect(await page.locator('#run h2').innerText()).toBe('Try the system by hand');
      await page.close();
      // Takes minutes, so that no machine is through before it is cancelled.
      const large = await open([
        { driver: 'large', options: ['preempt'], jobs: { fenced: 3, faulting: 3 } },
      ]);
      await expect
        .poll(() => large.locator('#status-0').innerText())
        .toMatch(/searching: [\d,]+ states/);
      await large.locator('#search-0').focus();
      await large.keyboard.press('Enter');
      expect(await large.locator('#status-0').innerText()).toMatch(/^cancelled\s*Search again/);
      expect(await large.evaluate('document.activeElement.id')).toBe('search-0');
      await large.keyboard.press('Enter');
      await expect.poll(() => large.locator('#status-0').innerText()).toMatch(/^searching/);
      await large.close();
    },
  );

  test(
    'uses, their laws and mistakes are chosen by keys, explained, kept in the address, ' +
      'and told to who does not see',
    async () => {
      const page = await open([{ driver: 'mine', pageFaults: 'none' }]);
      await verdictOf(page);
      const heap = page.getByLabel('tiler-heap', { exact: true });
      await heap.focus();
      await page.keyboard.press('Space');
      await expect
        .poll(() => page.evaluate('document.activeElement.id'))
        .toBe('driver-0-uses-tiler-heap');
      await expect.poll(() => page.locator('#told').innerText()).toBe('mine: finite');
      expect(await heap.isChecked()).toBe(true);
      const mistake = page
        .getByRole('group', { name: 'mistakes with tiler-heap' })
        .getByRole('checkbox', { name: 'reclaims', exact: true });
      // The verdict was finite before, too: what is drawn says that the choice has been taken.
      await mistake.waitFor();
      await verdictOf(page);
      await heap.focus();
      await page.keyboard.press('Tab');
      await expect
        .poll(() =>
          mistake.evaluate(
            (one) =>
              (one.ownerDocument as unknown as { activeElement: unknown }).activeElement === one,
          ),
        )
        .toBe(true);
      expect(
        await page.locator(`#${await mistake.getAttribute('aria-describedby')}`).innerText(),
      ).toBe('The heap grows with GFP_KERNEL while the fence of its job is visible.');
      await page.keyboard.press('Space');
      await expect.poll(() => page.locator('#told').innerText()).toBe('mine: deadlock');
      const [kept] = fromAddress((await addressOf(page)).split('#')[1]!)!.subjects;
      expect(kept).toEqual(
        subjectOf({
          driver: 'mine',
          pageFaults: 'none',
          uses: ['tiler-heap'],
          hazards: ['tiler-heap/reclaims'],
        }),
      );
      await page.reload();
      expect(await verdictOf(page)).toBe('deadlock');
      expect(await mistake.isChecked()).toBe(true);
      // Its parts have charts too, which stay open from step to step.
      await page.locator('#stepper').focus();
      await page.keyboard.press('Home');
      const part = page.locator('details.part').filter({ hasText: /heap/ }).first();
      const before = await part.locator('strong').innerText();
      await part.locator('summary').click();
      expect(await part.locator('.lit').getAttribute('data-state')).toBe(before);
      await page.locator('#stepper').focus();
      await page.keyboard.press('End');
      const after = await part.locator('strong').innerText();
      expect(after).not.toBe(before);
      expect(await part.locator('.lit').getAttribute('data-state')).toBe(after);
      await page.close();
    },
  );

  test("what cannot go together says why, in the words of the description's check, and can be left out", async () => {
    const page = await open([{ driver: 'mine', uses: ['svm'] }]);
    const why =
      "'svm' and 'userptr' cannot be chosen together: one range of addresses is mapped by submits or by page faults";
    const userptr = page.getByLabel('userptr', { exact: true });
    expect(await page.locator('#driver-0-uses-userptr-wrong').innerText()).toBe(`Not now: ${why}.`);
    await userptr.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('#status-0').innerText()).toContain(`uses[0]: ${why}`);
    expect(await page.locator('#told').innerText()).toContain(why);
    const svm = page.getByLabel('svm', { exact: true });
    expect((await svm.getAttribute('aria-describedby'))!.split(' ')).toContain(
      'driver-0-uses-svm-wrong',
    );
    expect(await page.locator('#driver-0-uses-svm-wrong').innerText()).toBe(why);
    await page.getByRole('button', { name: 'Remove the invalid choices' }).click();
    expect(await svm.isChecked()).toBe(false);
    expect(await userptr.isChecked()).toBe(true);
    expect(await page.locator('.wrong:not(.not)').count()).toBe(0);
    await page.close();
  });

  test('it works where the page was opened as a file', async () => {
    const page = await open(
      [{ driver: 'heap', pageFaults: 'none', uses: ['tiler-heap'] }],
      {},
      'light',
      `file://${folder}/index.html`,
    );
    expect(await verdictOf(page)).toBe('finite');
    await page.close();
  });

  test(
    'an address that is not ours, and a description that is wrong, are said in a line ' +
      'and shown as text',
    async () => {
      const page = await at('nonsense');
      expect(await verdictOf(page)).toBe('deadlock');
      const notice = 'This link is damaged. Showing the default driver instead.';
      expect(await page.locator('#notice').innerText()).toBe(notice);
      await page.getByLabel('preempt', { exact: true }).check();
      expect(await page.locator('#notice').innerText()).toBe('');
      await page.evaluate("location.hash = 'other-nonsense'");
      await expect.poll(() => page.locator('#notice').innerText()).toBe(notice);
      await page.close();
      const wrong = await open([
        { driver: '<img src=x onerror=alert(1)>', uses: ['svn'] } as never,
      ]);
      await expect
        .poll(() => wrong.locator('#status-0 li').allInnerTexts())
        .toEqual([expect.stringMatching(/^uses\[0\]: unknown use 'svn'; did you mean 'svm'\?/)]);
      expect(await wrong.locator('img').count()).toBe(0);
      await wrong.close();
      for (const garbage of [
        {},
        { driver: 5, uses: 'svm', without: {}, jobs: [], hardwareCan: 7, cites: 'x' },
        { driver: 'x', uses: [null, ['svm']], hazards: null },
      ]) {
        const page = await open([garbage as never]);
        await expect.poll(() => page.locator('#status-0 li').count()).toBeGreaterThan(0);
        await page.getByRole('button', { name: 'Remove the invalid choices' }).click();
        expect(await verdictOf(page)).toBe('deadlock');
        await page.close();
      }
    },
  );

  test.each(['light', 'dark'] as const)(
    'axe finds no violation, in the %s theme',
    async (theme) => {
      const page = await open(
        [
          {
            driver: 'mine',
            pageFaults: 'none',
            uses: ['tiler-heap', 'memory-region'],
            hazards: ['tiler-heap/reclaims'],
          },
          { driver: 'other', options: ['flush'], uses: ['svm', 'engine-group', 'userptr'] },
        ],
        {},
        theme,
      );
      await verdictOf(page, 0);
      await expect.poll(() => page.locator('#status-1 li').count()).toBe(2);
      await page.locator('details.part summary').first().click();
      await page.locator('.zoomed svg').waitFor();
      await settled(page);
      const problems = await axeOn(page);
      expect(problems).toEqual([]);
      await page.close();
    },
  );

  test('nothing was printed on the console', () => {
    expect(complaints).toEqual([]);
  });
});
