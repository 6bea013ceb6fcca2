/** Fences that evict whoever has them when somebody waits. */
export declare const evictionFenceLitmuses: {
    facts: unknown;
    system: () => import("../../../src/index.ts").Program;
    name: string;
    about: string;
    cites: readonly import("./laws.ts").ExecutionLaw[];
    asks: {
        readonly rows: readonly import("../../../src/index.ts").Row[];
        readonly clauses?: readonly import("../../../src/index.ts").Clause[];
        readonly sizes?: import("../../../src/system/vocabulary.ts").Sizes;
    };
    twin: string;
    expect: {
        readonly verdict: "deadlock" | "broken" | "indefinite" | "unbounded" | "finite";
        readonly broken?: readonly string[];
        readonly promises?: Readonly<Record<string, "deadlock" | "broken" | "indefinite" | "unbounded" | "finite">>;
        readonly cycle?: string;
        readonly states: number;
        readonly edges: number;
        readonly length?: number;
    };
}[];
