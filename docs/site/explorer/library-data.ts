/** Something that can be opened, with what is searched and shown of it. */
type Entry = { readonly name: string; readonly about: string; readonly verdict: string };

export type LitmusEntry = Entry & {
  readonly family: string;
  readonly twin: string;
  readonly rules: readonly string[];
};

export type ThreadsEntry = Entry & {
  /** Its path in machines/litmus, without the ending. */
  readonly file: string;
  readonly rules: readonly string[];
};

/** All that comes with this package and can be opened, as it is listed. */
export type Library = {
  readonly drivers: readonly Entry[];
  readonly litmus: readonly LitmusEntry[];
  readonly threads: readonly ThreadsEntry[];
};

/** The texts of what is listed; they weigh as much as the list, and are loaded once one is opened or searched. */
export type Texts = {
  /** By the name of the driver. */
  readonly drivers: Readonly<Record<string, string>>;
  /** By the name of the test: its question as a description. One that is not here has rows of its own. */
  readonly litmus: Readonly<Record<string, string>>;
  /** By the path of the file, without the ending. */
  readonly threads: Readonly<Record<string, string>>;
  /** Descriptions that stand beside files of threads, by their path. */
  readonly beside: Readonly<Record<string, string>>;
};
