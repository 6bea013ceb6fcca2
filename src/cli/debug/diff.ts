import { story, type Described } from '../../../machines/description/description.ts';
import { optionOf } from '../../../machines/description/ids.ts';
import { verdicts, type Verdict } from '../../check/finding.ts';
import { exit, type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { counted, paragraph } from '../layout.ts';
import { watchedBudget, type Limits } from '../progress.ts';
import { coloured } from '../check/verdict-text.ts';
import { driverOrFile } from './subject.ts';
import { answers, setsOf, type Answer } from '../../judge/verdict-of.ts';

export type DiffOptions = Limits & { readonly json?: true };

type Loose = Readonly<Record<string, unknown>>;
/** One thing in which two descriptions differ, what it is in each, and the first with only this as in the second. */
type Difference = {
  readonly what: string;
  readonly a: string;
  readonly b: string;
  readonly apply: (described: Loose) => Loose;
};
/** A difference alone in A. */
type Alone = { readonly difference: Difference; readonly answer: Answer; readonly turns: boolean };

/** Systems that are asked for smallest sets at most. */
const mostSets = 1000;

/** `finite-fence diff`. @throws Misuse */
export function diffCommand(
  nameA: string,
  nameB: string,
  options: DiffOptions,
  io: Io,
  version: string,
): Exit {
  const [a, b] = [driverOrFile(nameA), driverOrFile(nameB)];
  const { budget, say, done } = watchedBudget(io, options);
  const { of } = answers(budget);
  const verdictOf = (described: Described): Verdict =>
    (of(described) as { readonly verdict: Verdict }).verdict;
  say(a.driver);
  const was = verdictOf(a);
  say(b.driver);
  const is = verdictOf(b);
  const all = differences(a as Loose, b as Loose);
  const alone = all.map((difference): Alone => {
    say(`${a.driver}: ${difference.what}`);
    const answer = of(fitting(difference.apply(a as Loose)));
    return {
      difference,
      answer,
      turns:
        'verdict' in answer &&
        was !== 'incomplete' &&
        answer.verdict !== 'incomplete' &&
        answer.verdict !== was,
    };
  });
  const sets: (readonly Difference[])[] = [];
  let asked = 0;
  const answered = was !== 'incomplete' && is !== 'incomplete';
  for (let size = 1; answered && was !== is && size <= all.length && asked < mostSets; size++) {
    for (const set of setsOf(all, size)) {
      if (sets.some((smaller) => smaller.every((one) => set.includes(one)))) continue;
      if (++asked > mostSets) break;
      say(`${a.driver}: ${counted(asked)} sets of differences`);
      const answer = of(
        fitting(set.reduce<Loose>((described, { apply }) => apply(described), a as Loose)),
      );
      if ('verdict' in answer && answer.verdict === is) sets.push(set);
    }
  }
  done();
  const left = asked > mostSets;
  if (options.json === true) {
    const plain = ({ what, a: inA, b: inB }: Difference) => ({ what, a: inA, b: inB });
    io.out(
      `${JSON.stringify({ schema: 1, version, a: { driver: a.driver, verdict: was }, b: { driver: b.driver, verdict: is }, differences: alone.map(({ difference, answer, turns }) => ({ ...plain(difference), alone: 'verdict' in answer ? answer.verdict : null, turns })), turns: sets.map((set) => set.map(({ what }) => what)), complete: !left }, null, 2)}\n`,
    );
  } else io.out(text([nameA, a.driver, was], [nameB, b.driver, is], alone, sets, left, io));
  return was === 'incomplete' || is === 'incomplete'
    ? exit.ranOut
    : was === is
      ? exit.asExpected
      : exit.problem;
}

const silent = ['$schema', 'driver', 'about', 'cites', 'expect'];
const titles: Readonly<Record<string, string>> = {
  options: 'option',
  uses: 'use',
  without: 'clause',
  variants: 'variant',
  hazards: 'hazard',
  hardwareCan: 'hardware can',
};

/** In declaration order of the fields; of a list, each entry. */
function differences(a: Loose, b: Loose): Difference[] {
  const of = (described: Loose, field: string): unknown =>
    described[field] ?? (story as Loose)[field];
  const fields = [...new Set([...Object.keys(story), ...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => !silent.includes(field),
  );
  return fields.flatMap((field): Difference[] => {
    const [x, y] = [of(a, field), of(b, field)];
    if (Array.isArray(x ?? []) && Array.isArray(y ?? []))
      return entries(field, (x ?? []) as string[], (y ?? []) as string[], a, b);
    if (field === 'jobs') {
      const [m, n] = [
        { ...story.jobs, ...(x as object) },
        { ...story.jobs, ...(y as object) },
      ];
      return (['fenced', 'faulting'] as const).flatMap((kind) =>
        m[kind] === n[kind]
          ? []
          : [
              {
                what: `jobs.${kind}`,
                a: String(m[kind]),
                b: String(n[kind]),
                apply: (described) => ({
                  ...described,
                  jobs: { ...(described['jobs'] as object | undefined), [kind]: n[kind] },
                }),
              },
            ],
      );
    }
    const said = (value: unknown): string =>
      Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
    return said(x) === said(y)
      ? []
      : [
          {
            what: field,
            a: said(x),
            b: said(y),
            apply: (described) => ({ ...described, [field]: y }),
          },
        ];
  });
}

/** Entries of a list. An option or a use that only one of them takes comes or goes with all that is said of its clauses. */
function entries(
  field: string,
  x: readonly string[],
  y: readonly string[],
  a: Loose,
  b: Loose,
): Difference[] {
  const both = (name: string): boolean =>
    !name.includes('/') ||
    (chosen(a).includes(optionOf(name)) && chosen(b).includes(optionOf(name)));
  const all = [...new Set([...x, ...y])].filter(
    (name) => x.includes(name) !== y.includes(name) && both(name),
  );
  const [yes, no] = field === 'without' ? ['not kept', 'kept'] : ['yes', 'no'];
  return all.map((name): Difference => ({
    what: `${titles[field] ?? field} ${name}`,
    a: x.includes(name) ? yes : no,
    b: y.includes(name) ? yes : no,
    apply: (described) => {
      const list = listIn(described, field);
      if (!y.includes(name)) return { ...described, [field]: list.filter((one) => one !== name) };
      const own = (['without', 'variants', 'hazards'] as const)
        .filter((of) => of !== field)
        .map(
          (of) =>
            [
              of,
              [
                ...listIn(described, of),
                ...listIn(b, of).filter((one) => one.startsWith(`${name}/`)),
              ],
            ] as const,
        );
      return {
        ...described,
        ...Object.fromEntries(own.filter(([, some]) => some.length > 0)),
        [field]: [...list, name],
      };
    },
  }));
}

const listIn = (described: Loose, field: string): readonly string[] =>
  (described[field] ?? (story as Loose)[field] ?? []) as readonly string[];
const chosen = (described: Loose): readonly string[] =>
  (['options', 'uses'] as const).flatMap((field) => listIn(described, field));

/** Without what belongs to an option that is not taken. */
function fitting(described: Loose): Described {
  const of = chosen(described);
  const cut = (field: string): Loose => {
    const list = described[field] as readonly string[] | undefined;
    return list === undefined
      ? {}
      : { [field]: list.filter((name) => !name.includes('/') || of.includes(optionOf(name))) };
  };
  const { cites: _, expect: __, ...rest } = described;
  return { ...rest, ...cut('without'), ...cut('variants'), ...cut('hazards') } as Described;
}

type Side = readonly [file: string, driver: string, verdict: Verdict];

function text(
  [fileA, driverA, was]: Side,
  [fileB, driverB, is]: Side,
  alone: readonly Alone[],
  sets: readonly (readonly Difference[])[],
  left: boolean,
  io: Io,
): string {
  const verdict = (one: Verdict, wide = 0): string =>
    coloured(io.paint, one) + ' '.repeat(Math.max(0, wide - one.length));
  const [a, b] = driverA === driverB ? ['A', 'B'] : [driverA, driverB];
  const lines = [
    `A ${driverA}${fileA === driverA ? '' : ` (${fileA})`}: ${verdict(was)}`,
    `B ${driverB}${fileB === driverB ? '' : ` (${fileB})`}: ${verdict(is)}`,
    '',
  ];
  if (alone.length === 0)
    return `${[...lines, 'They differ in nothing that is asked for.'].join('\n')}\n`;
  const first = Math.min(34, Math.max(...alone.map(({ difference: { what } }) => what.length)) + 2);
  const row = (what: string, inA: string, inB: string, end: string): string[] => {
    if (Math.max(inA.length, inB.length) > 12)
      return [
        ...paragraph('  ', `${what}: ${inA} in A, ${inB} in B`),
        `  ${' '.repeat(first + 26)}${end}`,
      ];
    const rest = `${inA.padEnd(13)}${inB.padEnd(13)}${end}`;
    return what.length >= first
      ? [`  ${what}`, `  ${' '.repeat(first)}${rest}`]
      : [`  ${what.padEnd(first)}${rest}`];
  };
  lines.push(...row('', 'A', 'B', 'alone in A'));
  for (const {
    difference: { what, a: inA, b: inB },
    answer,
    turns,
  } of alone)
    lines.push(
      ...row(
        what,
        inA,
        inB,
        'verdict' in answer
          ? `${verdict(answer.verdict)}${turns ? (verdicts.indexOf(answer.verdict) > verdicts.indexOf(was) ? ': better' : ': worse') : ''}`
          : 'makes no sense',
      ),
    );
  lines.push('');
  if (was === 'incomplete' || is === 'incomplete')
    lines.push('The search ended before there was an answer: nothing turns what is not known.');
  else if (was === is)
    lines.push(
      ...paragraph(
        '',
        `Both are ${is}: ${alone.some(({ turns }) => turns) ? 'what turns the verdict alone is made up for by the rest.' : 'no difference turns the verdict alone.'}`,
      ),
    );
  else {
    lines.push(
      ...paragraph(
        '',
        `What turns ${a} from ${was} to ${is}, as in ${b}${sets.some((set) => set.length > 1) ? '; no part of a set does' : ''}:`,
      ),
      '',
    );
    sets.forEach((set, at) =>
      lines.push(
        ...paragraph(
          `${String(at + 1).padStart(3)}. `,
          set.map(({ what, b: inB }) => `${what}: ${inB}`).join('; '),
        ),
      ),
    );
    if (left)
      lines.push(
        ...paragraph(
          '     ',
          `(Only the first ${counted(mostSets)} sets were asked: there may be more.)`,
        ),
      );
  }
  return `${lines.join('\n')}\n`;
}
