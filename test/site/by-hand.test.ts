import { describe, expect, test } from 'vitest';
import { axeOn, explorerServed, verdictOf } from './served.ts';

const { leftOut, complaints, open } = explorerServed();

describe.skipIf(leftOut)('a system is taken by hand', () => {
  test('while its first search goes on, without a word about its promises', async () => {
    // Takes minutes, so that no machine is through before the page is looked at.
    const large = {
      driver: 'large',
      options: ['preempt'],
      jobs: { fenced: 3, faulting: 3 },
    } as const;
    const page = await open([large]);
    const lead = page.locator('#run .lead');
    await expect.poll(() => lead.innerText()).toContain('The search continues');
    expect(await page.locator('#run h2').innerText()).toBe('Try the system by hand');
    expect(await page.locator('.verdict').count()).toBe(0);
    const step = page.locator('.enabled button').first();
    const name = await step.innerText();
    await step.click();
    expect(await page.locator('.count').innerText()).toContain(`step 1 of 1: ${name}`);
    expect(await page.locator('#status-0').innerText()).toMatch(/^searching/);
    await page.close();
    // What leaves facts open is more than one system: there is nothing to try before the answer.
    const unknown = await open([{ ...large, hardware: 'unknown' }]);
    await expect
      .poll(() => unknown.locator('#status-0').innerText())
      .toMatch(/searching: [\d,]+ states/);
    expect(await unknown.locator('#run h2').count()).toBe(0);
    await unknown.close();
  });

  test('a search that ended early does not say that every promise is kept', async () => {
    const page = await open(
      [{ driver: 'large', uses: ['dynamic-import', 'engine-group'] }],
      {},
      'light',
      'small/',
    );
    expect(await verdictOf(page)).toBe('incomplete');
    const lead = await page.locator('#run .lead').innerText();
    expect(lead).toBe('No run that breaks a promise was found. Take steps to see where they lead.');
    await page.close();
    const good = await open([{ driver: 'good', pageFaults: 'none' }]);
    expect(await verdictOf(good)).toBe('finite');
    expect(await good.locator('#run .lead').innerText()).toContain('Every promise is kept');
    await good.close();
  });

  test('until a part is in a state, by a shortest run; or it says that none leads there', async () => {
    const page = await open([{ driver: 'mine' }], { position: 0 });
    expect(await verdictOf(page)).toBe('deadlock');
    const run = page.locator('#run-until');
    const told = page.locator('#until-told');
    await page.getByRole('combobox', { name: 'Run until' }).selectOption('compute[1]');
    await page.getByRole('combobox', { name: 'in state' }).selectOption('faulted');
    await run.focus();
    await page.keyboard.press('Enter');
    // submit, schedule, dispatch, run, fault: no other steps are needed.
    expect(await page.locator('.count').innerText()).toMatch(/step 5 of 5: fault_raised\[1\]/);
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('run-until');
    expect(await page.locator('#told').innerText()).toContain('step 5 of 5');
    await expect(page.getByRole('combobox', { name: 'in state' }).inputValue()).resolves.toBe(
      'faulted',
    );
    await run.click();
    expect(await told.innerText()).toBe('compute job 1 is in faulted now.');
    // Behind the seal the fence never signals.
    await page.locator('#back-to-run').click();
    await page.getByRole('combobox', { name: 'Run until' }).selectOption('fence[1]');
    await page.getByRole('combobox', { name: 'in state' }).selectOption('signaled');
    await run.click();
    expect(await told.innerText()).toBe('No run from here ever brings fence 1 to signaled.');
    await page.locator('#stepper').focus();
    await page.keyboard.press('Home');
    await run.click();
    expect(await page.locator('.count').innerText()).toMatch(/: signal\[1\]$/);
    expect(await page.locator('.part', { hasText: 'fence 1:' }).first().innerText()).toContain(
      'signaled',
    );
    expect(await axeOn(page)).toEqual([]);
    await page.close();
  });

  test('nothing was printed on the console', () => {
    expect(complaints).toEqual([]);
  });
});
