#!/usr/bin/env node
import { run } from './commands.ts';
import { ioOf } from './io.ts';
import { runInWorker, searches } from './watched-run.ts';

// A reader that has seen enough (`| head`) is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const argv = process.argv.slice(2);
process.exitCode = searches(argv) ? await runInWorker(argv) : await run(argv, ioOf(process));
