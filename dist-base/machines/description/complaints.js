import { unknown } from "../../src/system/misuse.js";
import { alternatives } from "./alternatives.js";
import { mostJobs, schema, story } from "./description.js";
import { abilityIds, clauseIds, hazardIds, mistakeIds, optionIds, optionOf, useIds, useLawIds, variantIds, } from "./ids.js";
import { variants } from "../options/index.js";
import { uses } from "../uses/index.js";
/** `['options', 0]` to `'options[0]'`. */
export const inWritten = (path) => path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`))
    .join('');
/** Reads anything as a description: the description, or all that is wrong with it. */
export function understand(input) {
    const parsed = schema.safeParse(input);
    if (!parsed.success)
        return { complaints: parsed.error.issues.flatMap((issue) => ofShape(issue, input)) };
    const described = parsed.data;
    const complaints = contradictions(described);
    return complaints.length === 0 ? { described } : { complaints };
}
/** Clauses of options and laws of uses. */
const lawIds = [...clauseIds, ...useLawIds];
const words = {
    options: ['option', optionIds],
    uses: ['use', useIds],
    without: ['clause', lawIds],
    variants: ['variant', variantIds],
    hazards: ['hazard', [...hazardIds, ...mistakeIds]],
    hardwareCan: ['ability', abilityIds],
};
/** A value as a person would say it: `"two"`, `a list`. */
function found(value) {
    if (value === undefined)
        return 'nothing';
    if (value === null || typeof value === 'boolean' || typeof value === 'number')
        return String(value);
    if (typeof value === 'string')
        return value.length > 40 ? `"${value.slice(0, 40)}…"` : JSON.stringify(value);
    return Array.isArray(value) ? 'a list' : 'an object';
}
const plural = {
    string: 'a string',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
};
/** The clauses that may have been meant: of the option or use that is named, else of those that are chosen, else of all options. */
function ofItsOption(clause, input) {
    const { options, uses: used } = input;
    const chosen = [options, used].flatMap((list) => Array.isArray(list) ? list : []);
    const of = (names) => lawIds.filter((one) => names.includes(optionOf(one)));
    return [of([optionOf(clause)]), of(chosen), clauseIds].find((some) => some.length > 0);
}
/** What zod found, in our words. */
function ofShape(issue, input) {
    const path = issue.path;
    const value = path.reduce((at, key) => at?.[key], input);
    const say = (line) => [{ path, line }];
    const whole = path.length === 0 ? 'a description' : inWritten(path);
    switch (issue.code) {
        case 'unrecognized_keys': {
            const known = path.length === 0
                ? Object.keys(schema.shape).filter((name) => name !== '$schema')
                : path[0] === 'jobs'
                    ? ['fenced', 'faulting']
                    : ['file', 'says'];
            return issue.keys.map((key) => ({
                path: [...path, key],
                line: unknown('field', key, known),
            }));
        }
        case 'invalid_union': {
            // Of a list or the word "unknown", the list is meant where there is a list.
            const branch = Array.isArray(value)
                ? issue.errors.find((errors) => errors.every((one) => one.path.length > 0))
                : undefined;
            if (branch !== undefined)
                return branch.flatMap((one) => ofShape({ ...one, path: [...issue.path, ...one.path] }, input));
            return say(`found ${found(value)}, expected ${path[0] === 'hardwareCan' ? `a list of ${abilityIds.join(', ')}` : 'true, false'}, or "unknown"`);
        }
        case 'invalid_value': {
            const [what, all] = words[String(path[0])] ?? ['', []];
            if (typeof value === 'string' && what !== '')
                return say(unknown(what, value, what === 'clause'
                    ? ofItsOption(value, input)
                    : what === 'hazard' && !value.includes('/')
                        ? hazardIds
                        : all));
            const values = issue.values.map(String);
            return typeof value === 'string'
                ? say(unknown('word', value, values))
                : say(`found ${found(value)}, expected one of: ${values.join(', ')}`);
        }
        case 'too_small':
        case 'too_big':
            if (path[0] === 'jobs')
                return say(`found ${found(value)}, expected 1 to ${mostJobs.each}`);
            return say(value === ''
                ? 'found an empty name, expected one of 1 to 80 characters'
                : `found ${String(value).length} characters, expected 1 to 80`);
        case 'invalid_type':
            if (path.length === 1 && path[0] === 'driver' && value === undefined)
                return [{ path: [], line: 'found no "driver", expected its name: { "driver": "..." }' }];
            if (value === undefined)
                return say(`found nothing, expected ${plural[issue.expected] ?? issue.expected}`);
            return say(`found ${found(value)}, expected ${path[0] === 'jobs' && path.length === 2 ? `a whole number, 1 to ${mostJobs.each}` : (plural[issue.expected] ?? issue.expected)}`);
        default:
            return say(`${whole}: ${issue.message}`);
    }
}
/** A description whose words are right and that cannot be meant. */
function contradictions(d) {
    const complaints = [];
    const say = (path, line) => {
        complaints.push({ path, line });
    };
    const { fenced, faulting } = { ...story.jobs, ...d.jobs };
    if (fenced + faulting > mostJobs.together)
        say(['jobs'], `found ${fenced} + ${faulting}, expected at most ${mostJobs.together} together`);
    for (const field of [
        'options',
        'uses',
        'without',
        'variants',
        'hazards',
        'hardwareCan',
    ]) {
        const list = d[field];
        if (Array.isArray(list))
            list.forEach((name, at) => {
                if (list.indexOf(name) < at)
                    say([field, at], `found '${name}' twice`);
            });
    }
    const chosen = d.options ?? [];
    const used = d.uses ?? [];
    const owned = (field, name, at) => {
        const owner = optionOf(name);
        const [what, list, has] = useIds.includes(owner)
            ? ['use', 'uses', used]
            : ['option', 'options', chosen];
        if (!has.includes(owner))
            say([field, at], `'${name}' belongs to the ${what} '${owner}', and "${list}" has ${has.length === 0 ? 'none' : `only: ${has.join(', ')}`}`);
        return has.includes(owner);
    };
    (d.without ?? []).forEach((name, at) => owned('without', name, at));
    const stoodFor = new Map();
    (d.variants ?? []).forEach((name, at) => {
        if (!owned('variants', name, at))
            return;
        const { instead } = variants.find(({ clause }) => clause.name === name);
        if (d.without?.includes(instead) === true)
            say(['variants', at], `'${name}' stands in for '${instead}', which "without" leaves out: keep one of the two`);
        else if (stoodFor.has(instead))
            say(['variants', at], `'${name}' and '${stoodFor.get(instead)}' both stand in for '${instead}': keep one of the two`);
        stoodFor.set(instead, name);
    });
    (d.hazards ?? []).forEach((name, at) => {
        if (name.includes('/'))
            owned('hazards', name, at);
    });
    used.forEach((name, at) => {
        const apart = Object.entries(uses.find((use) => use.name === name).apart ?? {}).find(([other]) => used.includes(other) || chosen.includes(other));
        if (apart !== undefined)
            say(['uses', at], `'${name}' and '${apart[0]}' cannot be chosen together: ${apart[1]}`);
    });
    for (const key of Object.keys(d.cites ?? {})) {
        const known = [
            ...Object.keys(story),
            ...chosen,
            ...used,
            ...(d.hazards ?? []),
            ...(d.variants ?? []),
            ...lawIds.filter((clause) => [...chosen, ...used].includes(optionOf(clause))),
        ];
        if (!known.includes(key))
            say(['cites', key], unknown('choice', key, known));
    }
    if (complaints.length > 0)
        return complaints;
    const settled = alternatives(d).map(({ description }) => senseless(description));
    // A contradiction with what nobody has established is no contradiction: only what all alternatives share.
    const shared = settled.every((one) => one.length > 0) ? settled[0] : [];
    return [...shared, ...brokenByHardware(d)];
}
/** What means nothing where compute jobs take no page faults. */
const needsFaults = [
    'separate-memory',
    'track-dependencies',
    'repair-on-busy-engine',
    'reserve-under-repair-lock',
    'cpu-fault-in-repair',
    'pool-falls-back',
];
function senseless(d) {
    if (d.pageFaults !== 'none')
        return [];
    return ['options', 'uses', 'hazards'].flatMap((field) => (d[field] ?? []).flatMap((name, at) => needsFaults.includes(name) || uses.some((use) => use.repairs === true && use.name === name)
        ? [
            {
                path: [field, at],
                line: `'${name}' is about the repair of page faults, and "pageFaults" is "none"`,
            },
        ]
        : []));
}
/** The text's promise to preempt, on hardware that is said to be unable to. What only "unknown" may break is left to the search. */
function brokenByHardware(d) {
    if (d.hardwareCan === undefined ||
        d.hardwareCan === 'unknown' ||
        d.options?.includes('preempt') !== true)
        return [];
    const faults = d.pageFaults ?? story.pageFaults;
    const asked = [
        ['preempt/while-running', 'preempt-running', true],
        // Only a fault that stops the work leaves faulted work to preempt.
        ['preempt/while-faulted', 'preempt-faulted', faults === 'on-demand'],
    ];
    const at = d.options.indexOf('preempt');
    return asked.flatMap(([clause, ability, matters]) => matters && d.without?.includes(clause) !== true && !d.hardwareCan.includes(ability)
        ? [
            {
                path: ['options', at],
                line: `the clause '${clause}' promises what the hardware cannot do: "hardwareCan" lacks '${ability}'; add it, or put the clause in "without"`,
            },
        ]
        : []);
}
//# sourceMappingURL=complaints.js.map