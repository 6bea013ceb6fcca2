/** A text inside a C comment: one line, and it cannot end the comment or begin one. */
export const inComment = (text) => printable(text)
    .replaceAll('*/', '* /')
    .replaceAll('/*', '/ *')
    .replace(/[\\/*]+$/, '$& ');
/** A C string literal. Question marks are escaped: with two of them a trigraph begins. */
export function cString(text) {
    const bytes = [...new TextEncoder().encode(text)];
    return `"${bytes
        .map((byte) => {
        const letter = String.fromCharCode(byte);
        return byte < 0x20 || byte > 0x7e || '"\\?'.includes(letter)
            ? `\\${byte.toString(8).padStart(3, '0')}`
            : letter;
    })
        .join('')}"`;
}
/** A name of C's own letters. Not one to one: see `Names`. */
const plain = (text) => text
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
/** Gives each text a C identifier of its own, the same for the same texts in the same order. */
export class Names {
    #prefix;
    #given = new Map();
    #taken = new Set();
    constructor(prefix) {
        this.#prefix = prefix;
    }
    of(text) {
        let name = this.#given.get(text);
        if (name !== undefined)
            return name;
        const base = `${this.#prefix}${plain(text)}`;
        name = base;
        for (let n = 2; this.#taken.has(name); n++)
            name = `${base}_v${n}`;
        this.#given.set(text, name);
        this.#taken.add(name);
        return name;
    }
    get all() {
        return this.#given;
    }
}
function printable(text) {
    return text.replace(/[^\x20-\x7e]+/g, (found) => (/^\s+$/.test(found) ? ' ' : '?'));
}
/** Comment lines of at most 80 columns, each behind ` * `. */
export function commentLines(text, indent = '') {
    const lines = [];
    let line = '';
    for (const word of inComment(text)
        .split(' ')
        .filter((one) => one !== '')) {
        if (line !== '' &&
            line.length + word.length + 1 > 76 - (lines.length === 0 ? 0 : indent.length)) {
            lines.push(line);
            line = '';
        }
        line = line === '' ? word : `${line} ${word}`;
    }
    if (line !== '')
        lines.push(line);
    // Words of one comment may make its end together.
    return lines.map((one, at) => ` * ${at === 0 ? '' : indent}${inComment(one)}`.trimEnd());
}
//# sourceMappingURL=c-text.js.map