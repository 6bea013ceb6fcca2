import { readFileSync, writeFileSync } from 'node:fs';
import { withKinds } from './kinds.ts';

// Writes the table of kinds of docs/logs.md: `npx tsx test/logs/write-kinds.ts`
const file = new URL('../../docs/logs.md', import.meta.url);
writeFileSync(file, await withKinds(readFileSync(file, 'utf8')));
