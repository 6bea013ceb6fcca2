import { styleText } from 'node:util';
import type { Paint } from '../text/paint.ts';

/** Where a command writes to, and how. */
export type Io = {
  /** Writes what was asked for. */
  readonly out: (text: string) => void;
  /** Writes what else there is to say. */
  readonly err: (text: string) => void;
  readonly paint: Paint;
  /** Whether progress may be shown: standard error is a terminal. */
  readonly watched: boolean;
  /**
   * Whether the user has asked for an end (Ctrl-C): a search then ends early, and what is known is
   * told.
   */
  readonly signal?: { readonly aborted: boolean };
  /** Is told what is being done where somebody else shows it: the process around a worker. */
  readonly doing?: (text: string) => void;
};

/** @param colour whether there are colours at all */
export function paintOf(colour: boolean): Paint {
  type Format = Exclude<keyof Paint, 'isColorSupported'>;
  const style =
    (format: Format) =>
    (text: string): string =>
      colour ? styleText(format, text, { validateStream: false }) : text;

  return {
    isColorSupported: colour,
    bold: style('bold'),
    dim: style('dim'),
    red: style('red'),
    green: style('green'),
    yellow: style('yellow'),
  };
}

/** Whether text on a stream has colours: only on a terminal, and never with NO_COLOR. */
export const hasColours = (
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean => stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';

/** `process` as a command sees it. */
export function ioOf({
  stdout,
  stderr,
  env,
}: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>): Io {
  return {
    out: (text) => {
      stdout.write(text);
    },
    err: (text) => {
      stderr.write(text);
    },
    paint: paintOf(hasColours(stdout, env)),
    watched: stderr.isTTY === true,
  };
}
