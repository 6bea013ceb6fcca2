import { actors } from '../../machines/actors.ts';
import { options } from '../../machines/options/index.ts';
import { uses } from '../../machines/uses/index.ts';
import type { Assumable } from '../judge/assumed.ts';
import type { Judgement } from '../judge/judge.ts';
import type { Program } from '../system/program.ts';
import { listed, paragraph } from './layout.ts';
import { named } from '../judge/run-words.ts';

/** How the names of assumptions about actors end. */
const acts = ' acts';
const fair = ' is strongly fair';

const clauses = [...options, ...uses].flatMap(({ clauses: own }) => own);

/** How a list of assumptions is told. */
type Telling = {
  /** Whether every promise is kept, so that the whole verdict rests on them. */
  readonly whole: boolean;
  /** What is assumed because nobody can establish it. */
  readonly assumed?: Assumable | undefined;
};

/**
 * "finite because": the assumptions that the kept promises rest on, the description's own words
 * first.
 */
export function because(judgement: Judgement, { whole, assumed }: Telling): string[] {
  const { needsOf, jobs, program } = judgement;
  const names = assumptionsOf(judgement);
  if (needsOf === null && jobs !== null) return [];
  if (jobs === null && names.length === 0) return [];

  return [
    whole ? 'finite because' : 'The kept promises are kept because',
    ...ofAssumption(names, assumed),
    ...ofDescription(judgement, names, assumed),
    ...ofActors(program, names),
    ...ofHanging(judgement, names),
    ...ofSmaller(judgement),
    ...ofOpen(judgement),
  ];
}

/** The names of all assumptions that some kept promise or invariant rests on. */
function assumptionsOf({ findings, needs, assessment: { report } }: Judgement): string[] {
  const kept = findings.filter(({ verdict, pending }) => verdict === 'finite' && pending > 0);
  const held = report.invariants
    .filter(({ holds }) => holds === true)
    .map(({ invariant, of }) => ({ promise: invariant, of }));
  return [...new Set([...kept, ...held].flatMap(needs))];
}

const nameOf = ({ fact, value }: Assumable): string => `${fact} ${value}`;

/** What nobody can establish stands first. */
function ofAssumption(names: readonly string[], assumed: Assumable | undefined): string[] {
  if (assumed === undefined || !names.includes(nameOf(assumed))) return [];
  return paragraph('  assumed    ', `${nameOf(assumed)}: ${assumed.words}, which nobody documents`);
}

/** What the description says, then what holds because it says nothing. */
function ofDescription(
  { described }: Judgement,
  names: readonly string[],
  assumed: Assumable | undefined,
): string[] {
  const own = names
    .filter((name) => !name.endsWith(acts) && !name.endsWith(fair))
    .filter((name) => assumed === undefined || name !== nameOf(assumed));
  const fields = described as Readonly<Record<string, unknown>>;
  // A clause is said by the option that it belongs to.
  const isSaid = (name: string): boolean =>
    clauses.some((clause) => clause.name === name) || fields[name.split(' ')[0]!] !== undefined;

  const lines = (lead: string, some: readonly string[]): string[] =>
    some.flatMap((name) => {
      const clause = clauses.find((other) => other.name === name);
      return paragraph(lead, clause === undefined ? name : `${name}: "${clause.says.says}"`);
    });
  return [
    ...lines('  you said   ', own.filter(isSaid)),
    ...lines(
      '  by default ',
      own.filter((name) => !isSaid(name)),
    ),
  ];
}

/** Whose turn comes, and who acts at all. */
function ofActors(program: Program, names: readonly string[]): string[] {
  const ending = (end: string): string[] =>
    names.filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length));
  const known = actors as Readonly<Record<string, { readonly because?: string }>>;
  const why = (actor: string): string =>
    known[actor]?.because ?? program.actors.find(({ of }) => of === actor)?.because ?? '';

  const acting = [...new Set(ending(acts).map(named))];
  return [
    ...ending(fair).flatMap((actor) =>
      paragraph('  in turn    ', `${named(actor)}: ${why(actor)}`),
    ),
    ...(acting.length === 0 ? [] : paragraph('  and act    ', acting.join('; '))),
  ];
}

/** What else the fences of jobs rest on that hang for ever. */
function ofHanging({ hangingNeeds }: Judgement, names: readonly string[]): string[] {
  const more = [...new Set(Object.values(hangingNeeds).flat())].filter(
    (name) => !names.includes(name) && !name.endsWith(fair),
  );
  const actors = more
    .filter((name) => name.endsWith(acts))
    .map((name) => name.slice(0, -acts.length));
  const facts = more.filter((name) => !name.endsWith(acts));
  const rest = [...facts, ...new Set(actors.map(named))];
  return rest.length === 0 ? [] : paragraph('  if it hangs ', rest.join('; '));
}

/** Which smaller system was asked. */
function ofSmaller({ needsOf, reduced }: Judgement): string[] {
  if (needsOf === null || !reduced) return [];
  return paragraph(
    '  ',
    `(The assumptions were checked for the same driver with ${needsOf.fenced} + ` +
      `${needsOf.faulting} jobs and no other device.)`,
  );
}

/** What was not answered. */
function ofOpen({ needsOpen }: Judgement): string[] {
  if (needsOpen.length === 0) return [];
  return paragraph(
    '  ',
    `(It may rest on more assumptions: the search without ${listed(needsOpen)} ended early.)`,
  );
}
