import type { Spec } from '../../src/system/compose.ts';
import { parse } from '../../src/threads/parse.ts';
import { worldOf } from '../../src/threads/resolve.ts';
import { specOfThreads, systemOfThreads } from '../../src/threads/system.ts';
import { sidesOf } from '../../src/threads/twin.ts';
import { kernelCalls } from '../calls/index.ts';

/** One version of a twin that is written as threads: what a litmus test may ask. */
export type ThreadSide = {
  readonly file: string;
  readonly text: string;
  readonly side: 'before' | 'after';
};

/** @throws Misuse in one line */
export function specOfSide({ file, text, side }: ThreadSide): Spec {
  const own = sidesOf(text).find((one) => one.side === side)!;
  return specOfThreads(systemOfThreads(worldOf(parse(file, own.text), kernelCalls)));
}
