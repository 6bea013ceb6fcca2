import { writeFileSync } from 'node:fs';
import { jsonSchema } from "../../machines/description/description.js";
/** `npm run schema`: writes docs/driver.schema.json from the one source. */
writeFileSync('docs/driver.schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
//# sourceMappingURL=write-schema.js.map