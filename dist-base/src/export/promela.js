import { Misuse } from "../system/misuse.js";
import { calls, formulas, identifiers, namesOf, quotable, used } from "./formula.js";
/** Strong fairness asks one guess a set of starved actors; with more strong actors than this there are too many. */
const mostStrong = 10;
/**
 * `program` in Promela, as one process. Counts: `gcc -DSAFETY -DNOREDUCE`, `pan -E`; states equal, transitions are edges + 1.
 * Fair runs: `gcc -DNOREDUCE`, `pan -a -E -N claim`, claims as `claims` names them. The process remembers the actor that moved last, in a
 * variable that counts for states, so the two questions have a model each. SPIN's own `-f` is not used: it is fair to processes.
 * @throws Misuse for a fair question about more than 10 strong actors.
 */
export function toPromela(program, { question }) {
    const names = namesOf(program);
    const { all, enabled } = formulas(program, names, { equal: '==', and: '&&', or: '||' });
    const fair = question === 'fair';
    const strong = fair ? strongOf(program) : [];
    if (strong.length > mostStrong)
        throw new Misuse(`a never claim for ${strong.length} strong actors would have to guess among ${2 ** strong.length} sets; at most ${mostStrong} can be exported`);
    const guesses = 2 ** strong.length;
    const lines = [
        `/* System ${quotable(program.digest)}: ${program.parts.length} parts, ${program.steps.length} steps. */`,
    ];
    program.tables.forEach(({ lifecycle, states }, t) => {
        lines.push('', `/* ${quotable(lifecycle)} */`);
        states.forEach((state, local) => lines.push(`#define ${names.state[t][local]} ${local} /* ${quotable(state)} */`));
    });
    lines.push('');
    program.parts.forEach(({ name, table }, p) => {
        lines.push(`${smallest(program.tables[table].states.length)} ${names.part[p]} = ${names.state[table][program.initial[p]]}; /* ${quotable(name)} */`);
    });
    if (fair) {
        lines.push('', '/* Who moved last. */', '#define by_nobody_fair 0');
        moversOf(program).forEach((actor, at) => lines.push(`#define ${mover(names.actor[actor])} ${at + 1} /* ${quotable(program.actors[actor].name)}, ${program.actors[actor].fair} */`));
        lines.push(`${smallest(moversOf(program).length + 1)} last = by_nobody_fair;`);
        if (guesses > 1) {
            lines.push('', '/* Which strong actors are starved from here on, once that is guessed: one bit an actor, and 1. */', `${smallest(guesses + 1)} guess = 0;`);
            strong.forEach((actor, bit) => lines.push(`#define ${starved(names.actor[actor])} (((guess - 1) >> ${bit}) & 1) /* ${quotable(program.actors[actor].name)} */`));
        }
    }
    for (const { table, event, changes } of used(program)) {
        const steps = changes.map(([from, to]) => `:: part == ${names.state[table][from]} -> part = ${names.state[table][to]}`);
        lines.push('', `inline do_${names.event[table][event]}(part) {`, '  if', ...steps.map((one) => `  ${one}`), '  :: else -> skip', '  fi', '}');
    }
    lines.push('');
    program.steps.forEach((step, r) => lines.push(`#define ${names.step[r]} (${enabled(step)})`));
    lines.push('', 'active proctype system() {', '  do');
    program.steps.forEach((step, r) => {
        const actor = program.actors[step.actor];
        const steps = calls(program, names, step);
        if (fair)
            steps.push(`last = ${actor.fair === 'none' ? 'by_nobody_fair' : mover(names.actor[step.actor])}`);
        lines.push(`  /* ${quotable(step.name)}, by ${quotable(actor.name)} */`, `  :: d_step { ${names.step[r]} -> ${steps.length === 0 ? 'skip' : steps.join('; ')} }`);
    });
    // A run may end, or idle for ever, where no fair actor has anything to do; whether it may is for the claim to say.
    if (fair)
        lines.push('  :: d_step { true -> last = by_nobody_fair }');
    if (guesses > 1)
        for (let guess = 1; guess <= guesses; guess++)
            lines.push(`  :: d_step { guess == 0 -> guess = ${guess}; last = by_nobody_fair }`);
    if (!fair && program.steps.length === 0)
        lines.push('  :: false');
    lines.push('  od', '}');
    if (fair) {
        lines.push('');
        moversOf(program).forEach((actor) => {
            const steps = program.steps.flatMap((step, r) => step.actor === actor ? [names.step[r]] : []);
            lines.push(`#define ${ready(names.actor[actor])} (${steps.join(' || ')})`);
        });
        for (const { claim, at } of breaches(program)) {
            const { name, never } = program.invariants[at];
            lines.push('', `/* ${quotable(name)}, broken */`, `never ${claim} {`, '  do', '  :: true', `  :: ${all(never)} -> break`, '  od', '}');
        }
        const done = new Set();
        for (const { claim, at, fairness } of claims(program)) {
            if (done.has(claim))
                continue;
            done.add(claim);
            lines.push('', `/* ${quotable(program.promises[at].name)}, pending for ever on a run that is fair ${fairness === 'weak only' ? 'when strong counts as weak' : 'as written'} */`);
            lines.push(...never(program, names.actor, claim, all(program.promises[at].pending), fairness));
        }
    }
    return `${lines.join('\n')}\n`;
}
/** The never claims of the fair model. Where no actor is strong, one claim serves both fairnesses. */
export function claims(program) {
    const strong = strongOf(program).length > 0;
    const written = identifiers('claim_', program.promises.map(({ name }) => name));
    const weak = identifiers('weakly_', program.promises.map(({ name }) => name));
    return program.promises.flatMap(({ name }, at) => [
        { claim: written[at], at, promise: name, fairness: 'as written' },
        { claim: strong ? weak[at] : written[at], at, promise: name, fairness: 'weak only' },
    ]);
}
/** The never claims about invariants. */
export function breaches(program) {
    return identifiers('broken_', program.invariants.map(({ name }) => name)).map((claim, at) => ({ claim, at }));
}
const smallest = (values) => values <= 2 ? 'bit' : values <= 256 ? 'byte' : values <= 32_768 ? 'short' : 'int';
/** The actors whose turn fairness asks for; who has no step is owed none. */
const moversOf = ({ actors, steps }) => actors.flatMap(({ fair }, actor) => fair === 'none' || !steps.some((step) => step.actor === actor) ? [] : [actor]);
const strongOf = (program) => moversOf(program).filter((actor) => program.actors[actor].fair === 'strong');
const starved = (actor) => `starved_${actor}`;
const mover = (actor) => `moved_${actor}`;
const ready = (actor) => `ready_${actor}`;
/**
 * A Buechi automaton for "pending for ever on a fair run". From some point on the promise stays pending and, of the strong actors, those
 * whose starving the model guesses at that point are never ready; then round and round: each weak actor is not ready or has just moved,
 * each strong actor is starved or has just moved. Where strong counts as weak, nothing is guessed.
 */
function never(program, names, claim, pending, fairness) {
    const movers = moversOf(program);
    const any = strongOf(program);
    const strong = fairness === 'weak only' ? [] : any;
    const weak = movers.filter((actor) => !strong.includes(actor));
    const just = (actor) => `last == ${mover(names[actor])}`;
    const before = any.length > 0 ? 'guess == 0' : 'true';
    const from = strong.length > 0 ? ['guess != 0'] : any.length > 0 ? [before] : [];
    const stay = [
        ...from,
        `(${pending})`,
        ...strong.map((actor) => `!(${starved(names[actor])} && ${ready(names[actor])})`),
    ].join(' && ');
    const turns = [
        ...weak.map((actor) => `(!${ready(names[actor])} || ${just(actor)})`),
        ...strong.map((actor) => `(${starved(names[actor])} || ${just(actor)})`),
    ];
    const label = (turn) => (turn === turns.length ? 'accept' : `turn_${turn}`);
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
//# sourceMappingURL=promela.js.map