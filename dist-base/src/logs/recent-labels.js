import { isAt, literal } from "./literal.js";
const places = 256;
export const recentLabels = () => Array.from({ length: places });
/** The label that was last printed by exactly the bytes [from, to); null where there is none. */
export function recentLabel(recent, kind, first, view, from, to) {
    const hit = recent[first & (places - 1)];
    return hit !== undefined &&
        hit.kind === kind &&
        hit.texts.bytes.length === to - from &&
        isAt(hit.texts, view, from, to)
        ? hit.label
        : null;
}
export function keepLabel(recent, kind, first, texts, label) {
    recent[first & (places - 1)] = { kind, texts: literal(texts), label };
}
//# sourceMappingURL=recent-labels.js.map