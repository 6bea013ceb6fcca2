import { Misuse } from '../system/misuse.ts';
import type { Program } from '../system/program.ts';
import {
  calls,
  formulas,
  identifiers,
  namesOf,
  quotable,
  used,
  type Formulas,
  type Names,
} from './formula.ts';

/** `as written`: every actor as fair as it says. `weak only`: strong counts as weak. */
export type FairnessTaken = 'as written' | 'weak only';

/** What the Promela model is to ask. */
export type PromelaOptions = {
  /**
   * `count`: the states and edges alone. `fair`: one never claim a promise and fairness; it accepts
   * the fair runs in which the promise is pending for ever, so an acceptance cycle means
   * `unbounded` or worse. And one an invariant: it ends where that is broken.
   */
  readonly question: 'count' | 'fair';
};

/**
 * Strong fairness asks one guess a set of starved actors; with more strong actors than this there
 * are too many.
 */
const mostStrong = 10;

/**
 * `program` in Promela, as one process. Counts: `gcc -DSAFETY -DNOREDUCE`, `pan -E`; states equal,
 * transitions are edges + 1. Fair runs: `gcc -DNOREDUCE`, `pan -a -E -N claim`, claims as `claims`
 * names them. The process remembers the actor that moved last, in a variable that counts for
 * states, so the two questions have a model each. SPIN's own `-f` is not used: it is fair to
 * processes.
 * @throws Misuse for a fair question about more than 10 strong actors.
 */
