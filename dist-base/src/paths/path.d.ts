import { z } from 'zod';
/** Of the JSON below; a reader refuses every other. */
export declare const schemaVersion = 2;
declare const pathStep: z.ZodObject<{
    number: z.ZodInt;
    step: z.ZodString;
    actor: z.ZodString;
    parts: z.ZodRecord<z.ZodString, z.ZodObject<{
        event: z.ZodString;
        from: z.ZodString;
        to: z.ZodString;
    }, z.core.$strict>>;
    clause: z.ZodNullable<z.ZodString>;
    cite: z.ZodNullable<z.ZodObject<{
        file: z.ZodString;
        says: z.ZodString;
    }, z.core.$strict>>;
    seal: z.ZodString;
}, z.core.$strict>;
declare const because: z.ZodObject<{
    by: z.ZodEnum<{
        guard: "guard";
        move: "move";
        absent: "absent";
    }>;
    parts: z.ZodRecord<z.ZodString, z.ZodString>;
    needs: z.ZodString;
    clause: z.ZodNullable<z.ZodString>;
    cite: z.ZodNullable<z.ZodObject<{
        file: z.ZodString;
        says: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>;
declare const refusal: z.ZodObject<{
    by: z.ZodEnum<{
        guard: "guard";
        move: "move";
        absent: "absent";
    }>;
    parts: z.ZodRecord<z.ZodString, z.ZodString>;
    needs: z.ZodString;
    clause: z.ZodNullable<z.ZodString>;
    cite: z.ZodNullable<z.ZodObject<{
        file: z.ZodString;
        says: z.ZodString;
    }, z.core.$strict>>;
    step: z.ZodString;
    after: z.ZodInt;
    until: z.ZodNullable<z.ZodInt>;
    delayed: z.ZodBoolean;
}, z.core.$strict>;
declare const rescue: z.ZodObject<{
    number: z.ZodNullable<z.ZodInt>;
    step: z.ZodNullable<z.ZodString>;
    without: z.ZodNullable<z.ZodObject<{
        by: z.ZodEnum<{
            guard: "guard";
            move: "move";
            absent: "absent";
        }>;
        parts: z.ZodRecord<z.ZodString, z.ZodString>;
        needs: z.ZodString;
        clause: z.ZodNullable<z.ZodString>;
        cite: z.ZodNullable<z.ZodObject<{
            file: z.ZodString;
            says: z.ZodString;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
    since: z.ZodNullable<z.ZodInt>;
    differs: z.ZodRecord<z.ZodString, z.ZodObject<{
        with: z.ZodString;
        without: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>;
declare const instrument: z.ZodObject<{
    at: z.ZodArray<z.ZodString>;
    shows: z.ZodString;
    nearest: z.ZodNullable<z.ZodString>;
}, z.core.$strict>;
declare const shown: z.ZodObject<{
    name: z.ZodString;
    says: z.ZodObject<{
        file: z.ZodString;
        says: z.ZodString;
    }, z.core.$strict>;
    about: z.ZodNullable<z.ZodString>;
    breaks: z.ZodArray<z.ZodString>;
    verdict: z.ZodNullable<z.ZodEnum<{
        deadlock: "deadlock";
        indefinite: "indefinite";
    }>>;
    brink: z.ZodInt;
    tried: z.ZodNullable<z.ZodString>;
    refusals: z.ZodArray<z.ZodObject<{
        by: z.ZodEnum<{
            guard: "guard";
            move: "move";
            absent: "absent";
        }>;
        parts: z.ZodRecord<z.ZodString, z.ZodString>;
        needs: z.ZodString;
        clause: z.ZodNullable<z.ZodString>;
        cite: z.ZodNullable<z.ZodObject<{
            file: z.ZodString;
            says: z.ZodString;
        }, z.core.$strict>>;
        step: z.ZodString;
        after: z.ZodInt;
        until: z.ZodNullable<z.ZodInt>;
        delayed: z.ZodBoolean;
    }, z.core.$strict>>;
    rescue: z.ZodNullable<z.ZodObject<{
        number: z.ZodNullable<z.ZodInt>;
        step: z.ZodNullable<z.ZodString>;
        without: z.ZodNullable<z.ZodObject<{
            by: z.ZodEnum<{
                guard: "guard";
                move: "move";
                absent: "absent";
            }>;
            parts: z.ZodRecord<z.ZodString, z.ZodString>;
            needs: z.ZodString;
            clause: z.ZodNullable<z.ZodString>;
            cite: z.ZodNullable<z.ZodObject<{
                file: z.ZodString;
                says: z.ZodString;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
        since: z.ZodNullable<z.ZodInt>;
        differs: z.ZodRecord<z.ZodString, z.ZodObject<{
            with: z.ZodString;
            without: z.ZodString;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
    instrument: z.ZodNullable<z.ZodObject<{
        at: z.ZodArray<z.ZodString>;
        shows: z.ZodString;
        nearest: z.ZodNullable<z.ZodString>;
    }, z.core.$strict>>;
}, z.core.$strict>;
declare const path: z.ZodObject<{
    id: z.ZodString;
    targets: z.ZodArray<z.ZodString>;
    system: z.ZodString;
    kind: z.ZodEnum<{
        walk: "walk";
        refused: "refused";
        rescued: "rescued";
    }>;
    steps: z.ZodArray<z.ZodObject<{
        number: z.ZodInt;
        step: z.ZodString;
        actor: z.ZodString;
        parts: z.ZodRecord<z.ZodString, z.ZodObject<{
            event: z.ZodString;
            from: z.ZodString;
            to: z.ZodString;
        }, z.core.$strict>>;
        clause: z.ZodNullable<z.ZodString>;
        cite: z.ZodNullable<z.ZodObject<{
            file: z.ZodString;
            says: z.ZodString;
        }, z.core.$strict>>;
        seal: z.ZodString;
    }, z.core.$strict>>;
    clauses: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        says: z.ZodObject<{
            file: z.ZodString;
            says: z.ZodString;
        }, z.core.$strict>;
        about: z.ZodNullable<z.ZodString>;
        breaks: z.ZodArray<z.ZodString>;
        verdict: z.ZodNullable<z.ZodEnum<{
            deadlock: "deadlock";
            indefinite: "indefinite";
        }>>;
        brink: z.ZodInt;
        tried: z.ZodNullable<z.ZodString>;
        refusals: z.ZodArray<z.ZodObject<{
            by: z.ZodEnum<{
                guard: "guard";
                move: "move";
                absent: "absent";
            }>;
            parts: z.ZodRecord<z.ZodString, z.ZodString>;
            needs: z.ZodString;
            clause: z.ZodNullable<z.ZodString>;
            cite: z.ZodNullable<z.ZodObject<{
                file: z.ZodString;
                says: z.ZodString;
            }, z.core.$strict>>;
            step: z.ZodString;
            after: z.ZodInt;
            until: z.ZodNullable<z.ZodInt>;
            delayed: z.ZodBoolean;
        }, z.core.$strict>>;
        rescue: z.ZodNullable<z.ZodObject<{
            number: z.ZodNullable<z.ZodInt>;
            step: z.ZodNullable<z.ZodString>;
            without: z.ZodNullable<z.ZodObject<{
                by: z.ZodEnum<{
                    guard: "guard";
                    move: "move";
                    absent: "absent";
                }>;
                parts: z.ZodRecord<z.ZodString, z.ZodString>;
                needs: z.ZodString;
                clause: z.ZodNullable<z.ZodString>;
                cite: z.ZodNullable<z.ZodObject<{
                    file: z.ZodString;
                    says: z.ZodString;
                }, z.core.$strict>>;
            }, z.core.$strict>>;
            since: z.ZodNullable<z.ZodInt>;
            differs: z.ZodRecord<z.ZodString, z.ZodObject<{
                with: z.ZodString;
                without: z.ZodString;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
        instrument: z.ZodNullable<z.ZodObject<{
            at: z.ZodArray<z.ZodString>;
            shows: z.ZodString;
            nearest: z.ZodNullable<z.ZodString>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
declare const file: z.ZodObject<{
    $schema: z.ZodOptional<z.ZodString>;
    schema: z.ZodLiteral<2>;
    version: z.ZodString;
    name: z.ZodString;
    cover: z.ZodString;
    systems: z.ZodRecord<z.ZodString, z.ZodObject<{
        digest: z.ZodString;
        described: z.ZodUnknown;
        initial: z.ZodRecord<z.ZodString, z.ZodString>;
    }, z.core.$strict>>;
    size: z.ZodObject<{
        paths: z.ZodInt;
        steps: z.ZodInt;
        perPath: z.ZodNumber;
        cost: z.ZodNumber;
        bound: z.ZodNullable<z.ZodNumber>;
        longest: z.ZodInt;
        shortestEach: z.ZodNullable<z.ZodObject<{
            paths: z.ZodInt;
            steps: z.ZodInt;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    coverage: z.ZodObject<{
        targets: z.ZodInt;
        covered: z.ZodInt;
        coverable: z.ZodInt;
        uncovered: z.ZodArray<z.ZodObject<{
            target: z.ZodString;
            why: z.ZodString;
        }, z.core.$strict>>;
        unreachable: z.ZodArray<z.ZodObject<{
            target: z.ZodString;
            why: z.ZodString;
        }, z.core.$strict>>;
    }, z.core.$strict>;
    paths: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        targets: z.ZodArray<z.ZodString>;
        system: z.ZodString;
        kind: z.ZodEnum<{
            walk: "walk";
            refused: "refused";
            rescued: "rescued";
        }>;
        steps: z.ZodArray<z.ZodObject<{
            number: z.ZodInt;
            step: z.ZodString;
            actor: z.ZodString;
            parts: z.ZodRecord<z.ZodString, z.ZodObject<{
                event: z.ZodString;
                from: z.ZodString;
                to: z.ZodString;
            }, z.core.$strict>>;
            clause: z.ZodNullable<z.ZodString>;
            cite: z.ZodNullable<z.ZodObject<{
                file: z.ZodString;
                says: z.ZodString;
            }, z.core.$strict>>;
            seal: z.ZodString;
        }, z.core.$strict>>;
        clauses: z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            says: z.ZodObject<{
                file: z.ZodString;
                says: z.ZodString;
            }, z.core.$strict>;
            about: z.ZodNullable<z.ZodString>;
            breaks: z.ZodArray<z.ZodString>;
            verdict: z.ZodNullable<z.ZodEnum<{
                deadlock: "deadlock";
                indefinite: "indefinite";
            }>>;
            brink: z.ZodInt;
            tried: z.ZodNullable<z.ZodString>;
            refusals: z.ZodArray<z.ZodObject<{
                by: z.ZodEnum<{
                    guard: "guard";
                    move: "move";
                    absent: "absent";
                }>;
                parts: z.ZodRecord<z.ZodString, z.ZodString>;
                needs: z.ZodString;
                clause: z.ZodNullable<z.ZodString>;
                cite: z.ZodNullable<z.ZodObject<{
                    file: z.ZodString;
                    says: z.ZodString;
                }, z.core.$strict>>;
                step: z.ZodString;
                after: z.ZodInt;
                until: z.ZodNullable<z.ZodInt>;
                delayed: z.ZodBoolean;
            }, z.core.$strict>>;
            rescue: z.ZodNullable<z.ZodObject<{
                number: z.ZodNullable<z.ZodInt>;
                step: z.ZodNullable<z.ZodString>;
                without: z.ZodNullable<z.ZodObject<{
                    by: z.ZodEnum<{
                        guard: "guard";
                        move: "move";
                        absent: "absent";
                    }>;
                    parts: z.ZodRecord<z.ZodString, z.ZodString>;
                    needs: z.ZodString;
                    clause: z.ZodNullable<z.ZodString>;
                    cite: z.ZodNullable<z.ZodObject<{
                        file: z.ZodString;
                        says: z.ZodString;
                    }, z.core.$strict>>;
                }, z.core.$strict>>;
                since: z.ZodNullable<z.ZodInt>;
                differs: z.ZodRecord<z.ZodString, z.ZodObject<{
                    with: z.ZodString;
                    without: z.ZodString;
                }, z.core.$strict>>;
            }, z.core.$strict>>;
            instrument: z.ZodNullable<z.ZodObject<{
                at: z.ZodArray<z.ZodString>;
                shows: z.ZodString;
                nearest: z.ZodNullable<z.ZodString>;
            }, z.core.$strict>>;
        }, z.core.$strict>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
export type PathStep = Readonly<z.infer<typeof pathStep>>;
export type Because = Readonly<z.infer<typeof because>>;
export type Refusal = Readonly<z.infer<typeof refusal>>;
export type Rescue = Readonly<z.infer<typeof rescue>>;
/** What a path shows of a clause. */
export type Shown = Readonly<z.infer<typeof shown>>;
/** What a test of this path looks at, and what it would see. */
export type Instrument = Readonly<z.infer<typeof instrument>>;
/** One test: steps from the initial state, and what must be refused on the way. */
export type TestPath = Readonly<z.infer<typeof path>>;
/** A suite of paths for one criterion, as it is written. */
export type PathFile = Readonly<z.infer<typeof file>>;
export { file as pathFile };
/** The JSON Schema of a path file. */
export declare const pathsJsonSchema: () => Record<string, unknown>;
/** The id of a path: of the names of its steps in order; and, where the brink is a step that must be refused, of its name and place. */
export declare function pathId(steps: readonly string[], tried?: {
    readonly step: string;
    readonly after: number;
} | null): string;
/** The steps under their seals. */
export declare function sealSteps(steps: readonly Omit<PathStep, 'seal'>[]): PathStep[];
/** Of what is done and what it does, not of what is said about it. */
export declare function sealOf({ step, parts }: Pick<PathStep, 'step' | 'parts'>, before: string): string;
