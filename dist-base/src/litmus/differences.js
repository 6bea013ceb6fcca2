/**
 * In what two questions differ, as data: one line a leaf, or an element of a list. Lists whose elements have names, and lists of words, are
 * sets: one element in place of one other is one difference. What is not plain data is compared by identity.
 */
export function differences(one, other, at = '') {
    if (Object.is(one, other))
        return [];
    if (Array.isArray(one) && Array.isArray(other))
        return lists(one, other, at);
    if (plain(one) && plain(other)) {
        const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
        return keys.flatMap((key) => differences(one[key], other[key], at === '' ? key : `${at}.${key}`));
    }
    return [`${at}: ${said(one)}, ${said(other)}`];
}
function lists(one, other, at) {
    const keyed = (list) => new Map(list.map((element, n) => [keyOf(element) ?? `[${n}]`, element]));
    const ours = keyed(one);
    const theirs = keyed(other);
    if (ours.size < one.length || theirs.size < other.length)
        return [`${at}: an element is there twice`];
    const gone = [...ours.keys()].filter((key) => !theirs.has(key));
    const come = [...theirs.keys()].filter((key) => !ours.has(key));
    const changed = [...ours].flatMap(([key, element]) => theirs.has(key) ? differences(element, theirs.get(key), `${at}.${key}`) : []);
    const moved = Array.from({ length: Math.max(gone.length, come.length) }, (_, n) => `${at}: ${gone[n] ?? 'nothing'}, ${come[n] ?? 'nothing'}`);
    return [...moved, ...changed];
}
const keyOf = (element) => typeof element === 'string'
    ? element
    : plain(element) && typeof element['name'] === 'string'
        ? element['name']
        : null;
const plain = (value) => typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value));
const said = (value) => value === undefined
    ? 'nothing'
    : typeof value === 'object' && value !== null
        ? 'another'
        : String(value);
//# sourceMappingURL=differences.js.map