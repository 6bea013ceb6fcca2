import type { Program } from '../../../src/system/program.ts';
import type { Drawn } from './charts.ts';
import { searcher } from './searcher.ts';
import type { SideTold } from './threads-told.ts';

/** What is asked of the worker that draws. */
export type AskedToDraw = {
  readonly id: number;
  readonly program: Program;
  readonly said: SideTold['said'];
  /** The name of the part. */
  readonly part: string;
};
export type DrawnPart = {
  readonly id: number;
  /** Null: no run moves the part. */
  readonly drawn: Drawn | null;
  /** What the search did not reach is not drawn. */
  readonly isCut: boolean;
};

const drawings = new WeakMap<SideTold, Map<string, Promise<DrawnPart>>>();
let worker: Promise<Worker> | null = null;
let serial = 0;

/** The chart of one part of a side, drawn once. */
export function drawingOf(side: SideTold, part: string): Promise<DrawnPart> {
  const known = drawings.get(side) ?? new Map<string, Promise<DrawnPart>>();
  drawings.set(side, known);
  let drawing = known.get(part);
  if (drawing === undefined) known.set(part, (drawing = draw(side, part)));
  return drawing;
}

async function draw({ program, said }: SideTold, part: string): Promise<DrawnPart> {
  worker ??= searcher('drawing');
  const drawer = await worker;
  const id = ++serial;
  return new Promise((done, failed) => {
    const hear = ({ data }: MessageEvent<DrawnPart | 'begun'>): void => {
      if (data === 'begun' || data.id !== id) return;
      drawer.removeEventListener('message', hear);
      done(data);
    };
    drawer.addEventListener('message', hear);
    drawer.addEventListener('error', () => failed(new Error('it could not be drawn')));
    const asked: AskedToDraw = { id, program, said, part };
    drawer.postMessage(asked);
  });
}
