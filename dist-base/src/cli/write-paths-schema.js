import { writeFileSync } from 'node:fs';
import { pathsJsonSchema } from "../paths/path.js";
/** Writes docs/paths.schema.json from the one source. */
writeFileSync('docs/paths.schema.json', `${JSON.stringify(pathsJsonSchema(), null, 2)}\n`);
//# sourceMappingURL=write-paths-schema.js.map