import type { AnyStateMachine } from 'xstate';

export const isMachine = (value: unknown): value is AnyStateMachine =>
  typeof value === 'object' && value !== null && 'root' in value && 'transition' in value;

/** A lifecycle, or what a function of sizes makes of one object of each kind; null where it is neither. */
export function machineOf(value: unknown): AnyStateMachine | null {
  if (isMachine(value)) return value;
  if (typeof value !== 'function' || value.length > 1) return null;
  try {
    const made: unknown = (value as (sizes: object) => unknown)({ fenced: 1, faulting: 1 });
    return isMachine(made) ? made : null;
  } catch {
    return null;
  }
}
