/** The words that options of the command line take. They stand apart from the code that acts on them, so that help and completion load none of it. */
/** What `export --to` may say, and its `--question`. */
export declare const notations: readonly ["promela", "murphi", "json"];
export declare const questions: readonly ["count", "fair"];
/** What `paths --cover` may list, and what its `--format` may say where paths are written. */
export declare const covers: readonly ["clauses", "steps", "transitions", "edges", "pairs", "to"];
export declare const pathFormats: readonly ["json", "vitest", "mermaid", "igt", "kunit", "junit"];
/** How an answer may be printed: for a person, as data, for those who gather test results, for code scanning, for a log of GitHub Actions. */
export declare const reportFormats: readonly ["text", "json", "junit", "sarif", "github"];
export type ReportFormat = (typeof reportFormats)[number];
/** The drivers that come with this package. */
export declare const driverNames: readonly ["xe-fault-mode", "xe-long-running", "xe-dma-fence", "i915", "amdkfd", "amdgpu", "amdxdna", "nouveau", "msm", "panfrost", "panthor", "etnaviv", "mlx5-odp", "mlx5-mr"];
/** The shells for which there is a completion script. */
export declare const shells: readonly ["bash", "zsh", "fish"];
/** How far the clocks of two CPUs may differ in a log where nothing is said, in nanoseconds. */
export declare const skewByDefault = 2000;
