/** A client that submits commands, and what its jobs can reach. */
export declare const commandParts: {
    readonly stream: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "validated" | "refused" | "submitted" | "parsed", "done" | "next" | "copy" | "submit" | "hw_run" | "valid" | "in_place" | "refuse" | "unchecked" | "mmu_fault">;
        readonly title: "command stream";
    };
    readonly target: {
        readonly of: import("../lifecycles/named.ts").Named<"foreign" | "own" | "own_frozen" | "foreign_frozen", "write_foreign" | "freeze" | "thaw" | "write_own">;
        readonly title: "what the stream reaches";
    };
    readonly isolation: {
        readonly of: import("../lifecycles/named.ts").Named<"broken" | "kept", "reach">;
    };
};
/** Commands, parsed and validated, or kept in bounds by page tables. */
export declare const commandValidation: import("../../src/system/vocabulary.ts").Row<{
    readonly stream: {
        readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "validated" | "refused" | "submitted" | "parsed", "done" | "next" | "copy" | "submit" | "hw_run" | "valid" | "in_place" | "refuse" | "unchecked" | "mmu_fault">;
        readonly title: "command stream";
    };
    readonly target: {
        readonly of: import("../lifecycles/named.ts").Named<"foreign" | "own" | "own_frozen" | "foreign_frozen", "write_foreign" | "freeze" | "thaw" | "write_own">;
        readonly title: "what the stream reaches";
    };
    readonly isolation: {
        readonly of: import("../lifecycles/named.ts").Named<"broken" | "kept", "reach">;
    };
}>;
export declare const commandLaws: {
    readonly validates: import("../../src/system/vocabulary.ts").Clause<{
        readonly stream: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "validated" | "refused" | "submitted" | "parsed", "done" | "next" | "copy" | "submit" | "hw_run" | "valid" | "in_place" | "refuse" | "unchecked" | "mmu_fault">;
            readonly title: "command stream";
        };
        readonly target: {
            readonly of: import("../lifecycles/named.ts").Named<"foreign" | "own" | "own_frozen" | "foreign_frozen", "write_foreign" | "freeze" | "thaw" | "write_own">;
            readonly title: "what the stream reaches";
        };
        readonly isolation: {
            readonly of: import("../lifecycles/named.ts").Named<"broken" | "kept", "reach">;
        };
    }, "client_writes_foreign" | "client_writes_own" | "submit_commands" | "copy_commands" | "parse_in_place" | "validate_commands" | "refuse_commands" | "validate_nothing" | "run_commands" | "commands_done" | "commands_reach" | "mmu_faults" | "client_is_told">;
    readonly 'copies-first': import("../../src/system/vocabulary.ts").Clause<{
        readonly stream: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "validated" | "refused" | "submitted" | "parsed", "done" | "next" | "copy" | "submit" | "hw_run" | "valid" | "in_place" | "refuse" | "unchecked" | "mmu_fault">;
            readonly title: "command stream";
        };
        readonly target: {
            readonly of: import("../lifecycles/named.ts").Named<"foreign" | "own" | "own_frozen" | "foreign_frozen", "write_foreign" | "freeze" | "thaw" | "write_own">;
            readonly title: "what the stream reaches";
        };
        readonly isolation: {
            readonly of: import("../lifecycles/named.ts").Named<"broken" | "kept", "reach">;
        };
    }, "client_writes_foreign" | "client_writes_own" | "submit_commands" | "copy_commands" | "parse_in_place" | "validate_commands" | "refuse_commands" | "validate_nothing" | "run_commands" | "commands_done" | "commands_reach" | "mmu_faults" | "client_is_told">;
    readonly 'no-page-tables': import("../../src/system/vocabulary.ts").Clause<{
        readonly stream: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "validated" | "refused" | "submitted" | "parsed", "done" | "next" | "copy" | "submit" | "hw_run" | "valid" | "in_place" | "refuse" | "unchecked" | "mmu_fault">;
            readonly title: "command stream";
        };
        readonly target: {
            readonly of: import("../lifecycles/named.ts").Named<"foreign" | "own" | "own_frozen" | "foreign_frozen", "write_foreign" | "freeze" | "thaw" | "write_own">;
            readonly title: "what the stream reaches";
        };
        readonly isolation: {
            readonly of: import("../lifecycles/named.ts").Named<"broken" | "kept", "reach">;
        };
    }, "client_writes_foreign" | "client_writes_own" | "submit_commands" | "copy_commands" | "parse_in_place" | "validate_commands" | "refuse_commands" | "validate_nothing" | "run_commands" | "commands_done" | "commands_reach" | "mmu_faults" | "client_is_told">;
    readonly 'page-tables': import("../../src/system/vocabulary.ts").Clause<{
        readonly stream: {
            readonly of: import("../lifecycles/named.ts").Named<"none" | "running" | "validated" | "refused" | "submitted" | "parsed", "done" | "next" | "copy" | "submit" | "hw_run" | "valid" | "in_place" | "refuse" | "unchecked" | "mmu_fault">;
            readonly title: "command stream";
        };
        readonly target: {
            readonly of: import("../lifecycles/named.ts").Named<"foreign" | "own" | "own_frozen" | "foreign_frozen", "write_foreign" | "freeze" | "thaw" | "write_own">;
            readonly title: "what the stream reaches";
        };
        readonly isolation: {
            readonly of: import("../lifecycles/named.ts").Named<"broken" | "kept", "reach">;
        };
    }, "client_writes_foreign" | "client_writes_own" | "submit_commands" | "copy_commands" | "parse_in_place" | "validate_commands" | "refuse_commands" | "validate_nothing" | "run_commands" | "commands_done" | "commands_reach" | "mmu_faults" | "client_is_told">;
};
