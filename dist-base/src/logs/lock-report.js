const headings = [
    [/possible circular locking dependency/, 'circular'],
    [/possible recursive locking detected/, 'recursive'],
    [/inconsistent lock state/, 'inconsistent'],
    [/[A-Z_]+-safe -> [A-Z_]+-unsafe lock order detected/, 'irq order'],
    [/possible irq lock inversion dependency/, 'irq inversion'],
    [/Invalid wait context/, 'wait context'],
    [/bad unlock balance detected/, 'unlock balance'],
    [/lock held when returning to user space|still has locks held|held lock freed/, 'held at exit'],
];
/** Which kind of report a line begins, if any. */
export const headingOf = (text) => headings.find(([pattern]) => pattern.test(text))?.[1] ?? null;
const usage = String.raw `\{([^}\n]{3,10})\}(?:\s*-\s*\{(\d+:\d+)\})?`;
// A class may have brackets of its own; a mailer may have broken the line at any blank, or before a bracket.
const lockPattern = new RegExp(String.raw `([0-9a-f]{8,16}|\((?:_*)ptrval(?:_*)\)|\(null\))\s+\(([^{}\n]+)\)\s*${usage}(?:[^\S\n]*,\s*at:\s*([^\s,]+))?`, 'g');
const chainPattern = new RegExp(String.raw `->\s*#(\d+)\s+\(([^{}\n]+)\)\s*${usage}`, 'g');
const framePattern = /(\? +)?([A-Za-z_][\w.]*)\+0x[0-9a-f]+\/0x[0-9a-f]+/g;
/** Functions of a call trace, innermost first; guesses (`? f`) only where there is nothing else. */
export function frames(text) {
    const all = [...text.matchAll(framePattern)];
    const sure = all.filter(([, guess]) => guess === undefined);
    return (sure.length > 0 ? sure : all).map(([, , name]) => name);
}
function locks(text) {
    return [...text.matchAll(lockPattern)].map(([, address, name, bits, types, at]) => ({
        address: address,
        name: name,
        usage: types === undefined ? `{${bits}}` : `{${bits}}-{${types}}`,
        at: at === undefined ? null : at.replace(/\+0x.*$/, ''),
    }));
}
/** Reads the lines of one report; null if it is none after all: a heading in a mail's subject, a sentence about one. */
export function readLockReport(kind, line, lines) {
    const text = lines.map((one) => one.trimEnd()).join('\n');
    const [before, after] = split(text, /other info that might help/);
    const [top, chainText] = split(before, /the existing dependency chain/);
    const [rest, backtrace] = split(after, /stack backtrace:/);
    const [first, second] = split(top, /already holding(?: lock)?:|but there are no more locks to release/);
    const chain = readChain(chainText);
    const inFirst = locks(first);
    const inSecond = locks(second);
    const held = inSecond[0] ?? (kind === 'circular' && chain.length > 0 ? shell(chain.at(-1)) : null);
    // Pasted logs have neighbouring lines swapped; the chain says it too.
    const taken = (chain[0] === undefined
        ? inFirst.at(-1)
        : [...inFirst, ...inSecond].find(({ name }) => name === chain[0].name)) ??
        (chain[0] === undefined ? null : shell(chain[0]));
    const allHeld = [...rest.matchAll(/#\d+:\s+/g)]
        .flatMap(({ index }) => locks(rest.slice(index, index + 400)).slice(0, 1))
        .filter((lock, at, all) => all.findIndex((other) => other.name === lock.name && other.address === lock.address) === at);
    if (taken === null && held === null && chain.length === 0)
        return null;
    const states = /inconsistent \{([\w-]+)\} -> \{([\w-]+)\}/.exec(text);
    const context = /context-\{\d+:\s*(\d+)\}/.exec(text);
    const task = /(\S+\/\d+) (?:\[HC\S*\] )?(?:is trying to|takes:|is exiting|is freeing|just changed)/.exec(text)?.[1] ?? null;
    return {
        kind,
        line,
        task,
        taken,
        held,
        chain,
        allHeld,
        states: states === null ? null : [states[1], states[2]],
        context: context === null ? null : Number(context[1]),
        stack: frames(backtrace === '' ? rest : backtrace),
    };
}
/** The two numbers of `-{3:3}`: where a lock of this kind may be taken, and what may be taken under it. 2 a raw spinlock, 3 a spinlock, 4 a lock that sleeps. */
export function waitTypes({ usage: bits, }) {
    const found = /-\{(\d+):(\d+)\}$/.exec(bits);
    return found === null ? null : { outer: Number(found[1]), inner: Number(found[2]) };
}
/** Under which lock one was taken that may not be: of those held, the one that allows the least. Null where the place itself does not allow it. */
export function tooDeep({ taken, allHeld, context }) {
    const outer = taken === null ? undefined : waitTypes(taken)?.outer;
    if (outer === undefined || (context !== null && context < outer))
        return null;
    const under = allHeld
        .map((lock) => ({ lock, inner: waitTypes(lock)?.inner ?? 0 }))
        .filter(({ inner }) => inner > 0 && inner < outer)
        .sort((one, other) => one.inner - other.inner);
    return under[0]?.lock ?? null;
}
const shell = ({ name, usage: bits }) => ({
    name,
    address: '',
    usage: bits,
    at: null,
});
function readChain(text) {
    const found = [...text.matchAll(chainPattern)];
    const chain = [];
    found.forEach((entry, at) => {
        const [whole, number, name, bits, types] = entry;
        const until = found[at + 1]?.index ?? text.length;
        chain[Number(number)] ??= {
            name: name,
            usage: types === undefined ? `{${bits}}` : `{${bits}}-{${types}}`,
            stack: frames(text.slice(entry.index + whole.length, until)),
        };
    });
    // A hole: lines are missing; what is left is still in order.
    return Object.values(chain);
}
function split(text, at) {
    const found = at.exec(text);
    return found === null ? [text, ''] : [text.slice(0, found.index), text.slice(found.index)];
}
//# sourceMappingURL=lock-report.js.map