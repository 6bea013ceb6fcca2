import type { Program, Step } from '../system/program.ts';
import { calls, formulas, namesOf, quotable, used, type Formulas, type Names } from './formula.ts';

/** What the Murphi model is to ask. */
export type MurphiOptions = {
  /**
   * Asks, besides, whether the environment (actors of fairness `none`) is needed. There are two
   * start states: in one it acts for ever, in the other it may stop at any moment. Each promise
   * then has a second property, `0 unaided: promise`, about the states in which it has stopped.
   * States are exactly three times as many; rules fired are twice the edges, one more a state, and
   * the others' edges once more.
   */
  readonly unaided?: boolean;
};

/**
 * `program` in Murphi's language. With Rumur, `--deadlock-detection off`: "states" are the states
 * of the system, "rules fired" its edges. `liveness` is AG EF: it fails where some reachable state
 * is beyond keeping the promise. Properties are named `0: promise`, by the promise's place in the
 * program. An invariant is a `cover`, "0 holds: invariant", of which Rumur counts the states; it is
 * broken in the others. (It would go no further than a state that breaks an `invariant`, and asks
 * for no liveness where a cover is covered nowhere.)
 */
export function toMurphi(program: Program, { unaided = false }: MurphiOptions = {}): string {
  const names = namesOf(program, 's.at_');
  const logic = formulas(program, names, { equal: '=', and: '&', or: '|' });
  const model: Model = { program, names, logic, unaided };
  const { parts, steps } = program;
  const lines = [
    `-- System ${quotable(program.digest)}: ${parts.length} parts, ${steps.length} steps.`,
    ...declarations(model),
    ...procedures(model),
    ...(unaided ? ['acts_for_ever', 'may_stop'] : [null]).flatMap((environment) =>
      startState(model, environment),
    ),
    ...steps.flatMap((step) => rule(model, step)),
    ...(unaided ? stopping : []),
    ...properties(model),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the parts of the model are written from. */
type Model = {
  readonly program: Program;
  readonly names: Names;
  readonly logic: Formulas;
  /** Whether the environment may stop. */
  readonly unaided: boolean;
};

function declarations({ program, names, unaided }: Model): string[] {
  return [
    '',
    'type',
    ...program.tables.map(({ lifecycle }, t) => {
      const states = names.state[t]!.join(', ');
      return `  t_${names.table[t]!}: enum { ${states} }; -- ${quotable(lifecycle)}`;
    }),
    ...(unaided ? ['  t_environment: enum { acts_for_ever, may_stop, has_stopped };'] : []),
    '',
    'var',
    // One record, as Rumur's C declares every variable in every rule.
    '  s: record',
    ...program.parts.map(
      ({ name, table }, p) =>
        `    ${names.part[p]!.slice(2)}: t_${names.table[table]!}; -- ${quotable(name)}`,
    ),
    ...(unaided ? ['    environment: t_environment;'] : []),
    '  end;',
  ];
}

/** One procedure for each event that changes anything. */
function procedures({ program, names }: Model): string[] {
  return used(program).flatMap(({ table, event, changes }) => [
    '',
    `procedure do_${names.event[table]![event]!}(var part: t_${names.table[table]!});`,
    'begin',
    '  switch part',
    ...changes.map(([from, to]) => {
      const [before, after] = [names.state[table]![from]!, names.state[table]![to]!];
      return `    case ${before}: part := ${after};`;
    }),
    '  end;',
    'end;',
  ]);
}

function startState({ program, names }: Model, environment: string | null): string[] {
  return [
    '',
    'startstate',
    'begin',
    ...program.initial.map((local, p) => {
      const { table } = program.parts[p]!;
      return `  ${names.part[p]!} := ${names.state[table]![local]!};`;
    }),
    ...(environment === null ? [] : [`  s.environment := ${environment};`]),
    'end;',
  ];
}

/** A step as a rule of Murphi. */
function rule({ program, names, logic, unaided }: Model, step: Step): string[] {
  const actor = program.actors[step.actor]!;
  const acts = unaided && actor.fair === 'none' ? ' & s.environment != has_stopped' : '';
  return [
    '',
    `-- by ${quotable(actor.name)}`,
    `rule "${quotable(step.name)}"`,
    `  ${logic.enabled(step)}${acts}`,
    '==>',
    'begin',
    ...calls(program, names, step).map((call) => `  ${call};`),
    'end;',
  ];
}

const stopping = [
  '',
  'rule "the environment stops"',
  '  s.environment = may_stop',
  '==>',
  'begin',
  '  s.environment := has_stopped;',
  'end;',
];

function properties({ program, logic, unaided }: Model): string[] {
  const owed = (title: string, name: string, unless: string, pending: string): string[] => [
    '',
    `liveness "${title}: ${quotable(name)}"`,
    `  ${unless}!(${pending});`,
  ];
  const acting = unaided ? 's.environment != acts_for_ever | ' : '';
  return [
    ...program.promises.flatMap(({ name, pending }, n) => {
      const condition = logic.all(pending);
      const stopped = 's.environment != has_stopped | ';
      return [
        ...owed(`${n}`, name, acting, condition),
        ...(unaided ? owed(`${n} unaided`, name, stopped, condition) : []),
      ];
    }),
    ...program.invariants.flatMap(({ name, never }, n) => [
      '',
      `cover "${n} holds: ${quotable(name)}"`,
      `  !(${logic.all(never)})${unaided ? ' & s.environment = acts_for_ever' : ''};`,
    ]),
  ];
}
