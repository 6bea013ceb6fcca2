import { inWords } from "../check/waits.js";
/** One line a litmus, what is not as expected below it, and a count at the end. Ends with a line break. */
export function printLitmus(results, { columns, full = results.length === 1 }) {
    const widest = Math.max(0, ...results.map(({ litmus }) => litmus.name.length));
    // "ok   NAME  indefinite  12345 states  123456 edges  12 steps"
    const room = Math.max(8, columns - 5 - 52);
    const width = Math.min(widest, room);
    const lines = results.flatMap((result) => {
        const { litmus, found, problems } = result;
        const name = litmus.name.length > width
            ? `${litmus.name}\n${' '.repeat(5 + width)}`
            : litmus.name.padEnd(width);
        const steps = found.length === undefined ? '' : `  ${String(found.length).padStart(2)} steps`;
        const line = `${problems.length === 0 ? 'ok' : 'FAIL'}`.padEnd(5) +
            `${name}  ${found.verdict.padEnd(10)}  ${String(found.states).padStart(6)} states  ${String(found.edges).padStart(6)} edges${steps}`;
        return [
            ...line.split('\n').map((one) => one.trimEnd()),
            ...problems.flatMap((problem) => wrapped(problem, columns, 5)),
            ...(full ? story(result, columns) : []),
        ];
    });
    const failed = results.filter(({ problems }) => problems.length > 0).length;
    lines.push(`${results.length} litmus ${results.length === 1 ? 'test' : 'tests'}, ${failed === 0 ? 'all as expected' : `${failed} not as expected`}`);
    return `${lines.join('\n')}\n`;
}
function story({ litmus, finding, broken }, columns) {
    const run = (title, steps) => steps.length === 0
        ? []
        : [
            '',
            `     ${title}`,
            ...steps.map((step, at) => `     ${String(at + 1).padStart(3)} ${step}`),
        ];
    return [
        ...wrapped(litmus.about, columns, 5),
        ...wrapped(`steps: ${litmus.cites.join(', ')}; twin: ${litmus.twin}`, columns, 5),
        ...(broken === null
            ? []
            : run(`the shortest run (${broken.invariant}):`, broken.run.map(({ step }) => step))),
        ...(finding === null
            ? []
            : [
                ...run(`the shortest run (${finding.promise}):`, finding.run.map(({ step }) => step)),
                ...run('again and again:', finding.loop.map(({ step }) => step)),
                ...(finding.waits === null ? [] : ['', ...wrapped(inWords(finding.waits), columns, 5)]),
                ...(finding.favours.length === 0
                    ? []
                    : wrapped(`could still help: ${finding.favours.join(', ')}`, columns, 5)),
            ]),
    ];
}
/** Lines of at most `columns`, broken between words; a word that is longer stands alone. */
function wrapped(text, columns, indent) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && indent + line.length + 1 + word.length > columns) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line].map((one) => ' '.repeat(indent) + one);
}
//# sourceMappingURL=print.js.map