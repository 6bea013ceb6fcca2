import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from '@codemirror/commands';
import {
  bracketMatching,
  HighlightStyle,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import {
  Compartment,
  EditorState,
  StateEffect,
  StateField,
  type Extension,
  type Text,
} from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import schema from '../../driver.schema.json' with { type: 'json' };
import { descriptionOffer, threadsOffer, type Offer, type Schema } from './completions.ts';
import type { Editor, EditorSetting, Mark } from './editing.ts';
import { look } from './editor-look.ts';
import { isThreads } from './is-threads.ts';
import type { Problem } from './kind.ts';
import { jsonLanguage, threadsLanguage } from './textmate.ts';

const colours = HighlightStyle.define([
  { tag: tags.comment, class: 'tok-comment' },
  { tag: tags.string, class: 'tok-string' },
  { tag: tags.keyword, class: 'tok-keyword' },
  { tag: tags.heading, class: 'tok-name' },
  { tag: tags.labelName, class: 'tok-function' },
  { tag: tags.typeName, class: 'tok-type' },
  { tag: tags.propertyName, class: 'tok-call' },
  { tag: [tags.number, tags.atom], class: 'tok-atom' },
  { tag: tags.deleted, class: 'tok-deleted' },
  { tag: tags.inserted, class: 'tok-inserted' },
]);

const setMarks = StateEffect.define<readonly Mark[]>();

class Note extends WidgetType {
  constructor(readonly text: string) {
    super();
  }
  override eq(other: Note): boolean {
    return other.text === this.text;
  }
  override toDOM(): HTMLElement {
    const note = document.createElement('span');
    note.className = 'cm-note';
    note.textContent = `  ${this.text}`;
    return note;
  }
}

const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, { effects, changes, state }) {
    const given = effects.find((effect) => effect.is(setMarks));
    if (given === undefined) return before.map(changes);
    const known = given.value.filter(({ line }) => line >= 1 && line <= state.doc.lines);
    return Decoration.set(
      known.flatMap(({ line, how, note }) => {
        const { from, to } = state.doc.line(line);
        const lit = Decoration.line({ class: `cm-lit-${how}` }).range(from);
        if (note === '') return [lit];
        return [lit, Decoration.widget({ widget: new Note(note), side: 1 }).range(to)];
      }),
      true,
    );
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Lines of the version before and after, in their colours. */
const sides = ViewPlugin.define(
  (view) => {
    const find = (): DecorationSet => {
      const { doc } = view.state;
      if (!isThreads(doc.toString())) return Decoration.none;
      return Decoration.set(
        Array.from({ length: doc.lines }, (_, at) => doc.line(at + 1)).flatMap(({ text, from }) => {
          if (!/^[-+]/.test(text)) return [];
          const side = text.startsWith('-') ? 'before' : 'after';
          return [Decoration.line({ class: `cm-${side}` }).range(from)];
        }),
      );
    };
    const plugin = {
      lines: find(),
      update({ docChanged }: { readonly docChanged: boolean }) {
        if (docChanged) plugin.lines = find();
      },
    };
    return plugin;
  },
  { decorations: ({ lines }) => lines },
);

/** A problem as the editor draws it: from its place to the end of the word there. */
function diagnosticOf(doc: Text, { line, column, what }: Problem): Diagnostic {
  const { from, to, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
  const start = Math.min(from + Math.max(0, column - 1), to);
  const word = /^\w+|^"[^"]*"?|^\S/.exec(text.slice(start - from))?.[0] ?? '';
  const isAtEnd = word === '' && start === to;
  const first = isAtEnd ? Math.max(from, start - 1) : start;
  return {
    from: first,
    to: Math.max(start + word.length, first),
    severity: 'error',
    message: what,
  };
}

const kinds: Readonly<Record<string, string>> = {
  call: 'function',
  type: 'type',
  kind: 'class',
  object: 'variable',
  word: 'keyword',
  label: 'text',
  field: 'property',
};

function completions({ vocabulary, fields }: EditorSetting) {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const whole = state.doc.toString();
    const before = state.sliceDoc(0, pos);
    let offer: Offer | null = null;
    if (isThreads(whole)) {
      const known = vocabulary();
      if (known !== null) offer = threadsOffer(before, whole, known, explicit);
    } else if (explicit || /["\w]$/.test(before))
      offer = descriptionOffer(before, schema as unknown as Schema, fields);
    if (offer === null) return null;
    return {
      from: offer.from,
      options: offer.options.map(({ kind, ...option }) => ({ ...option, type: kinds[kind]! })),
      validFor: isThreads(whole) ? /^[\w.-]*$/ : /^"?[\w./-]*$/,
    };
  };
}

const languageOf = (text: string): Extension =>
  isThreads(text) ? [threadsLanguage, indentUnit.of('\t')] : [jsonLanguage, indentUnit.of('  ')];

/**
 * Whoever comes by Tab leaves by Tab. Once somebody writes here, Tab indents, until the focus goes
 * elsewhere; Escape, then Tab leaves at any time.
 */
function tabIndents(): Extension {
  let writes = false;
  return [
    keymap.of([
      {
        key: 'Tab',
        run: (view) => writes && indentMore(view),
        shift: (view) => writes && indentLess(view),
      },
    ]),
    EditorView.domEventHandlers({
      mousedown: () => {
        writes = true;
      },
      blur: () => {
        writes = false;
      },
    }),
    EditorView.updateListener.of(({ transactions }) => {
      writes ||= transactions.some((one) => one.isUserEvent('input') || one.isUserEvent('delete'));
    }),
  ];
}

/** What every editor is made of, whatever is written in it. */
const common: Extension = [
  lineNumbers(),
  history(),
  drawSelection(),
  EditorView.lineWrapping,
  highlightActiveLine(),
  bracketMatching(),
  closeBrackets(),
  syntaxHighlighting(colours),
  EditorState.tabSize.of(4),
  keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
  marked,
  sides,
  look,
];

const leaves = 'Tab indents once you write here; Escape, then Tab leaves.';

/** Makes an editor in a shadow tree: its styles are adopted there, where no policy forbids them. */
function makeEditor(setting: EditorSetting): Editor {
  const root = setting.parent.attachShadow({ mode: 'open' });
  const language = new Compartment();
  let given = setting.text;
  let isOurs = false;
  const changed = EditorView.updateListener.of(({ docChanged, state, view }) => {
    if (!docChanged) return;
    const text = state.doc.toString();
    if (isThreads(text) !== isThreads(given))
      view.dispatch({ effects: language.reconfigure(languageOf(text)) });
    given = text;
    if (!isOurs) setting.changed(text);
  });
  const attributes = {
    'aria-label': setting.label,
    'aria-description': leaves,
    spellcheck: 'false',
    tabindex: '0',
  };
  const extensions = [
    common,
    tabIndents(),
    autocompletion({ override: [completions(setting)], icons: false }),
    language.of(languageOf(setting.text)),
    EditorView.contentAttributes.of(attributes),
    changed,
  ];
  const state = EditorState.create({ doc: setting.text, extensions });
  const view = new EditorView({ root, parent: root, state });
  return {
    text: () => view.state.doc.toString(),
    setText: (text) => {
      const before = view.state.doc.toString();
      if (text === before) return;
      isOurs = true;
      view.dispatch({ changes: { from: 0, to: before.length, insert: text } });
      isOurs = false;
    },
    setProblems: (problems) => {
      const found = problems.map((problem) => diagnosticOf(view.state.doc, problem));
      view.dispatch(setDiagnostics(view.state, found));
    },
    setMarks: (marks) => markIn(view, marks),
    focus: () => view.focus(),
  };
}

/** Marks lines, and brings the first of them into sight. */
function markIn(view: EditorView, marks: readonly Mark[]): void {
  const { doc } = view.state;
  const [first] = marks.filter(({ line }) => line >= 1 && line <= doc.lines);
  const effects: StateEffect<unknown>[] = [setMarks.of(marks)];
  // Who writes is not led away from where he writes.
  if (first !== undefined && !view.hasFocus)
    effects.push(
      EditorView.scrollIntoView(doc.line(first.line).from, { y: 'nearest', yMargin: 40 }),
    );
  view.dispatch({ effects });
}

globalThis.makeEditor = makeEditor;
