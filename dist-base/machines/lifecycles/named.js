/** `['f[1]', 'f[2]']`: the names of `count` objects as they stand in states and events. */
export const members = (name, count) => Array.from({ length: count }, (_, at) => `${name}[${at + 1}]`);
//# sourceMappingURL=named.js.map