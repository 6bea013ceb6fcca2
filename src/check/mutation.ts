import type { Budget } from '../explore/graph.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { keyOf, piecesOf, without, type Piece } from './ablate.ts';
import { worst, type Verdict } from './finding.ts';
import { check, type Report } from './verdict.ts';

/** A system that is good as it stands. */
export type Subject = {
  readonly name: string;
  readonly program: Program;
  /** Whether its pieces are left out too: not of a large one. */
  readonly pieces: boolean;
  /** The same with one clause less, for each of its clauses. */
  readonly clauses: readonly { readonly name: string; readonly program: () => Program }[];
};
/** Something that somebody broke, and the system in which it is broken. */
export type Named = { readonly name: string; readonly starred: boolean; readonly source: string; readonly system: string; readonly program: Program };

/** Who notices: the verdict there, the promise or invariant that turned, the steps of the shortest run to it. */
export type Killer = { readonly system: string; readonly verdict: Verdict; readonly of: string; readonly length: number };
export type Mutant = {
  readonly name: string;
  readonly kind: 'named' | 'clause' | Piece['kind'];
  readonly starred: boolean;
  readonly source: string | null;
  /** In how many systems it was tried until it was noticed. */
  readonly tried: number;
  readonly killer: Killer | null;
  /** Whether any of those systems has other states or steps with it. */
  readonly changes: boolean;
};

type Size = Pick<Report, 'states' | 'edges' | 'promises'>;

/** The first trouble of a mutated program, null where everything is kept; and how large it is. */
function trouble(system: string, program: Program, budget: Budget): { readonly killer: Killer | null; readonly size: Size } {
  const plain = withoutRecovery(program);
  const quick = check(plain, budget, { plain: true });
  const recovers = plain.rules.length < program.rules.length && program.invariants.length > 0;
  const upset = (recovers ? check(program, budget, { plain: true }) : quick).invariants.some(({ holds }) => holds === false);
  if (!upset && worst(quick.promises.map(({ verdict }) => verdict)) === 'finite') return { killer: null, size: quick };
  const report = check(recovers && upset ? program : plain, budget);
  const broken = report.invariants.find(({ holds }) => holds === false);
  if (broken !== undefined) return { killer: { system, verdict: 'broken', of: broken.of, length: broken.run.length }, size: quick };
  const verdict = worst(report.promises.map((one) => one.verdict));
  const first = report.promises.find((one) => one.verdict === verdict)!;
  return { killer: { system, verdict, of: first.of, length: first.run.length }, size: quick };
}

/** A promise that was pending somewhere and now never is: its `finite` says nothing any more. */
function silence(system: string, before: Size, after: Size): Killer | null {
  const silent = before.promises.find(({ promise, pending }) => pending > 0 && after.promises.some((one) => one.promise === promise && one.pending === 0));
  return silent === undefined ? null : { system, verdict: 'finite', of: `${silent.of}: never pending`, length: 0 };
}

/** Each piece and each clause of `subjects`, left out of one after another until one notices, small systems first; then what has a name. */
export function mutate(subjects: readonly Subject[], named: readonly Named[], budget: Budget): Mutant[] {
  const found = new Map<string, { kind: Mutant['kind']; name: string; source: string | null; tried: number; killer: Killer | null; changes: boolean }>();
  const attempt = (kind: Mutant['kind'], name: string, source: string | null, subject: Subject, whole: () => Size, program: () => Program): void => {
    const key = `${kind} ${name}`;
    let one = found.get(key);
    if (one === undefined) found.set(key, (one = { kind, name, source, tried: 0, killer: null, changes: false }));
    if (one.killer !== null) return;
    one.tried++;
    const { killer, size } = trouble(subject.name, program(), budget);
    one.killer = killer ?? silence(subject.name, whole(), size);
    one.changes ||= one.killer !== null || size.states !== whole().states || size.edges !== whole().edges;
  };
  for (const subject of subjects) {
    let size: Size | null = null;
    const whole = (): Size => (size ??= check(withoutRecovery(subject.program), budget, { plain: true }));
    for (const clause of subject.clauses) attempt('clause', clause.name, null, subject, whole, clause.program);
    if (subject.pieces) for (const piece of piecesOf(subject.program)) {
      const name = keyOf(piece);
      attempt(piece.kind, name.slice(piece.kind.length + 1), piece.origin.cite?.file ?? piece.origin.row, subject, whole, () => without(subject.program, piece));
    }
  }
  return [
    ...named.map(({ name, starred, source, system, program }): Mutant => ({ name, kind: 'named', starred, source, tried: 1, killer: trouble(system, program, budget).killer, changes: true })),
    ...[...found.values()].map((one): Mutant => ({ starred: false, ...one })),
  ];
}

const kinds = ['named', 'clause', 'rule', 'guard', 'move', 'also'] as const;
const titles: Readonly<Record<Mutant['kind'], string>> = { named: 'broken on purpose', clause: 'clause dropped', rule: 'rule dropped', guard: 'guard dropped', move: 'move dropped', also: 'also dropped' };
const cell = (words: string): string => words.replace(/\|/g, '\\|');
const list = (title: string, of: readonly Mutant[]): string[] => [`## ${title}`, '', ...(of.length === 0 ? ['Nothing.'] : of.map(({ kind, name, tried }) => `- ${kind} \`${name}\` (tried in ${tried})`)), ''];
const share = (of: readonly Mutant[]): string => `${of.filter(({ killer }) => killer !== null).length} of ${of.length}`;

/**
 * Who kills whom, as a page in Markdown: the score a kind, what was broken on purpose (a star: it happened upstream), who notices each
 * clause and piece, and what nobody notices.
 */
export function mutationPage(results: readonly Mutant[]): string {
  const of = (kind: Mutant['kind']): Mutant[] => results.filter((one) => one.kind === kind);
  const present = kinds.filter((kind) => of(kind).length > 0);
  const row = (one: Mutant): string => `| ${one.starred ? '★ ' : ''}${cell(one.name)} | ${one.killer === null ? 'nobody | | |' : `${one.killer.system} | ${one.killer.verdict} | ${cell(one.killer.of)} | ${one.killer.length}`.concat(' |')}${one.kind === 'named' ? ` ${cell(one.source ?? '')} |` : ''}`;
  const table = (kind: Mutant['kind']): string[] => {
    const all = of(kind).filter(({ killer }) => killer !== null || kind === 'named');
    return [`## ${titles[kind][0]!.toUpperCase()}${titles[kind].slice(1)}`, '', `| what | noticed by | verdict | of | steps |${kind === 'named' ? ' source |' : ''}`, `|---|---|---|---|---|${kind === 'named' ? '---|' : ''}`, ...all.map(row), ''];
  };
  const survivors = results.filter(({ killer, kind }) => killer === null && kind !== 'named');
  return [
    '# Who kills whom', '',
    '| kind | killed |', '|---|---|', ...present.map((kind) => `| ${titles[kind]} | ${share(of(kind))} |`), `| all | ${share(results)} |`, '',
    ...present.flatMap(table),
    ...list('Noticed by nobody', survivors.filter(({ changes }) => changes)),
    ...list('Without effect: something else says the same', survivors.filter(({ changes }) => !changes)),
  ].join('\n');
}
