/** What the kernel's notations need of a path: a file of paths has it all. */
export type Walked = {
    readonly id: string;
    readonly targets: readonly string[];
    readonly system: string;
    readonly kind: string;
    readonly steps: readonly WalkedStep[];
    readonly clauses: readonly Demand[];
};
export type WalkedStep = {
    readonly number: number;
    readonly step: string;
    readonly actor: string;
    readonly parts: Readonly<Record<string, {
        readonly event: string;
        readonly from: string;
        readonly to: string;
    }>>;
};
export type Demand = {
    readonly name: string;
    readonly says: {
        readonly file: string;
        readonly says: string;
    };
    readonly brink: number;
    readonly tried: string | null;
    readonly refusals: readonly {
        readonly step: string;
        readonly after: number;
        readonly until: number | null;
        readonly needs: string;
        readonly delayed: boolean;
    }[];
    readonly rescue: {
        readonly number: number | null;
        readonly step: string | null;
    } | null;
    readonly instrument: {
        readonly at: readonly string[];
        readonly shows: string;
        readonly nearest: string | null;
    } | null;
};
export type WalkedFile = {
    readonly name: string;
    readonly cover: string;
    readonly systems: Readonly<Record<string, {
        readonly initial: Readonly<Record<string, string>>;
    }>>;
    readonly paths: readonly Walked[];
};
/** `'publish[1,2]'` is `publish` with 1 and 2. */
export declare function numbered(name: string): {
    readonly of: string;
    readonly numbers: readonly number[];
};
export type Attempt = {
    readonly step: string;
    readonly delayed: boolean;
    readonly needs: string;
    readonly clause: string;
    readonly until: number | null;
};
/** What is tried and must be refused after so many steps: where it begins to be refused, and at the brink. */
export declare function attempts({ clauses }: Walked, after: number): Attempt[];
