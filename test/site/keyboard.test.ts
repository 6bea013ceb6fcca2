import { describe, expect, test } from 'vitest';
import { asking, toAddress } from '../../docs/site/explorer/situation.ts';
import { addressOf, explorerServed, verdictOf } from './served.ts';

const { leftOut, complaints, at } = explorerServed();

/** Answers of workers are held back until the test lets them through. */
const held = `{
  const hears = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
  let answers = [];
  globalThis.answersHeld = () => answers?.length ?? 0;
  globalThis.answerNow = () => {
    const now = answers;
    answers = null;
    for (const answer of now) answer();
  };
  Object.defineProperty(Worker.prototype, 'onmessage', {
    ...hears,
    set(hear) {
      hears.set.call(this, (event) => {
        if (answers === null || event.data.kind !== 'done') hear.call(this, event);
        else answers.push(() => hear.call(this, event));
      });
    },
  });
}`;

describe.skipIf(leftOut)(
  'the playground without a mouse, and between a press and its release',
  () => {
    test('by keyboard alone: past the bar, through the editor, to the run, and no focus is lost', async () => {
      const page = await at('');
      await verdictOf(page);
      // An editor has a tree of its own.
      const focused = (): Promise<string> =>
        page.evaluate<string>(`(() => {
        let one = document.activeElement;
        while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
        return one.getAttribute('role') === 'textbox' ? 'editor' : one.id || one.textContent;
      })()`);
      const told = page.locator('#told');
      const before = await addressOf(page);
      await page.locator('.cm-content').waitFor();
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Skip to the editor and the verdict');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('subjects');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Save');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('editor');
      // Who comes by Tab leaves by Tab, in both directions, and has changed nothing.
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('promise-0-fence-signals[1]');
      await page.keyboard.press('Shift+Tab');
      expect(await focused()).toBe('editor');
      await page.keyboard.press('Shift+Tab');
      expect(await focused()).toBe('Save');
      expect(await addressOf(page)).toBe(before);
      // Who writes indents; Escape, then Tab leaves.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' ');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('editor');
      expect(await verdictOf(page)).toBe('deadlock');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('promise-0-fence-signals[1]');
      await expect.poll(() => told.innerText()).toBe('mine: deadlock');

      await page.locator('.ff-skip').nth(1).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('stepper');
      await page.keyboard.press('ArrowLeft');
      expect(await focused()).toBe('stepper');
      expect(await told.innerText()).toContain('step 8 of 10');
      expect(await page.locator('[aria-current=step]').getAttribute('data-step')).toBe('8');
      await page.locator('.enabled button').first().focus();
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('may-happen');
      expect(await told.innerText()).toMatch(/step 9 of 9/);
      // What was pressed is gone with the new verdict: what it stood in has the focus.
      await page.locator('#remedy-0-0').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => told.innerText()).toBe('mine: finite');
      await verdictOf(page);
      expect(await page.evaluate<string>('document.activeElement.className')).not.toBe(
        'playground',
      );
      expect(
        await page.evaluate<boolean>(
          "document.querySelector('#subjects').contains(document.activeElement)",
        ),
      ).toBe(true);
      await page.close();
    });

    test('an answer that comes between a press and its release takes no click away', async () => {
      for (const press of ['mouse', 'space'] as const) {
        const page = await at(toAddress(asking([{ driver: 'mine' }])), { script: held });
        const box = page.getByLabel('preempt', { exact: true });
        await box.waitFor();
        await expect.poll(() => page.evaluate<number>('answersHeld()')).toBeGreaterThan(0);
        // A press that lasts does not end by itself meanwhile.
        await page.clock.install();
        await page.clock.pauseAt(Date.now() + 60_000);
        if (press === 'mouse') await box.hover();
        else await box.focus();
        await (press === 'mouse' ? page.mouse.down() : page.keyboard.down('Space'));
        await page.evaluate('answerNow()');
        expect(await page.locator('.verdict').count(), press).toBe(0);
        await (press === 'mouse' ? page.mouse.up() : page.keyboard.up('Space'));
        await page.clock.resume();
        await expect.poll(() => verdictOf(page)).toBe('finite');
        expect(await box.isChecked(), press).toBe(true);
        await page.close();
      }
    });

    test('nothing was printed on the console', () => {
      expect(complaints).toEqual([]);
    });
  },
);
