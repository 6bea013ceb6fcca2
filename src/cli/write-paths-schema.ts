import { writeFileSync } from 'node:fs';
import { pathsJsonSchema } from '../paths/path.ts';

/** Writes docs/paths.schema.json from the one source. */
writeFileSync('docs/paths.schema.json', `${JSON.stringify(pathsJsonSchema(), null, 2)}\n`);
