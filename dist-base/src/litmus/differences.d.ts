/**
 * In what two questions differ, as data: one line a leaf, or an element of a list. Lists whose elements have names, and lists of words, are
 * sets: one element in place of one other is one difference. What is not plain data is compared by identity.
 */
export declare function differences(one: unknown, other: unknown, at?: string): string[];
