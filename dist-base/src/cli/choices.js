/** The words that options of the command line take. They stand apart from the code that acts on them, so that help and completion load none of it. */
/** What `export --to` may say, and its `--question`. */
export const notations = ['promela', 'murphi', 'json'];
export const questions = ['count', 'fair'];
/** What `paths --cover` may list, and what its `--format` may say where paths are written. */
export const covers = ['clauses', 'steps', 'transitions', 'edges', 'pairs', 'to'];
export const pathFormats = ['json', 'vitest', 'mermaid', 'igt', 'kunit', 'junit'];
/** How an answer may be printed: for a person, as data, for those who gather test results, for code scanning, for a log of GitHub Actions. */
export const reportFormats = ['text', 'json', 'junit', 'sarif', 'github'];
/** The drivers that come with this package. */
export const driverNames = [
    'xe-fault-mode',
    'xe-long-running',
    'xe-dma-fence',
    'i915',
    'amdkfd',
    'amdgpu',
    'amdxdna',
    'nouveau',
    'msm',
    'panfrost',
    'panthor',
    'etnaviv',
    'mlx5-odp',
    'mlx5-mr',
];
/** The shells for which there is a completion script. */
export const shells = ['bash', 'zsh', 'fish'];
/** How far the clocks of two CPUs may differ in a log where nothing is said, in nanoseconds. */
export const skewByDefault = 2000;
//# sourceMappingURL=choices.js.map