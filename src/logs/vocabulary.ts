import type { AnyStateMachine } from 'xstate';

/**
 * What a log reader is told: which printed event is which event of which object, and what each
 * refusal breaks. Data.
 */
export type LogSpec = {
  readonly objects: Readonly<Record<string, ObjectKind>>;
  readonly tracepoints: readonly Tracepoint[];
  readonly rules: Readonly<Record<string, LogRule>>;
  readonly reports: ReportSpec;
  /** What a line looks like that speaks of trouble; the first that fits counts. */
  readonly trouble: readonly TroubleKind[];
  /**
   * What the fields of prints are called where events come as data instead of text; the first that
   * is there counts.
   */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly proposals: ProposalSpec;
};

/** A kind of line that speaks of trouble, whether a reader can judge it or not. */
export type TroubleKind = {
  readonly name: string;
  /** The source of a regular expression. */
  readonly pattern: string;
  /** The report that a line of this kind is a part of: it is judged with the report. */
  readonly part?: 'lock report' | 'task' | 'stop' | 'sleep' | 'dept';
  /**
   * It counts only where no other trouble stands in so many lines before: else it belongs to that.
   */
  readonly alone?: number;
  /** A few words that may be the second half of a line that a mailer has broken. */
  readonly half?: true;
};

/** A check in the kernel's own code, with its lines by version. */
export type Assertion = {
  readonly file: string;
  readonly in: string;
  readonly says: string;
  /** It stops the task. */
  readonly bug?: true;
  readonly at: Readonly<Record<string, readonly number[]>>;
};

/** A rule that a log can break. */
export type LogRule = { readonly says: string; readonly source: string; readonly instead?: string };

/** A kind of object that a log speaks of: a lifecycle, and what tells one object from another. */
export type ObjectKind = {
  readonly title: string;
  readonly lifecycle: AnyStateMachine;
  /** What the numbers of a key are called. */
  readonly keys: readonly string[];
  /** States in which it owes nothing more. */
  readonly finished: readonly string[];
  /** States in which its key may be used for a new object, and the event that makes one. */
  readonly reborn?: { readonly by: string; readonly from: readonly string[] };
  /**
   * Which rule is broken where an event is refused; the first that fits a possible state counts.
   */
  readonly refusals: readonly {
    readonly event: string;
    readonly in: readonly string[];
    readonly rule: string;
  }[];
  /** The rule for every other refusal. */
  readonly otherwise: string;
  /** Events from which latencies are measured. */
  readonly stages?: {
    readonly queued?: readonly string[];
    readonly running?: readonly string[];
    readonly done: readonly string[];
  };
  /**
   * Owners whose keys are unique; of objects of others nothing is said unless exactly one beginning
   * was seen. Every owner, if absent.
   */
  readonly trusted?: readonly string[];
  /** Owners whose keys are not unique. */
  readonly shared?: readonly string[];
  /** Names that are printed when the real ones are gone. */
  readonly nameless?: readonly string[];
  /** Events at which the last number of the key must rise while the first stays the same. */
  readonly rises?: { readonly events: readonly string[]; readonly rule: string };
  /** Events at which it normally rises but need not. */
  readonly mostlyRises?: readonly string[];
};

/** One event as it is printed. */
export type Tracepoint = {
  readonly name: string;
  /** Every way in which kernels have printed it; the first that fits counts. */
  readonly prints: readonly Print[];
};

/** One way in which a tracepoint is printed, and what that tells. */
export type Print = {
  /**
   * `'context={context:u} seqno={seqno:u}'`: u and d numbers, x hexadecimal, s text up to what
   * follows, w one word. The end may be missing.
   */
  readonly text: string;
  readonly tells: readonly Tell[];
};

/** What a print says of one object. */
export type Tell = {
  readonly of: string;
  readonly event: string;
  /** Fields of the print; `'=x'` is the word x itself. */
  readonly key: readonly string[];
  /** Added to the first number of the key. */
  readonly shift?: number;
  /** Only if the object is known already. */
  readonly known?: true;
  /** Fields that name its owner and its line of work. */
  readonly label?: readonly string[];
  /** The task that prints it begins or ends to wait for the object. */
  readonly wait?: 'begins' | 'ends';
  /** The object waits for another. */
  readonly needs?: { readonly of: string; readonly key: readonly string[] };
};

