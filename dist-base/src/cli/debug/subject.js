import { existsSync } from 'node:fs';
import { drivers } from "../../../machines/drivers/index.js";
import { specOf } from "../../../machines/description/system.js";
import { Misuse, unknown } from "../../system/misuse.js";
import { worstAlternative } from "../../judge/judge.js";
import { ownModule } from "../input/own-module.js";
import { describedBy } from "../input/read-input.js";
/** The description in a file, or of a shipped driver. @throws Misuse that lists the drivers where the word is neither */
export function driverOrFile(name) {
    if (name !== '-' &&
        !/[./\\]/.test(name) &&
        !existsSync(name) &&
        !drivers.some(({ driver }) => driver === name))
        throw new Misuse(`${unknown('driver', name, drivers.map(({ driver }) => driver))}; or a file`);
    return describedBy(name);
}
/** Something to look into, by the words of a command: a driver, or a module. @throws Misuse */
export async function subjectOf(name, module, budget) {
    if ((name === undefined) === (module === undefined))
        throw new Misuse(name === undefined
            ? 'found neither a driver nor --module, expected one of the two'
            : `found both '${name}' and --module ${module}, expected one of the two`);
    return subjectIn(name === undefined ? await ownModule(module) : { described: driverOrFile(name) }, budget);
}
export function subjectIn(own, budget) {
    if (!('described' in own))
        return { ...own, described: null, description: null, assumed: {} };
    const { worst: { alternative: { description, assumed }, program, }, } = worstAlternative(own.described, budget);
    return {
        name: own.described.driver,
        program,
        spec: specOf(description),
        described: own.described,
        description,
        assumed,
    };
}
//# sourceMappingURL=subject.js.map