import { defineDriver } from '../../../machines/description/define-driver.ts';
import { settled } from '../../../machines/description/alternatives.ts';
import type { OptionId } from '../../../machines/description/ids.ts';
import { specOf, systemOf } from '../../../machines/description/system.ts';
import { options } from '../../../machines/options/index.ts';
import { tellingOf } from '../../../machines/words/words.ts';
import { movedBetween, type Wait } from '../../../src/check/finding.ts';
import { judge } from '../../../src/judge/judge.ts';
import { citeOf, refusedIn } from '../../../src/judge/refused.ts';
import { actorOf, arrowOf, deedOf, spoken } from '../../../src/judge/run-words.ts';
import { Misuse } from '../../../src/system/misuse.ts';
import {
  fire,
  stateName,
  withoutRecovery,
  type Program,
  type Step,
} from '../../../src/system/program.ts';
import { follow } from '../../../src/system/run.ts';
import type { Cite } from '../../../src/system/vocabulary.ts';

/** What the picture shows after a step: every part's state, and which part waits for the next one. */
export type Frame = {
  /** The step, who takes it and what it does; null before the first. */
  readonly step: { readonly name: string; readonly actor: string; readonly does: string } | null;
  /** The state of each part of the circle. */
  readonly states: readonly string[];
  /** Whether each part now waits for the next one in the circle. */
  readonly waits: readonly boolean[];
  /** The step that this system refuses here, though it is the next of the run that hangs. */
  readonly refused: { readonly name: string; readonly because: Cite | null } | null;
};

/** One run through the circle: the one that hangs, or what an option makes of it. */
type Story = {
  readonly option: string | null;
  readonly says: Cite | null;
  readonly verdict: string;
  readonly frames: readonly Frame[];
};

export type Circle = {
  readonly parts: readonly { readonly name: string; readonly title: string }[];
  /** Why each part waits for the next one, in words. */
  readonly arrows: readonly string[];
  readonly stories: readonly Story[];
};

const budget = { states: 100_000 };

/**
 * The deadlock of page faults as it closes: the shortest run of the default scenario to its point of
 * no return, and the same run with each option, until the fence has signalled. Everything is read off
 * the searched systems.
 * @throws Misuse where the default scenario does not deadlock in a circle
 */
export function circle(): Circle {
  const { program, findings, verdict } = judge(defineDriver({ driver: 'default' }), budget);
  const finding = findings[0];
  const waits = finding?.waits;
  if (finding?.sealed == null || waits?.closes !== 0)
    throw new Misuse('the default scenario has no waits-for cycle');
  const names = finding.run.slice(0, finding.sealed).map(({ step }) => step);
  const { chain } = waits;
  const scene = sceneOf({ driver: 'default' }, withoutRecovery(program), chain);
  const story = scene.play(names);
  return {
    parts: chain.map(({ part, title }) => ({ name: part, title })),
    arrows: chain.map((_, at) => arrowOf(waits, at)!),
    stories: [
      { option: null, says: null, verdict, frames: story },
      ...options.map(({ name, says }): Story => {
        const described = { driver: name, options: [name as OptionId] };
        const system = withoutRecovery(systemOf(described));
        const answer = judge(defineDriver(described), budget).verdict;
        const frames = sceneOf(described, system, chain).resolve(names, chain[0]!.part);
        return { option: name, says, verdict: answer, frames };
      }),
    ],
  };
}

type Scene = {
  readonly play: (names: readonly string[]) => Frame[];
  readonly resolve: (names: readonly string[], fence: string) => Frame[];
};

function sceneOf(
  described: Parameters<typeof systemOf>[0],
  program: Program,
  chain: readonly Wait[],
): Scene {
  const telling = tellingOf(specOf(settled(described)));
  const place = (part: string): number => program.parts.findIndex(({ name }) => name === part);
  const local = (state: readonly number[], part: string): string =>
    stateName(program, place(part), state[place(part)]!);
  const frame = (
    state: readonly number[],
    step: Frame['step'],
    refused: Frame['refused'] = null,
  ): Frame => ({
    step,
    states: chain.map(({ part }) => spoken(local(state, part).replace(/^held\./, 'held by '))),
    waits: chain.map((wait) => isWaiting(program, wait, state)),
    refused,
  });
  const told = (
    name: string,
    before: readonly number[],
    after: readonly number[],
  ): Frame['step'] => {
    const moved = movedBetween(program, before, after);
    return {
      name,
      actor: actorOf(program, name),
      does: deedOf(program, telling, { step: name, moved }),
    };
  };
  const play = (names: readonly string[]): Frame[] => {
    const { steps, states, refused } = follow(program, names);
    const frames = [
      frame(states[0]!, null),
      ...steps.map(({ name }, at) =>
        frame(states[at + 1]!, told(name, states[at]!, states[at + 1]!)),
      ),
    ];
    if (refused === null) return frames;
    const step = program.steps.find(({ name }) => name === refused);
    const [demand] = step === undefined ? [] : refusedIn(program, step, states.at(-1)!);
    const because = demand === undefined ? null : citeOf(demand.origin);
    return [...frames.slice(0, -1), { ...frames.at(-1)!, refused: { name: refused, because } }];
  };
  return {
    play,
    resolve: (names, fence) => {
      const { states } = follow(program, names);
      const frames = play(names);
      const way = shortest(program, states.at(-1)!, place(fence));
      let before = states.at(-1)!;
      for (const { step, after } of way) {
        frames.push(frame(after, told(step.name, before, after)));
        before = after;
      }
      return frames;
    },
  };
}

/**
 * Whether in a state a part waits as it does in the circle: it is where it was, and in this very
 * system the step that would move it on is refused, because of the part that it waits for.
 */
function isWaiting(program: Program, wait: Wait, state: readonly number[]): boolean {
  const place = (part: string): number => program.parts.findIndex(({ name }) => name === part);
  const step = program.steps.find(({ name }) => name === wait.step);
  const part = place(wait.part);
  if (step === undefined || !wait.isIn.includes(stateName(program, part, state[part]!)))
    return false;
  const refused = refusedIn(program, step, state);
  if (wait.mustBeIn.length === 0) return refused.length > 0;
  const other = place(wait.for ?? wait.part);
  return refused.some(({ some }) => some.some((one) => one.part === other));
}

/** The shortest way on from a state to one in which the fence has signalled. */
function shortest(
  program: Program,
  from: readonly number[],
  fence: number,
): { readonly step: Step; readonly after: readonly number[] }[] {
  type Reached = { step: Step; after: readonly number[]; before: Reached | null };
  const seen = new Set([from.join()]);
  let front: (Reached | null)[] = [null];
  while (front.length > 0) {
    const next: Reached[] = [];
    for (const before of front)
      for (const step of program.steps) {
        const after = fire(program, step, before?.after ?? from);
        if (after === null || seen.has(after.join())) continue;
        seen.add(after.join());
        const reached = { step, after, before };
        if (stateName(program, fence, after[fence]!).startsWith('signaled')) return wayTo(reached);
        next.push(reached);
      }
    front = next;
  }
  throw new Misuse('no run signals the fence');

  function wayTo(last: Reached): Reached[] {
    const way: Reached[] = [];
    for (let at: Reached | null = last; at !== null; at = at.before) way.unshift(at);
    return way;
  }
}