/** Lock classes, functions and sentences of kernel reports. */
export type ReportSpec = {
  /** Outermost first; classes of one list have no order among each other. */
  readonly order: readonly { readonly classes: readonly string[]; readonly name: string }[];
  /**
   * Ordered class held (directly or through other locks) while another is taken: what that breaks.
   * The first that fits counts.
   */
  readonly edges: readonly {
    readonly held: string;
    readonly taken: string;
    readonly rule: string;
    readonly litmus?: string;
    /** Where it goes through other locks. */
    readonly through?: string;
  }[];
  /** Functions that only teach the lock checker an order. */
  readonly primed: readonly string[];
  /** What a function in a call trace says about where the task is. */
  readonly places: readonly { readonly functions: readonly string[]; readonly place: Place }[];
  /** Packages outside the tree put something before the names of functions. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** A function that takes the class itself and may not be called with it held. */
  readonly unlocked: readonly {
    readonly functions: readonly string[];
    readonly taken: string;
    readonly rule: string;
    readonly litmus?: string;
  }[];
  /**
   * Classes of which several objects may be locked at once, in the right way. `same`: what it
   * means if both are one object.
   */
  readonly recursions: readonly {
    readonly classes: readonly string[];
    readonly rule: string;
    readonly same: string;
  }[];
  /** A call of a place inside another call of the same place. */
  readonly nested: { readonly at: Place; readonly rule: string };
  /** One lock taken twice by one task. */
  readonly sameLock: string;
  /** What it means that a class is held by a task that never goes on. */
  readonly heldForEver: readonly { readonly held: string; readonly says: string }[];
  /** Places of one call trace, outer first: what they break. */
  readonly stacks: readonly {
    readonly within: Place;
    readonly via?: Place;
    readonly at: Place;
    readonly rule: string;
    readonly name: string;
    readonly litmus?: string;
    /** Only of a task that does not go on: for a moment anybody may be there. */
    readonly hung?: true;
  }[];
  /** Places in which nobody may sleep. */
  readonly atomic: readonly {
    readonly within: Place;
    readonly rule: string;
    readonly says: string;
  }[];
  /**
   * Assertions in the kernel's code, and the rules that they stand for; the first that fits counts.
   */
  readonly assertions: readonly Assertion[];
  readonly assertionRules: readonly {
    readonly functions?: readonly string[];
    readonly says?: string;
    readonly rule: string;
  }[];
  /** The rule for every other assertion. */
  readonly assertionOtherwise: string;
  /** A sentence of the kernel's own. */
  readonly sentences: readonly { readonly has: string; readonly rule: string }[];
  /**
   * Functions that only take, hand on or report: not worth naming. `'lock_*'` is every one that
   * begins so.
   */
  readonly plumbing: readonly string[];
  /** What a task breaks that waits too long at a place. */
  readonly stuck: readonly { readonly at: Place; readonly rule: string }[];
  /** Who waits for a lock at the first place while its holder is at the second. */
  readonly crossed: readonly {
    readonly waiter: Place;
    readonly holder: Place;
    readonly rule: string;
    readonly name: string;
  }[];
  /**
   * Reports of waits and events: which of their classes is which lock class, and what a cycle of
   * them breaks.
   */
  readonly dept: {
    readonly waits: readonly { readonly has: string; readonly as: string }[];
    readonly rule: string;
    /** The source of a regular expression for the calls that take a lock. */
    readonly takes: string;
    /** What is broken where somebody waits for an event that is neither a fence nor a lock. */
    readonly event: string;
  };
  /** What each kind of lock report breaks when its classes say no more. */
  readonly kinds: Readonly<Record<string, string>>;
};

/** Where a task is, from its call trace. */
export type Place =
  | 'signal'
  | 'signal call'
  | 'recovery'
  | 'reclaim'
  | 'shrinker'
  | 'notifier'
  | 'fence wait'
  | 'object lock'
  | 'memory lock'
  | 'allocation'
  | 'lock'
  | 'worker'
  | 'work wait';

/**
 * How a report is written down as threads. Statements are text, in which `@` stands for the name of
 * the object.
 */
