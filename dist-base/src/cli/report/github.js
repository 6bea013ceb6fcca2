import { relative } from 'node:path';
const data = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
const kinds = { error: 'error', warning: 'warning', note: 'notice' };
/** Workflow commands of GitHub Actions, a line each: they stand beside the line of the file. Nothing where nothing is wrong. */
export const github = ({ asked }) => asked
    .flatMap(({ name, problems }) => problems.map(({ law, level, message, place }) => `::${kinds[level]} file=${property(relative('.', place.file))},line=${place.line},col=${place.column},title=${property(`${name}: ${law}`)}::${data(message)}\n`))
    .join('');
//# sourceMappingURL=github.js.map