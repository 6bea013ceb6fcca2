import { inWritten, understand } from '../../../machines/description/complaints.ts';
import type { Described } from '../../../machines/description/description.ts';
import { systemOf } from '../../../machines/description/system.ts';
import { alternatives } from '../../../machines/description/alternatives.ts';
import type { VerdictJson } from '../../../src/judge/verdict-json.ts';
import { fire, withoutRecovery, type Program } from '../../../src/system/program.ts';
import { chartFor, reduced, type Drawn } from './charts.ts';
import { complaintsOf, withoutWrong } from './complaints.ts';
import { cycleDrawing } from './cycle.ts';
import { by, el } from './dom.ts';
import { form } from './form.ts';
import type { Asked, Told } from './messages.ts';
import { searcher } from './searcher.ts';
import { sequence, runOf } from './sequence.ts';
import { empty, fromAddress, toAddress, toTheEnd, type Situation } from './situation.ts';
import { whatIf } from './what-if.ts';

/** What a search may use, by the build. */
declare const MOST_STATES: number;
const mostBytes = 2 ** 30;
const charts = JSON.parse(by('charts').textContent) as Record<string, readonly Drawn[]>;
const notOurs =
  "This address holds nothing that this page has written: it shows the text's own story.";

let situation: Situation = empty;
/** One answer a driver; null while it is asked for. */
let answers: (VerdictJson | string | null)[] = [];
let workers: (Worker | null)[] = [];
let serial = 0;
/** The last question of each driver. */
const asked: number[] = [];
/** What is folded out, by its id. */
const unfolded = new Set<string>(['form-0', 'form-1']);

/**
 * Says something to who does not see the page: the line stays where it is, so that a screen reader
 * notices that it changes.
 */
function say(text: string): void {
  if (by('told').textContent !== text) by('told').textContent = text;
}

function check(at: number): void {
  workers[at]?.terminate();
  answers[at] = null;
  const read = understand(situation.drivers[at]!);
  if (!('described' in read)) {
    workers[at] = null;
    answers[at] = '';
    show();
    say(`${situation.drivers[at]!.driver}: ${read.complaints.map(({ line }) => line).join('; ')}`);
    return;
  }
  const id = ++serial;
  asked[at] = id;
  workers[at] = null;
  searcher().then(
    (worker) => {
      if (asked[at] !== id || answers[at] !== null) {
        worker.terminate();
        return;
      }
      workers[at] = worker;
      worker.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data.id !== id) return;
        if (data.kind === 'progress') {
          by(`status-${at}`).firstChild!.textContent =
            `searching: ${data.states.toLocaleString('en')} states`;
          return;
        }
        worker.terminate();
        workers[at] = null;
        answers[at] = data.kind === 'done' ? data.verdict : data.line;
        show();
        say(
          `${situation.drivers[at]!.driver}: ${data.kind === 'done' ? data.verdict.verdict : data.line}`,
        );
      };
      worker.onerror = () => {
        workers[at] = null;
        answers[at] = 'the search ended without an answer';
        show();
      };
      worker.postMessage({
        id,
        described: read.described,
        states: MOST_STATES,
        bytes: mostBytes,
      } satisfies Asked);
    },
    (error: unknown) => {
      answers[at] = error instanceof Error ? error.message : String(error);
      show();
    },
  );
  show();
}

/** Shows what the address says; of one that is not ours it says so, in a line. */
function arrive(): void {
  const address = location.hash.slice(1);
  const found = address === '' ? empty : fromAddress(address);
  answers = [];
  change(found ?? empty);
  if (found === null) by('notice').textContent = notOurs;
}

function change(next: Situation): void {
  by('notice').textContent = '';
  const asked = next.drivers
    .map((driver, at) =>
      JSON.stringify(driver) === JSON.stringify(situation.drivers[at]) && answers[at] !== undefined
        ? -1
        : at,
    )
    .filter((at) => at >= 0);
  for (let at = next.drivers.length; at < workers.length; at++) workers[at]?.terminate();
  situation = next;
  answers.length = Math.min(answers.length, next.drivers.length);
  history.replaceState(null, '', `#${toAddress(situation)}`);
  if (asked.length === 0) show();
  for (const at of asked) check(at);
}