export function toPromela(program: Program, { question }: PromelaOptions): string {
  const names = namesOf(program);
  const logic = formulas(program, names, { equal: '==', and: '&&', or: '||' });
  const fair = question === 'fair';
  const strong = fair ? strongOf(program) : [];
  if (strong.length > mostStrong)
    throw new Misuse(
      `a never claim for ${strong.length} strong actors would have to guess among ` +
        `${2 ** strong.length} sets; at most ${mostStrong} can be exported`,
    );
  const model: Model = { program, names, logic, fair, strong };
  const { parts, steps } = program;
  const lines = [
    `/* System ${quotable(program.digest)}: ${parts.length} parts, ${steps.length} steps. */`,
    ...states(model),
    ...(fair ? whoMoved(model) : []),
    ...inlines(model),
    '',
    ...steps.map((step, r) => `#define ${names.step[r]!} (${logic.enabled(step)})`),
    ...process(model),
    ...(fair ? neverClaims(model) : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the parts of the model are written from. */
type Model = {
  readonly program: Program;
  readonly names: Names;
  readonly logic: Formulas;
  /** Whether fair runs are asked for, or counts alone. */
  readonly fair: boolean;
  /** The strong actors of which the model guesses which are starved. */
  readonly strong: readonly number[];
};

/** The names of local states, and a variable for each part. */
function states({ program, names }: Model): string[] {
  const defined = program.tables.flatMap((table, t) => [
    '',
    `/* ${quotable(table.lifecycle)} */`,
    ...table.states.map(
      (state, local) => `#define ${names.state[t]![local]!} ${local} /* ${quotable(state)} */`,
    ),
  ]);
  const variables = program.parts.map(({ name, table }, p) => {
    const type = smallest(program.tables[table]!.states.length);
    const initial = names.state[table]![program.initial[p]!]!;
    return `${type} ${names.part[p]!} = ${initial}; /* ${quotable(name)} */`;
  });
  return [...defined, '', ...variables];
}

/** The variables by which the claims know who moved last and who is guessed to starve. */
function whoMoved({ program, names, strong }: Model): string[] {
  const movers = moversOf(program);
  const guesses = 2 ** strong.length;
  const last = [
    '',
    '/* Who moved last. */',
    '#define by_nobody_fair 0',
    ...movers.map((actor, n) => {
      const { name, fair } = program.actors[actor]!;
      return `#define ${mover(names.actor[actor]!)} ${n + 1} /* ${quotable(name)}, ${fair} */`;
    }),
    `${smallest(movers.length + 1)} last = by_nobody_fair;`,
  ];
  if (strong.length === 0) return last;
  return [
    ...last,
    '',
    '/* Which strong actors are starved from here on, once that is guessed: one bit an actor, and 1. */',
    `${smallest(guesses + 1)} guess = 0;`,
    ...strong.map((actor, bit) => {
      const name = quotable(program.actors[actor]!.name);
      return `#define ${starved(names.actor[actor]!)} (((guess - 1) >> ${bit}) & 1) /* ${name} */`;
    }),
  ];
}

/** One inline for each event that changes anything. */
function inlines({ program, names }: Model): string[] {
  return used(program).flatMap(({ table, event, changes }) => [
    '',
    `inline do_${names.event[table]![event]!}(part) {`,
    '  if',
    ...changes.map(([from, to]) => {
      const [before, after] = [names.state[table]![from]!, names.state[table]![to]!];
      return `  :: part == ${before} -> part = ${after}`;
    }),
    '  :: else -> skip',
    '  fi',
    '}',
  ]);
}

/** The whole system as one process: one atomic alternative for each step. */
function process({ program, names, fair, strong }: Model): string[] {
  const alternatives = program.steps.flatMap((step, r) => {
    const actor = program.actors[step.actor]!;
    const by = actor.fair === 'none' ? 'by_nobody_fair' : mover(names.actor[step.actor]!);
    const does = [...calls(program, names, step), ...(fair ? [`last = ${by}`] : [])];
    return [
      `  /* ${quotable(step.name)}, by ${quotable(actor.name)} */`,
      `  :: d_step { ${names.step[r]!} -> ${does.length === 0 ? 'skip' : does.join('; ')} }`,
    ];
  });
  const guesses = strong.length === 0 ? 0 : 2 ** strong.length;
  return [
    '',
    'active proctype system() {',
    '  do',
    ...alternatives,
    // A run may end, or stutter for ever, where no fair actor has an enabled step; whether it may
    // is for the claim to say.
    ...(fair ? ['  :: d_step { true -> last = by_nobody_fair }'] : []),
    ...Array.from(
      { length: guesses },
      (_, n) => `  :: d_step { guess == 0 -> guess = ${n + 1}; last = by_nobody_fair }`,
    ),
    ...(!fair && program.steps.length === 0 ? ['  :: false'] : []),
    '  od',
    '}',
  ];
}

/** The claims about invariants, then those about promises, and what they ask of actors. */
function neverClaims({ program, names, logic }: Model): string[] {
  const readiness = moversOf(program).map((actor) => {
    const own = program.steps.flatMap((step, r) => (step.actor === actor ? [names.step[r]!] : []));
    return `#define ${ready(names.actor[actor]!)} (${own.join(' || ')})`;
  });
  const broken = breaches(program).flatMap(({ claim, at: index }) => {
    const { name, never: condition } = program.invariants[index]!;
    return [
      '',
      `/* ${quotable(name)}, broken */`,
      `never ${claim} {`,
      '  do',
      '  :: true',
      `  :: ${logic.all(condition)} -> break`,
      '  od',
      '}',
    ];
  });
  const written = claims(program);
  const evaded = written
    .filter(({ claim }, n) => written.findIndex((other) => other.claim === claim) === n)
    .flatMap(({ claim, at: index, fairness }) => {
      const { name, pending } = program.promises[index]!;
      const taken = fairness === 'weak only' ? 'when strong counts as weak' : 'as written';
      return [
        '',
        `/* ${quotable(name)}, pending for ever on a run that is fair ${taken} */`,
        ...never(program, names.actor, claim, logic.all(pending), fairness),
      ];
    });
  return ['', ...readiness, ...broken, ...evaded];
}

/**
 * The never claims of the fair model. Where no actor is strong, one claim serves both fairnesses.
 */
export function claims(program: Program): {
  readonly claim: string;
  readonly at: number;
  readonly promise: string;
  readonly fairness: FairnessTaken;
}[] {
  const strong = strongOf(program).length > 0;
  const names = program.promises.map(({ name }) => name);
  const written = identifiers('claim_', names);
  const weak = identifiers('weakly_', names);
  return program.promises.flatMap(({ name }, index) => [
    { claim: written[index]!, at: index, promise: name, fairness: 'as written' as const },
    {
      claim: strong ? weak[index]! : written[index]!,
      at: index,
      promise: name,
      fairness: 'weak only' as const,
    },
  ]);
}

/** The never claims about invariants. */
export function breaches(program: Program): { readonly claim: string; readonly at: number }[] {
  return identifiers(
    'broken_',
    program.invariants.map(({ name }) => name),
  ).map((claim, index) => ({ claim, at: index }));
}

/** The smallest type that holds so many values. */
function smallest(values: number): string {
  if (values <= 2) return 'bit';
  if (values <= 256) return 'byte';
  return values <= 32_768 ? 'short' : 'int';
}

/** The actors whose turn fairness asks for; who has no step is owed none. */
const moversOf = ({ actors, steps }: Program): number[] =>
  actors.flatMap(({ fair }, actor) =>
    fair === 'none' || !steps.some((step) => step.actor === actor) ? [] : [actor],
  );
const strongOf = (program: Program): number[] =>
  moversOf(program).filter((actor) => program.actors[actor]!.fair === 'strong');
const starved = (actor: string): string => `starved_${actor}`;
const mover = (actor: string): string => `moved_${actor}`;
const ready = (actor: string): string => `ready_${actor}`;

/**
 * A Buechi automaton for "pending for ever on a fair run". From some point on the promise stays
 * pending and, of the strong actors, those whose starving the model guesses at that point are never
 * ready; then round and round: each weak actor is not ready or has just moved, each strong actor is
 * starved or has just moved. Where strong counts as weak, nothing is guessed.
 */
function never(
  program: Program,
  names: readonly string[],
  claim: string,
  pending: string,
  fairness: FairnessTaken,
): string[] {
  const movers = moversOf(program);
  const allStrong = strongOf(program);
  const strong = fairness === 'weak only' ? [] : allStrong;
  const weak = movers.filter((actor) => !strong.includes(actor));
  const just = (actor: number): string => `last == ${mover(names[actor]!)}`;
  const before = allStrong.length > 0 ? 'guess == 0' : 'true';
  const guessed = strong.length > 0 ? 'guess != 0' : before;
  const from = allStrong.length > 0 ? [guessed] : [];
  const stay = [
    ...from,
    `(${pending})`,
    ...strong.map((actor) => `!(${starved(names[actor]!)} && ${ready(names[actor]!)})`),
  ].join(' && ');
  const turns = [
    ...weak.map((actor) => `(!${ready(names[actor]!)} || ${just(actor)})`),
    ...strong.map((actor) => `(${starved(names[actor]!)} || ${just(actor)})`),
  ];
  const label = (turn: number): string => (turn === turns.length ? 'accept' : `turn_${turn}`);
  const body = turns.flatMap((turn, t) => [
    `${label(t)}:`,
    '  do',
    `  :: ${stay} && ${turn} -> goto ${label(t + 1)}`,
    `  :: ${stay} && !${turn}`,
    '  od;',
  ]);
  return [
    `never ${claim} {`,
    'start:',
    '  do',
    `  :: ${before}`,
    `  :: ${stay} -> goto ${label(0)}`,
    '  od;',
    ...body,
    'accept:',
    '  do',
    `  :: ${stay} -> ${turns.length === 0 ? 'skip' : `goto ${label(0)}`}`,
    '  od;',
    '}',
  ];
}
