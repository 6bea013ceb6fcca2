import { understand } from '../../../machines/complaints.ts';
import type { Described } from '../../../machines/description.ts';
import { systemOf } from '../../../machines/system.ts';
import { alternatives } from '../../../machines/alternatives.ts';
import type { VerdictJson } from '../../../src/cli/verdict-json.ts';
import { fire, withoutRecovery, type Program } from '../../../src/system/program.ts';
import { cycleDrawing } from './cycle.ts';
import { by, el } from './dom.ts';
import { form } from './form.ts';
import type { Asked, Told } from './messages.ts';
import { searcher } from './searcher.ts';
import { sequence, stepsOf } from './sequence.ts';
import { empty, fromAddress, toAddress, toTheEnd, type Situation } from './situation.ts';
import { whatIf } from './what-if.ts';

/** Searches of more states than this are left to the command line. */
const mostStates = 3_000_000;
const charts = JSON.parse(by('charts').textContent) as Record<string, string>;

let situation: Situation = fromAddress(location.hash.slice(1)) ?? empty;
/** One answer a driver; null while it is asked for. */
let answers: (VerdictJson | string | null)[] = [];
let workers: (Worker | null)[] = [];
let serial = 0;
/** The last question of each driver. */
const asked: number[] = [];

function check(at: number): void {
  workers[at]?.terminate();
  answers[at] = null;
  const read = understand(situation.drivers[at]!);
  if (!('described' in read)) { answers[at] = read.complaints.map(({ line }) => line).join(' '); show(); return; }
  const id = ++serial;
  asked[at] = id;
  workers[at] = null;
  searcher().then((worker) => {
    if (asked[at] !== id || answers[at] !== null) { worker.terminate(); return; }
    workers[at] = worker;
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.id !== id) return;
      if (data.kind === 'progress') { status(at, `searching: ${data.states.toLocaleString('en')} states`, true); return; }
      worker.terminate();
      workers[at] = null;
      answers[at] = data.kind === 'done' ? data.verdict : data.line;
      show();
    };
    worker.onerror = () => { workers[at] = null; answers[at] = 'the search ended without an answer'; show(); };
    worker.postMessage({ id, described: read.described, states: mostStates } satisfies Asked);
  }, (error: unknown) => { answers[at] = error instanceof Error ? error.message : String(error); show(); });
  show();
}

function change(next: Situation): void {
  const asked = next.drivers.map((driver, at) => (JSON.stringify(driver) === JSON.stringify(situation.drivers[at]) && answers[at] !== undefined ? -1 : at)).filter((at) => at >= 0);
  for (let at = next.drivers.length; at < workers.length; at++) workers[at]?.terminate();
  situation = next;
  answers.length = Math.min(answers.length, next.drivers.length);
  history.replaceState(null, '', `#${toAddress(situation)}`);
  if (asked.length === 0) show();
  for (const at of asked) check(at);
}

function status(at: number, text: string, busy: boolean): void {
  const line = by(`status-${at}`);
  line.replaceChildren(text, busy ? el('button', { type: 'button', class: 'cancel', click: () => {
    workers[at]?.terminate(); workers[at] = null; answers[at] = 'cancelled'; show();
  } }, 'Cancel') : '');
}

function show(): void {
  by('drivers').replaceChildren(...situation.drivers.map(panel));
  by('compare').textContent = situation.drivers.length === 1 ? 'Put a second driver beside it' : 'Show one driver';
  const first = answers[0];
  by('run').replaceChildren(...(first === null || first === undefined || typeof first === 'string' ? [] : [run(first)]));
}

function panel(described: Described, at: number): HTMLElement {
  const answer = answers[at];
  const edit = (next: Described): void => { change({ ...situation, drivers: situation.drivers.map((one, i) => (i === at ? next : one)), promise: null, step: toTheEnd, hand: null }); };
  const line = el('p', { id: `status-${at}`, role: 'status' });
  const section = el('section', { class: 'driver', 'aria-label': described.driver }, el('h2', {}, described.driver), line, verdict(answer, at), details(described, form(described, `Driver ${at + 1}`, edit)));
  if (answer === null || answer === undefined) line.append('searching', el('button', { type: 'button', class: 'cancel', click: () => { workers[at]?.terminate(); workers[at] = null; answers[at] = 'cancelled'; show(); } }, 'Cancel'));
  else if (typeof answer === 'string') line.append(answer);
  return section;
}

let opened = true;
function details(described: Described, inside: HTMLElement): HTMLElement {
  return el('details', { ...(opened ? { open: true } : {}), toggle: (event) => { opened = (event.target as HTMLDetailsElement).open; } }, el('summary', {}, 'What it does and promises'), inside,
    el('details', { class: 'json' }, el('summary', {}, 'As a file for the command line'), el('pre', { tabindex: '0' }, JSON.stringify(described, null, 2))));
}

function verdict(answer: VerdictJson | string | null | undefined, at: number): HTMLElement {
  if (answer === null || answer === undefined || typeof answer === 'string') return el('div', {});
  return el('div', { class: `verdict ${answer.verdict}` },
    el('p', { class: 'word', 'data-verdict': answer.verdict }, answer.verdict),
    el('table', {}, el('caption', {}, `${answer.states.toLocaleString('en')} states, ${answer.edges.toLocaleString('en')} steps between them`),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'promise'), el('th', { scope: 'col' }, 'verdict'), el('th', { scope: 'col' }, 'with hang recovery'))),
      el('tbody', {}, ...answer.promises.map((promise) => el('tr', {},
        el('th', { scope: 'row' }, at === 0 && promise.run.length > 0 ? el('button', { type: 'button', click: () => { change({ ...situation, promise: promise.name, step: promise.run.length, hand: null }); } }, promise.name) : promise.name),
        el('td', { class: promise.verdict }, promise.pending === 0 ? `${promise.verdict} (never pending)` : promise.verdict), el('td', {}, promise.recovered ?? ''))))),
    answer.remedies.length === 0 ? null : el('p', {}, `Any one of these would make it finite: ${answer.remedies.map(({ what }) => what).join('; ')}.`),
    at === 0 && answer.verdict === 'finite' ? needs(answer) : null);
}

