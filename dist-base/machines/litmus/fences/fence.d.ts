/** One fence: two calls that signal it, a callback, a thread that waits, a handler of hang recovery. */
export declare const fenceItself: {
    facts: unknown;
    system: () => import("../../../src/index.ts").Program;
    name: string;
    about: string;
    cites: readonly import("./laws.ts").FenceLaw[];
    asks: import("./litmus.ts").Asks;
    expect: {
        readonly verdict: "deadlock" | "broken" | "indefinite" | "unbounded" | "finite";
        readonly broken?: readonly string[];
        readonly promises?: Readonly<Record<string, "deadlock" | "broken" | "indefinite" | "unbounded" | "finite">>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
    twin: string;
}[];
