import type { Program } from '../system/program.ts';
import { calls, formulas, namesOf, quotable, used } from './formula.ts';

export type MurphiOptions = {
  /**
   * Adds one boolean and one rule, after which the environment (actors of fairness `none`) never acts again. Then a property fails where
   * only a favour of the environment can keep the promise. States are exactly twice as many.
   */
  readonly environmentStops?: boolean;
};

/**
 * `program` in Murphi's language. With Rumur, `--deadlock-detection off`: "states" are the states of the system, "rules fired" its edges.
 * `liveness` is AG EF: it fails where some reachable state is beyond keeping the promise. Properties are named `0: promise`, by the
 * promise's place in the program.
 */
export function toMurphi(program: Program, { environmentStops = false }: MurphiOptions = {}): string {
  const names = namesOf(program);
  const { all, enabled } = formulas(program, names, { equal: '=', and: '&', or: '|' });
  const lines: string[] = [`-- System ${program.digest}: ${program.parts.length} parts, ${program.rules.length} rules.`, '', 'type'];
  program.tables.forEach(({ lifecycle }, t) => lines.push(`  t_${names.table[t]!}: enum { ${names.state[t]!.join(', ')} }; -- ${quotable(lifecycle)}`));
  lines.push('', 'var');
  program.parts.forEach(({ name, table }, p) => lines.push(`  ${names.part[p]!}: t_${names.table[table]!}; -- ${quotable(name)}`));
  if (environmentStops) lines.push('  stopped: boolean; -- the environment acts no more');
  for (const { table, event, changes } of used(program)) {
    lines.push('', `procedure do_${names.event[table]![event]!}(var part: t_${names.table[table]!});`, 'begin', '  switch part');
    for (const [from, to] of changes) lines.push(`    case ${names.state[table]![from]!}: part := ${names.state[table]![to]!};`);
    lines.push('  end;', 'end;');
  }
  lines.push('', 'startstate', 'begin');
  program.initial.forEach((local, p) => lines.push(`  ${names.part[p]!} := ${names.state[program.parts[p]!.table]![local]!};`));
  if (environmentStops) lines.push('  stopped := false;');
  lines.push('end;');
  for (const rule of program.rules) {
    const actor = program.actors[rule.actor]!;
    const guard = enabled(rule) + (environmentStops && actor.fair === 'none' ? ' & !stopped' : '');
    lines.push('', `-- by ${quotable(actor.name)}`, `rule "${quotable(rule.name)}"`, `  ${guard}`, '==>', 'begin');
    for (const call of calls(program, names, rule)) lines.push(`  ${call};`);
    lines.push('end;');
  }
  if (environmentStops) lines.push('', 'rule "the environment stops"', '  !stopped', '==>', 'begin', '  stopped := true;', 'end;');
  program.promises.forEach(({ name, pending }, n) => {
    lines.push('', `liveness "${n}: ${quotable(name)}"`, `  ${environmentStops ? '!stopped | ' : ''}!(${all(pending)});`);
  });
  return `${lines.join('\n')}\n`;
}
