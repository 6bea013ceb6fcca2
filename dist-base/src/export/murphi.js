import { calls, formulas, namesOf, quotable, used } from "./formula.js";
/**
 * `program` in Murphi's language. With Rumur, `--deadlock-detection off`: "states" are the states of the system, "rules fired" its edges.
 * `liveness` is AG EF: it fails where some reachable state is beyond keeping the promise. Properties are named `0: promise`, by the
 * promise's place in the program. An invariant is a `cover`, "0 holds: invariant", of which Rumur counts the states; it is broken in the
 * others. (It would go no further than a state that breaks an `invariant`, and asks for no liveness where a cover is covered nowhere.)
 */
export function toMurphi(program, { unaided = false } = {}) {
    const names = namesOf(program, 's.at_');
    const { all, enabled } = formulas(program, names, { equal: '=', and: '&', or: '|' });
    const lines = [
        `-- System ${quotable(program.digest)}: ${program.parts.length} parts, ${program.steps.length} steps.`,
        '',
        'type',
    ];
    program.tables.forEach(({ lifecycle }, t) => lines.push(`  t_${names.table[t]}: enum { ${names.state[t].join(', ')} }; -- ${quotable(lifecycle)}`));
    // One record, as Rumur's C declares every variable in every step.
    if (unaided)
        lines.push('  t_environment: enum { acts_for_ever, may_stop, has_stopped };');
    lines.push('', 'var', '  s: record');
    program.parts.forEach(({ name, table }, p) => lines.push(`    ${names.part[p].slice(2)}: t_${names.table[table]}; -- ${quotable(name)}`));
    if (unaided)
        lines.push('    environment: t_environment;');
    lines.push('  end;');
    for (const { table, event, changes } of used(program)) {
        lines.push('', `procedure do_${names.event[table][event]}(var part: t_${names.table[table]});`, 'begin', '  switch part');
        for (const [from, to] of changes)
            lines.push(`    case ${names.state[table][from]}: part := ${names.state[table][to]};`);
        lines.push('  end;', 'end;');
    }
    for (const environment of unaided ? ['acts_for_ever', 'may_stop'] : [null]) {
        lines.push('', 'startstate', 'begin');
        program.initial.forEach((local, p) => lines.push(`  ${names.part[p]} := ${names.state[program.parts[p].table][local]};`));
        if (environment !== null)
            lines.push(`  s.environment := ${environment};`);
        lines.push('end;');
    }
    for (const step of program.steps) {
        const actor = program.actors[step.actor];
        const guard = enabled(step) + (unaided && actor.fair === 'none' ? ' & s.environment != has_stopped' : '');
        lines.push('', `-- by ${quotable(actor.name)}`, `rule "${quotable(step.name)}"`, `  ${guard}`, '==>', 'begin');
        for (const call of calls(program, names, step))
            lines.push(`  ${call};`);
        lines.push('end;');
    }
    if (unaided)
        lines.push('', 'rule "the environment stops"', '  s.environment = may_stop', '==>', 'begin', '  s.environment := has_stopped;', 'end;');
    const owed = (title, name, unless, pending) => {
        lines.push('', `liveness "${title}: ${quotable(name)}"`, `  ${unless}!(${pending});`);
    };
    program.promises.forEach(({ name, pending }, n) => {
        owed(`${n}`, name, unaided ? 's.environment != acts_for_ever | ' : '', all(pending));
        if (unaided)
            owed(`${n} unaided`, name, 's.environment != has_stopped | ', all(pending));
    });
    program.invariants.forEach(({ name, never }, n) => {
        lines.push('', `cover "${n} holds: ${quotable(name)}"`, `  !(${all(never)})${unaided ? ' & s.environment = acts_for_ever' : ''};`);
    });
    return `${lines.join('\n')}\n`;
}
//# sourceMappingURL=murphi.js.map