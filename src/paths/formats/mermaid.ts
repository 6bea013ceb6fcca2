import type { PathFile, PathStep, TestPath } from '../path.ts';
import { refusedOn } from './adapter.ts';

/**
 * A name as Mermaid shows it and never reads it: all but plain letters is written by its number.
 */
export const inMermaid = (text: string): string =>
  text.replace(/[^A-Za-z0-9 _.,()[\]/+*=!?@'-]/gu, (letter) =>
    /\s/.test(letter) ? ' ' : `#${letter.codePointAt(0)!};`,
  );

/** Who stands in the lane from which a step comes. */
const laneOf = ({ said, actor }: PathStep): string => said?.thread ?? actor;

/** The parts that a step moves; a thread is a lane, and no part beside it. */
const movedBy = ({ said, parts }: PathStep): [string, PathStep['parts'][string]][] =>
  Object.entries(parts).filter(
    ([part], index) => index > 0 || !isThread(part.replace(/\[.*\]$/, ''), said?.thread),
  );

/** Whether a part is the thread, which beside a description has a prefix before its name. */
const isThread = (part: string, thread: string | undefined): boolean =>
  thread !== undefined && (part === thread || part.endsWith(`_${thread}`));

/** What a step does: the call as a file of threads has it, else the name of the step. */
const toldBy = ({ said, step }: PathStep): string =>
  said === undefined ? step : `${said.call}${said.line === 0 ? '' : ` (${said.line})`}`;

/** A step that is refused: as its file says it, where it was read from one. */
function toldStep({ refusals }: PathFile, step: string): string {
  const said = refusals?.[step.replace(/\[.*\]$/, '')]?.said;
  return said === undefined ? step : `${said.thread}: ${said.call} (${said.line})`;
}

/**
 * One sequence diagram: who does a step, the parts that take an event in it and where they are
 * then, and what must be refused.
 */
function sequenceDiagram(file: PathFile, path: TestPath): string {
  const forbidden = refusedOn(file, path);
  const actors = [...new Set(path.steps.map(laneOf))];
  const parts = [...new Set(path.steps.flatMap((step) => movedBy(step).map(([part]) => part)))];
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
      const told = toldStep(file, refusal.step);
      const note = `${told} must be refused or wait, ${end} (${refusal.because})`;
      lines.push(`  Note over ${over}: ${inMermaid(note)}`);
    }
    for (const { name, brink, tried } of path.clauses)
      if (brink === after && tried === null && over !== '')
        lines.push(`  Note over ${over}: ${inMermaid(`the brink: ${name} is the way out`)}`);
  };
  noteRefusals(0);
  for (const step of path.steps) {
    const lane = actor.get(laneOf(step))!;
    const moved = movedBy(step);
    const told = `${step.number}. ${toldBy(step)}`;
    moved.forEach(([name, { event, to }], index) => {
      const first = step.said === undefined ? `${told}, ${event}` : told;
      const what = index === 0 ? first : event;
      lines.push(`  ${lane}->>${part.get(name)!}: ${inMermaid(`${what} to ${to}`)}`);
    });
    if (moved.length === 0) lines.push(`  Note over ${lane}: ${inMermaid(told)}`);
    noteRefusals(step.number);
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