export type ProposalSpec = {
  /** Versions of the kernel that a file can be of, oldest first. */
  readonly versions: readonly string[];
  /** How the names of files begin, by what they were made of. */
  readonly words: Readonly<Record<'locks' | 'waits' | 'tasks' | 'sleeps', string>>;
  /** Classes that are known by name; the first that fits counts. */
  readonly classes: readonly KnownClass[];
  /**
   * Kinds of locks, by the functions that take them, else by their usage; the first that fits
   * counts.
   */
  readonly locks: readonly LockKind[];
  /**
   * Kinds of threads by a function through which they came; the function inside it names the
   * thread. The first that fits counts.
   */
  readonly threads: readonly ThreadRoot[];
  /** Functions that teach an order which everybody follows; `otherwise` says so in the file. */
  readonly contract: { readonly functions: readonly string[]; readonly says: string };
  /** Functions that are no name for a thread. */
  readonly nameless: readonly string[];
  /** By the kind of a lock report: what the checker has to say of a file that holds all of it. */
  readonly answers: Readonly<Record<string, string>>;
  /** A task at one of these places signals a fence. */
  readonly signals: readonly Place[];
  /** How a task waits, by the functions that it waits in; the first that fits counts. */
  readonly waits: readonly TaskWait[];
  readonly fence: FenceWriting;
  /** What sleeps besides locks, fences and waits; the first that fits counts, the last fits all. */
  readonly sleeps: readonly { readonly functions: readonly string[]; readonly statement: string }[];
  readonly callback: CallbackWriting;
  /** Kinds of functions that interrupt, by the context that a lock report names. */
  readonly interrupts: readonly { readonly has: string; readonly kind: string }[];
  readonly workqueue: QueueWriting;
  /** Calls of a report of waits and events; the first that fits counts. */
  readonly events: readonly EventWriting[];
};

/** One way in which a lock is taken and given back. */
export type LockMode = {
  readonly functions?: readonly string[];
  /** The source of a regular expression for its usage, where no function is known. */
  readonly usage?: string;
  readonly take: readonly string[];
  readonly drop: readonly string[];
  /** Several tasks may hold it in this mode at once. */
  readonly shared?: true;
  /** A task that holds it owes the signal of a fence. */
  readonly owes?: true;
  /** A task that takes it waits for the fence of somebody else. */
  readonly awaits?: true;
};

/** A type of lock of a file of threads, and the ways in which it is taken. */
export type LockKind = {
  readonly type: string;
  /** A task that holds it may not sleep. */
  readonly spins?: true;
  /** The source of a regular expression for its usage, where no function is known. */
  readonly usage?: string;
  /** The last is how it is held where nothing says more. */
  readonly modes: readonly LockMode[];
};

/** A lock class that the vocabulary knows by name. */
export type KnownClass = {
  /** `'(work)*'` is every class that begins so. */
  readonly names: readonly string[];
  /** Its object in the file, if it has one. */
  readonly object?: { readonly type: string; readonly name: string; readonly initial?: string };
  readonly modes: readonly LockMode[];
  /** Nothing can be written for it: what it is. */
  readonly left?: string;
  /** Who holds it is a function of this kind, called by one of these. */
  readonly inside?: { readonly kind: string; readonly by: readonly string[] };
  /** Classes that may be taken under it in every file. */
  readonly builtIn?: readonly string[];
  /** What it stands for in a workqueue. */
  readonly queue?: 'queue' | 'work';
};

/** A kind of thread, and the functions through which such threads come. */
type ThreadRoot = {
  readonly kind: string;
  readonly functions: readonly string[];
  /** There is one such thread; it has the name of the function itself. */
  readonly alone?: true;
};

/** One way in which a task waits, and the statement that says so. */
export type TaskWait = {
  readonly functions: readonly string[];
  /** It waits for a lock, a fence, memory, or something else that has an object of its own. */
  readonly is: 'lock' | 'fence' | 'memory' | 'timed' | 'own work';
  readonly statement: string;
  readonly object?: { readonly type: string; readonly name: string };
};

/** How a fence is written, and who signals and waits for it. */
type FenceWriting = {
  readonly type: string;
  readonly name: string;
  readonly initial: string;
  readonly signal: string;
  readonly wait: string;
};

/** A callback of a fence: its kind, the lock of the fence, and the thread that adds it (`%`). */
type CallbackWriting = {
  readonly kind: string;
  readonly lock: { readonly type: string; readonly name: string };
  /** The fence with its lock, which stands for `%`. */
  readonly initial: string;
  readonly adds: string;
};

/** How a workqueue and its works are written. */
type QueueWriting = {
  readonly type: string;
  readonly name: string;
  readonly initial: string;
  readonly ordered: string;
  /** The flag of an ordered workqueue, as a list of workqueues prints it. */
  readonly orderedFlag: number;
  readonly queue: string;
  readonly flush: string;
  readonly flushAll: string;
  readonly kind: string;
};

/** How a call of a report of waits and events is written. */
export type EventWriting = {
  /** The source of a regular expression for the call. */
  readonly call: string;
  readonly part:
    'takes' | 'gives back' | 'waits' | 'signals' | 'waits for a fence' | 'signals a fence';
  readonly type: string;
  readonly statement: string;
  /** What undoes it. */
  readonly undo?: string;
};
