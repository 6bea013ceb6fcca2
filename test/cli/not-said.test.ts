import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Described } from '../../machines/description/description.ts';
import { hazardIds, mistakeIds } from '../../machines/description/ids.ts';
import { understand } from '../../machines/description/complaints.ts';
import { bugClasses } from '../../machines/questions/bug-classes.ts';
import { exit } from '../../src/text/exit.ts';
import { notSaid } from '../../src/judge/not-said.ts';
import type { VerdictJson } from '../../src/judge/verdict-json.ts';
import { cli, file } from './in-process.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/bug-classes.md', root), 'utf8');
const cannotHang = 'A lockdep report of a cycle that cannot happen';

/** Hazards of the contract that no fix of the sample is of. */
const ofNoClass = [
  'faulting-job-has-fence',
  'faulting-job-implicit-sync',
  'repair-on-busy-engine',
  'userptr/retry-outside-lock',
  'svm/retry-outside-lock',
  'engine-group/destroys-without-kill',
  'user-queues/cancels-detector-first',
  'user-queues/no-detector',
  'odp/cannot-restart',
  'odp/awaits-faulted-request',
];

describe('the classes', () => {
  test('are those of docs/bug-classes.md, with as many fixes', () => {
    const rows = [...page.matchAll(/^\| ([^|`]+) \| (\d+) \| \d+ \|$/gm)].map(
      ([, title, fixes]) => [title, Number(fixes)],
    );
    expect(rows.length).toBe(18);
    expect(bugClasses.map(({ title, fixes }) => [title, fixes])).toEqual(
      rows.filter(([title]) => title !== cannotHang),
    );
  });

  test('each has a pattern that is a fix of the class', () => {
    for (const { title, pattern } of bugClasses) {
      const section = page.split(/^## /m).find((text) => text.includes(`. ${title}\n`));
      expect(section, title).toContain(`\`${pattern}\``);
      expect(existsSync(new URL(`machines/litmus/fixes/${pattern}.litmus`, root))).toBe(true);
    }
  });

  test('every hazard is of one of them, or of none and says so', () => {
    const classed = bugClasses.flatMap(({ hazards }) => hazards);
    expect(new Set(classed).size).toBe(classed.length);
    const known: readonly string[] = [...hazardIds, ...mistakeIds];
    expect(known.filter((hazard) => !classed.includes(hazard))).toEqual(ofNoClass);
  });
});

describe('what a description says nothing about', () => {
  const described: Described = { driver: 'quiet', pageFaults: 'none', foreignDevice: false };

  test('ends the report in a few lines, and the verdict stays first', async () => {
    const { code, out } = await cli('check', file(described));
    expect(code).toBe(exit.asExpected);
    expect(out.split('\n')[0]).toBe('quiet: finite');

    const lines = out.slice(out.indexOf('Not asked:')).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines.join(' ')).toContain('17 classes of hangs that were fixed upstream');
    expect(lines.filter((line) => /^ +\d+ fixes {2}/.test(line)).length).toBe(3);
  });

  test('is whole with --verbose and as data, and each line can be said', async () => {
    const { out } = await cli('check', file(described), '--verbose');
    const { out: json } = await cli('check', file(described), '--json');
    const open = (JSON.parse(json) as VerdictJson).notSaid;
    expect(open).toEqual(notSaid(described));
    expect(open.length).toBe(17);
    expect(open.map(({ fixes }) => fixes)).toEqual(
      open.map(({ fixes }) => fixes).toSorted((a, b) => b - a),
    );
    for (const { hazards, litmus } of open) {
      expect(out).toContain(litmus);
      for (const hazard of hazards) {
        expect(out).toContain(`"hazards": ["${hazard}"]`);
        const asks = { ...described, hazards: [hazard] } as Described;
        expect(understand(asks)).not.toHaveProperty('complaints');
      }
    }
    expect(open.some(({ hazards }) => hazards.includes('signal-path-reclaims'))).toBe(true);
    // A mistake of a use is asked of a driver that has the use.
    expect(open.flatMap(({ hazards }) => hazards).filter((one) => one.includes('/'))).toEqual([]);
  });

  test('is one class less where a hazard of it is named', () => {
    const named = notSaid({ ...described, hazards: ['recovery-allocates'] });
    expect(named.length).toBe(16);
    expect(named.some(({ class: title }) => title.startsWith('Memory allocated'))).toBe(false);
  });

  test('is not told of several drivers, where each would end in the same lines', async () => {
    const { out } = await cli('check', file(described), file({ ...described, driver: 'other' }));
    expect(out).not.toContain('Not asked:');
  });
});
