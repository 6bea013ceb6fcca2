import { Misuse } from "../../src/system/misuse.js";
import { inWritten, understand } from "./complaints.js";
/**
 * A driver description in TypeScript: the same fields as in a JSON file, with types.
 * @throws Misuse, one line a fault, for what the types cannot see.
 */
export function defineDriver(driver) {
    const read = understand(driver);
    if ('described' in read)
        return driver;
    throw new Misuse(read.complaints
        .map(({ path, line }) => `driver '${String(driver.driver)}': ${path.length === 0 ? '' : `${inWritten(path)}: `}${line}`)
        .join('\n'));
}
//# sourceMappingURL=define-driver.js.map