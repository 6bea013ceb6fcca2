import type { CallScore } from './calls.ts';
import type { Budget } from '../../src/explore/graph.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import { keyOf, piecesOf, stepsWithout, type Piece } from '../../src/check/ablate.ts';
import { worst, type Finding, type Invariance, type Verdict } from '../../src/check/finding.ts';
import { check, type Report } from '../../src/check/verdict.ts';

/** A system with a known answer, good or bad. */
export type MutatedSystem = {
  readonly name: string;
  readonly program: () => Program;
  /**
   * The same with one clause less, for each of its clauses; null where it says nothing without that
   * clause.
   */
  readonly clauses: readonly { readonly name: string; readonly program: () => Program | null }[];
};

/** What was left out: a piece of a step in all systems that have it, or a clause. */
type Kind = 'clause' | Piece['kind'];
/**
 * Who notices: the promise or invariant that turns there, from what to what. By the verdict; where
 * no verdict turns anywhere, by the evidence of a bad one, which is the shortest run and who waits
 * for whom at its end; and where no system of the gallery shows it, by a suite that was run on the
 * kernel: the step that the kernel made or refused.
 */
export type Killer = {
  readonly system: string;
  readonly by: 'verdict' | 'evidence' | 'kernel';
  readonly of: string;
  readonly from: string;
  readonly to: string;
};
export type Mutant = {
  readonly kind: Kind;
  /** `'turn: lamp[] on'`, or the name of the clause. */
  readonly name: string;
  /** The row or clause that says it. */
  readonly origin: string;
  /** In how many systems it was tried until it was noticed. */
  readonly tried: number;
  readonly killer: Killer | null;
  /** Whether any of the systems tried has other states or steps with it. */
  readonly changes: boolean;
};

/**
 * A verdict; of an invariant `kept` or `broken`; `silent` where a promise is never pending, `gone`
 * where nobody makes it.
 */
type Said = Verdict | 'kept' | 'silent' | 'gone';
/** What is said of every promise and invariant as written, and how large the system is. */
type Answer = {
  readonly said: ReadonlyMap<string, Said>;
  readonly states: number;
  readonly edges: number;
};

/**
 * The system without recovery, what is owed by those who recover, and whether it must be asked with
 * recovery too.
 */
function parted(program: Program): {
  readonly plain: Program;
  readonly owed: readonly string[];
  readonly recovers: boolean;
} {
  const some = program.steps.some(({ actor }) => program.actors[actor]!.recovers);
  const owed = program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);
  return {
    plain: some || owed.length > 0 ? withoutRecovery(program) : program,
    owed,
    recovers: some && (owed.length > 0 || program.invariants.length > 0),
  };
}

/**
 * Asks as a litmus is asked: without recovery for what the work owes, and with it for what recovery
 * owes and for invariants.
 */
function answerOf(program: Program, budget: Budget): Answer {
  const { plain, owed, recovers } = parted(program);
  const report = check(plain, budget, { plain: true });
  const full = recovers ? check(program, budget, { plain: true }) : report;
  const answersOf = new Map<string, Said>();
  const note = (promises: Report['promises']): void => {
    for (const { of: written, verdict, pending } of promises) {
      const before = answersOf.get(written);
      const now: Said = pending === 0 && verdict === 'finite' ? 'silent' : verdict;
      if (before === undefined || before === 'silent') answersOf.set(written, now);
      else if (now !== 'silent') answersOf.set(written, worst([before as Verdict, now]));
    }
  };
  note(report.promises);
  if (recovers) note(full.promises.filter(({ of }) => owed.includes(of)));
  for (const invariance of full.invariants)
    if (answersOf.get(invariance.of) !== 'broken') answersOf.set(invariance.of, saidOf(invariance));
  return { said: answersOf, states: full.states, edges: full.edges };
}

function saidOf({ holds }: Invariance): Said {
  if (holds === null) return 'incomplete';
  return holds ? 'kept' : 'broken';
}

/** The first promise or invariant of which something else is said; null where all is as before. */
function turned(system: string, before: Answer, after: Answer): Killer | null {
  for (const [of, from] of before.said) {
    const to = after.said.get(of) ?? 'gone';
    if (to !== from) return { system, by: 'verdict', of, from, to };
  }
  return null;
}

/**
 * Of what a litmus shows: the first broken invariant, or the first of the worst promises, with its
 * shortest run and who waits for whom.
 */
