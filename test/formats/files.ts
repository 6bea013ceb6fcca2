import {
  pathId,
  schemaVersion,
  sealSteps,
  type PathFile,
  type TestPath,
} from '../../src/paths/path.ts';

type Written = readonly (readonly [
  step: string,
  parts: Readonly<Record<string, { event: string; from: string; to: string }>>,
])[];
const size = {
  paths: 1,
  steps: 0,
  perPath: 10,
  cost: 0,
  bound: null,
  longest: 0,
  shortestEach: null,
};

/** A path file of one path over one system, by hand. */
function fileOf(
  initial: Readonly<Record<string, string>>,
  written: Written,
  {
    name = 'lamp',
    refused,
    target = 'step:x',
  }: {
    readonly name?: string;
    readonly refused?: readonly [step: string, after: number, until: number | null];
    readonly target?: string;
  } = {},
): PathFile {
  const bare = written.map(([step, parts], at) => ({
    number: at + 1,
    step,
    actor: 'somebody',
    parts,
    clause: null,
    cite: null,
  }));
  const steps = written.map(([step]) => step);
  const clauses: TestPath['clauses'][number][] =
    refused === undefined
      ? []
      : [
          {
            name: `${name}/clause`,
            says: { file: 'a file', says: 'a sentence' },
            about: null,
            breaks: [],
            verdict: null,
            brink: refused[1],
            tried: refused[0],
            refusals: [
              {
                step: refused[0],
                after: refused[1],
                until: refused[2],
                delayed: true,
                by: 'guard',
                parts: {},
                needs: 'something',
                clause: null,
                cite: null,
              },
            ],
            rescue: null,
            instrument: { at: [`${name}.c: here`], shows: `what ${name} shows`, nearest: null },
          },
        ];
  const path: TestPath = {
    id: pathId(steps, refused === undefined ? null : { step: refused[0], after: refused[1] }),
    targets: [target],
    system: name,
    kind: refused === undefined ? 'walk' : 'refused',
    steps: sealSteps(bare),
    clauses,
  };
  return {
    schema: schemaVersion,
    version: '0',
    name,
    cover: 'steps',
    systems: { [name]: { digest: '', described: null, initial } },
    size,
    coverage: { targets: 1, covered: 1, coverable: 1, uncovered: [], unreachable: [] },
    paths: [path],
  };
}

/** A lamp that must not be unplugged while it is on. */
export const lamp = fileOf(
  { 'lamp[1]': 'off' },
  [
    ['press[1]', { 'lamp[1]': { event: 'press', from: 'off', to: 'on' } }],
    ['press[1]', { 'lamp[1]': { event: 'press', from: 'on', to: 'off' } }],
  ],
  { refused: ['unplug[1]', 1, 2] },
);

/** Names that would end a comment, a string, a tag, a diagram line; two that differ only where C has no letter. */
const nasty = [
  '*/ int x; /*',
  'a"b\\',
  "o'k ??/",
  '<b>&amp;]]>',
  'end; note #35; %%{init}%%',
  'x\ny\r\u2028z',
  '`$'.concat('{1}`'),
  '```',
  '\ud800',
  'é\u0000\u0007',
  '日本',
  '__proto__',
  'constructor',
  '\\',
];
export const evil = nasty.map((name): PathFile =>
  fileOf(
    { [name]: name, [`${name}!`]: 'x', 'a b[1]': 's' },
    [
      [name, { [name]: { event: name, from: name, to: name } }],
      [`${name}!`, { [`${name}!`]: { event: name, from: 'x', to: name } }],
      ['do it[1,2]', { 'a b[1]': { event: 'e', from: 's', to: '*/' } }],
    ],
    { name, refused: [`${name}[1]`, 1, null], target: name },
  ),
);
export const nastyNames = nasty;