function needs(answer: VerdictJson): HTMLElement {
  const all = [...new Set(answer.promises.flatMap((promise) => promise.needs))].filter((one) => !one.endsWith(' acts'));
  return el('p', {}, all.length === 0 ? 'It rests on no assumption that could be dropped.' : `Finite because: ${all.join('; ')}.`);
}

function run(answer: VerdictJson): HTMLElement {
  const promise = answer.promises.find(({ name }) => name === situation.promise) ?? answer.promises.find((one) => one.run.length > 0);
  const description = { ...situation.drivers[0]!, ...answer.alternative } as Described;
  const program: Program = withoutRecovery(systemOf(alternatives(description)[0]!.description));
  const rules = situation.hand ?? (promise === undefined ? [] : [...promise.run, ...promise.loop]);
  const steps = stepsOf(program, rules);
  const step = Math.min(situation.step, steps.length);
  let state: readonly number[] = program.initial;
  for (const { rule } of steps.slice(0, step)) state = fire(program, program.rules.find(({ name }) => name === rule)!, [...state])!;
  const go = (to: number): void => { change({ ...situation, step: Math.max(0, Math.min(steps.length, to)) }); by('stepper').focus(); };
  const take = (rule: string): void => { change({ ...situation, hand: [...steps.slice(0, step).map((one) => one.rule), rule], step: step + 1 }); };
  const stepper = el('div', { id: 'stepper', class: 'stepper', tabindex: '0', role: 'group', 'aria-label': 'Steps of the run; arrow keys step', keydown: (event) => {
    const { key } = event as KeyboardEvent;
    if (key === 'ArrowRight' || key === 'ArrowDown') { event.preventDefault(); go(step + 1); }
    if (key === 'ArrowLeft' || key === 'ArrowUp') { event.preventDefault(); go(step - 1); }
    if (key === 'Home') { event.preventDefault(); go(0); }
    if (key === 'End') { event.preventDefault(); go(steps.length); }
  } },
  el('button', { type: 'button', click: () => { go(step - 1); }, ...(step === 0 ? { disabled: true } : {}) }, 'Back'),
  el('button', { type: 'button', click: () => { go(step + 1); }, ...(step === steps.length ? { disabled: true } : {}) }, 'Forward'),
  el('span', { role: 'status', class: 'count' }, ` step ${step} of ${steps.length}${step === 0 ? '' : `: ${steps[step - 1]!.rule}`}`));
  return el('section', { 'aria-label': 'A run' },
    el('h2', {}, situation.hand !== null ? 'A run taken by hand' : promise === undefined ? 'Try the system by hand' : `How ${promise.name} is broken`),
    stepper,
    steps.length === 0 ? null : el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Sequence diagram' }, sequence(program, steps, step, situation.hand === null ? promise?.sealed ?? null : null, go)),
    situation.hand === null && promise !== undefined && promise.waits.length > 0 && step === steps.length ? el('div', {}, el('h3', {}, 'Who then waits for whom'), el('p', {}, promise.cycle.join(' → ')), el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Waits-for drawing' }, cycleDrawing(promise.waits, promise.closes))) : null,
    el('h3', {}, 'Where everything is'), parts(program, state),
    whatIf(program, state, take));
}

function parts(program: Program, state: readonly number[]): HTMLElement {
  return el('div', { class: 'parts' }, ...program.parts.flatMap((part, at): HTMLElement[] => {
    const table = program.tables[part.table]!;
    if (table.states.length === 1 || !program.rules.some(({ moves, also }) => [...moves, ...also].some((move) => move.part === at))) return [];
    const now = table.states[state[at]!]!;
    const chart = charts[table.lifecycle];
    const summary = el('summary', {}, `${part.title}: `, el('strong', {}, now));
    if (chart === undefined) return [el('div', { class: 'part' }, summary.textContent)];
    return [el('details', { class: 'part', toggle: (event) => {
      const box = event.target as HTMLDetailsElement;
      if (!box.open || box.querySelector('svg') !== null) return;
      // Charts are drawn at build time from our own machines; no input reaches them.
      const picture = new DOMParser().parseFromString(chart, 'image/svg+xml').documentElement;
      for (const node of picture.querySelectorAll('[data-state]')) if (node.getAttribute('data-state') === now) node.classList.add('lit');
      box.append(picture);
    } }, summary)];
  }));
}

by('compare').addEventListener('click', () => { change({ ...situation, drivers: situation.drivers.length === 1 ? [situation.drivers[0]!, { driver: 'other' }] : [situation.drivers[0]!] }); });
by('copy').addEventListener('click', () => { void navigator.clipboard?.writeText(location.href); by('copied').textContent = 'The address holds all that is shown.'; });
globalThis.addEventListener('hashchange', () => { const next = fromAddress(location.hash.slice(1)); if (next !== null) { answers = []; change(next); } });
by('theme').addEventListener('click', () => {
  const root = document.documentElement;
  root.dataset['theme'] = (root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark';
});
change(situation);