function evidenceOf(
  program: Program,
  budget: Budget,
): { readonly of: string; readonly shown: string } | null {
  const { plain, owed, recovers } = parted(program);
  const report = check(plain, budget);
  const full = recovers ? check(program, budget) : report;
  const broken = full.invariants.find(({ holds }) => holds === false);
  if (broken !== undefined) return { of: broken.of, shown: `${broken.run.length} steps` };
  const whole = recovers
    ? [...report.promises, ...full.promises.filter(({ of }) => owed.includes(of))]
    : report.promises;
  const verdict = worst(whole.map((one) => one.verdict));
  const finding = whole.find((one) => one.verdict === verdict);
  if (finding === undefined || verdict === 'finite') return null;
  const shown = [`${finding.run.length} steps`, ...chainOf(finding)].join(', ');
  return { of: finding.of, shown };
}

/** The parts of a finding's waits-for cycle; of a chain, with whose favour could move it on. */
function chainOf({ waits }: Finding): string[] {
  if (waits === null) return [];
  const parts = waits.chain.map(({ part }) => part);
  if (waits.closes !== null) return [...parts, parts[waits.closes]!];
  return [...parts, (waits.chain.at(-1)?.onlyBy ?? []).join(' or ') || 'nobody'];
}

/** A clause or piece that was left out, and what came of it so far. */
type Attempt = {
  readonly kind: Kind;
  readonly name: string;
  readonly origin: string;
  tried: number;
  killer: Killer | null;
  changes: boolean;
};

/** What is left out of one subject: each attempt with the system that is left, or null. */
type Candidate = { readonly attempt: Attempt; readonly less: () => Program | null };

/**
 * Leaves out every clause and every piece of `subjects`, one at a time, and asks again: in one
 * system after another, in their order, until one answers otherwise; where none does, until the
 * evidence of one is another. Pieces of which `skip` is true are left alone.
 */
export function mutate(
  subjects: readonly MutatedSystem[],
  budget: Budget,
  skip: (piece: Piece) => boolean = () => false,
): Mutant[] {
  const attempts = new Map<string, Attempt>();
  const bad = subjects.filter((subject) => tryVerdicts(subject, budget, skip, attempts));
  for (const subject of bad) tryEvidence(subject, budget, skip, attempts);
  return [...attempts.values()];
}

/** All that can be left out of a subject; `attempts` grows by those that are new. */
function candidates(
  subject: MutatedSystem,
  whole: Program,
  skip: (piece: Piece) => boolean,
  attempts: Map<string, Attempt>,
): Candidate[] {
  const attempt = (kind: Kind, name: string, origin: string): Attempt => {
    const key = `${kind} ${name}`;
    const known = attempts.get(key);
    if (known !== undefined) return known;
    const fresh = { kind, name, origin, tried: 0, killer: null, changes: false };
    attempts.set(key, fresh);
    return fresh;
  };
  const clauses = subject.clauses.map(({ name, program }) => ({
    attempt: attempt('clause', name, name),
    less: program,
  }));
  const pieces = piecesOf(whole).filter((piece) => !skip(piece));
  return [
    ...clauses,
    // Thousands of programs, asked once and thrown away: none is given a digest of its own.
    ...pieces.map((piece) => ({
      attempt: attempt(
        piece.kind,
        keyOf(piece).slice(piece.kind.length + 1),
        piece.origin.row ?? piece.origin.clause ?? '',
      ),
      less: () => ({ ...whole, steps: stepsWithout(whole, piece) }),
    })),
  ];
}

/** Tries what nobody noticed yet; whether anything was asked and the subject as it is is bad. */
function tryVerdicts(
  subject: MutatedSystem,
  budget: Budget,
  skip: (piece: Piece) => boolean,
  attempts: Map<string, Attempt>,
): boolean {
  const whole = subject.program();
  let before: Answer | null = null;
  for (const { attempt, less } of candidates(subject, whole, skip, attempts)) {
    if (attempt.killer !== null) continue;
    const program = less();
    if (program === null) continue;
    before ??= answerOf(whole, budget);
    const after = answerOf(program, budget);
    attempt.tried++;
    attempt.killer = turned(subject.name, before, after);
    const resized = after.states !== before.states || after.edges !== before.edges;
    attempt.changes ||= attempt.killer !== null || resized;
  }
  const good: readonly Said[] = ['finite', 'kept', 'silent'];
  return before !== null && [...before.said.values()].some((said) => !good.includes(said));
}

