#!/usr/bin/env node
import { run } from "./commands.js";
import { ioOf } from "./io.js";
// A reader that has seen enough (`| head`) is no fault.
for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
}
process.exitCode = await run(process.argv.slice(2), ioOf(process));
//# sourceMappingURL=main.js.map