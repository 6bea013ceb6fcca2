import { expect, test } from 'vitest';
import { filePage, filesPage, inShort, threadFiles } from '../../docs/site/pages/files.ts';
import { rules } from '../../machines/rules/index.ts';

const files = threadFiles();

test('every file of threads has a page of its own, with a rule that there is and what it expects', () => {
  expect(files.length).toBeGreaterThan(300);
  const pages = files.map(({ page }) => page.toLowerCase());
  expect(pages.filter((page, at) => pages.indexOf(page) !== at)).toEqual([]);
  expect(files.filter((file) => file.rules.length === 0)).toEqual([]);
  expect(files.flatMap((file) => file.rules).filter((id) => !Object.hasOwn(rules, id))).toEqual([]);
  expect(files.filter(({ about }) => about === '').map(({ path }) => path)).toEqual([]);
  // lockdep alone is asked by some files of calls.
  expect(files.filter((file) => inShort(file) === '').map(({ path }) => path)).toEqual([]);
});

test('the index has every file once, in a group', () => {
  const index = filesPage(files, 'Rules');
  const rows = [...index.matchAll(/^\| \[.*?\]\(files\/([\w-]+)\.md\)/gm)].map(([, page]) => page);
  expect(rows.sort()).toEqual(files.map(({ page }) => page).sort());
});

test('a page of a twin: its text as a patch, both expected verdicts, what is found, the rule', () => {
  const file = files.find(({ path }) => path === 'fixes/022-etnaviv-event-under-gpu-lock')!;
  expect(inShort(file)).toBe('deadlock, then finite');
  const page = filePage(file, 'Rules');
  expect(page).toContain('```diff\nK EVENTS+waited-for-under-the-lock-of-recovery\n');
  expect(page).toContain('\n-\tmutex_lock(&gpu_lock);\n');
  expect(page).toMatch(
    /\| before \| \*\*deadlock\*\* \| silent \|\n\| after \| \*\*finite\*\* \| silent \|/,
  );
  expect(page).toContain('[WAIT-1](../rules/WAIT-1.md)');
  expect(page).toContain('  Who waits for whom:\n    submit, in wait_for_completion');
});

test('a file beside a description is found with what it stands beside', () => {
  const file = files.find(({ path }) => path === 'threads/beside/run-job-takes-lock')!;
  expect(filePage(file, 'Rules')).toContain('(before): deadlock, as expected');
});
