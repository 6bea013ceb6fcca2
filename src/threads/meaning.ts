/**
 * A language of calls as data: which types of objects there are, which kinds of threads, and what
 * each call means, in operations on objects. The engine knows none of the names; it knows locks,
 * guards, moves, flags of a thread, and classes of a lock order.
 */
export type Language = {
  /** Oldest first. A file that names none is of the newest. */
  readonly versions: readonly string[];
  readonly types: readonly ObjectType[];
  readonly kinds: readonly Kind[];
  readonly calls: readonly Call[];
  /** What `guard(name)(&x)` takes, and what gives it back at the end of the block. */
  readonly guards: Readonly<Record<string, readonly [take: string, giveBack: string]>>;
  /** What to write in place of what files do not have: names of C to an advice. */
  readonly elsewhere: Readonly<Record<string, string>>;
  /** Words that are numbers. */
  readonly constants: Readonly<Record<string, number>>;
  /** Errors that a call may return, without their minus. */
  readonly errors: readonly string[];
  /** Functions that only compute: they may stand in arguments, and nobody looks at them. */
  readonly pure: readonly string[];
  /** Words that flags are made of. */
  readonly flags: readonly string[];
  /** Flags of a thread under which it may not sleep. */
  readonly atomicFlags: readonly string[];
  readonly order: Validator;
  /** Where a fragment may stand in a description: place to what it is there. */
  readonly places: Readonly<Record<string, FragmentPlace>>;
  /** What a hang or a broken call goes against: the first that fits. */
  readonly laws: readonly Law[];
  /** Every id that a file may say it is about. */
  readonly lawIds: readonly string[];
};

/**
 * Fits where every type is in the cycle, one of the words is in what is told of it, and the verdict
 * is one of these.
 */
export type Law = {
  readonly id: string;
  readonly types?: readonly string[];
  readonly words?: readonly string[];
  readonly verdicts?: readonly string[];
  readonly cite: Cited;
};
type Cited = { readonly file: string; readonly says: string };

/**
 * Before which steps of descriptions a fragment runs: before each of these that a description has.
 * It runs in the thread that takes the step, which does nothing else in the meantime.
 */
export type FragmentPlace = {
  readonly steps: readonly string[];
  readonly about: string;
  /** Other actors of descriptions that are the same thread as those that take the steps. */
  readonly alsoActs?: readonly string[];
  /** One thread takes the steps of all members, one after another. */
  readonly oneThread?: true;
  /** It is come to only where something hangs: the description is asked where that may be. */
  readonly whereItHangs?: true;
  /** What a description must say to have it. */
  readonly needs: string;
};

/** How objects of a type live. */
export type Lifecycle =
  | { readonly is: 'lock' }
  | { readonly is: 'shared lock' }
  | { readonly is: 'count'; readonly most: number }
  /**
   * Items that are queued on it and run one after another, where one of these words is said; else
   * no part.
   */
  | { readonly is: 'queue'; readonly word: string }
  /** States, events and edges as written. */
  | {
      readonly is: 'chart';
      readonly edges: readonly (readonly [from: string, event: string, to: string])[];
      readonly phrases?: Readonly<Record<string, string>>;
    }
  | { readonly is: 'nothing' };

/** A type of objects: how they live, and what a file may say of them. */
export type ObjectType = {
  readonly name: string;
  readonly lifecycle: Lifecycle;
  /** The first word is taken where none is said. */
  readonly initial?: readonly string[];
  /** Words that are remembered: asked by operations. */
  readonly words?: readonly string[];
  /** The holder may not sleep. */
  readonly spins?: true;
  /** All objects are of one class for the validator; else each is its own. */
  readonly class?: string;
  /** Each CPU has its own: nobody waits for another's. */
  readonly perCpu?: true;
  /** The validator does not know of it. */
  readonly unseen?: true;
  /** Owed where an object is in this state. */
  readonly owes?: { readonly name: string; readonly in: string };
  /** A word may name an object of this type that it uses, such as its lock. */
  readonly uses?: string;
  readonly title?: string;
  /** A count that it has besides. */
  readonly second?: { readonly suffix: string; readonly most: number };
  /**
   * Threads sleep until it has a value and somebody wakes them; what the part of those is called.
   */
  readonly sleepers?: string;
  /**
   * Declared with this word it is a member of a part of a description beside it: by its state here,
   * the states there.
   */
  readonly beside?: {
    readonly word: string;
    readonly part: string;
    readonly states: Readonly<Record<string, string>>;
  };
  /** There is one of this name wherever a call speaks of it. */
  readonly implicit?: string;
  /**
   * Objects and threads that come with it, in the language itself: `$0` is its name, `$used` what
   * it uses.
   */
  readonly brings?: string;
  readonly about: string;
  readonly cite: Cited;
};

type Context = 'process' | 'softirq' | 'hardirq';

