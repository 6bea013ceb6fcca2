import { InvalidArgumentError, Option } from 'commander';
import { each, examples, limited, printed } from "./arguments.js";
import { skewByDefault } from "./choices.js";
import { version } from "./version.js";
/** The commands that judge something. What they do is loaded when it is asked for. */
export function judging(program, io, done) {
    limited(printed(program
        .command('check')
        .summary('search driver descriptions for hangs')
        .description("Says of each described driver whether a dma_fence can be left hanging; and if so, by which shortest run, who then waits for whom, and which sentence of the kernel's documents forbids it. Without a FILE: the drivers that come with this package.")
        .argument('[FILE...]', 'descriptions in JSON, or names of drivers that come with this package; - is standard input'))
        .option('--module <JS>', 'a module whose default export is a system of your own (repeat for more)', each)
        .option('--baseline <FILE>', 'what --json printed earlier: fail only where a verdict has changed')
        .option('--verbose', 'tell every run in full, what is kept and why, and steps that never fire'))
        .addHelpText('after', examples([
        'finite-fence check',
        'finite-fence check my-driver.json',
        'finite-fence check --module ./my-system.js',
        'finite-fence check drivers/*.json --json > now.json',
        'finite-fence check drivers/*.json --baseline before.json',
        'finite-fence check drivers/*.json --format sarif > hangs.sarif',
    ], '0 every verdict is finite, or the one that its description expects; 1 another verdict, or a changed one with --baseline; 2 bad input; 3 incomplete.'))
        .action(async (files, options) => {
        done(await (await import("./check/check.js")).checkCommand(files, options, io, version()));
    });
    program
        .command('log')
        .summary('say which rule a trace or a lock report breaks')
        .description("Reads traces and kernel logs, and says what in them breaks which rule of fences and\nlocks: the line, the object's history, the states it may have been in, the citation.\nWhat a FILE is, is seen from its content: the text of trace, trace_pipe, trace-cmd\nreport, systrace or perf script; JSON of Chrome or Perfetto; dmesg. A log may begin in\nthe middle and lack events: what it does not show is never called a violation.")
        .argument('<FILE...>', 'logs, packed by gzip or not; - is standard input')
        .option('--json', 'print data instead of text: one object, or a list for several')
        .option('--html <FILE>', 'write a page with a timeline')
        .option('--chrome-trace <FILE>', 'write a trace that ui.perfetto.dev opens')
        .option('--complete', 'nothing is missing from the log: what only a missing event would\nexplain is a violation too')
        .addOption(new Option('--skew <NS>', 'how far the clocks of two CPUs may differ, in nanoseconds')
        .argParser((text) => {
        const value = Number(text);
        if (!/^\d+$/.test(text) || value > 1e12)
            throw new InvalidArgumentError('expected a number of nanoseconds');
        return value;
    })
        .default(skewByDefault))
        .addHelpText('after', examples([
        'finite-fence log trace.txt',
        'trace-cmd report | finite-fence log - --html out.html',
        'finite-fence log dmesg.txt.gz --json',
    ], '0 nothing broken; 1 a rule is broken; 2 not readable as anything known.'))
        .action(async (files, options) => {
        done(await (await import("./log.js")).runLog(files, options, io));
    });
    program
        .command('table')
        .summary('what each documented way out rests on, clause by clause')
        .description('Asks every option of the document with all its clauses, without each of them and with weaker readings, in a dozen circumstances.')
        .option('--json', 'print data instead of text')
        .addHelpText('after', examples(['finite-fence table', 'finite-fence table --json > table.json'], '0 every option keeps its promises with one job of each kind; 1 one does not.'))
        .action(async (options) => {
        done(await (await import("./table/table-command.js")).tableCommand(options, io, version()));
    });
    printed(program
        .command('litmus')
        .summary('small closed questions with their expected answers')
        .description('Asks each litmus test whose name has PATTERN in it (* stands for anything), and compares the whole answer with the one in its file. One alone is told in full.')
        .argument('[PATTERN]', 'part of a name, such as PREEMPT or "*while-faulted"'))
        .option('--verbose', 'tell all in full')
        .option('--list', 'only print the names')
        .addHelpText('after', examples([
        'finite-fence litmus',
        'finite-fence litmus FLUSH',
        'finite-fence litmus "PREEMPT*faulted"',
        'finite-fence litmus --format junit > litmus.xml',
    ], '0 all as expected; 1 one is not; 2 no test has such a name.'))
        .action(async (pattern, options) => {
        done((await import("./litmus.js")).litmusCommand(pattern, options, io, version()));
    });
}
//# sourceMappingURL=judging.js.map