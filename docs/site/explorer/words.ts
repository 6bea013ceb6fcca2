import { quiet, tellingOf, type Telling } from '../../../machines/words/words.ts';
import { alternatives } from '../../../machines/description/alternatives.ts';
import type { Described } from '../../../machines/description/description.ts';
import { specOf, systemOf } from '../../../machines/description/system.ts';
import {
  replay,
  type Run,
  type Verdict,
  type RunStep,
  type Wait,
} from '../../../src/check/finding.ts';
import { citeOf } from '../../../src/judge/refused.ts';
import { actorOf, arrowOf, deedOf } from '../../../src/judge/run-words.ts';
import type { VerdictJson } from '../../../src/judge/verdict-json.ts';
import { withoutRecovery, type Program } from '../../../src/system/program.ts';
import type { Cite } from '../../../src/system/vocabulary.ts';
import type { LitmusTold } from './litmus-told.ts';
import type { Answered, Question } from './messages.ts';
import type { Standing } from './page.ts';
import type { Situation } from './situation.ts';
import type { PromiseTold, SideTold } from './threads-told.ts';

/** A column of a run. */
export type Lane = { readonly part: string; readonly name: string; readonly what: string };

/** Whoever waits, and for whom. */
type Waits = { readonly chain: readonly Wait[]; readonly closes: number | null };

/** How the steps of a system are told, whatever kind of system it is. */
export type Words = {
  /** The columns of a run: parts that move in it. */
  readonly lanes: (run: Run) => readonly Lane[];
  readonly name: (step: string) => string;
  readonly who: (step: string) => string;
  /** What a step does; empty where its name says it. */
  readonly deed: (step: RunStep) => string;
  /** The line of the text in which it stands; null: in none. */
  readonly line: (step: string) => number | null;
  /** What stands in the column of a part that comes to a state. */
  readonly cell: (step: RunStep, part: string, to: string) => string;
  /** Whether the part is who does the step. */
  readonly acts: (step: string, part: string) => boolean;
  /** The reason of one arrow. */
  readonly arrow: (
    waits: Waits,
    index: number,
  ) => { readonly text: string; readonly cite: Cite | null } | null;
};

/** A system in which a run is shown and steps are taken. */
export type System = {
  readonly program: Program;
  readonly words: Words;
  readonly promises: readonly PromiseShown[];
  /** Where charts of its parts are from; null: there are none. */
  readonly charts: 'lifecycles' | SideTold | null;
};

/** A promise that is broken, with its run. */
export type PromiseShown = {
  readonly name: string;
  readonly verdict: Verdict;
  readonly steps: readonly string[];
  /** How many of these steps come once; the others again and again. */
  readonly once: number;
  readonly sealed: number | null;
  readonly waits: Waits;
  readonly favours: readonly string[];
};

/** The system of which the page shows a run; null while there is none. */
export function systemShown(
  { of, side }: Situation,
  standings: readonly Standing[],
): System | null {
  const standing = standings[of];
  const last = standing?.last ?? null;
  if (last === null) return standing?.isLong === true ? systemSearched(standing.reading) : null;
  const { question, answer } = last;
  const key = answer.is === 'threads' ? sideShown(answer.told.sides, side) : answer;
  const known = systems.get(key);
  if (known !== undefined) return known;
  const system = systemOfAnswer(question, answer, side);
  if (system !== null) systems.set(key, system);
  return system;
}

/** A described system of which there is no answer yet, where it leaves no fact open. */
function systemSearched(reading: Standing['reading']): System | null {
  if (reading.is !== 'driver' || reading.described === null) return null;
  const known = systems.get(reading);
  if (known !== undefined) return known;
  if (alternatives(reading.described).length > 1) return null;
  const system = driverSystem(reading.described, { alternative: null, promises: [] });
  systems.set(reading, system);
  return system;
}

/** Systems by the answer, or the side, of which they are: a step does not compose one anew. */
const systems = new WeakMap<object, System>();

function systemOfAnswer(
  question: Question,
  answer: Answered,
  side: Situation['side'],
): System | null {
  if (answer.is === 'driver' && question.is === 'driver')
    return driverSystem(question.described, answer.verdict);
  if (answer.is === 'threads') return threadsSystem(sideShown(answer.told.sides, side));
  return answer.is === 'litmus' ? litmusSystem(answer.told) : null;
}