/** A kind of threads, or of what runs inside threads. */
export type Kind = {
  readonly name: string;
  /** Whether it is a thread of its own; else it runs inside whoever calls or causes it. */
  readonly thread: boolean;
  readonly context: Context;
  /** How fairly it begins. */
  readonly starts: 'weak' | 'none';
  /** Begins only when somebody queues it, where somebody does. */
  readonly queued?: true;
  /** Where nobody queues it: it may come once, and nobody owes it. */
  readonly alone?: true;
  /** Runs as often as it may begin. */
  readonly repeats?: true;
  /** Nobody is owed its end. */
  readonly endless?: true;
  /** Its steps between calls may stay away for ever. */
  readonly free?: true;
  /** Takes a CPU from those who hold what spins. */
  readonly interrupts?: true;
  /** Begins with this move of the only object of a type, and ends with that. */
  readonly around?: {
    readonly type: string;
    readonly begin: string;
    readonly end: string;
    readonly says: string;
  };
  /** May stand `on` an object of this type. */
  readonly on?: string;
  /** Runs before a place of a description, which it names. */
  readonly placed?: true;
  /** Threads that are not of the file run it too, though none of a description does here. */
  readonly causedByAll?: true;
  /** Begins only then. */
  readonly when?: readonly At[];
  /** What it does before its body; `$name` and `$on` are its own name and its queue's. */
  readonly before?: readonly Operation[];
  readonly about: string;
  readonly cite: Cited;
};

/** A call's argument by its place, from 0; or something that follows from it or from the file. */
export type Ref =
  | number
  | 'last'
  /** The only object of a type; an operation on one that the file lacks does nothing. */
  | { readonly the: string }
  /** The object that it uses. */
  | { readonly usedBy: Ref }
  /** Whether the item is pending; the queue that it stands on, if that is one. */
  | { readonly pending: Ref }
  | { readonly queueOf: Ref }
  /** Objects that were added to it by a call somewhere in the file. */
  | { readonly addedTo: Ref; readonly by: string; readonly type: string }
  | { readonly pendingOn: Ref }
  | { readonly pendingOfKind: string }
  /** The count that an object has besides. */
  | { readonly second: Ref }
  /** Those who sleep until they are woken for an object. */
  | { readonly sleepersOf: Ref }
  /** Something that an argument brings: `$0` in its name is the argument. */
  | { readonly member: number; readonly name: string };

/**
 * Where an object must be, what it takes. `$1` in a name is the number given as argument 1, `$self`
 * the thread.
 */
export type At = readonly [of: Ref, name: string | readonly string[]];

/** What the validator sees: a class taken and given back, or taken. */
export type Touch = {
  readonly class: string | Ref;
  /** 1: shared; 2: shared and may be taken again. */
  readonly read?: 1 | 2;
  /** What waits lets go of a section of the same class first. */
  readonly waits?: true;
  /** Seen with interrupts off. */
  readonly quiet?: true;
  /** Only where the object has one of these words. */
  readonly words?: readonly string[];
  readonly ofQueue?: true;
};

/** Every item on a queue, of a kind, or on the queue of an item but itself. */
export type Outside = { readonly on: Ref } | { readonly kind: string } | { readonly besides: Ref };

/** One way in which a step of a call may go: where it is possible, and what it moves. */
export type Alternative = {
  readonly when?: readonly At[];
  readonly moves?: readonly At[];
  readonly also?: readonly At[];
  /** Items that are not running now; `'members'`: those on the argument. */
  readonly outside?: readonly (Ref | Outside)[];
  /** Objects that this thread must hold. */
  readonly holds?: Ref;
  readonly gives?: number | string;
  /** Only where an item is turned off, or is not. Items are turned off by `disable` and `mask`. */
  readonly turnedOff?: readonly [of: Ref, is: boolean];
  /** Only where somebody looks at the result; false: only where nobody does. */
  readonly ifUsed?: boolean;
  readonly note?: string;
  /** Against a rule of calls: what is said of it. */
  readonly bad?: string;
  readonly hangs?: true;
  /** Nobody owes it: it may stay away for ever. */
  readonly favour?: true;
  /** One object is waited for: enough that it is there again and again. */
  readonly strong?: true;
  /** What the thread does next where the step has gone this way. */
  readonly does?: readonly Operation[];
};

