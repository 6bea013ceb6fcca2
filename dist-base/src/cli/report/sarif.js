import { helpUri, uriOf } from "./report.js";
/** SARIF 2.1.0: a rule for each law, a result for each problem. */
export function sarif({ laws, asked }, version) {
    const at = new Map(laws.map(({ id }, index) => [id, index]));
    const rules = laws.map((law) => {
        const uri = helpUri(law);
        return {
            id: law.id,
            shortDescription: { text: law.says },
            ...(uri === null ? {} : { helpUri: uri, help: { text: `${law.file}: ${law.says}` } }),
        };
    });
    const results = asked.flatMap(({ problems }) => problems.map(({ law, level, message, place }) => ({
        ruleId: law,
        ...(at.has(law) ? { ruleIndex: at.get(law) } : {}),
        level,
        message: { text: message },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(place.file) },
                    region: { startLine: place.line, startColumn: place.column },
                },
            },
        ],
    })));
    const run = {
        tool: {
            driver: {
                name: 'finite-fence',
                version,
                informationUri: 'https://www.npmjs.com/package/finite-fence',
                rules,
            },
        },
        columnKind: 'utf16CodeUnits',
        results,
    };
    return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}
//# sourceMappingURL=sarif.js.map