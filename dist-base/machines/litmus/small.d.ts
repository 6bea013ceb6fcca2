import type { Spec } from '../../src/system/compose.ts';
/** Questions small enough to be read whole: rows of their own. */
export declare const smallLitmuses: {
    facts: unknown;
    system: () => import("../../src/index.ts").Program;
    name: string;
    about: string;
    cites: readonly import("./laws.ts").Law[];
    asks: Spec | Omit<import("../index.ts").Description, "about" | "driver">;
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
