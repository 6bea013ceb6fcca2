import type { Problem } from './kind.ts';
import type { FieldWords, Vocabulary } from './vocabulary.ts';

/** What an editor is made of. */
export type EditorSetting = {
  readonly parent: HTMLElement;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly text: string;
  readonly changed: (text: string) => void;
  /** What a file of threads can be written with; null while it is not there. */
  readonly vocabulary: () => Vocabulary | null;
  readonly fields: FieldWords;
};

/** A line that is marked in the text, with a note behind it. */
export type Mark = { readonly line: number; readonly how: 'now' | 'waits'; readonly note: string };

/** An editor, whatever it is made of. */
export type Editor = {
  readonly text: () => string;
  readonly setText: (text: string) => void;
  readonly setProblems: (problems: readonly Problem[]) => void;
  /** Marks lines; the first of them is brought into sight. */
  readonly setMarks: (marks: readonly Mark[]) => void;
  readonly focus: () => void;
};

declare global {
  var makeEditor: ((setting: EditorSetting) => Editor) | undefined;
}
