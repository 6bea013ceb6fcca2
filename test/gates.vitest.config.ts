import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';
import whole from '../vitest.config.ts';
import { gates } from './gates.ts';

const inBrowser = gates.filter((files) => files.startsWith('test/site/'));
const others = gates.filter((files) => !inBrowser.includes(files));
const exclude = ['**/node_modules/**'];

let secondTries = 0;
/** Tells which tests passed at the second try only, and how many there were. */
const secondTriesTold: Reporter = {
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky !== true) return;
    secondTries++;
    console.warn(`passed at the second try only: ${test.module.relativeModuleId}, ${test.name}`);
  },
  onTestRunEnd() {
    console.warn(`tests in the browser that passed at the second try only: ${secondTries}`);
  },
};

/**
 * `npm run test:gates`. A test in the browser that fails is asked once more, since a busy machine may
 * starve a browser. Everything else is asked once: a difference that a random system has shown must
 * not vanish with the next system.
 */
export default defineConfig({
  ...whole,
  test: {
    ...whole.test,
    reporters: ['default', secondTriesTold],
    projects: [
      { test: { ...whole.test, name: 'browser', include: inBrowser, exclude, retry: 1 } },
      { test: { ...whole.test, name: 'gates', include: others, exclude } },
    ],
  },
});
