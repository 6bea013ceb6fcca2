import { own, parsed, refusedOn } from "./adapter.js";
class Stop extends Error {
    failure;
    constructor(failure) {
        super(failure.text);
        this.failure = failure;
    }
}
/** Takes a path with an implementation: every step, what must be refused on the way, and where all parts are after each. */
export async function play(file, path, adapter, { patience = 5_000, tries = 'always', now = () => 0 } = {}) {
    const began = now();
    let number = 0;
    let step = null;
    let taken = 0;
    let tried = 0;
    const fail = (kind, text) => {
        throw new Stop({ number, step, kind, text });
    };
    const ask = async (what, call) => {
        let timer;
        try {
            const answer = call();
            // Most observations answer at once.
            if (typeof answer?.then !== 'function')
                return answer;
            return await Promise.race([
                answer,
                new Promise((_, reject) => {
                    timer = setTimeout(() => reject(new Stop({
                        number,
                        step,
                        kind: 'hangs',
                        text: `${what}: no answer in ${patience} ms`,
                    })), patience);
                }),
            ]);
        }
        catch (error) {
            if (error instanceof Stop)
                throw error;
            return fail('threw', `${what}: ${error instanceof Error ? error.message : String(error)}`);
        }
        finally {
            clearTimeout(timer);
        }
    };
    const place = new Map(Object.entries(file.systems[path.system].initial));
    const look = async (driver, when) => {
        const wrong = [];
        for (const [part, wanted] of place) {
            const { of, numbers } = parsed(part);
            const seen = own(adapter.states, of);
            if (seen === null)
                continue;
            if (seen === undefined) {
                fail('threw', `the adapter has no state check for ${of}`);
                continue;
            }
            if (typeof seen === 'function') {
                const is = await ask(`the state of ${part}`, () => seen(driver, ...numbers));
                if (is !== wanted)
                    wrong.push(`${part} is in ${is} and should be in ${wanted}`);
            }
            else {
                const check = own(seen, wanted);
                if (check === undefined) {
                    fail('threw', `the adapter has no check for ${of}: ${wanted}`);
                    continue;
                }
                if ((await ask(`${part} in ${wanted}`, () => check(driver, ...numbers))) === false)
                    wrong.push(`${part} should be in ${wanted} and is not`);
            }
        }
        if (wrong.length > 0)
            fail('state', `${when}: ${wrong.join('; ')}`);
    };
    const call = async (driver, name) => {
        const { of, numbers } = parsed(name);
        const does = own(adapter.steps, of);
        if (does === undefined)
            return fail('threw', `the adapter has no step ${of}`);
        return (await ask(name, () => does(driver, ...numbers))) !== 'refused';
    };
    const forbidden = refusedOn(path);
    const refuse = async (driver) => {
        const now = new Map(forbidden
            .filter(({ after, until }) => tries === 'once' ? after === taken : after <= taken && taken < until)
            .map((one) => [one.step, one]));
        for (const { step: name, clause } of now.values()) {
            [number, step] = [taken, name];
            tried++;
            if (await call(driver, name))
                fail('allowed', `after step ${taken}: ${name} must be refused, or wait, because of ${clause}; the driver does it`);
            await look(driver, `after step ${taken}, when ${name} was tried and refused`);
        }
    };
    let failure = null;
    let made = null;
    try {
        const driver = await ask('setUp', () => adapter.setUp(path, file.systems[path.system].described));
        made = { driver };
        await look(driver, 'before the first step');
        await refuse(driver);
        for (const one of path.steps) {
            [number, step] = [one.number, one.step];
            if (!(await call(driver, one.step)))
                fail('refused', `step ${one.number}: ${one.step} is possible here and the driver refuses it`);
            taken = one.number;
            for (const [part, { to }] of Object.entries(one.parts))
                place.set(part, to);
            await look(driver, `after step ${one.number}, ${one.step}`);
            await refuse(driver);
        }
    }
    catch (error) {
        if (!(error instanceof Stop))
            throw error;
        failure = error.failure;
    }
    if (made !== null) {
        try {
            await ask('tearDown', () => adapter.tearDown?.(made.driver));
        }
        catch (error) {
            if (!(error instanceof Stop))
                throw error;
            failure ??= error.failure;
        }
    }
    return { path, name: titleOf(path), failure, steps: taken, tried, ms: now() - began };
}
/** What a test of a path is called: its id, and what it is for. */
export function titleOf({ id, targets, system }) {
    const shown = targets.slice(0, 2).join(', ');
    return `${id} ${system}: ${shown}${targets.length > 2 ? ` and ${targets.length - 2} more` : ''}`;
}
/** Targets that paths reached the end of; a file's uncoverable ones are not counted. */
export function coverageOf(file, results) {
    const passed = new Set(results.filter(({ failure }) => failure === null).map(({ path }) => path.id + path.system));
    const all = file.paths.flatMap((path) => path.targets.map((target) => ({ target, passed: passed.has(path.id + path.system) })));
    const missed = [
        ...new Set([
            ...all.filter((one) => !one.passed).map(({ target }) => target),
            ...file.coverage.uncovered.map(({ target }) => target),
        ]),
    ];
    const targets = new Set([...all.map(({ target }) => target), ...missed]).size;
    return { targets, covered: targets - missed.length, missed };
}
//# sourceMappingURL=play.js.map