/** Compares evidence where something changes and no verdict turned. */
function tryEvidence(
  subject: MutatedSystem,
  budget: Budget,
  skip: (piece: Piece) => boolean,
  attempts: Map<string, Attempt>,
): void {
  const whole = subject.program();
  let before: ReturnType<typeof evidenceOf> | undefined;
  for (const { attempt, less } of candidates(subject, whole, skip, attempts)) {
    if (attempt.killer !== null || !attempt.changes) continue;
    const program = less();
    if (program === null) continue;
    before ??= evidenceOf(whole, budget);
    const after = evidenceOf(program, budget);
    if (before === null || after?.shown === before.shown) continue;
    const { of, shown: from } = before;
    const to = after?.shown ?? 'nothing';
    attempt.killer = { system: subject.name, by: 'evidence', of, from, to };
  }
}

/**
 * Who notices in `subject` alone that this is left out; null where its answer is as before, or
 * where it has no such clause or piece.
 */
export function retry(
  subject: MutatedSystem,
  { kind, name }: Pick<Mutant, 'kind' | 'name'>,
  budget: Budget,
): Killer | null {
  const whole = subject.program();
  const less = kind === 'clause' ? withoutClause(subject, name) : withoutPiece(whole, kind, name);
  if (less === null) return null;
  return turned(subject.name, answerOf(whole, budget), answerOf(less, budget));
}

const withoutClause = ({ clauses }: MutatedSystem, name: string): Program | null =>
  clauses.find((clause) => clause.name === name)?.program() ?? null;

function withoutPiece(whole: Program, kind: Kind, name: string): Program | null {
  const piece = piecesOf(whole).find((other) => keyOf(other) === `${kind} ${name}`);
  return piece === undefined ? null : { ...whole, steps: stepsWithout(whole, piece) };
}

/**
 * A system that somebody broke on purpose, the shortest run to the trouble, and what is wrong
 * there.
 */
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
export type Score = {
  readonly digest: string;
  readonly asked: number;
  readonly named: readonly Named[];
  readonly dropped: readonly Mutant[];
  /** Of the calls of threads, and of the files that notice. */
  readonly calls?: CallScore;
};

const kinds = ['clause', 'step', 'guard', 'move', 'also'] as const;
const cell = (words: string): string => words.replace(/\|/g, '\\|');
const share = (of: readonly Mutant[]): string => {
  const by = (what: Killer['by']): number => of.filter(({ killer }) => killer?.by === what).length;
  const nobody = of.filter(({ killer }) => killer === null).length;
  return `${by('verdict')} | ${by('evidence')} | ${by('kernel')} | ${nobody} | ${of.length}`;
};

/**
 * Who kills whom, as a page in Markdown: the score a kind, what was broken on purpose (a star: it
 * happened upstream) with its shortest run, who notices each clause and piece that was left out,
 * and what nobody notices.
 */
export function mutationPage({ asked, named, dropped }: Score): string {
  const ofKind = (kind: Kind): Mutant[] => dropped.filter((one) => one.kind === kind);
  const table = (kind: Kind): string[] => [
    `## Dropped: ${kind}`,
    '',
    '| what | noticed by | of | from | to |',
    '|---|---|---|---|---|',
    ...ofKind(kind).flatMap(({ name, killer }) =>
      killer === null
        ? []
        : [
            `| ${cell(name)} | ${killer.system} | ${cell(killer.of)} | ${killer.from} | ${killer.to} |`,
          ],
    ),
    '',
  ];
  const list = (title: string, mutants: readonly Mutant[]): string[] => [
    `## ${title}`,
    '',
    ...(mutants.length === 0
      ? ['Nothing.']
      : mutants.map(({ kind, name, tried }) => `- ${kind} \`${name}\` (tried in ${tried})`)),
    '',
  ];
  const survivors = dropped.filter(({ killer }) => killer === null);
  return [
    '# Who kills whom',
    '',
    `${asked} systems were asked.`,
    '',
    '| dropped | noticed by a verdict | by a run | by a suite on the kernel | by nobody | all |',
    '|---|---|---|---|---|---|',
    ...kinds.map((kind) => `| ${kind} | ${share(ofKind(kind))} |`),
    `| all | ${share(dropped)} |`,
    '',
    '## Broken on purpose',
    '',
    '| what | noticed by | verdict | of | steps | shortest run | source |',
    '|---|---|---|---|---|---|---|',
    ...named.map(({ starred, name, system, verdict, of: owed, run, source }) => {
      const what = `${starred ? '★ ' : ''}${cell(name)}`;
      const found = `${system} | ${verdict} | ${cell(owed)} | ${run.length}`;
      return `| ${what} | ${found} | ${run.join(', ')} | ${cell(source)} |`;
    }),
    '',
    ...kinds.flatMap(table),
    ...list(
      'Noticed by nobody',
      survivors.filter(({ changes }) => changes),
    ),
    ...list(
      'Without effect: something else says the same',
      survivors.filter(({ changes }) => !changes),
    ),
  ].join('\n');
}