/** What a call does, in pieces. */
export type Operation =
  /** Takes a lock. */
  | {
      readonly do: 'acquire';
      readonly of: Ref;
      readonly shared?: true;
      readonly read?: 1 | 2;
      readonly passes?: 'queued in interrupts' | 'queued';
      readonly ticket?: number;
      readonly slow?: true;
      readonly wounds?: true;
      readonly interruptible?: true;
      readonly fresh?: true;
      /** It may be taken in atomic context, although it is no lock that spins. */
      readonly neverSleeps?: true;
      readonly says?: string;
    }
  | { readonly do: 'attempt'; readonly of: Ref; readonly shared?: true; readonly read?: 1 | 2 }
  | {
      readonly do: 'release';
      readonly of: Ref;
      readonly shared?: true;
      readonly says?: string;
      readonly ifHeld?: true;
      readonly all?: true;
    }
  | {
      readonly do: 'step';
      readonly either: readonly Alternative[];
      readonly sleeps?: true;
      readonly touches?: readonly Touch[];
      readonly says?: string;
    }
  /** The value of a count, in one step. */
  | { readonly do: 'read'; readonly of: Ref }
  /** Looks at a state, and sleeps where it is another; looks again whenever somebody wakes it. */
  | {
      readonly do: 'sleep until';
      readonly of: Ref;
      readonly is: string;
      /** What it gives where nobody wakes it and it ends by a favour. */
      readonly interrupted?: string;
    }
  | { readonly do: 'gives'; readonly value: number | string }
  /** A class of the validator that is held from here to there. */
  | {
      readonly do: 'enter';
      readonly class: string | Ref;
      readonly read?: 1 | 2;
      readonly once?: true;
      readonly fresh?: true;
      readonly notAtomic?: true;
    }
  | { readonly do: 'leave'; readonly class: string | Ref }
  /** From here on, until it is settled, the thread may not end: what is then said of the object. */
  | { readonly do: 'owe' | 'settle'; readonly of: Ref; readonly says: string }
  | { readonly do: 'raise' | 'lower' | 'clear'; readonly flag: string; readonly gives?: number }
  /** Does the body, unless the flag is up. */
  | { readonly do: 'unless'; readonly flag: string; readonly body: readonly Operation[] }
  | { readonly do: 'under'; readonly flag: string; readonly body: readonly Operation[] }
  /** Where an argument has, or its object was declared with, one of these words. */
  | {
      readonly do: 'where';
      readonly of: Ref;
      readonly words: readonly string[];
      readonly body: readonly Operation[];
      readonly else?: readonly Operation[];
    }
  /** Runs an item that is an argument. */
  | { readonly do: 'run'; readonly of: Ref }
  /** Runs each item of a kind, with something before and after. */
  | {
      readonly do: 'each';
      readonly kind: string;
      readonly before?: readonly Operation[];
      readonly after?: readonly Operation[];
    }
  /** One of: nothing, an item of a kind, or a wait for an object that is in a state. */
  | {
      readonly do: 'one of';
      readonly says: string;
      readonly sleeps?: true;
      readonly touches?: readonly Touch[];
      readonly each: readonly {
        readonly kind: string;
        readonly before?: readonly Operation[];
        readonly after?: readonly Operation[];
        readonly flag?: string;
      }[];
      readonly waits: readonly {
        readonly type: string;
        readonly in: string;
        readonly until: string;
        readonly says: string;
      }[];
      /** A wait also ends where each of these is idle, or waits so too. */
      readonly orOutside?: readonly Outside[];
    }
  /** Runs every callback that was added to the argument. */
  | { readonly do: 'callbacks'; readonly of: Ref }
  | {
      readonly do: 'add callback';
      readonly of: Ref;
      readonly run: Ref;
      readonly unless: string;
      readonly gives: string;
    }
  | { readonly do: 'remove callback'; readonly of: Ref; readonly run: Ref }
  /**
   * Takes a lock below a ticket; who gives way lets go of all, and takes the contended one first
   * next time.
   */
  | { readonly do: 'exec'; readonly of: Ref; readonly ticket: number }
  /** A ticket, by which the older of two is known. */
  | { readonly do: 'ticket'; readonly of: Ref; readonly begin: boolean; readonly class: string };

/** A call of the language: what it takes, and what it means. */
export type Call = {
  readonly name: string;
  /**
   * Types of the arguments that are objects or items; `'number'` or `'flags'` for the rest; a `?`
   * behind one that may be left out.
   */
  readonly takes: readonly string[];
  readonly does: readonly Operation[];
  /** Its result must be looked at. */
  readonly mustUse?: true;
  /** Other names of the same call. */
  readonly alias?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  /** What it meant up to a version. */
  readonly earlier?: readonly {
    readonly until: string;
    readonly does: readonly Operation[];
    readonly about: string;
  }[];
  /** Items that come with it, in the language itself: `$0` is its first argument. */
  readonly inherits?: string;
  /** For what is brought only; no file calls it. */
  readonly hidden?: true;
  /** What it does, in one line. */
  readonly about: string;
  /** What the validator sees, in one line. */
  readonly order: string;
  readonly cite: Cited;
};

/** The kernel's own check of lock orders, as far as it is known. */
type Validator = {
  readonly name: string;
  /** Held in this order once at boot, each under all before it. */
  readonly primed: readonly string[];
  /** Classes that a wait lets go of before it takes them. */
  readonly kinds: readonly string[];
  /** What would make it see more: wraps a body between calls, asked by trying it. */
  readonly annotations: readonly {
    readonly says: string;
    readonly before: string;
    readonly after: string;
    /** It is asked of threads that move something by this event. */
    readonly event: string;
  }[];
  readonly cite: Cited;
};
