/** Of this package; found from `src/cli` and from `dist/src/cli` alike. */
export declare function version(): string;
