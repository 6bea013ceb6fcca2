import type { PathFile, TestPath } from '../path.ts';
import { refusedOn } from './adapter.ts';

/** A name as Mermaid shows it and never reads it: all but plain letters is written by its number. */
export const inMermaid = (text: string): string =>
  text.replace(/[^A-Za-z0-9 _.,()[\]/+*=!?@'-]/gu, (letter) =>
    /\s/.test(letter) ? ' ' : `#${letter.codePointAt(0)!};`,
  );

/**
 * One sequence diagram: who does a step, the parts that take an event in it and where they are
 * then, and what must be refused.
 */
function sequenceDiagram(file: PathFile, path: TestPath): string {
  const forbidden = refusedOn(file, path);
  const actors = [...new Set(path.steps.map(({ actor }) => actor))];
  const parts = [...new Set(path.steps.flatMap((step) => Object.keys(step.parts)))];
  const actor = new Map(actors.map((name, at) => [name, `a${at}`]));
  const part = new Map(parts.map((name, at) => [name, `p${at}`]));
  const lines = [
    'sequenceDiagram',
    ...actors.map((name) => `  actor ${actor.get(name)!} as ${inMermaid(name)}`),
    ...parts.map((name) => `  participant ${part.get(name)!} as ${inMermaid(name)}`),
  ];
  const lanes = [...actor.values(), ...part.values()];
  const over = lanes.length < 2 ? lanes.join('') : `${lanes[0]!},${lanes.at(-1)!}`;
  const noteRefusals = (after: number): void => {
    for (const refusal of forbidden) {
      if (refusal.after !== after || over === '') continue;
      const end = refusal.until > path.steps.length ? 'to the end' : `until step ${refusal.until}`;
      lines.push(
        `  Note over ${over}: ${inMermaid(`${refusal.step} must be refused or wait, ${end} (${refusal.because})`)}`,
      );
    }
    for (const { name, brink, tried } of path.clauses)
      if (brink === after && tried === null && over !== '')
        lines.push(`  Note over ${over}: ${inMermaid(`the brink: ${name} is the way out`)}`);
  };
  noteRefusals(0);
  for (const { number, step, actor: by, parts: moved } of path.steps) {
    Object.entries(moved).forEach(([name, { event, to }], index) => {
      const what = index === 0 ? `${number}. ${step}, ${event}` : event;
      lines.push(`  ${actor.get(by)!}->>${part.get(name)!}: ${inMermaid(`${what} to ${to}`)}`);
    });
    if (Object.keys(moved).length === 0)
      lines.push(`  Note over ${actor.get(by)!}: ${inMermaid(`${number}. ${step}`)}`);
    noteRefusals(number);
  }
  return `${lines.join('\n')}\n`;
}

/** A Markdown page with a diagram a path. */
export function mermaidPage(file: PathFile): string {
  const paths = file.paths.map(
    (path) =>
      `## ${path.id} ${inMarkdown(path.system)}\n\n` +
      `${path.targets.map((target) => `- ${inMarkdown(target)}`).join('\n')}` +
      `\n\n\`\`\`mermaid\n${sequenceDiagram(file, path)}\`\`\`\n`,
  );
  return `# ${inMarkdown(`${file.name} ${file.cover}`)}\n\n${paths.join('\n')}`;
}

/** Plain words of a Markdown page. */
const inMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|&!]/g, (letter) => `&#${letter.codePointAt(0)!};`);