const cancel = (at: number): HTMLElement =>
  el(
    'button',
    {
      type: 'button',
      class: 'beside',
      id: `search-${at}`,
      click: () => {
        workers[at]?.terminate();
        workers[at] = null;
        answers[at] = 'cancelled';
        show();
        say('cancelled');
      },
    },
    'Cancel',
  );
const again = (at: number): HTMLElement =>
  el(
    'button',
    {
      type: 'button',
      class: 'beside',
      id: `search-${at}`,
      click: () => {
        check(at);
      },
    },
    'Search again',
  );

/** Draws the page anew; what had the focus has it again. */
function show(): void {
  const had = document.activeElement?.id ?? '';
  by('drivers').replaceChildren(...situation.drivers.map(panel));
  by('compare').textContent =
    situation.drivers.length === 1 ? 'Put a second driver beside it' : 'Show one driver';
  const first = answers[0];
  by('run').replaceChildren(
    ...(first === null || first === undefined || typeof first === 'string' ? [] : [run(first)]),
  );
  const [box, moved] = [
    document.getElementById('sequence'),
    document.querySelector('.sequence .now circle:last-of-type'),
  ];
  // Whoever moves in the step that is shown is in sight, however many lanes there are.
  if (box !== null && moved !== null)
    box.scrollLeft = Math.max(
      0,
      moved.getBoundingClientRect().right - box.getBoundingClientRect().right + 70,
    );
  if (had !== '' && document.activeElement?.id !== had)
    document.getElementById(had)?.focus({ preventScroll: true });
}

function panel(described: Described, at: number): HTMLElement {
  const answer = answers[at];
  const edit = (next: Described): void => {
    change({
      ...situation,
      drivers: situation.drivers.map((one, i) => (i === at ? next : one)),
      promise: null,
      position: toTheEnd,
      hand: null,
    });
  };
  const complaints = complaintsOf(described);
  const title = String(described.driver ?? 'a driver without a name');
  const line = el('div', { id: `status-${at}`, class: 'status' });
  if (complaints.length > 0) {
    line.append(
      el(
        'ul',
        { class: 'wrong' },
        ...complaints.map(({ path, line: text }) =>
          el('li', {}, path.length === 0 ? '' : el('code', {}, `${inWritten(path)}: `), text),
        ),
      ),
      el(
        'button',
        {
          type: 'button',
          id: `repair-${at}`,
          click: () => {
            edit(withoutWrong(described));
          },
        },
        'Leave out what is wrong',
      ),
    );
  } else if (answer === null || answer === undefined) line.append('searching', cancel(at));
  else if (typeof answer === 'string') line.append(answer, again(at));
  return el(
    'section',
    { class: 'driver', 'aria-label': title },
    el('h2', {}, title),
    line,
    verdict(answer, at),
    unfolding(
      `form-${at}`,
      'What it does and promises',
      form(described, `Driver ${at + 1}`, `driver-${at}`, complaints, edit),
      unfolding(
        `json-${at}`,
        'As a file for the command line',
        el('pre', { tabindex: '0' }, JSON.stringify(described, null, 2)),
      ),
    ),
  );
}

/** Something that can be folded out, and stays so when the page is drawn anew. */
function unfolding(id: string, title: string, ...inside: readonly HTMLElement[]): HTMLElement {
  return el(
    'details',
    {
      open: unfolded.has(id),
      toggle: (event) => {
        if ((event.target as HTMLDetailsElement).open) unfolded.add(id);
        else unfolded.delete(id);
      },
    },
    el('summary', { id }, title),
    ...inside,
  );
}