/** The side that is asked for; else the first. */
export const sideShown = (sides: readonly SideTold[], side: Situation['side']): SideTold =>
  sides.find((one) => one.side === side) ?? sides[0]!;

/* Descriptions */

function driverSystem(
  described: Described,
  answer: Pick<VerdictJson, 'alternative' | 'promises'>,
): System {
  const asked = { ...described, ...answer.alternative } as Described;
  const { description } = alternatives(asked)[0]!;
  const program = withoutRecovery(systemOf(description));
  const telling = tellingOf(specOf(description));
  return {
    program,
    words: { ...plainWords(program), ...driverWords(program, telling) },
    promises: answer.promises.flatMap(
      ({ name, verdict, run, loop, sealed, waits, closes, favours }) =>
        run.length + loop.length === 0
          ? []
          : [
              {
                name,
                verdict,
                steps: [...run, ...loop],
                once: run.length,
                sealed,
                waits: { chain: waits, closes },
                favours,
              },
            ],
    ),
    charts: 'lifecycles',
  };
}

const driverWords = (
  program: Program,
  telling: Telling,
): Pick<Words, 'who' | 'deed' | 'arrow'> => ({
  who: (step) => actorOf(program, step),
  deed: (step) => deedOf(program, telling, step),
  arrow: (waits, index) => {
    const text = arrowOf(waits, index);
    return text === null ? null : { text, cite: citeOf(waits.chain[index]!.origin) };
  },
});

/** The words of a system of which nothing else is known than its parts and steps. */
function plainWords(program: Program): Words {
  return {
    lanes: (run) =>
      program.parts
        .filter(
          ({ name, table }) =>
            !quiet.includes(program.tables[table]!.lifecycle) &&
            run.some(({ moved }) => moved[name] !== undefined),
        )
        .map(({ name: part, title: name }) => ({ part, name, what: '' })),
    name: (step) => step,
    who: (step) => {
      const found = program.steps.find(({ name }) => name === step);
      return found === undefined ? '' : program.actors[found.actor]!.name;
    },
    deed: ({ moved }) => movesIn(program, moved),
    line: () => null,
    cell: (_, __, to) => short(to),
    acts: () => false,
    arrow: (waits, index) => {
      const text = arrowOf(waits, index);
      return text === null ? null : { text, cite: waits.chain[index]!.origin?.cite ?? null };
    },
  };
}

/** `fence: visible to signaled.`, of the first two. */
function movesIn({ parts }: Program, moved: RunStep['moved']): string {
  const changes = Object.entries(moved).map(([part, [from, to]]) => {
    const title = parts.find(({ name }) => name === part)?.title ?? part;
    return `${title}: ${from} to ${to}.`;
  });
  return changes.length === 0 ? 'Nothing changes.' : changes.slice(0, 2).join(' ');
}

/** The innermost names of a state: as much as a lane holds. */
const short = (state: string): string =>
  state.length <= 18
    ? state
    : state.slice(state.lastIndexOf('.', state.length - 2) + 1).slice(0, 18);

/* Threads */

function threadsSystem(side: SideTold): System {
  const { program } = side;
  const words = threadsWords(side);
  const promises = broken(side.promises).map((promise) => ({
    ...promise,
    favours: promise.favours.map((step) => words.name(step)),
  }));
  return { program, words, promises, charts: side };
}

const broken = (promises: readonly PromiseTold[]): PromiseShown[] =>
  promises.flatMap(({ name, verdict, run, loop, sealed, waits, favours }) =>
    run.length + loop.length === 0 || verdict === 'finite'
      ? []
      : [
          {
            name,
            verdict,
            steps: [...run, ...loop].map(({ step }) => step),
            once: run.length,
            sealed,
            waits: waits ?? { chain: [], closes: null },
            favours,
          },
        ],
  );

