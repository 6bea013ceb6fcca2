import { Misuse, unknown } from "../../system/misuse.js";
import { reportFormats } from "../choices.js";
import { exit } from "../exit.js";
import { ioOf } from "../io.js";
import { checkPaths, indexName, readPaths } from "./path-check.js";
import { filesFor, shipped, subjectOf } from "../../judge/path-suites.js";
import { formats } from "./path-formats.js";
import { fileName, indexed, indexOf, json, texted, writeAll } from "./path-write.js";
import { pathsWords } from "./paths-words.js";
import { bytesByDefault, watchedBudget } from "../progress.js";
import { reportOfPaths } from "../report/of-paths.js";
import { inFormat } from "../report/print.js";
import { version } from "../version.js";
import { join } from 'node:path';
const directory = 'paths';
/** `finite-fence paths`. `done` gets the exit code. */
export function pathsCommand(program, io = ioOf(process), done = (code) => {
    process.exitCode = code;
}) {
    pathsWords(program, (name, given) => done(runPaths(name, given, io)));
}
/** What the command does. @throws Misuse */
export const runPaths = (name, given, io) => given.check === undefined
    ? write(name, given, io)
    : checked(given.check, given.format ?? 'text', io);
function checked(dir, as, io) {
    const format = reportFormats.find((one) => one === as);
    if (format === undefined)
        throw new Misuse(`--check ${dir}: ${unknown('format', as, reportFormats)}`);
    const files = readPaths(dir);
    const all = [...files].flatMap(([name, file]) => checkPaths(join(dir, name), file));
    if (all.length === 0)
        throw new Misuse(`${dir}: there is no path in it`);
    const bad = all.filter(({ why }) => why !== null);
    if (format === 'json')
        io.out(json({ schema: 1, version: version(), paths: all }));
    else if (format !== 'text')
        io.out(inFormat(format, reportOfPaths(all), version()));
    else {
        for (const { why } of bad)
            io.out(`${why}\n`);
        io.out(bad.length === 0
            ? `${all.length} paths in ${files.size} files fit.\n`
            : `${bad.length} of ${all.length} paths no longer fit; make them again with: finite-fence paths --keep ${dir} --out ${dir}\n`);
    }
    return bad.length === 0 ? exit.asExpected : exit.problem;
}
function write(name, given, io) {
    const as = given.format ?? 'json';
    const format = Object.hasOwn(formats, as) ? formats[as] : undefined;
    if (format === undefined)
        throw new Misuse(unknown('format', as, Object.keys(formats)));
    const subjects = name === undefined ? shipped() : [subjectOf(name)];
    const asked = given.cover ??
        (given.to.length > 0
            ? ['to']
            : name === undefined
                ? ['clauses', 'steps', 'transitions']
                : ['clauses']);
    if (asked.includes('to') !== given.to.length > 0)
        throw new Misuse("--cover to and --to go together: 'to' needs a situation");
    const out = given.out ?? (name === undefined ? directory : null);
    const earlier = given.keep === undefined ? new Map() : readPaths(given.keep);
    const { budget, say, done } = watchedBudget(io, {
        maxStates: given.maxStates,
        maxBytes: bytesByDefault(),
    });
    const files = [];
    let ranOut = false;
    for (const subject of subjects) {
        say(subject.name);
        const keptClauses = (subject.description.options ?? []).length > 0;
        const made = filesFor(subject, asked.filter((cover) => cover !== 'clauses' || keptClauses), {
            perPath: given.perPath,
            longest: given.maxLength,
            to: given.to,
            kept: (of, cover) => earlier.get(fileName({ name: of, cover })) ?? null,
        }, budget);
        files.push(...made.files);
        ranOut ||= made.ranOut;
    }
    done();
    if (files.length === 0)
        throw new Misuse(`'${name}' takes no option, so it has no clause; try --cover steps`);
    const texts = texted(files, () => new Map(files.flatMap((file) => [...format(file)])));
    if (out === null && texts.size > files.length)
        throw new Misuse(`--format ${as} makes several files; give --out`);
    if (out === null) {
        if (as === 'json')
            io.out(texted(files, () => json(files.length === 1 ? files[0] : files)));
        else
            for (const text of texts.values())
                io.out(text);
    }
    else {
        // An index names files of JSON: a format without them leaves those that are there alone.
        const all = name === undefined && files.every((file) => texts.has(fileName(file)));
        if (all)
            texts.set(indexName, json(indexOf(files, version())));
        writeAll(out, texts, all ? indexed(out) : []);
        for (const file of files)
            io.out(`${summary(file)}\n`);
    }
    if (ranOut)
        return exit.ranOut;
    return files.some(({ coverage, cover }) => coverage.uncovered.length > 0 || (cover === 'to' && coverage.unreachable.length > 0))
        ? exit.problem
        : exit.asExpected;
}
/** `preempt steps: 1 path, 98 steps (cost 108, none costs less than 108); 35 of 35 covered, 2 unreachable` */
function summary({ name, cover, size, coverage }) {
    const bound = size.bound === null
        ? ''
        : `, at least ${size.bound}: ${size.cost === size.bound ? 'none is cheaper' : `${(100 * (size.cost / size.bound - 1)).toFixed(1)} % above`}`;
    const each = size.shortestEach === null
        ? ''
        : `; a shortest path each: ${size.shortestEach.paths} of ${size.shortestEach.steps} steps`;
    return `${name} ${cover}: ${size.paths} paths, ${size.steps} steps (cost ${size.cost}${bound}); ${coverage.covered} of ${coverage.coverable} covered, ${coverage.unreachable.length} unreachable${each}`;
}
//# sourceMappingURL=paths.js.map