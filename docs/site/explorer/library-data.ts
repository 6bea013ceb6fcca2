/** Something that can be opened, with what is searched and shown of it. */
type Entry = { readonly name: string; readonly about: string; readonly verdict: string };

export type LitmusEntry = Entry & {
  readonly family: string;
  readonly twin: string;
  readonly rules: readonly string[];
  /** Its question as a description, as JSON; null: it has rows of its own. */
  readonly description: string | null;
};

export type ThreadsEntry = Entry & {
  /** Its path in machines/litmus, without the ending. */
  readonly file: string;
  readonly rules: readonly string[];
  readonly text: string;
};

/** All that comes with this package and can be opened. */
export type Library = {
  readonly drivers: readonly (Entry & { readonly text: string })[];
  readonly litmus: readonly LitmusEntry[];
  readonly threads: readonly ThreadsEntry[];
  /** Descriptions that stand beside files of threads, by their path. */
  readonly beside: Readonly<Record<string, string>>;
};
