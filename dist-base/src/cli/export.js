import { writeFileSync } from 'node:fs';
import { alternatives } from "../../machines/description/alternatives.js";
import { systemOf } from "../../machines/description/system.js";
import { toMurphi } from "../export/murphi.js";
import { toPromela } from "../export/promela.js";
import { Misuse } from "../system/misuse.js";
import { withoutRecovery } from "../system/program.js";
import { exit } from "./exit.js";
import { describedBy } from "./input/read-input.js";
/** `finite-fence export`. Nothing is written before all of it is there. @throws Misuse */
export function exportCommand(file, options, io) {
    const described = describedBy(file);
    const open = alternatives(described);
    if (open.length > 1)
        throw new Misuse(`${file}: ${Object.keys(open[0].assumed).join(', ')} ${Object.keys(open[0].assumed).length === 1 ? 'is' : 'are'} "unknown": only a system in which all is settled can be exported; say what is to be taken`);
    const whole = systemOf(open[0].description);
    const text = written(options.withRecovery === true ? whole : withoutRecovery(whole), options);
    if (options.output === undefined) {
        io.out(text);
        return exit.asExpected;
    }
    try {
        writeFileSync(options.output, text);
    }
    catch (error) {
        throw new Misuse(`${options.output}: it cannot be written: ${error.message}`);
    }
    return exit.asExpected;
}
function written(program, { to, question }) {
    switch (to) {
        case 'promela':
            return toPromela(program, { question });
        case 'murphi':
            return toMurphi(program);
        case 'json':
            return `${JSON.stringify(program, null, 1)}\n`;
    }
}
//# sourceMappingURL=export.js.map