/** Where something stands: a file as it was named, from 1. */
export type Place = {
    readonly file: string;
    readonly line: number;
    readonly column: number;
};
/** What a problem is against: a promise, a clause, a hazard, a law that a litmus test is about. */
export type Law = {
    readonly id: string;
    readonly says: string;
    readonly file: string | null;
};
/** One thing that is wrong. */
export type Problem = {
    readonly law: string;
    readonly level: 'error' | 'warning' | 'note';
    readonly message: string;
    readonly place: Place;
};
/** Something that was asked: a driver, a litmus test, a path. */
export type Asked = {
    readonly name: string;
    readonly problems: readonly Problem[];
};
/** What a command found, for those who gather it. Laws are those that there are, broken or not. */
export type Report = {
    readonly suite: string;
    readonly laws: readonly Law[];
    readonly asked: readonly Asked[];
};
/** A file as a relative URI reference. */
export declare const uriOf: (file: string) => string;
/** Where a citation can be read. */
export declare function helpUri({ file }: Pick<Law, 'file'>): string | null;
