import { drivers } from "../../../machines/drivers/index.js";
import { Misuse } from "../../system/misuse.js";
import { changesSince, readBaseline } from "../input/baseline.js";
import { exit } from "../exit.js";
import { judge, judgeSystem, neverPending, withinMemory, } from "../../judge/judge.js";
import { ownModule } from "../input/own-module.js";
import { watchedBudget } from "../progress.js";
import { describedBy, sourceOf } from "../input/read-input.js";
import { remediesOf } from "../../judge/remedies.js";
import { askedOfCheck, lawsOfChecks } from "../report/of-check.js";
import { formatOf, inFormat } from "../report/print.js";
import { toJson } from "../../judge/verdict-json.js";
import { toText } from "./verdict-text.js";
/** `finite-fence check`. */
export async function checkCommand(files, options, io, version) {
    const format = formatOf(options);
    const cases = await casesOf(files, options.module ?? []);
    const before = options.baseline === undefined ? null : readBaseline(options.baseline);
    const { budget, say, done } = watchedBudget(io, options);
    const all = [];
    const judgements = [];
    for (const { file, of } of cases) {
        say('described' in of ? of.described.driver : of.name);
        const judged = withinMemory({ ...budget, bytes: budget.bytes }, (less) => 'described' in of
            ? judge(of.described, less)
            : judgeSystem(of.name, of.program, of.spec, less));
        const { described, assessment: { report }, } = judged;
        const found = remediesOf(judged, budget);
        done();
        const data = toJson(judged, version, found);
        all.push(data);
        const was = report.stopped === null ? before?.get(described.driver) : undefined;
        const changed = was === undefined ? [] : changesSince(was, data);
        const code = was === undefined ? exitOf(judged) : changed.length > 0 ? exit.problem : exit.asExpected;
        if (format === 'text')
            io.out(`${judgements.length === 0 ? '' : '\n'}${toText(judged, io.paint, { verbose: options.verbose === true, brief: cases.length > 1 && options.verbose !== true && exitOf(judged) === exit.asExpected, remedies: found })}`);
        judgements.push({ judgement: judged, code, remedies: found, changed, file });
    }
    const codes = judgements.map(({ code }) => code);
    if (format === 'json')
        io.out(`${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`);
    else if (format !== 'text')
        io.out(inFormat(format, {
            suite: 'finite-fence check',
            laws: lawsOfChecks(judgements),
            asked: judgements.map(askedOfCheck),
        }, version));
    else if (cases.length > 1)
        io.out(`\n${overview(cases.length, codes, before !== null)}\n`);
    for (const { judgement, changed } of judgements)
        for (const line of changed)
            io.err(`finite-fence: changed since ${options.baseline}: ${judgement.described.driver}: ${line}\n`);
    return worstExit(codes);
}
/** All that can be read, or everything that is wrong with any of it. @throws Misuse, one line each */
async function casesOf(files, modules) {
    if (files.length === 0 && modules.length === 0)
        return drivers.map((described) => ({ file: sourceOf(described), of: { described } }));
    const wrong = [];
    const cases = [];
    const reads = [
        ...files.map((file) => () => {
            const described = describedBy(file);
            return { file: drivers.includes(described) ? sourceOf(described) : file, of: { described } };
        }),
        ...modules.map((file) => async () => ({ file, of: await ownModule(file) })),
    ];
    for (const read of reads) {
        try {
            cases.push(await read());
        }
        catch (error) {
            if (!(error instanceof Misuse))
                throw error;
            wrong.push(error.message);
        }
    }
    if (wrong.length > 0)
        throw new Misuse(wrong.join('\n'));
    return cases;
}
function overview(drivers, codes, compared) {
    const count = (code) => codes.filter((one) => one === code).length;
    const words = [
        [exit.asExpected, compared ? 'unchanged or finite' : 'as expected'],
        [exit.problem, compared ? 'changed or not as expected' : 'not as expected'],
        [exit.ranOut, 'incomplete'],
    ];
    return `${drivers} drivers: ${words
        .filter(([code]) => count(code) > 0)
        .map(([code, word]) => `${count(code)} ${word}`)
        .join(', ')}.`;
}
function exitOf(judgement) {
    const { verdict, described, assessment: { report }, } = judgement;
    if (verdict === (described.expect ?? 'finite'))
        return verdict === 'finite' && neverPending(judgement).length > 0
            ? exit.problem
            : exit.asExpected;
    return verdict === 'incomplete' || (report.stopped !== null && verdict === 'finite')
        ? exit.ranOut
        : exit.problem;
}
/** A problem that was found counts for more than an answer that was not. */
export const worstExit = (codes) => codes.includes(exit.problem)
    ? exit.problem
    : codes.includes(exit.ranOut)
        ? exit.ranOut
        : exit.asExpected;
//# sourceMappingURL=check.js.map