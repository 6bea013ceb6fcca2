import { Command } from 'commander';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { texted } from '../../src/cli/paths/path-write.ts';
import { pathsCommand } from '../../src/cli/paths/paths.ts';
import {
  pathFile,
  pathId,
  pathsJsonSchema,
  sealSteps,
  type PathFile,
} from '../../src/paths/path.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { captured, type Said } from '../cli/in-process.ts';

/** The command by itself. */
function paths(...argv: readonly string[]): Said {
  const { io, written } = captured();
  let code = -1;
  const program = new Command('finite-fence')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
  pathsCommand(program, io, (given) => {
    code = given;
  });
  try {
    program.parse(['paths', ...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof Misuse) return { code: 2, out: written.out, err: error.message };
    const { out, err } = written;
    return { code: 2, out, err: err === '' ? String(error) : err };
  }
  return { code, ...written };
}

const base = mkdtempSync(join(tmpdir(), 'paths-'));
const made = join(base, 'made');
let copies = 0;
/** A directory with a changed copy of one file. */
function changed(name: string, change: (file: PathFile) => unknown): string {
  const dir = join(base, `copy${++copies}`);
  mkdirSync(dir);
  const file = JSON.parse(readFileSync(join(made, name), 'utf8')) as PathFile;
  writeFileSync(join(dir, name), JSON.stringify(change(file) ?? file, null, 2));
  return dir;
}
type Loose = {
  schema: number;
  paths: {
    id: string;
    steps: {
      number: number;
      step: string;
      seal: string;
      parts: Record<string, { to: string; from: string; event: string }>;
    }[];
    targets: string[];
  }[];
  systems: Record<string, { described: Record<string, unknown> }>;
};
const loosely =
  (change: (file: Loose) => void) =>
  (file: PathFile): void =>
    change(file as unknown as Loose);

beforeAll(() => {
  expect(paths('flush', '--cover', 'clauses,steps', '--out', made).code).toBe(0);
  expect(paths('preempt', '--cover', 'clauses,edges', '--out', made).code).toBe(0);
});

test('files are there, of the published schema, and the same each time', () => {
  expect(readdirSync(made).sort()).toEqual([
    'flush.clauses.json',
    'flush.steps.json',
    'preempt.clauses.json',
    'preempt.edges.json',
  ]);
  expect(readdirSync(base)).toEqual(['made']);
  for (const name of readdirSync(made))
    expect(
      pathFile.safeParse(JSON.parse(readFileSync(join(made, name), 'utf8'))).success,
      name,
    ).toBe(true);
  expect(paths('flush', '--cover', 'clauses,steps', '--out', join(base, 'again')).code).toBe(0);
  for (const name of readdirSync(join(base, 'again')))
    expect(readFileSync(join(base, 'again', name), 'utf8'), name).toBe(
      readFileSync(join(made, name), 'utf8'),
    );
  expect(paths('flush', '--cover', 'clauses').out).toBe(
    readFileSync(join(made, 'flush.clauses.json'), 'utf8'),
  );
  // An option alone has both: what its clauses refuse, and the runs of the systems without them.
  expect((JSON.parse(paths('flush').out) as PathFile[]).map(({ cover }) => cover)).toEqual([
    'clauses',
    'without',
  ]);
});

test('the schema in docs is the one in the source', () => {
  expect(
    JSON.parse(readFileSync(new URL('../../docs/paths.schema.json', import.meta.url), 'utf8')),
  ).toEqual(JSON.parse(JSON.stringify(pathsJsonSchema())));
});

describe('--check', () => {
  test('paths that were just made fit', () => {
    const { code, out } = paths('--check', made);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^1\d\d paths in 4 files: all fit\.\n$/),
    ]);
  });

  test('a clause that the model has lost: which step, of which path, and why', () => {
    const dir = changed(
      'flush.clauses.json',
      loosely(({ systems }) => {
        systems['flush']!.described['without'] = ['flush/preempt-before-visible'];
      }),
    );
    const { code, out } = paths('--check', dir);
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(
        String.raw`flush\.clauses\.json: path [0-9a-f]{16}, step 8: 'see_flushed\[1\]' must be ` +
          String.raw`refused after step 7 because of flush\/preempt-before-visible, and is possible\n`,
      ),
    );
    expect(out).toMatch(/^1 of \d+ paths no longer fit/m);
  });

  test('a step that the model now refuses: by which part, where it is, what is needed, and the sentence', () => {
    const dir = changed(
      'preempt.edges.json',
      loosely(({ systems }) => {
        systems['preempt']!.described['options'] = ['preempt', 'track-dependencies'];
      }),
    );
    const { code, out } = paths('--check', dir);
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(
        String.raw`step \d+: 'reclaim_waits\[1,1\]' is refused: job\[1\] is in [\w.]+; it needs ` +
          String.raw`job\[1\] in running or hung or done \(clause track-dependencies\/own-fences: ` +
          String.raw`".+"\)`,
      ),
    );
  });

  test.each([
    [
      'another step',
      loosely(({ paths: [first] }) => {
        first!.steps[2]!.step = 'schedule[1]';
      }),
      /flush\.clauses\.json: path [0-9a-f]{16}, step 3: 'schedule\[1\]' does not bear the seal/,
    ],
    [
      'another state',
      loosely(({ paths: [, second] }) => {
        second!.steps[4]!.parts['compute[1]']!.to = 'idle';
      }),
      /path [0-9a-f]{16}, step 5: 'compute_run\[1\]' does not bear the seal/,
    ],
    [
      'a step taken out of the middle',
      loosely(({ paths: [first] }) => {
        first!.steps.splice(3, 1);
      }),
      /step 4: it is numbered 5/,
    ],
    [
      'a step taken from the end',
      loosely(({ paths: [first] }) => {
        first!.steps.pop();
      }),
      /path [0-9a-f]{16}: its 9 steps make another id/,
    ],
    [
      'a step that begins where no part is, under a seal of its own',
      loosely(({ paths: [first] }) => {
        first!.steps[4]!.parts['fence[1]']!.from = 'signaled';
        first!.steps = sealSteps(first!.steps as never) as never;
      }),
      /step 5: 'publish\[1\]' takes fence\[1\] from signaled, which is in unpublished/,
    ],
    [
      'another schema version',
      loosely((file) => {
        file.schema = 3;
      }),
      /flush\.clauses\.json: it has schema version 3; this program reads versions 1 and 2/,
    ],
    ['no path file', () => ({ driver: 'x' }), /not a path file: it has no "schema"/],
    [
      'a field too many',
      loosely((file) => {
        (file.paths[1]!.steps[3] as unknown as Record<string, string>)['note'] = 'x';
      }),
      /path [0-9a-f]{16}, step 4: not a path file/,
    ],
    [
      'a description that means nothing',
      loosely((file) => {
        file.systems['flush']!.described['options'] = ['flsh'];
      }),
      /system 'flush': unknown option 'flsh'; did you mean 'flush'\?/,
    ],
  ])('%s is refused with file, path and step', (_, change, message) => {
    const { code, err } = paths('--check', changed('flush.clauses.json', change));
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('--keep', () => {
  test('keeps what still fits, byte for byte, where nothing is missing', () => {
    const out = join(base, 'kept');
    expect(paths('preempt', '--cover', 'clauses,edges', '--keep', made, '--out', out).code).toBe(0);
    for (const name of readdirSync(out))
      expect((JSON.parse(readFileSync(join(out, name), 'utf8')) as PathFile).paths, name).toEqual(
        (JSON.parse(readFileSync(join(made, name), 'utf8')) as PathFile).paths,
      );
  });

  test('adds only what is missing', () => {
    for (const name of ['preempt.edges.json', 'preempt.clauses.json']) {
      const dir = changed(name, (file) => ({
        ...file,
        paths: file.paths.filter((__, at) => at !== 1),
      }));
      const out = join(base, `more${copies}`);
      expect(
        paths('preempt', '--cover', name.split('.')[1]!, '--keep', dir, '--out', out).code,
      ).toBe(0);
      const before = JSON.parse(readFileSync(join(dir, name), 'utf8')) as PathFile;
      const after = JSON.parse(readFileSync(join(out, name), 'utf8')) as PathFile;
      const ids = new Set(after.paths.map(({ id }) => id));
      expect(before.paths.filter(({ id }) => !ids.has(id))).toEqual([]);
      expect(after.coverage.covered).toBe(after.coverage.coverable);
      expect(after.paths.length).toBeGreaterThan(before.paths.length);
      expect(after.paths.length).toBeLessThan(before.paths.length + 30);
    }
  });

  test('drops what no longer fits', () => {
    // Made for a system with one clause less, kept for the system with it.
    const dir = join(base, 'older');
    const description = join(base, 'older.json');
    writeFileSync(
      description,
      JSON.stringify({
        driver: 'flush',
        options: ['flush'],
        without: ['flush/held-until-published'],
      }),
    );
    expect(paths(description, '--cover', 'steps', '--out', dir).code).toBe(0);
    const out = join(base, 'newer');
    expect(paths('flush', '--cover', 'steps', '--keep', dir, '--out', out).code).toBe(0);
    const { paths: all, coverage } = JSON.parse(
      readFileSync(join(out, 'flush.steps.json'), 'utf8'),
    ) as PathFile;
    expect(all.flatMap(({ steps }) => steps).some(({ step }) => step.startsWith('give_mode'))).toBe(
      false,
    );
    expect(coverage.covered).toBe(coverage.coverable);
    expect(paths('--check', out).code).toBe(0);
  });
});

describe('what can go wrong', () => {
  test.each([
    [
      'an unknown name',
      ['flsh'],
      2,
      /unknown driver, option or litmus test 'flsh'; did you mean 'flush'/,
    ],
    [
      'an unknown criterion',
      ['flush', '--cover', 'stepz'],
      2,
      /unknown criterion 'stepz'; did you mean 'steps'/,
    ],
    ['an unknown format', ['flush', '--format', 'xml'], 2, /unknown format 'xml'/],
    [
      'an unknown part',
      ['flush', '--to', 'fenze[1]=visible'],
      2,
      /unknown part 'fenze\[1\]'; did you mean 'fence\[1\]'/,
    ],
    [
      'an unknown state',
      ['flush', '--to', 'fence[1]=visibl'],
      2,
      /unknown state of dma_fence 'visibl'/,
    ],
    ['no situation', ['flush', '--cover', 'to'], 2, /'to' needs a situation/],
    ['a half cost', ['flush', '--per-path', '0.5'], 2, /whole number/],
    ['no clause', ['msm'], 2, /takes no option, so it has no clause/],
    ['no directory', ['--check', join(base, 'nowhere')], 2, /there is no such directory/],
    [
      'a file in the way',
      ['flush', '--out', join(made, 'flush.steps.json')],
      2,
      /cannot be written/,
    ],
    [
      'a situation that cannot be',
      ['flush', '--to', 'fence[1]=visible,compute[1]=running', '--out', join(base, 'never')],
      1,
      /^$/,
    ],
    [
      'too few states',
      ['flush', '--cover', 'steps', '--max-states', '50', '--out', join(base, 'part')],
      3,
      /^$/,
    ],
  ])('%s', (_, argv, code, message) => {
    const said = paths(...argv);
    expect([said.code, said.err]).toEqual([code, expect.stringMatching(message)]);
  });

  test('a partial graph has no bound', () => {
    const { size } = JSON.parse(
      readFileSync(join(base, 'part', 'flush.steps.json'), 'utf8'),
    ) as PathFile;
    expect(size.bound).toBeNull();
  });

  test('nothing is left beside what was written', () => {
    expect(readdirSync(base).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

test('a situation gets a shortest path', () => {
  const { code, out } = paths('flush', '--to', 'fence[1]=visible', '--to', 'compute[1]=faulted');
  const { paths: all } = JSON.parse(out) as PathFile;
  expect([code, all.map(({ targets, steps }) => [targets, steps.length])]).toEqual([
    0,
    [
      [['to:fence[1]=visible'], 5],
      [['to:compute[1]=faulted'], 5],
    ],
  ]);
});

test('an id is of step names alone, and of what is tried', () => {
  expect(pathId(['a', 'b'])).toBe(pathId(['a', 'b']));
  expect(
    new Set([
      pathId(['a', 'b']),
      pathId(['b', 'a']),
      pathId(['a']),
      pathId(['a'], { step: 'b', after: 1 }),
      pathId(['a'], { step: 'b', after: 0 }),
    ]).size,
  ).toBe(5);
  expect(existsSync(made)).toBe(true);
});

test('more than one text can hold is one line, and other faults stay what they are', () => {
  const files = [{ cover: 'edges', size: { steps: 4_000_000 } }] as unknown as PathFile[];
  expect(() => texted(files, () => ''.padEnd(2 ** 30))).toThrow(
    new Misuse(
      '4,000,000 steps for --cover edges are more than one text can hold; ask for fewer, or describe a smaller system',
    ),
  );
  expect(() => texted(files, () => 'x'.repeat(-1))).toThrow(RangeError);
  expect(texted(files, () => 'x')).toBe('x');
});
