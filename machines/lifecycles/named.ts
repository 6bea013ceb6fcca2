import type { AnyStateMachine } from 'xstate';

/**
 * A lifecycle whose states and events depend on how many objects it meets has no literal state
 * names: it declares their shape here.
 * The two members exist for the type checker only.
 */
export type Named<State extends string, Event extends string> = AnyStateMachine & {
  readonly '~state'?: State;
  readonly '~event'?: Event;
};

/** `['f[1]', 'f[2]']`: the names of `count` objects as they stand in states and events. */
export const members = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${name}[${at + 1}]`);
