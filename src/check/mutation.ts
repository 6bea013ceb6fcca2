import type { Budget } from '../explore/graph.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import { keyOf, piecesOf, without, type Piece } from './ablate.ts';
import { check, type Report } from './verdict.ts';
import { worst, type Verdict } from './finding.ts';

/** A system with a known answer, good or bad. */
export type Subject = {
  readonly name: string;
  readonly program: () => Program;
  /** The same with one clause less, for each of its clauses; null where it says nothing without that clause. */
  readonly clauses: readonly { readonly name: string; readonly program: () => Program | null }[];
};

/** What was left out: a piece of a rule in all systems that have it, or a clause. */
export type Kind = 'clause' | Piece['kind'];
/** Who notices: the promise or invariant that turns there, from what to what. */
export type Killer = { readonly system: string; readonly of: string; readonly from: Said; readonly to: Said };
export type Mutant = {
  readonly kind: Kind;
  /** `'publish: fence[] publish'`, or the name of the clause. */
  readonly name: string;
  /** In how many systems it was tried until it was noticed. */
  readonly tried: number;
  readonly killer: Killer | null;
  /** Whether any of the systems tried has other states or steps with it. */
  readonly changes: boolean;
};

/** A verdict; of an invariant `kept` or `broken`; `silent` where a promise is never pending, `gone` where nobody makes it. */
export type Said = Verdict | 'kept' | 'silent' | 'gone';
/** What is said of every promise and invariant as written, and how large the system is. */
export type Answer = { readonly said: ReadonlyMap<string, Said>; readonly states: number; readonly edges: number };

/** As a litmus is asked: without recovery for what is owed by those who do the work, with it for what those owe who recover and for what is never. */
export function answerOf(program: Program, budget: Budget): Answer {
  const plain = withoutRecovery(program);
  const owed = program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);
  const recovers = plain.rules.length < program.rules.length && (owed.length > 0 || program.invariants.length > 0);
  const report = check(plain, budget, { plain: true });
  const full = recovers ? check(program, budget, { plain: true }) : report;
  const said = new Map<string, Said>();
  const note = ({ promises }: Pick<Report, 'promises'>): void => {
    for (const { of, verdict, pending } of promises) {
      const before = said.get(of);
      const now: Said = pending === 0 && verdict === 'finite' ? 'silent' : verdict;
      if (before === undefined || before === 'silent') said.set(of, now);
      else if (now !== 'silent') said.set(of, worst([before as Verdict, now as Verdict]));
    }
  };
  note(report);
  if (recovers) note({ promises: full.promises.filter(({ of }) => owed.includes(of)) });
  for (const { of, holds } of full.invariants) if (said.get(of) !== 'broken') said.set(of, holds === true ? 'kept' : holds === false ? 'broken' : 'incomplete');
  return { said, states: full.states, edges: full.edges };
}

/** The first promise or invariant of which something else is said; null where all is as before. */
export function turned(system: string, before: Answer, after: Answer): Killer | null {
  for (const [of, from] of before.said) {
    const to = after.said.get(of) ?? 'gone';
    if (to !== from) return { system, of, from, to };
  }
  return null;
}

/**
 * Leaves out every clause and every piece of `subjects`, one at a time, and asks again: in one system after another, in their order,
 * until one answers otherwise. Pieces of which `skip` is true are left alone.
 */
export function mutate(subjects: readonly Subject[], budget: Budget, skip: (piece: Piece) => boolean = () => false): Mutant[] {
  const found = new Map<string, { kind: Kind; name: string; tried: number; killer: Killer | null; changes: boolean }>();
  for (const subject of subjects) {
    const whole = subject.program();
    let before: Answer | null = null;
    const attempt = (kind: Kind, name: string, make: () => Program | null): void => {
      const key = `${kind} ${name}`;
      let one = found.get(key);
      if (one === undefined) found.set(key, (one = { kind, name, tried: 0, killer: null, changes: false }));
      if (one.killer !== null) return;
      const program = make();
      if (program === null) return;
      before ??= answerOf(whole, budget);
      const after = answerOf(program, budget);
      one.tried++;
      one.killer = turned(subject.name, before, after);
      one.changes ||= one.killer !== null || after.states !== before.states || after.edges !== before.edges;
    };
    for (const clause of subject.clauses) attempt('clause', clause.name, clause.program);
    for (const piece of piecesOf(whole)) if (!skip(piece)) attempt(piece.kind, keyOf(piece).slice(piece.kind.length + 1), () => without(whole, piece));
  }
  return [...found.values()];
}

/** A system that somebody broke on purpose, the shortest run to the trouble, and what is wrong there. */
export type Named = {
  readonly name: string;
  readonly starred: boolean;
  readonly source: string;
  readonly system: string;
  readonly verdict: Verdict;
  readonly of: string;
  readonly run: readonly string[];
};
/** All that `mutationPage` prints; `digest`: of what was asked. */
export type Score = { readonly digest: string; readonly asked: number; readonly named: readonly Named[]; readonly dropped: readonly Mutant[] };

const kinds = ['clause', 'rule', 'guard', 'move', 'also'] as const;
const cell = (words: string): string => words.replace(/\|/g, '\\|');
const share = (of: readonly Mutant[]): string => `${of.filter(({ killer }) => killer !== null).length} of ${of.length}`;

/**
 * Who kills whom, as a page in Markdown: the score a kind, what was broken on purpose (a star: it happened upstream) with its shortest
 * run, who notices each clause and piece that was left out, and what nobody notices.
 */
export function mutationPage({ asked, named, dropped }: Score): string {
  const of = (kind: Kind): Mutant[] => dropped.filter((one) => one.kind === kind);
  const table = (kind: Kind): string[] => [
    `## Dropped: ${kind}`, '', '| what | noticed by | of | from | to |', '|---|---|---|---|---|',
    ...of(kind).flatMap(({ name, killer }) => (killer === null ? [] : [`| ${cell(name)} | ${killer.system} | ${cell(killer.of)} | ${killer.from} | ${killer.to} |`])), '',
  ];
  const list = (title: string, all: readonly Mutant[]): string[] => [`## ${title}`, '', ...(all.length === 0 ? ['Nothing.'] : all.map(({ kind, name, tried }) => `- ${kind} \`${name}\` (tried in ${tried})`)), ''];
  const survivors = dropped.filter(({ killer }) => killer === null);
  return [
    '# Who kills whom', '', `${asked} systems were asked.`, '',
    '| dropped | noticed |', '|---|---|', ...kinds.map((kind) => `| ${kind} | ${share(of(kind))} |`), `| all | ${share(dropped)} |`, '',
    '## Broken on purpose', '', '| what | noticed by | verdict | of | steps | shortest run | source |', '|---|---|---|---|---|---|---|',
    ...named.map((one) => `| ${one.starred ? '★ ' : ''}${cell(one.name)} | ${one.system} | ${one.verdict} | ${cell(one.of)} | ${one.run.length} | ${one.run.join(', ')} | ${cell(one.source)} |`), '',
    ...kinds.flatMap(table),
    ...list('Noticed by nobody', survivors.filter(({ changes }) => changes)),
    ...list('Without effect: something else says the same', survivors.filter(({ changes }) => !changes)),
  ].join('\n');
}
