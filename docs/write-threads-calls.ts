import { writeFileSync } from 'node:fs';
import { kernelCalls } from '../machines/calls/index.ts';
import { callsPage } from '../src/cli/threads/calls-page.ts';

writeFileSync(new URL('threads-calls.md', import.meta.url), callsPage(kernelCalls));
