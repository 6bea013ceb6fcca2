import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { places } from '../../machines/calls/places.ts';
import { alternatives } from '../../machines/description/alternatives.ts';
import type { Description } from '../../machines/description/description.ts';
import { optionIds, useIds } from '../../machines/description/ids.ts';
import { specOf } from '../../machines/description/system.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { search } from '../../src/explore/search.ts';
import { compose, type Spec } from '../../src/system/compose.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';

const sides = (text: string, spec: Spec) => sidesOfFile('f.litmus', text, kernelCalls, () => spec);

const fragmentAt = (place: string, body = 'mutex_lock(&a); mutex_unlock(&a);'): string =>
  `K AT+${place}\nwith "d.json";\n{ struct mutex a; }\nfragment runs() at ${place} { ${body} }\n`;

/** Every driver that comes with the package, every option and every use, as one thing each. */
const described: readonly (readonly [string, Description])[] = [
  ...drivers.map((one) => [one.driver, alternatives(one)[0]!.description] as const),
  ...optionIds.map((option) => [option, { driver: option, options: [option] }] as const),
  ...useIds.map((use) => [`uses ${use}`, { driver: use, uses: [use] }] as const),
  ['no faults', { driver: 'n', pageFaults: 'none' }],
  ['no compute', { driver: 'c', jobs: { faulting: 0 } }],
  ['no fences', { driver: 'f', jobs: { fenced: 0 }, foreignDevice: false }],
];

/** Where a place makes sense, as the page of places says it: written from its words, not from steps. */
function makesSense(place: string, one: Description): boolean {
  const { jobs = {}, pageFaults = 'on-demand', reclaimWaits = 'unbounded', uses = [] } = one;
  const takesFaults = pageFaults !== 'none' && jobs.faulting !== 0;
  if (place === 'fault' || place === 'repair') return takesFaults;
  if (place === 'notifier') return uses.includes('userptr') || uses.includes('svm');
  if (place === 'shrinker')
    return (
      (takesFaults && jobs.fenced !== 0 && reclaimWaits !== 'none') || uses.includes('shrinker')
    );
  if (place === 'timedout') return true;
  return jobs.fenced !== 0;
}

describe('every place is there in each system in which it makes sense, and refused in one line elsewhere', () => {
  test.each(described)('%s', (_, description) => {
    const spec = specOf(description);
    const wrong = Object.keys(places).flatMap((place) => {
      try {
        sides(fragmentAt(place), spec);
        return makesSense(place, description) ? [] : [`${place}: not refused`];
      } catch (error) {
        if (!(error instanceof Misuse)) throw error;
        expect(error.message).toMatch(/^f\.litmus:4:\d+: 'runs' is to run .* needs /);
        expect(error.message).not.toContain('\n');
        expect(error.message.length).toBeLessThanOrEqual(200);
        return makesSense(place, description) ? [error.message] : [];
      }
    });
    expect(wrong).toEqual([]);
  });
});

test('every place is come to in some run', () => {
  const uses = { notifier: ['userptr'], shrinker: ['shrinker'] } as const;
  const silent = Object.keys(places).filter((place) => {
    const used = uses[place as keyof typeof uses] ?? [];
    const spec = specOf({ driver: 'd', options: ['preempt'], uses: used });
    const [side] = sides(fragmentAt(place), spec);
    const graph = search(compose(side!.spec), { states: 100_000 });
    const via = new Set(graph.by.subarray(0, graph.edges));
    const fired = new Set(
      graph.program.steps.filter((_, step) => via.has(step)).map(({ name }) => name),
    );
    return ![...fired].some((name) => name.startsWith('own_runs'));
  });
  expect(silent).toEqual([]);
});

test('an unknown place is refused in one line, with the nearest right word', () => {
  const spec = specOf({ driver: 'd' });
  expect(() => sides(fragmentAt('runjob'), spec)).toThrow(
    /unknown place 'runjob'; did you mean 'run_job'\?/,
  );
  expect(() => sides(fragmentAt('schedule'), spec)).toThrow(
    /unknown place 'schedule'; there are: submit, arm, push/,
  );
});

