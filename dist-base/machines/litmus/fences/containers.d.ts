/** Chains, arrays and merges: a container is done when what is in it is, and not before. */
export declare const containers: {
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
