import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alternatives } from '../../machines/description/alternatives.ts';
import { understand } from '../../machines/description/complaints.ts';
import { defineDriver } from '../../machines/description/define-driver.ts';
import { jsonSchema, story, type Described } from '../../machines/description/description.ts';
import { hazards } from '../../machines/hazards/index.ts';
import {
  clauseIds,
  hazardIds,
  mistakeIds,
  optionIds,
  useIds,
  useLawIds,
  variantIds,
} from '../../machines/description/ids.ts';
import { options, variants } from '../../machines/options/index.ts';
import { systemOf } from '../../machines/description/system.ts';
import { who } from '../../machines/words/words.ts';
import { actors } from '../../machines/actors.ts';

describe('the words of a description', () => {
  it('are the names of the data', () => {
    expect(options.map(({ name }) => name)).toEqual(optionIds);
    expect(options.flatMap(({ clauses }) => clauses.map(({ name }) => name))).toEqual(clauseIds);
    expect(variants.map(({ clause }) => clause.name)).toEqual(variantIds);
    expect(hazards.map(({ name }) => name)).toEqual(hazardIds);
    expect(Object.keys(who)).toEqual(expect.arrayContaining(Object.keys(actors)));
  });

  it('are in the committed JSON Schema: npm run schema', () => {
    expect(
      JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/driver.schema.json'), 'utf8')),
    ).toEqual(jsonSchema());
    expect(jsonSchema()).toMatchObject({ required: ['driver'], additionalProperties: false });
  });

  it('are all in docs/describing-a-driver.md', () => {
    const page = join(import.meta.dirname, '../../docs/describing-a-driver.md');
    const text = readFileSync(page, 'utf8');
    for (const word of [
      ...Object.keys(story).filter((field) => field !== 'about'),
      ...optionIds,
      ...clauseIds,
      ...variantIds,
      ...hazardIds,
      ...useIds,
      ...useLawIds,
      ...mistakeIds,
      'expect',
      'cites',
    ])
      expect(text).toContain(`\`${word}\``);
  });
});

describe('every description that is let through', () => {
  it('can be composed: each option and each hazard, with each kind of page fault', () => {
    let composed = 0;
    for (const pageFaults of ['none', 'hint', 'on-demand'] as const) {
      for (const option of [null, ...optionIds]) {
        for (const hazard of [null, ...hazardIds]) {
          const description: Described = {
            driver: 'x',
            pageFaults,
            options: option === null ? [] : [option],
            hazards: hazard === null ? [] : [hazard],
          };
          if ('complaints' in understand(description)) continue;
          for (const one of alternatives(description)) {
            expect(systemOf(one.description).promises.length).toBeGreaterThan(2);
            composed++;
          }
        }
      }
    }
    expect(composed).toBeGreaterThan(150);
  });

  it('may not be a contradiction in every alternative', () => {
    expect(
      understand({ driver: 'x', pageFaults: 'unknown', hazards: ['pool-falls-back'] }),
    ).toHaveProperty('described');
    expect(
      understand({ driver: 'x', pageFaults: 'none', hazards: ['pool-falls-back'] }),
    ).toHaveProperty('complaints');
    expect(
      understand({
        driver: 'x',
        pageFaults: 'hint',
        options: ['preempt'],
        hardwareCan: ['preempt-running'],
      }),
    ).toHaveProperty('described');
    expect(
      understand({
        driver: 'x',
        options: ['preempt'],
        hardwareCan: ['preempt-running'],
        without: ['preempt/while-faulted'],
      }),
    ).toHaveProperty('described');
    expect(
      understand({ driver: 'x', options: ['preempt'], hardwareCan: 'unknown' }),
    ).toHaveProperty('described');
  });
});

describe('defineDriver', () => {
  it('gives what it was given', () => {
    expect(defineDriver({ driver: 'x', options: ['flush'] })).toEqual({
      driver: 'x',
      options: ['flush'],
    });
  });
  it('throws what types cannot see, one line each', () => {
    expect(() => defineDriver({ driver: 'x', jobs: { fenced: 9 }, options: ['flush'] })).toThrow(
      "driver 'x': jobs.fenced: found 9, expected 0 to 4",
    );
    expect(() => defineDriver({ driver: 'x', without: ['flush/held-until-published'] })).toThrow(
      "driver 'x': without[0]: 'flush/held-until-published' belongs to the option 'flush'",
    );
  });
  it('has types', () => {
    // @ts-expect-error a misspelt option
    expect(() => defineDriver({ driver: 'x', options: ['flsh'] })).toThrow("did you mean 'flush'?");
  });
});
