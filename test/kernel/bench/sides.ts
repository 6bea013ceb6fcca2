/**
 * Each side of the files of machines/litmus/fixes as a KUnit suite, with what the model says of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { kernelCalls } from '../../../machines/calls/index.ts';
import { suiteOfThreads, whyNot } from '../../../machines/exports/threads/suite.ts';
import { judgeSide } from '../../../src/threads/judge.ts';
import { sidesOfFile } from '../../../src/threads/sides.ts';
import { differencesIn, type Difference } from '../klitmus.ts';
import { checkout } from './linux.ts';

/** One side of a file, as it is played. */
export type Played = {
  readonly file: string;
  readonly side: string;
  /** Of the suite. */
  readonly name: string;
  readonly verdict: string;
  readonly text: string;
  readonly sequences: number;
  readonly noHang: string | null;
  readonly passes: string | null;
  /** What goes against a rule of calls in the case *breach*; null: there is none. */
  readonly breach: string | null;
  /** What lockdep would say by the model: the kind and the classes of each complaint. */
  readonly kinds: readonly string[];
  readonly classes: readonly (readonly string[])[];
  /** What the file itself says of where the kernel differs. */
  readonly explained: readonly Difference[];
};
/** The sides that are played, and those that are not. */
export type Exported = {
  readonly played: readonly Played[];
  readonly files: number;
  /** Sides that are not exported, and why. */
  readonly left: readonly { readonly file: string; readonly side: string; readonly why: string }[];
};
type Side = ReturnType<typeof sidesOfFile>[number];
/** A side's suite for one processor, and for several. */
type Answered = { readonly one: Played; readonly several: () => Played };

const folder = join(checkout, 'machines/litmus/fixes');

function answered(file: string, text: string, side: Side): Answered {
  const answer = judgeSide(side, { states: 300_000 });
  const { verdict } = answer;
  const run = (answer.broken ?? answer.worst)?.run?.map(({ step }) => step) ?? [];
  const name = `litmus_${file.slice(0, 3)}_${side.side}`;
  const suite = (several: boolean): Played => {
    const { body, sequences, noHang, passes, breach } = suiteOfThreads(
      { side, verdict, run, several },
      name,
    );
    return {
      file,
      side: side.side,
      name,
      verdict,
      text: body,
      sequences,
      noHang,
      passes,
      breach,
      kinds: answer.order.map(({ kind }) => kind),
      classes: answer.order.map(({ classes }) => classes),
      explained: differencesIn(text).filter((difference) => difference.side === side.side),
    };
  };
  return { one: suite(false), several: () => suite(true) };
}

/** Calls `take` with the sides of each file that can be exported; returns those that cannot. */
function eachFile(take: (sides: readonly Answered[]) => void): Pick<Exported, 'files' | 'left'> {
  const left: Exported['left'][number][] = [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.litmus'));
  for (const file of files.toSorted()) {
    const text = readFileSync(join(folder, file), 'utf8');
    const sides: Answered[] = [];
    for (const side of sidesOfFile(file, text, kernelCalls)) {
      const why = whyNot(side);
      if (why === null) sides.push(answered(file, text, side));
      else left.push({ file, side: side.side, why });
    }
    take(sides);
  }
  return { files: files.length, left };
}

/** Every side of every file, as a suite for one processor. */
export function exported(): Exported {
  const played: Played[] = [];
  const rest = eachFile((sides) => void played.push(...sides.map(({ one }) => one)));
  return { played, ...rest };
}

/**
 * What one processor has no hang of, though the model says that there is one, and a test could make
 * it.
 */
const needsSeveral = ({ noHang, passes }: Played): boolean =>
  passes !== null || /spins|stands in an interrupt|in the midst of a call/.test(noHang ?? '');

/** Both sides of every file of which one processor cannot show a hang, as suites for several. */
export function spinning(): readonly Played[] {
  const played: Played[] = [];
  eachFile((sides) => {
    if (sides.some(({ one }) => needsSeveral(one)))
      played.push(...sides.map(({ several }) => several()));
  });
  return played;
}
