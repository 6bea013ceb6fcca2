import { verdicts } from "../../check/finding.js";
import { Misuse } from "../../system/misuse.js";
import { readJsonFile } from "./read-input.js";
/** What `check --json` printed earlier, by driver. @throws Misuse in one line. */
export function readBaseline(file) {
    const { value } = readJsonFile(file);
    const wrong = (what) => {
        throw new Misuse(`${file}: ${what}, expected what 'finite-fence check --json' prints`);
    };
    const verdict = (found) => verdicts.includes(found)
        ? found
        : wrong(`found the verdict ${JSON.stringify(found)}`);
    const known = new Map();
    for (const one of (Array.isArray(value) ? value : [value])) {
        if (typeof one !== 'object' ||
            one === null ||
            typeof one.driver !== 'string' ||
            !Array.isArray(one.promises))
            return wrong('found no verdicts');
        if (one.schema !== 1)
            return wrong(`found schema ${JSON.stringify(one.schema)}, not 1`);
        known.set(one.driver, {
            verdict: verdict(one.verdict),
            promises: new Map(one.promises.map((promise) => [promise.name, verdict(promise.verdict)])),
        });
    }
    return known;
}
/** Every verdict that is another than before, one line each. A promise that only one of them has counts too. */
export function changesSince(known, now) {
    const after = new Map(now.promises.map(({ name, verdict }) => [name, verdict]));
    const changed = (what, was, is) => was === is ? [] : [`${what}: was ${was ?? 'not asked'}, is ${is ?? 'not asked'}`];
    return [
        ...changed('verdict', known.verdict, now.verdict),
        ...[...new Set([...known.promises.keys(), ...after.keys()])].flatMap((name) => changed(name, known.promises.get(name), after.get(name))),
    ];
}
//# sourceMappingURL=baseline.js.map