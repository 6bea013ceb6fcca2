import { search } from '../../../src/explore/search.ts';
import { stepsTo } from '../../../src/explore/graph.ts';
import type { Program } from '../../../src/system/program.ts';
import { by, el } from './dom.ts';
import { button } from './page.ts';

/** Where a run stands, and how it is taken on by several steps. */
type Here = {
  readonly program: Program;
  readonly state: readonly number[];
  readonly take: (steps: readonly string[]) => void;
};

/** States that are searched for it, while the page waits. */
const most = 100_000;

/** What was chosen last, by name: it stays from step to step. */
const chosen = { part: '', state: '' };

/** Takes the shortest run from here to where a part is in a state. */
export function runUntil(here: Here): HTMLElement {
  const { program } = here;
  const parts = movable(program);
  const part = parts.find(({ name }) => name === chosen.part) ?? parts[0];
  if (part === undefined) return el('p', {}, '');
  const states = select('until-state', 'in state', statesOf(program, part), chosen.state);
  const of = select(
    'until-part',
    'Run until',
    parts.map(({ name, title }) => [name, title] as const),
    part.name,
  );
  const field = (label: HTMLElement): HTMLSelectElement => label.querySelector('select')!;
  field(of).addEventListener('change', () => {
    chosen.part = field(of).value;
    const next = parts.find(({ name }) => name === chosen.part)!;
    field(states).replaceChildren(...optionsOf(statesOf(program, next), ''));
  });
  const told = el('span', { class: 'why', role: 'status', id: 'until-told' });
  const run = (): void => {
    chosen.part = field(of).value;
    chosen.state = field(states).value;
    const found = runTo(here, chosen.part, chosen.state);
    if (typeof found === 'string') told.textContent = found;
    else {
      here.take(found);
      by('run-until').focus({ preventScroll: true });
    }
  };
  return el(
    'div',
    { class: 'until', role: 'group', 'aria-label': 'Run until a part is in a state' },
    of,
    states,
    button('Run', run, { id: 'run-until' }),
    told,
  );
}

type Part = Program['parts'][number];

/** Parts that some step moves. */
function movable({ parts, steps, tables }: Program): readonly Part[] {
  const moved = new Set(
    steps.flatMap(({ moves, also }) => [...moves, ...also].map(({ part }) => part)),
  );
  return parts.filter(({ table }, part) => moved.has(part) && tables[table]!.states.length > 1);
}

const statesOf = ({ tables }: Program, { table }: Part): (readonly [string, string])[] =>
  tables[table]!.states.map((state) => [state, state] as const);

const optionsOf = (values: readonly (readonly [string, string])[], now: string): HTMLElement[] =>
  values.map(([value, words]) => el('option', { value, selected: value === now }, words));

function select(
  id: string,
  label: string,
  values: readonly (readonly [string, string])[],
  now: string,
): HTMLElement {
  const field = el('select', { id }, ...optionsOf(values, now));
  return el('label', {}, el('span', {}, label), field);
}

/** The steps of a shortest run; or why there is none. */
function runTo({ program, state }: Here, part: string, wanted: string): readonly string[] | string {
  const at = program.parts.findIndex(({ name }) => name === part);
  const { title, table } = program.parts[at]!;
  const local = program.tables[table]!.states.indexOf(wanted);
  if (state[at] === local) return `${title} is in ${wanted} now.`;
  const graph = search({ ...program, initial: state }, { states: most });
  const place = graph.where([[{ part: at, in: [local] }]]).indexOf(1);
  if (place >= 0) return stepsTo(graph, place).map((step) => program.steps[step]!.name);
  return graph.stopped === null
    ? `No run from here ever brings ${title} to ${wanted}.`
    : `None of the first ${graph.size.toLocaleString('en')} states from here has it; others were not searched.`;
}
