import { Misuse } from "../../system/misuse.js";
const deepest = 64;
/**
 * Reads JSON and nothing but JSON (RFC 8259); a key that is there twice is refused too.
 * @throws Misuse: `line 3, column 7: found ',', expected a value`.
 */
export function readJson(text) {
    let at = 0;
    const places = new Map();
    const place = (offset) => {
        const before = text.slice(0, offset).split('\n');
        return { line: before.length, column: before.at(-1).length + 1 };
    };
    const wrong = (expected, offset = at) => {
        const { line, column } = place(offset);
        const found = offset >= text.length
            ? 'the end of the file'
            : `'${text[offset] < ' ' ? `\\u${text.charCodeAt(offset).toString(16).padStart(4, '0')}` : String.fromCodePoint(text.codePointAt(offset))}'`;
        throw new Misuse(`${line}:${column}: not JSON: found ${found}, expected ${expected}`);
    };
    const space = () => {
        while (at < text.length && ' \t\n\r'.includes(text[at]))
            at++;
    };
    const match = (pattern) => {
        pattern.lastIndex = at;
        const found = pattern.exec(text);
        if (found === null)
            return null;
        at += found[0].length;
        return found[0];
    };
    const string = () => {
        const from = at;
        const found = match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
        if (found !== null)
            return JSON.parse(found);
        at =
            from + (match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y)?.length ?? 0);
        return wrong("the end of a string ('\"') or a character that may stand in one");
    };
    const value = (path) => {
        space();
        places.set(JSON.stringify(path), at);
        if (path.length > deepest) {
            const { line, column } = place(at);
            throw new Misuse(`${line}:${column}: nested more than ${deepest} deep`);
        }
        const first = text[at];
        if (first === '"')
            return string();
        if (first === '{')
            return object(path);
        if (first === '[')
            return list(path);
        const number = match(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y);
        if (number !== null)
            return Number(number);
        const word = match(/(?:true|false|null)\b/y);
        return word === null ? wrong('a value') : JSON.parse(word);
    };
    const object = (path) => {
        const entries = new Map();
        at++;
        for (;;) {
            space();
            if (text[at] === '}' && entries.size === 0)
                break;
            const key = at;
            if (text[at] !== '"')
                wrong(entries.size === 0 ? "a field's name in quotes, or '}'" : "a field's name in quotes");
            const name = string();
            if (entries.has(name)) {
                const { line, column } = place(key);
                throw new Misuse(`${line}:${column}: the field '${name}' is there twice`);
            }
            space();
            if (text[at] !== ':')
                wrong("':'");
            at++;
            entries.set(name, value([...path, name]));
            // Complaints about a field point to its name.
            places.set(JSON.stringify([...path, name]), key);
            space();
            if (text[at] === '}')
                break;
            if (text[at] !== ',')
                wrong("',' or '}'");
            at++;
        }
        at++;
        return Object.fromEntries(entries);
    };
    const list = (path) => {
        const items = [];
        at++;
        for (;;) {
            space();
            if (text[at] === ']' && items.length === 0)
                break;
            items.push(value([...path, items.length]));
            space();
            if (text[at] === ']')
                break;
            if (text[at] !== ',')
                wrong("',' or ']'");
            at++;
        }
        at++;
        return items;
    };
    const read = value([]);
    space();
    if (at < text.length)
        wrong('the end of the file');
    return {
        value: read,
        at: (path) => {
            for (let length = path.length; length >= 0; length--) {
                const found = places.get(JSON.stringify(path.slice(0, length)));
                if (found !== undefined)
                    return place(found);
            }
            return place(0);
        },
    };
}
//# sourceMappingURL=json-text.js.map