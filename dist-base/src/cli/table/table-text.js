import { concerns, scenarios } from "../../../machines/questions/table.js";
import { options } from "../../../machines/options/index.js";
import { paragraph } from "../layout.js";
const letters = {
    broken: 'B',
    deadlock: 'D',
    indefinite: 'I',
    unbounded: 'U',
    incomplete: '?',
    finite: '.',
};
/** The letter of a promise: what breaks. */
const kinds = [
    ['f', (name) => name.includes('fence'), 'a dma_fence is not signaled'],
    ['s', (name) => name === 'submit-ends', 'a submit that has begun does not end'],
    [
        'a',
        (name) => name === 'fault-answered' || name.endsWith('returns'),
        'a page fault is not answered, or an allocation does not return',
    ],
];
/** `.` or `Dfa`: the worst verdict, and all that is broken. */
export function short({ verdict, broken }) {
    const names = Object.keys(broken);
    return (letters[verdict] +
        kinds
            .filter(([, is]) => names.some(is))
            .map(([letter]) => letter)
            .join('') +
        (names.some((name) => !kinds.some(([, is]) => is(name))) ? 'o' : ''));
}
const first = 29;
const wide = 5;
const clauseName = (id) => id.slice(id.indexOf('/') + 1);
/** The clause table, 80 wide. */
export function tableText(results, paint) {
    const lines = [
        paint.bold('What each way out of the deadlock rests on'),
        '',
        ...paragraph('', 'Each option of dma-buf.rst, "Recoverable Hardware Page Faults Implications", with all its clauses; then without each one (-), and with weaker readings of one (~). A driver takes one option; what a clause pinned may happen at any moment without it.'),
        '',
        ...paragraph('  ', `Verdicts: . every promise is kept (finite); D deadlock: nothing can help; I indefinite: only a favour of userspace can; U unbounded: a fair run exists on which it is never kept; ? incomplete.`),
        ...paragraph('  ', `Behind it, what is broken: ${kinds.map(([letter, , what]) => `${letter} ${what}`).join('; ')}.`),
        '',
        ...scenarios.flatMap(({ head, about }) => paragraph(`  ${head.padEnd(5)}`, about)),
    ];
    for (const { name, says } of options) {
        const heads = scenarios
            .filter((scenario) => concerns(scenario, name))
            .map(({ head }) => head);
        lines.push('', ...paragraph('', `${name}: "${says.says}"`).map((line, at) => at === 0 ? line.replace(name, paint.bold(name)) : line), `${' '.repeat(first)}${heads.map((head) => head.padEnd(wide)).join('')}`.trimEnd());
        const all = results.filter(({ row }) => row.option === name);
        const cellText = (cell) => {
            const text = short(cell).padEnd(wide);
            return cell.verdict === 'finite'
                ? paint.green(text)
                : cell.verdict === 'incomplete'
                    ? paint.yellow(text)
                    : paint.red(text);
        };
        for (const { row, cells } of all) {
            const label = row.without !== null
                ? `  - ${clauseName(row.without)}`
                : row.variant !== null
                    ? `  ~ ${clauseName(row.variant)}`
                    : '  all clauses';
            const said = cells.map(({ cell }) => cellText(cell)).join('');
            lines.push(...(label.length >= first
                ? [label, ' '.repeat(first) + said]
                : [label.padEnd(first) + said]).map((line) => line.trimEnd()));
        }
    }
    const idle = results.filter((result) => result.row.without !== null && turnsNothing(results, result));
    lines.push('', idle.length === 0
        ? 'Every clause turns a verdict somewhere when it is left out.'
        : 'Left out, these turn no verdict in any scenario (docs/limits.md says why):', ...idle.map(({ row }) => `  ${row.without}`));
    return `${lines.join('\n')}\n`;
}
/** Whether a row says the same as its option with all clauses, everywhere. */
export function turnsNothing(results, { row, cells }) {
    const whole = results.find((other) => other.row.option === row.option && other.row.without === null && other.row.variant === null);
    return cells.every(({ cell }, at) => short(cell) === short(whole.cells[at].cell));
}
//# sourceMappingURL=table-text.js.map