/** A test of the kernel's own, or of IGT, and how it is asked here: docs/kernel-tests-*.md say more. */
export type KernelTest = {
    readonly suite: string;
    readonly test: string;
    readonly how: 'replayed' | 'searched' | 'not expressed';
};
/** Rule id to the kernel tests that exercise it. A rule that is not here is exercised by none. */
export declare const ruleTests: Readonly<Record<string, readonly KernelTest[]>>;
