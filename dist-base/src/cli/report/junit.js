import { inXml, suite } from "../../paths/formats/junit.js";
/** JUnit XML: a test case for each that was asked; a note alone is no failure. */
export function junit({ suite: name, asked }) {
    return suite(name, asked.map(({ name: of, problems }) => {
        const wrong = problems.filter(({ level }) => level !== 'note');
        if (wrong.length === 0)
            return { name: of, time: 0, kind: 'passed', inside: null };
        const [first] = wrong;
        return {
            name: of,
            time: 0,
            kind: 'failed',
            inside: `<failure type="${inXml(first.law)}" message="${inXml(first.message)}">${inXml(problems.map(({ place, message }) => `${place.file}:${place.line}:${place.column}: ${message}`).join('\n'))}</failure>`,
        };
    }));
}
//# sourceMappingURL=junit.js.map