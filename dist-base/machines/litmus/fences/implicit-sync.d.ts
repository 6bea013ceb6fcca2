/** Explicit and implicit synchronisation meet on one buffer. */
export declare const implicitly: {
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
