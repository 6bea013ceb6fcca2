#!/usr/bin/env node
import { run } from './commands.ts';
import { ioOf } from './io.ts';
import { exit } from '../text/exit.ts';
import { whyUnwritten } from './system-error.ts';
import { runInWorker, searches } from './watched-run.ts';

// A reader that has seen enough (`| head`) is no fault. Output that is lost is one: no answer was
// given.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(
    `finite-fence: standard output: it cannot be written: ${whyUnwritten(error)}\n`,
  );
  process.exit(exit.misuse);
});
process.stderr.on('error', () => {});

const argv = process.argv.slice(2);
process.exitCode = searches(argv) ? await runInWorker(argv) : await run(argv, ioOf(process));
