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

  describe('of a file of threads', () => {
    const twin = file(
      `K ONE+reclaim-under-the-lock-of-a-shrinker
{ struct mutex lock; struct completion unused; }
shrinker scan() { mutex_lock(&lock); mutex_unlock(&lock); }
ioctl create() {
-	mutex_lock(&lock);
	kmalloc(64, GFP_KERNEL);
+	mutex_lock(&lock);
	mutex_unlock(&lock);
}
`,
      'one.litmus',
    );

    test('every thread with its calls, and every object with who moves it', async () => {
      const { code, out } = await cli('chart', `${twin}:after`, '--to', 'dot');
      expect(code).toBe(0);
      expect(out).toContain('"create.idle" -> "create.at_6" [label="ioctl create begins (4)"]');
      expect(out).toContain('"create.ended" [label="ended", peripheries=2]');
      expect(out).toContain(
        '"lock.free" -> "lock.held_create" [label="create: mutex_lock(&lock) (7)\\ncreate: mutex_lock(&lock) (3)"]',
      );
      // What no call moves has no chart.
      expect(out).not.toContain('unused');
    });

    test('the place in which a thread hangs is marked, and is no end', async () => {
      const before = await cli('chart', `${twin}:before`, '--to', 'svg');
      expect(before.out).toMatch(/data-state="at_3" class="bad"/);
      const after = await cli('chart', `${twin}:after`, '--to', 'svg');
      expect(after.out).not.toContain('class="bad"');
      expect(after.out.match(/<svg/g)).toHaveLength(1);
      const dot = await cli('chart', `${twin}:before`, '--to', 'dot');
      expect(dot.out).toContain('"create.at_3" [label="at_3"]');
    });

    test.each([
      [twin, 'it is a twin: say which side, :before or :after behind its name'],
      [`${twin}:afte`, "unknown side 'afte'; did you mean 'after'?"],
      ['/none/x.litmus', 'there is no such file'],
      ['./threads.txt', 'found no file of threads, expected NAME.litmus'],
    ])('%s is refused in one line', async (name, line) => {
      const { code, out, err } = await cli('chart', name);
      expect([code, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
      expect(err).toContain(line);
    });
  });
});
