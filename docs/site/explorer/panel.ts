import { inWritten, type Complaint } from '../../../machines/description/complaints.ts';
import type { Described } from '../../../machines/description/description.ts';
import { withoutWrong } from './complaints.ts';
import { el } from './dom.ts';
import type { Editor, Mark } from './editing.ts';
import { fieldWords } from './field-words.ts';
import { form } from './form.ts';
import { isThreads } from './is-threads.ts';
import { button, type Page, type Standing } from './page.ts';
import { script } from './searcher.ts';
import type { Subject } from './situation.ts';
import { verdictView } from './verdict.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One subject on the page: its text, how its search goes, its verdict, and what can be chosen. */
export type Panel = {
  readonly element: HTMLElement;
  /** Puts its text into the editor. */
  readonly setSubject: (subject: Subject) => void;
  /** Draws all but the editor, which stays as it is. */
  readonly show: (page: Page) => void;
  readonly progress: (states: number) => void;
  readonly mark: (marks: readonly Mark[]) => void;
  readonly focus: () => void;
};

type Heard = {
  readonly typed: (text: string) => void;
  readonly vocabulary: () => Vocabulary | null;
};

export function panelIn(index: number, heard: Heard): Panel {
  const title = el('h2', { class: 'file-name' });
  const kind = el('span', { class: 'file-kind' });
  const tools = el('span', { class: 'file-tools' });
  const host = el('div', { class: 'editor', id: `editor-${index}` });
  const status = el('div', { id: `status-${index}`, class: 'status' });
  const verdict = el('div', { class: 'verdict-place' });
  const choices = el('div', { class: 'choices' });
  const write = el(
    'div',
    { class: 'write' },
    el('div', { class: 'file' }, title, kind, tools),
    host,
  );
  const element = el('section', { class: 'subject' }, write, status, verdict, choices);
  const editor = editorIn(host, index, heard);
  return {
    element,
    setSubject: (subject) => {
      const isText = subject.is === 'text';
      host.hidden = !isText;
      if (isText) editor.setText(subject.text);
      editor.setMarks([]);
    },
    progress: (states) => {
      const line = status.querySelector('.line');
      if (line !== null) line.textContent = `searching: ${states.toLocaleString('en')} states`;
    },
    mark: editor.setMarks,
    focus: editor.focus,
    show: (page) => {
      const subject = page.situation.subjects[index]!;
      const standing = page.standings[index]!;
      const name = nameOf(subject, standing);
      element.setAttribute('aria-label', name);
      title.textContent = name;
      kind.textContent = kindOf(subject);
      tools.replaceChildren(...toolsOf(subject));
      const { status: now } = standing;
      editor.setProblems(now.is === 'problems' ? now.problems : []);
      status.replaceChildren(...statusView(page, index));
      status.classList.toggle('is-wrong', now.is === 'problems');
      verdict.replaceChildren(...verdictView(page, index));
      choices.replaceChildren(...choicesView(page, index));
    },
  };
}

function nameOf(subject: Subject, { reading }: Standing): string {
  if (reading.is !== 'driver') return subject.name;
  const { written } = reading;
  return written === null ? subject.name : String(written.driver ?? 'a driver without a name');
}

function kindOf(subject: Subject): string {
  if (subject.is === 'litmus') return 'litmus test';
  return isThreads(subject.text) ? 'threads' : 'description';
}

/** Takes the text away as a file. */
function toolsOf(subject: Subject): readonly HTMLElement[] {
  if (subject.is === 'litmus') return [];
  const { text } = subject;
  const ending = isThreads(text) ? 'litmus' : 'json';
  const base = subject.name.replace(/^.*\//, '').replace(/\.(litmus|json)$/, '');
  const href = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
  return [el('a', { href, download: `${base}.${ending}`, class: 'quiet' }, 'Save')];
}

/** The editor: a plain field of text until the better one is there, and where it cannot be had. */
function editorIn(host: HTMLElement, index: number, { typed, vocabulary }: Heard): Editor {
  const label = `The text of subject ${index + 1}: a description or threads`;
  const field = el('textarea', { 'aria-label': label, spellcheck: 'false', rows: '16' });
  field.addEventListener('input', () => typed(field.value));
  host.append(field);
  let better: Editor | null = null;
  let problems: Parameters<Editor['setProblems']>[0] = [];
  let marks: readonly Mark[] = [];
  void script('editor.js').then(
    () => {
      const had = document.activeElement === field;
      const parent = el('div', { class: 'editor-root' });
      host.replaceChildren(parent);
      better = globalThis.makeEditor!({
        parent,
        label,
        text: field.value,
        changed: typed,
        vocabulary,
        fields: fieldWords,
      });
      better.setProblems(problems);
      better.setMarks(marks);
      if (had) better.focus();
    },
    () => {
      /* the plain field stays */
    },
  );
  return {
    text: () => better?.text() ?? field.value,
    setText: (text) => {
      if (better !== null) better.setText(text);
      else if (field.value !== text) field.value = text;
    },
    setProblems: (given) => {
      problems = given;
      better?.setProblems(given);
    },
    setMarks: (given) => {
      marks = given;
      better?.setMarks(given);
    },
    focus: () => (better ?? field).focus(),
  };
}

/** What is wrong with the text; or how the search goes. */
function statusView(page: Page, index: number): readonly HTMLElement[] {
  const { status, reading } = page.standings[index]!;
  const beside = { class: 'beside', id: `search-${index}` };
  if (status.is === 'searching')
    return [
      el('span', { class: 'line' }, 'searching'),
      button('Cancel', () => page.cancel(index), beside),
    ];
  if (status.is === 'line')
    return [
      el('span', { class: 'line' }, status.line),
      button('Search again', () => page.searchAgain(index), beside),
    ];
  if (status.is === 'answered') return [];
  if (reading.is === 'driver' && reading.complaints.length > 0)
    return [
      el('ul', { class: 'wrong' }, ...reading.complaints.map(complaintView)),
      button(
        'Remove the invalid choices',
        () => page.describe(index, withoutWrong(reading.written ?? { driver: 'mine' })),
        { id: `repair-${index}` },
      ),
    ];
  const lines = status.problems.map(({ line, column, what }) =>
    el('li', {}, el('code', {}, `${line}:${column}: `), what),
  );
  return [el('ul', { class: 'wrong' }, ...lines)];
}

const complaintView = ({ path, line }: Complaint): HTMLElement =>
  el('li', {}, path.length === 0 ? '' : el('code', {}, `${inWritten(path)}: `), line);

const asPrinted = { 'aria-label': 'What the command line prints' };

/** What can be chosen of a description; what the command line says. */
function choicesView(page: Page, index: number): readonly HTMLElement[] {
  const { reading, last, isStale } = page.standings[index]!;
  const commandLine =
    last === null || isStale || last.answer.is === 'vocabulary'
      ? []
      : [
          page.unfolding(
            `said-${index}`,
            'As the command line says it',
            el(
              'pre',
              { class: 'said', tabindex: '0', role: 'group', ...asPrinted },
              last.answer.text,
            ),
          ),
        ];
  if (reading.is !== 'driver' || reading.written === null) return commandLine;
  const described = reading.written;
  return [
    page.unfolding(
      page.situation.subjects.length === 1 ? 'form-0' : `form-two-${index}`,
      'What it does and promises',
      form({
        described,
        id: `driver-${index}`,
        name: `Driver ${index + 1}`,
        complaints: reading.complaints,
        changed: (next: Described) => page.describe(index, next),
      }),
    ),
    ...commandLine,
  ];
}