test('no place is a step: a file does not say what a description calls its steps', () => {
  const same = Object.entries(places).flatMap(([name, { steps }]) =>
    steps.filter((step) => step === name),
  );
  // Two words of the kernel that the descriptions use too.
  expect(same.sort()).toEqual(['signal', 'submit']);
});

test('there is one fragment for each job, and the next job does not pass without its own', () => {
  const spec = specOf({
    driver: 'd',
    pageFaults: 'none',
    foreignDevice: false,
    jobs: { fenced: 2, faulting: 0 },
  });
  const [side] = sides(fragmentAt('run_job'), spec);
  const program = compose(side!.spec);
  const names = program.steps.map(({ name }) => name);
  expect(names).toContain('own_runs_1_begins');
  expect(names).toContain('own_runs_2_begins');
  const guards = program.steps
    .find(({ name }) => name === 'schedule[2]')!
    .when.map(({ text }) => text);
  expect(guards).toContain('own_runs[2] in ended');
  expect(guards).toContain('own_runs[*] in idle or ended');
});

const twoJobs = {
  driver: 'd',
  pageFaults: 'none',
  foreignDevice: false,
  jobs: { fenced: 2, faulting: 0 },
} as const;

test('the foreign waiter and a wait for "the" fence choose among all fences', () => {
  const file = (body: string): string =>
    `K ANY\nwith "d.json";\n{ struct mutex a; struct dma_fence f = described; }\n` +
    `fragment runs() at run_job { mutex_lock(&a); mutex_unlock(&a); }\n` +
    `ioctl waits() { mutex_lock(&a); ${body} mutex_unlock(&a); }\n`;
  for (const body of ['dma_fence_wait(&f, false);', 'kmalloc(64, GFP_KERNEL);']) {
    const answer = judgeSide(sides(file(body), specOf(twoJobs))[0]!, { states: 500_000 });
    expect(answer.verdict).toBe('deadlock');
    const names = answer.program.steps.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('own_waits')).length).toBeGreaterThanOrEqual(5);
    // Either fence hangs.
    const pending = new Set(
      answer.report.promises
        .filter(({ verdict }) => verdict === 'deadlock')
        .map(({ promise }) => promise),
    );
    expect(pending).toContain('fence-signals[1]');
    expect(pending).toContain('fence-signals[2]');
  }
});

test('in a fragment, "the" fence is that of its own job', () => {
  const text =
    `K OWN\nwith "d.json";\n{ struct dma_fence f = described; }\n` +
    `fragment completes() at signal { dma_fence_wait(&f, false); }\nexpect deadlock;\n`;
  const answer = judgeSide(sides(text, specOf(twoJobs))[0]!, { states: 500_000 });
  expect(answer.verdict).toBe('deadlock');
  expect(answer.cycle).toContain('completes');
});

test('fragments at one step stand behind each other in the order in which they are written', () => {
  const text =
    `K ORDER\nwith "d.json";\n{ struct mutex a; }\n` +
    `fragment first() at push { mutex_lock(&a); mutex_unlock(&a); }\n` +
    `fragment second() at run_job { mutex_lock(&a); mutex_unlock(&a); }\n`;
  const [side] = sides(text, specOf(twoJobs));
  const begins = compose(side!.spec).steps.find(({ name }) => name === 'own_second_2_begins')!;
  expect(begins.when.map((one) => one.text)).toContain('own_first[2] in ended');
});

test('a fragment takes no number', () => {
  const text =
    `K N\nwith "d.json";\n{ struct mutex a; }\n` +
    `fragment runs() at run_job [2] { mutex_lock(&a); mutex_unlock(&a); }\n`;
  expect(() => sides(text, specOf({ driver: 'd' }))).toThrow(/takes no number/);
});
