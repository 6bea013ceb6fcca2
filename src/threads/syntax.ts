/** A file as written: one side of a twin, names not yet looked up. */
export type File = {
  /** What messages call it. */
  readonly source: string;
  readonly name: string;
  readonly about: string;
  readonly cites: readonly string[];
  /** Ids of the laws that it is about. */
  readonly laws: readonly Word[];
  readonly version: Word | null;
  readonly beside: Word | null;
  readonly objects: readonly ObjectDeclaration[];
  readonly items: readonly Item[];
  readonly answers: readonly Answer[];
};

/** Line and column, from 1. */
export type Place = { readonly line: number; readonly column: number };
/** A word of the file, and where it stands. */
export type Word = { readonly text: string; readonly at: Place };

/** An object as declared: its type, its name, and words about it. */
export type ObjectDeclaration = {
  readonly type: Word;
  readonly name: Word;
  /** How many; null: one. */
  readonly times: number | null;
  readonly words: readonly Word[];
};

/** A thread, or what runs inside threads. */
export type Item = {
  readonly kind: Word;
  readonly name: Word;
  readonly parameters: readonly Word[];
  readonly on: Word | null;
  readonly place: Word | null;
  readonly again: boolean;
  readonly times: number | null;
  /** Of which like threads it is one: their name without a number. */
  readonly family: string | null;
  readonly body: Statement;
  /** It comes with a type or a call, and stands where that stands. */
  readonly brought?: true;
  readonly at: Place;
};

/** A statement, and where it begins. */
export type Statement = { readonly at: Place } & (
  | { readonly is: 'block'; readonly body: readonly Statement[] }
  | {
      readonly is: 'if';
      readonly test: Expression;
      readonly yes: Statement;
      readonly no: Statement | null;
    }
  | { readonly is: 'while' | 'do'; readonly test: Expression; readonly body: Statement }
  | {
      readonly is: 'for';
      readonly first: Statement | null;
      readonly test: Expression | null;
      readonly next: Statement | null;
      readonly body: Statement;
    }
  /** Takes something that the end of its block gives back; `body`: that is its block. */
  | {
      readonly is: 'guard';
      readonly of: Word;
      readonly given: readonly Argument[];
      readonly body: Statement | null;
      readonly text: string;
    }
  | { readonly is: 'change'; readonly to: Word; readonly by: 1 | -1 }
  | { readonly is: 'goto'; readonly label: Word }
  | { readonly is: 'label'; readonly label: Word }
  | { readonly is: 'return'; readonly value: Expression | null }
  | { readonly is: 'break' | 'continue' }
  | {
      readonly is: 'assign';
      readonly to: Word;
      readonly value: Expression;
      readonly declares: boolean;
    }
  | { readonly is: 'expression'; readonly value: Expression }
);

/** An expression, and where it begins. */
export type Expression = { readonly at: Place } & (
  | CallExpression
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'error'; readonly name: string }
  | { readonly is: 'not'; readonly of: Expression }
  | {
      readonly is: 'equal' | 'unequal' | 'less' | 'more' | 'most' | 'least' | 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    }
);

/** A call as written. */
export type CallExpression = {
  readonly is: 'call';
  readonly name: string;
  readonly given: readonly Argument[];
  /** As written, in one line. */
  readonly text: string;
};

/** An argument of a call, and where it begins. */
export type Argument = { readonly at: Place } & (
  | {
      readonly is: 'object';
      readonly name: string;
      /** `'self'`: the one with the number of the thread that stands here. */
      readonly member: number | 'self' | null;
      /** It was written with `[self]`. */
      readonly isOwn?: boolean;
    }
  | { readonly is: 'flags'; readonly words: readonly string[] }
  | { readonly is: 'value'; readonly value: Expression }
);

/** `expect deadlock (a-ends);` and, of the validator of lock orders, `lockdep circular "why";` */
export type Answer = {
  readonly by: Word;
  readonly word: Word;
  readonly promises: readonly Word[];
  readonly why: string | null;
};
