import type { Expected } from '../litmus/litmus.ts';

/**
 * The expected block of a litmus test, as text to paste into its file: TypeScript, indented as in a
 * list of tests. It is what was found, not what is right: write the expected verdict before you
 * look.
 */
export function expectedBlock(expected: Expected): string {
  const fields = [
    `verdict: ${quoted(expected.verdict)}`,
    ...(expected.broken === undefined
      ? []
      : [`broken: [${expected.broken.map(quoted).join(', ')}]`]),
    ...(expected.promises === undefined ? [] : [`promises: ${record(expected.promises)}`]),
    ...(expected.cycle === undefined ? [] : [`cycle: ${quoted(expected.cycle)}`]),
    `states: ${expected.states}`,
    `edges: ${expected.edges}`,
    ...(expected.length === undefined ? [] : [`length: ${expected.length}`]),
  ];
  return `expect: {\n${fields.map((field) => `  ${field},\n`).join('')}},\n`;
}

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** `{ 'fence-signals': 'deadlock' }`; a name that needs no quotes has none. */
function record(entries: Readonly<Record<string, string>>): string {
  const fields = Object.entries(entries).map(([name, value]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
    return `${key}: ${quoted(value)}`;
  });
  return `{ ${fields.join(', ')} }`;
}
