/** What survivors of the mutation score showed that nobody asked: that the books are kept. */
export declare const bookLitmuses: {
    facts: unknown;
    system: () => import("../../../src/index.ts").Program;
    name: string;
    about: string;
    cites: readonly import("./laws.ts").ExecutionLaw[];
    asks: {
        readonly rows: readonly import("../../../src/system/vocabulary.ts").Row[];
        readonly clauses?: readonly import("../../../src/system/vocabulary.ts").Clause[];
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
