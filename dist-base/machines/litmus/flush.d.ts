/** The fourth option: flush when switching between the two kinds of work. */
export declare const flushLitmuses: {
    facts: unknown;
    system: () => import("../../src/index.ts").Program;
    name: string;
    about: string;
    cites: readonly import("./laws.ts").Law[];
    asks: import("../../src/index.ts").Spec | Omit<import("../index.ts").Description, "about" | "driver">;
    expect: {
        readonly verdict: "deadlock" | "indefinite" | "unbounded" | "finite";
        readonly promises?: Readonly<Record<string, "deadlock" | "indefinite" | "unbounded" | "finite">>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
    twin: string;
}[];
