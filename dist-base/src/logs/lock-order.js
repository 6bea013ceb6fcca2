import { tooDeep, waitTypes } from "./lock-report.js";
/** The class without the number that the checker adds where several have one name. */
export const plainClass = (name) => name.replace(/(?:#\d+)?(?:\/\d+)?$/, '');
const significant = (frames, { plumbing }) => frames.filter((frame) => !plumbing.some((plain) => plain.endsWith('*')
    ? frame.startsWith(plain.slice(0, -1))
    : frame === plain || frame.startsWith(`${plain}.`)));
/** Where a task is, from its call trace, innermost first. */
export function placesOf(frames, { places }) {
    return frames.flatMap((frame, at) => {
        const name = frame.replace(/\.(?:isra|constprop|part|cold|llvm).*$/, '');
        return places
            .filter(({ functions }) => functions.includes(name))
            .map(({ place }) => ({ place, frame, at }));
    });
}
/** What a lock report breaks: its cycle in the real order, and which of its steps goes against the documented order. */
export function judgeLocks(report, text, spec, rules) {
    const rank = (name) => spec.order.findIndex(({ classes }) => classes.includes(plainClass(name)));
    const ring = report.chain.length > 0
        ? report.chain.map(({ name }) => name)
        : [report.taken?.name, report.kind === 'recursive' ? undefined : report.held?.name].filter((name) => name !== undefined);
    const known = ring
        .map((name, at) => ({ name, at, rank: rank(name) }))
        .filter((one) => one.rank >= 0);
    const broken = new Map();
    let litmus = null;
    const rule = (held, taken, through) => {
        const edge = spec.edges.find((one) => one.held === plainClass(held) && one.taken === plainClass(taken));
        if (edge !== undefined) {
            litmus ??= (through ? edge.through : undefined) ?? edge.litmus ?? null;
            return edge.rule;
        }
        return rank(held) > rank(taken) ? 'L-1' : null;
    };
    const notes = [];
    if (ring.length > 1) {
        // From one class of known order to the next, through those of none.
        known.forEach((from, i) => {
            const to = known[(i + 1) % known.length];
            const via = between(ring, from.at, to.at, known.length === 1);
            if (via.length === 0 && known.length === 1)
                return;
            const found = rule(from.name, to.name, via.length > 0);
            if (found === null)
                return;
            // Every step from the one to the other: no one of them alone goes wrong.
            for (let at = from.at, steps = 0; steps < ring.length && (at !== to.at || steps === 0); at = (at + 1) % ring.length, steps++)
                broken.set(at, found);
            notes.push(`${from.name}${via.length > 0 ? ` (through ${via.join(', ')})` : ''} is held while ${to.name} is taken: ${found}`);
        });
        // Others that were held too, and what was taken leads to in the end.
        const target = known.find(({ at }) => at < ring.length - 1) ?? known[0];
        for (const { name } of report.allHeld) {
            if (rank(name) < 0 || ring.includes(name) || target === undefined)
                continue;
            const found = spec.edges.find((one) => one.held === plainClass(name) && one.taken === plainClass(target.name));
            if (found === undefined)
                continue;
            litmus ??= found.litmus ?? null;
            broken.set(-1, found.rule);
            notes.push(`${name} is held too, and ${ring[0]} leads to ${target.name}: ${found.rule}`);
        }
    }
    const stack = significant(report.chain[0]?.stack ?? report.stack, spec);
    const unlocked = spec.unlocked.find(({ functions, taken }) => taken === plainClass(report.taken?.name ?? '') &&
        functions.some((name) => stack[0] === name || report.taken?.at === name));
    const selfTaken = report.kind === 'recursive' ||
        (report.held !== null && report.held.name === report.taken?.name);
    if (selfTaken)
        litmus ??= unlocked?.litmus ?? null;
    const order = [...broken.values()];
    const id = (selfTaken ? unlocked?.rule : undefined) ??
        broken.get(-1) ??
        order.find((one) => one !== 'L-1') ??
        order[0] ??
        spec.kinds[report.kind];
    const cycle = ring.map((held, at) => {
        const last = at === ring.length - 1;
        const taken = ring[(at + 1) % ring.length];
        const by = significant(last ? (report.chain[0]?.stack ?? report.stack) : (report.chain[at + 1]?.stack ?? []), spec).slice(0, 3);
        const at0 = last &&
            report.taken?.at !== null &&
            report.taken !== null &&
            !by.includes(report.taken.at) &&
            by.length === 0
            ? [report.taken.at]
            : by;
        return { held, taken, by: at0, isNew: last, breaks: broken.get(at) ?? null };
    });
    // No cycle: one lock under another that does not allow it, or in a place that does not.
    const under = report.kind === 'wait context' ? tooDeep(report) : null;
    const steps = report.kind !== 'wait context'
        ? cycle
        : under === null
            ? []
            : cycle.slice(-1).map((edge) => ({ ...edge, held: under.name, breaks: id }));
    for (const { place, frame } of placesOf(report.chain[0]?.stack ?? report.stack, spec))
        if (place === 'signal' ||
            place === 'recovery' ||
            place === 'shrinker' ||
            place === 'notifier') {
            notes.push(`taken in ${words[place]}: ${frame}`);
            break;
        }
    const ruleText = rules[id];
    if (ruleText.instead !== undefined)
        notes.push(`instead: ${ruleText.instead}`);
    return {
        rule: id,
        line: report.line,
        text,
        says: sentence(report, ring),
        notes,
        report: report.kind,
        cycle: steps,
        litmus,
        classes: [...new Set([...ring, ...report.allHeld.map(({ name }) => name)])].map((name) => ({
            name,
            known: spec.order[rank(name)]?.name ?? null,
        })),
        ...(report.task === null ? {} : { object: report.task }),
    };
}
const words = {
    signal: 'the signaling path',
    recovery: 'hang recovery',
    shrinker: 'a shrinker',
    notifier: 'an MMU notifier',
};
function sentence(report, ring) {
    const { kind, taken, held, states } = report;
    if (kind === 'inconsistent')
        return `${taken?.name ?? '?'} is taken both ways: ${states === null ? 'with interrupts on, and in an interrupt' : `${states[0]} and ${states[1]}`}`;
    if (kind === 'recursive')
        return `${taken?.name ?? '?'} is taken while ${held?.name ?? 'it'} is held${taken?.at == null ? '' : ` (${taken.at})`}`;
    if (kind === 'wait context') {
        const under = tooDeep(report);
        return `${taken?.name ?? '?'}, ${sort(taken)}, is taken ${under === null ? 'where that kind of lock may not be' : `while ${under.name}, ${sort(under)}, is held`}`;
    }
    if (kind === 'unlock balance')
        return `${taken?.name ?? held?.name ?? '?'} is let go by a task that does not hold it`;
    if (kind === 'held at exit')
        return `${taken?.name ?? held?.name ?? '?'} is still held`;
    if (kind === 'irq order' || kind === 'irq inversion')
        return `${taken?.name ?? '?'}, which interrupts may not find held, is taken under ${held?.name ?? 'a lock that they take'}`;
    return `a cycle: ${[...ring, ring[0]].join(' -> ')}`;
}
const sorts = {
    2: 'a raw spinlock',
    3: 'a spinlock, which sleeps on PREEMPT_RT',
    4: 'a lock that sleeps',
};
const sort = (lock) => sorts[lock === null ? 0 : (waitTypes(lock)?.outer ?? 0)] ?? lock?.usage ?? 'a lock';
function between(ring, from, to, around) {
    const via = [];
    for (let at = (from + 1) % ring.length; at !== to || (around && via.length < ring.length - 1 && at !== from); at = (at + 1) % ring.length) {
        if (at === from)
            break;
        via.push(ring[at]);
    }
    return via;
}
//# sourceMappingURL=lock-order.js.map