import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../machines/rules/index.ts';
import { classesOf, firstTries, fixNames, fixOf } from './fixes.ts';
import { differs, fixesPage } from './fixes-page.ts';
import { expectKept } from './kept.ts';

const root = new URL('../../', import.meta.url);
const fixes = fixNames.map(fixOf);
const classes = classesOf(readFileSync(new URL('docs/bug-classes.md', root), 'utf8'));

describe('docs/fixes.md', () => {
  it('is what the files expect and what is found; UPDATE_DOCS=1 writes it anew', () => {
    expect(fixes.length).toBeGreaterThanOrEqual(105);
    expectKept('fixes.md', fixesPage(fixes, classes, firstTries));
  });

  it('has both sides and a class of every fix, and every side expects both answers', () => {
    for (const { file, sides } of fixes) {
      expect(
        sides.map(({ side }) => side),
        file,
      ).toEqual(['before', 'after']);
      expect(classes.has(file), file).toBe(true);
      for (const { verdict, lockdep } of sides)
        expect([verdict.expected, lockdep.expected], file).not.toContain(null);
    }
  });

  it('names the rule of each fix, which is the one that its bad version is told', () => {
    const told = fixes.flatMap(({ file, law, sides: [before] }) =>
      before!.law === null ? [] : [{ file, named: law, told: before!.law }],
    );
    // The others are finite before: lockdep reports, and nothing hangs.
    expect(fixes.length - told.length).toBe(3);
    expect(told.filter((one) => one.named !== one.told)).toEqual([]);
    expect(fixes.filter(({ law }) => !Object.hasOwn(rules, law))).toEqual([]);
  });

  it('calls open what still differs, and nothing else', () => {
    const open = firstTries.differences
      .filter(({ reason }) => reason === 'open')
      .map(({ file, side, of }) => `${file} ${side} ${of}`);
    const differing = fixes.flatMap(({ file, sides }) =>
      sides.flatMap((side) =>
        (['verdict', 'lockdep'] as const)
          .filter((of) => differs(side[of]))
          .map((of) => `${file} ${side.side} ${of}`),
      ),
    );
    expect(open).toEqual(differing);
    for (const { reason, mended } of firstTries.differences)
      expect(mended === null).toBe(reason === 'open');
  });

  it('names the commit that added each file, where there is a history', () => {
    const git = (...words: readonly string[]) =>
      spawnSync('git', words, { cwd: root, encoding: 'utf8' });
    const { status, stdout } = git(
      'log',
      '--diff-filter=A',
      '--format=commit %H',
      '--name-only',
      '--',
      'machines/litmus/fixes',
    );
    const added = new Map<string, string>();
    let commit = '';
    for (const line of stdout.split('\n')) {
      if (line.startsWith('commit ')) commit = line.slice('commit '.length);
      else if (line.endsWith('.litmus')) {
        const file = line.replace(/^.*\/(.*)\.litmus$/, '$1');
        if (!added.has(file)) added.set(file, commit);
      }
    }
    expect(Object.keys(firstTries.expectedIn).sort()).toEqual(fixNames);
    const shallow = git('rev-parse', '--is-shallow-repository').stdout.trim() !== 'false';
    if (status !== 0 || shallow) return;
    for (const file of fixNames)
      expect(added.get(file)?.startsWith(firstTries.expectedIn[file]!), file).toBe(true);
  });
});
