import { describe, expect, test } from 'vitest';
import { cli, file } from './in-process.ts';

describe('chart', () => {
  test.each([
    ['mermaid', /^stateDiagram-v2\n[^]*\[\*\] --> s_unpublished/],
    ['dot', /^digraph "dma_fence" \{[^]*\}\n$/],
    ['svg', /^<svg class="ff-chart"[^]*<style>[^]*data-state="unpublished"[^]*<\/svg>$/],
  ])('draws a lifecycle as %s, by its name and by its id', async (to, shape) => {
    const byName = await cli('chart', 'dmaFence', '--to', to);
    const byId = await cli('chart', 'dma_fence', '--to', to);
    expect(byName).toMatchObject({ code: 0, err: '' });
    expect(byName.out).toMatch(shape);
    expect(byId.out).toBe(byName.out);
  });

  test('an end is doubled, though its machine goes on', async () => {
    const { out } = await cli('chart', 'dmaBuf', '--to', 'dot');
    const ends = [...out.matchAll(/"([\w.]+)" \[label="[^"]*", peripheries=2/g)].map(
      ([, end]) => end,
    );
    expect(ends.length).toBeGreaterThan(0);
    for (const end of ends) expect(out).not.toMatch(new RegExp(`"${end!}" -> "(?!${end!}")`));
  });

  test('a family is drawn once, and edges from everywhere are folded where that is asked', async () => {
    const nodes = (dot: string): string[] =>
      [...dot.matchAll(/^ +"([^"]+)" \[label=/gm)].map(([, name]) => name!);
    const once = await cli('chart', 'chainFind', '--to', 'dot');
    const members = await cli('chart', 'chainFind', '--to', 'dot', '--members');
    expect(nodes(members.out)).toContain('seeking.s7.c[3]');
    expect(nodes(once.out).filter((name) => name.startsWith('seeking.'))).toEqual([
      'seeking.sN.c[1]',
      'seeking.sN.c[2]',
      'seeking.sN.c[3]',
    ]);
    expect(once.out).toContain('begin.sN.c[1]');

    const whole = await cli('chart', 'computeJob', '--to', 'dot');
    const folded = await cli('chart', 'computeJob', '--to', 'dot', '--fold');
    const arrows = (dot: string): number => [...dot.matchAll(/ -> /g)].length;
    expect(nodes(folded.out).filter((name) => name.startsWith('folded:')).length).toBeGreaterThan(
      0,
    );
    expect(nodes(whole.out).some((name) => name.startsWith('folded:'))).toBe(false);
    expect(arrows(folded.out)).toBeLessThan(arrows(whole.out));
  });

  test("draws one's own machine, from what a module exports", async () => {
    const module = file(
      `import { createMachine } from ${JSON.stringify(import.meta.resolve('xstate'))};
       export const engine = createMachine({ id: 'engine', initial: 'idle', states: {
         idle: { on: { start: 'busy' } }, busy: { on: { stop: 'idle' } } } });`,
      'engine.mjs',
    );
    const drawn = await cli('chart', 'engine', '--module', module, '--to', 'dot');
    expect(drawn.code).toBe(0);
    expect(drawn.out).toContain('"idle" -> "busy" [label="start"]');
    const other = await cli('chart', 'gear', '--module', module);
    expect(other.code).toBe(2);
    expect(other.err).toBe(
      `finite-fence: ${module}: it exports no machine 'gear', expected one of engine\n`,
    );
  });

  test('a name that there is not is one line, with the nearest', async () => {
    const { code, err, out } = await cli('chart', 'dmaFenc');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      "finite-fence: unknown lifecycle 'dmaFenc'; did you mean 'dmaFence'? 'finite-fence chart --list' names all\n",
    );
  });
});