function threadsWords({ program, said, lanes }: SideTold): Words {
  const plain = plainWords(program);
  const saidOf = (step: string) =>
    said[step.replace(/\[.*\]$/, '')] ?? { thread: plain.who(step), line: 0, text: step };
  const isThread = new Set(lanes.flatMap(({ part, isThread: is }) => (is ? [part] : [])));
  const laneOf = new Map(lanes.map((lane) => [lane.part, lane]));
  const spoken = (step: string): string => {
    const { thread, text } = saidOf(step);
    return `${thread}: ${text}`;
  };
  return {
    lanes: (run) =>
      lanes.filter(
        ({ part, what, isThread: is }) =>
          (is || what !== '') && run.some(({ moved }) => moved[part] !== undefined),
      ),
    name: (step) => {
      const { line } = saidOf(step);
      return `${spoken(step)}${line === 0 ? '' : ` (${line})`}`;
    },
    who: (step) => {
      const { thread } = saidOf(step);
      const lane = lanes.find(({ name, isThread: is }) => is && name === thread);
      return lane?.what ?? '';
    },
    deed: () => '',
    line: (step) => saidOf(step).line || null,
    cell: ({ step }, part, to) => {
      if (!isThread.has(part))
        return to
          .replace(/^held\./, 'held by ')
          .replace(/^v(?=\d)/, '')
          .replaceAll('_', ' ');
      const { thread, text } = saidOf(step);
      if (laneOf.get(part)?.name !== thread) return placeIn(to);
      return verbOf(text, thread);
    },
    acts: (step, part) => laneOf.get(part)?.name === saidOf(step).thread,
    arrow: (waits, index) => {
      const wait = waits.chain[index]!;
      const next =
        waits.chain[index + 1] ?? (waits.closes === null ? undefined : waits.chain[waits.closes]);
      if (wait.for === null || wait.step === null || next === undefined) return null;
      const { title, phrase, mustBeIn } = wait;
      const state = mustBeIn.length === 0 ? '' : ` to be ${among(mustBeIn)}`;
      if (phrase?.endsWith('by') === true) {
        const then = mustBeIn.length === 0 ? 'moves it on' : `needs ${next.title}${state}`;
        const only = mustBeIn.length === 0 ? 'only ' : '';
        const text = `${title} is ${phrase} ${next.title}: ${only}${spoken(wait.step)} ${then}.`;
        return { text, cite: null };
      }
      const stands = phrase === null ? '' : `, ${phrase},`;
      return { text: `${title}${stands} waits for ${next.title}${state}.`, cite: null };
    },
  };
}

/** The call of a step in a word: `mutex_lock`, `begins`, `ends`. */
function verbOf(text: string, thread: string): string {
  const call = /^([A-Za-z_]\w*)\s*\(/.exec(text)?.[1];
  if (call !== undefined) return call;
  const verb = /\b(begins|ends|interrupts|reclaims|waits|returns)\b/.exec(
    text.replace(thread, ''),
  )?.[1];
  return verb ?? text.slice(0, 24);
}

/** `at_10_2` is line 10. */
const placeIn = (state: string): string => {
  const line = /^at_(\d+)/.exec(state)?.[1];
  return line === undefined ? state : `line ${line}`;
};

const among = (states: readonly string[]): string => {
  const words = states.map((state) =>
    placeIn(state)
      .replace(/^held\./, 'held by ')
      .replaceAll('_', ' '),
  );
  return words.length > 3 ? `${words.slice(0, 3).join(', ')} or the like` : words.join(' or ');
};

/* Litmus tests of the gallery */

function litmusSystem({ program: whole, promises }: LitmusTold): System {
  const plain = withoutRecovery(whole);
  // What recovery owes is asked of the system with it.
  const isPlain = promises.every(({ run }) => runs(plain, run));
  const program = isPlain ? plain : whole;
  return { program, words: plainWords(program), promises: broken(promises), charts: null };
}

const runs = (program: Program, run: Run): boolean => {
  const names = run.map(({ step }) => step);
  return runOf(program, names).length === names.length;
};

/** The steps of `steps` from the initial state, as far as they go. */
export function runOf(program: Program, steps: readonly string[]): Run {
  for (let length = steps.length; length > 0; length--) {
    try {
      return replay(program, steps.slice(0, length)).run;
    } catch {
      /* a shorter prefix may go */
    }
  }
  return [];
}
