// Decimal digits four at a time: a word is four bytes of a line, the first of them lowest.
/** Whether all four are digits. */
export const areDigits = (word) => (word & 0xf0f0f0f0) === 0x30303030 && ((word + 0x06060606) & 0xf0f0f0f0) === 0x30303030;
/** Their value: two pairs at a time. */
export function valueOf(word) {
    const digits = word & 0x0f0f0f0f;
    const pairs = Math.imul(digits, 10) + (digits >>> 8);
    return (pairs & 0xff) * 100 + ((pairs >>> 16) & 0xff);
}
//# sourceMappingURL=digits.js.map