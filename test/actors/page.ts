import * as rows from '../../machines/rows.ts';
import { actors } from '../../machines/actors.ts';
import { executionActors } from '../../machines/rows/execution-actors.ts';
import { memoryActors } from '../../machines/rows/memory-actors.ts';
import { fenceActors } from '../../machines/litmus/fences/actors.ts';
import { uses } from '../../machines/uses/index.ts';
import { hazards } from '../../machines/hazards/index.ts';
import { options } from '../../machines/options/index.ts';
import { contexts, shared, splits } from '../../machines/words/contexts.ts';
import type { Actors, Row } from '../../src/system/vocabulary.ts';
import { base } from './systems.ts';

/** Who acts where rows are asked, by the systems that use it. */
export const casts: Readonly<Record<string, Actors>> = {
  descriptions: actors,
  memory: memoryActors,
  execution: executionActors,
  fences: fenceActors,
};

/** The rows of machines/rows.ts, and those of options, uses and hazards. */
const everyRow: readonly Row[] = [
  ...new Set([
    ...(Object.values(rows) as unknown[]).filter(
      (one): one is Row =>
        typeof one === 'object' &&
        one !== null &&
        'steps' in one &&
        'parts' in one &&
        'name' in one,
    ),
    ...[...options, ...hazards, ...uses, ...uses.flatMap(({ mistakes }) => mistakes)].flatMap(
      (one) => one.rows,
    ),
  ]),
];

/** Where an actor takes steps: rows by their names, and uses whose clauses add steps of it. */
function placesOf(actor: string): readonly string[] {
  const ofRows = everyRow
    .filter(({ steps }) => steps.some((step) => base(step.actor) === actor))
    .map(({ name }) => name);
  const ofUses = uses
    .filter(({ clauses, wiring, mistakes }) =>
      [...clauses, ...wiring, ...mistakes.flatMap((one) => one.clauses)].some(({ adds = [] }) =>
        adds.some((step) => base(step.actor) === actor),
      ),
    )
    .map(({ name }) => `use ${name}`);
  return [...new Set([...ofRows, ...ofUses])].sort();
}

/** `'weak'`, or `'weak (memory: strong)'` where the casts differ. */
function fairnessOf(actor: string): string {
  const each = Object.entries(casts).flatMap(([cast, all]) =>
    all[actor] === undefined ? [] : [[cast, all[actor].fair] as const],
  );
  const [first, ...others] = each;
  if (first === undefined) return '-';
  const differ = others.filter(([, fair]) => fair !== first[1]);
  return differ.length === 0
    ? first[1]
    : `${first[1]} (${differ.map(([cast, fair]) => `${cast}: ${fair}`).join(', ')})`;
}

const head = `# Who acts

Every step has an actor, and fairness belongs to actors. This page lists, for each, the thread,
interrupt, worker or hardware that it is, with the function, its file and the version that was read.
An actor of a family acts for one member: \`submit[1]\`. A description has one cast; the rows about
memory, execution and fences, asked by themselves in the gallery, have others, and where an actor is
fairer there the column says so. docs/how-it-works.md says what weak and strong mean.

Actors of one thread stand together. One of them is often weakly fair and the other, where the
thread waits for a lock or for a turn, strongly, with the reason in \`machines/rows/*-actors.ts\`.
\`UPDATE_DOCS=1 npx vitest run test/actors\` writes this page, and the test fails if an actor has no
thread here.

| thread | actor | fairness | function | acts in |
|---|---|---|---|---|
`;

/** The generated page. */
export function actorsPage(): string {
  const byThread = Object.entries(contexts).sort(([, a], [, b]) =>
    a.thread < b.thread ? -1 : Number(a.thread > b.thread),
  );
  const lines = byThread.map(([actor, { thread, file, by, version }], at) => {
    const shown = byThread[at - 1]?.[1].thread === thread ? '' : thread;
    const places = placesOf(actor);
    const where = places.length === 0 ? 'the gallery' : places.join(', ');
    return `| ${shown} | \`${actor}\` | ${fairnessOf(actor)} | ${by} (\`${file}\`, ${version}) | ${where} |`;
  });
  const reasons = splits.map(({ actors: names, because, apart }) => {
    const asked = apart === true ? 'not asked as one' : 'asked as one: no verdict changes';
    return `| ${names.map((name) => `\`${name}\``).join(', ')} | ${because} | ${asked} |`;
  });
  return `${head}${lines.join('\n')}

## Threads of more than one weakly fair actor

Two weakly fair actors of one thread may starve by turns where the thread itself would not. These
stand in one system. The test makes one actor of them and asks the systems of the gallery again.

| actors | why they are apart | test |
|---|---|---|
${reasons.join('\n')}

## Actors of more than one thread

The opposite: these stand for several threads. The test gives each part that they move an actor of its
own and asks the systems of the gallery again: no verdict changes. Until November 2026 one more was
such an actor: \`exec_lock\` waited for the submit in a drm_exec and for the other thread, and would
have been fair to one of them alone. No verdict had rested on it.

| actor | in | because |
|---|---|---|
${shared.map(({ actor, rows, because }) => `| \`${actor}\` | ${rows.join(', ')} | ${because} |`).join('\n')}
`;
}
