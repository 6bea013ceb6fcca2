const law = {
    id: 'path-fits',
    says: 'A path goes through in the system that its description makes now, and what it says is refused is refused.',
    file: null,
};
export const reportOfPaths = (all) => ({
    suite: 'finite-fence paths',
    laws: [law],
    asked: all.map(({ file, path, why }) => ({
        name: `${file}: ${path}`,
        problems: why === null
            ? []
            : [{ law: law.id, level: 'error', message: why, place: { file, line: 1, column: 1 } }],
    })),
});
//# sourceMappingURL=of-paths.js.map