function verdict(answer: VerdictJson | string | null | undefined, at: number): HTMLElement {
  if (answer === null || answer === undefined || typeof answer === 'string') return el('div', {});
  return el(
    'div',
    { class: `verdict ${answer.verdict}` },
    el('p', { class: 'word', 'data-verdict': answer.verdict }, answer.verdict),
    answer.stopped === null
      ? null
      : el(
          'p',
          {},
          `The search ended early, at ${answer.states.toLocaleString('en')} states (` +
            `${answer.stopped}): what it has not seen, nothing is said of. The command line has ` +
            `more room: save the file below and run `,
          el('code', {}, 'npx finite-fence check FILE'),
          '.',
        ),
    el(
      'table',
      {},
      el(
        'caption',
        {},
        `${answer.states.toLocaleString('en')} states, ${answer.edges.toLocaleString('en')} steps between them`,
      ),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, 'promise'),
          el('th', { scope: 'col' }, 'verdict'),
          el('th', { scope: 'col' }, 'with hang recovery'),
        ),
      ),
      el(
        'tbody',
        {},
        ...answer.promises.map((promise) =>
          el(
            'tr',
            {},
            el(
              'th',
              { scope: 'row' },
              at === 0 && promise.run.length > 0
                ? el(
                    'button',
                    {
                      type: 'button',
                      id: `promise-${promise.name}`,
                      click: () => {
                        change({
                          ...situation,
                          promise: promise.name,
                          position: promise.run.length,
                          hand: null,
                        });
                      },
                    },
                    promise.name,
                  )
                : promise.name,
            ),
            el(
              'td',
              { class: promise.verdict },
              promise.pending === 0 ? `${promise.verdict} (never pending)` : promise.verdict,
            ),
            el('td', {}, promise.recovered ?? ''),
          ),
        ),
      ),
    ),
    answer.remedies.length === 0
      ? null
      : el(
          'p',
          {},
          `Any one of these would make it finite: ${answer.remedies.map(({ what }) => what).join('; ')}.`,
        ),
    at === 0 && answer.verdict === 'finite' ? needs(answer) : null,
  );
}

function needs(answer: VerdictJson): HTMLElement {
  const all = [...new Set(answer.promises.flatMap((promise) => promise.needs))].filter(
    (one) => !one.endsWith(' acts'),
  );
  return el(
    'p',
    {},
    all.length === 0
      ? 'It rests on no assumption that could be dropped.'
      : `Finite because: ${all.join('; ')}.`,
  );
}

const sayStep = (): void => {
  say(document.querySelector('.count')?.textContent ?? '');
};

