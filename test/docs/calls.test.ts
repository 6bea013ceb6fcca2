import { describe, expect, it } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { callsPage } from './calls-page.ts';
import { expectKept } from './kept.ts';

const page = callsPage(kernelCalls);

describe('docs/calls.md', () => {
  it('is what machines/calls says; UPDATE_DOCS=1 writes it anew', () => {
    expectKept('calls.md', page);
  });

  it('has each call that a file may use, once, with its other names, and none that it may not', () => {
    const firsts = page
      .split('\n')
      .map((line) => /^\| `(\w+)\(/.exec(line)?.[1])
      .filter((name) => name !== undefined);
    const usable = kernelCalls.calls.filter(({ hidden }) => hidden !== true);
    expect(usable.length).toBeGreaterThan(150);
    expect(firsts).toEqual(usable.map(({ name }) => name));
    for (const { alias = [] } of usable)
      for (const name of alias) expect(page).toContain(`\`${name}\``);
    const hidden = kernelCalls.calls.filter((call) => call.hidden === true);
    for (const { name } of hidden) expect(firsts).not.toContain(name);
  });

  it('changes with a meaning', () => {
    const [first, ...others] = kernelCalls.calls;
    const changed = { ...kernelCalls, calls: [{ ...first!, about: 'Something else.' }, ...others] };
    expect(callsPage(changed)).not.toBe(page);
  });
});