function run(answer: VerdictJson): HTMLElement {
  const promise =
    answer.promises.find(({ name }) => name === situation.promise) ??
    answer.promises.find((one) => one.run.length > 0);
  const description = { ...situation.drivers[0]!, ...answer.alternative } as Described;
  const program: Program = withoutRecovery(systemOf(alternatives(description)[0]!.description));
  const names = situation.hand ?? (promise === undefined ? [] : [...promise.run, ...promise.loop]);
  const steps = runOf(program, names);
  const position = Math.min(situation.position, steps.length);
  let state: readonly number[] = program.initial;
  for (const { step } of steps.slice(0, position))
    state = fire(
      program,
      program.steps.find(({ name }) => name === step)!,
      [...state],
    )!;
  const go = (to: number): void => {
    change({ ...situation, position: Math.max(0, Math.min(steps.length, to)) });
    by('stepper').focus({ preventScroll: true });
    sayStep();
  };
  const take = (step: string): void => {
    change({
      ...situation,
      hand: [...steps.slice(0, position).map((one) => one.step), step],
      position: position + 1,
    });
    by('may-happen').focus({ preventScroll: true });
    sayStep();
  };
  const where = `step ${position} of ${steps.length}${position === 0 ? '' : `: ${steps[position - 1]!.step}`}`;
  const stepper = el(
    'div',
    {
      id: 'stepper',
      class: 'stepper',
      tabindex: '0',
      role: 'group',
      'aria-label': 'Steps of the run; arrow keys step',
      keydown: (event) => {
        const { key } = event as KeyboardEvent;
        if (key === 'ArrowRight' || key === 'ArrowDown') {
          event.preventDefault();
          go(position + 1);
        }
        if (key === 'ArrowLeft' || key === 'ArrowUp') {
          event.preventDefault();
          go(position - 1);
        }
        if (key === 'Home') {
          event.preventDefault();
          go(0);
        }
        if (key === 'End') {
          event.preventDefault();
          go(steps.length);
        }
      },
    },
    el(
      'button',
      {
        type: 'button',
        click: () => {
          go(position - 1);
        },
        ...(position === 0 ? { disabled: true } : {}),
      },
      'Back',
    ),
    el(
      'button',
      {
        type: 'button',
        click: () => {
          go(position + 1);
        },
        ...(position === steps.length ? { disabled: true } : {}),
      },
      'Forward',
    ),
    el('span', { class: 'count' }, ` ${where}`),
  );
  return el(
    'section',
    { 'aria-label': 'A run' },
    el(
      'h2',
      {},
      situation.hand !== null
        ? 'A run taken by hand'
        : promise === undefined
          ? 'Try the system by hand'
          : `How ${promise.name} is broken`,
    ),
    stepper,
    steps.length === 0
      ? null
      : el(
          'div',
          {
            id: 'sequence',
            class: 'scroll',
            tabindex: '0',
            role: 'region',
            'aria-label': 'Sequence diagram',
          },
          sequence(
            program,
            steps,
            position,
            situation.hand === null ? (promise?.sealed ?? null) : null,
            go,
          ),
        ),
    situation.hand === null &&
      promise !== undefined &&
      promise.waits.length > 0 &&
      position === steps.length
      ? el(
          'div',
          {},
          el('h3', {}, 'Who then waits for whom'),
          el('p', {}, promise.cycle.join(' → ')),
          el(
            'div',
            { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Waits-for drawing' },
            cycleDrawing(promise.waits, promise.closes),
          ),
        )
      : null,
    el('h3', {}, 'Where everything is'),
    parts(program, state),
    whatIf(program, state, take, (id, title, inside) => unfolding(id, title, inside)),
  );
}

function parts(program: Program, state: readonly number[]): HTMLElement {
  return el(
    'div',
    { class: 'parts' },
    ...program.parts.flatMap((part, at): HTMLElement[] => {
      const table = program.tables[part.table]!;
      if (
        table.states.length === 1 ||
        !program.steps.some(({ moves, also }) =>
          [...moves, ...also].some((move) => move.part === at),
        )
      )
        return [];
      const now = table.states[state[at]!]!;
      const drawn = chartFor(charts[table.lifecycle] ?? [], table.states);
      const id = `part-${part.name}`;
      const summary = el('summary', { id }, `${part.title}: `, el('strong', {}, now));
      if (drawn === null) return [el('div', { class: 'part' }, summary.textContent)];
      const lit = drawn.states.includes(now) ? now : reduced(now);
      const draw = (box: HTMLElement): void => {
        if (box.querySelector('svg') !== null) return;
        // Charts are drawn at build time from our own machines; no input reaches them.
        const picture = new DOMParser().parseFromString(drawn.svg, 'image/svg+xml').documentElement;
        for (const node of picture.querySelectorAll('[data-state]'))
          if (node.getAttribute('data-state') === lit) node.classList.add('lit');
        if (lit !== now)
          box.append(
            el(
              'p',
              { class: 'why' },
              `Drawn for one job of each kind: ${now} is lit as ` +
                `${drawn.states.includes(lit) ? lit : 'none of its states'}.`,
            ),
          );
        box.append(
          el(
            'div',
            {
              class: 'scroll',
              tabindex: '0',
              role: 'region',
              'aria-label': `The chart of ${part.title}`,
            },
            picture,
          ),
        );
      };
      const box = el(
        'details',
        {
          class: 'part',
          open: unfolded.has(id),
          toggle: () => {
            if (box.open) {
              unfolded.add(id);
              draw(box);
            } else unfolded.delete(id);
          },
        },
        summary,
      );
      if (unfolded.has(id)) draw(box);
      return [box];
    }),
  );
}

by('compare').addEventListener('click', () => {
  change({
    ...situation,
    drivers:
      situation.drivers.length === 1
        ? [situation.drivers[0]!, { driver: 'other' }]
        : [situation.drivers[0]!],
  });
});
by('copy').addEventListener('click', () => {
  void navigator.clipboard?.writeText(location.href);
  by('copied').textContent = 'The address holds all that is shown.';
});
globalThis.addEventListener('hashchange', arrive);
by('theme').addEventListener('click', () => {
  const root = document.documentElement;
  root.dataset['theme'] =
    (root.dataset['theme'] ??
      (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark'
      ? 'light'
      : 'dark';
});
arrive();
