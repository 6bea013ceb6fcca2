import type { Piece } from '../../check/ablate.ts';
import { outcomeOf } from '../../judge/outcome.ts';
import { citeOf } from '../../judge/refused.ts';
import { whatIf, type Said, type WhatIf } from '../../judge/whatif.ts';
import { Misuse } from '../../system/misuse.ts';
import { exitOf, type Exit } from '../../text/exit.ts';
import type { Io } from '../io.ts';
import { watchedMeans, type Searching } from '../searching.ts';
import { namedSubject } from './subject.ts';
import { whatIfText } from '../../text/whatif.ts';

/** What the words of `finite-fence whatif` say. */
export type WhatifOptions = Searching & {
  readonly module?: string;
  readonly allow?: readonly string[];
  readonly forbid?: readonly string[];
  readonly json?: true;
};

/** `finite-fence whatif`. @throws Misuse */
export async function whatifCommand(
  name: string | undefined,
  options: WhatifOptions,
  io: Io,
  version: string,
): Promise<Exit> {
  const { allow = [], forbid = [] } = options;
  if (allow.length + forbid.length === 0)
    throw new Misuse('found neither --allow nor --forbid, expected a step');

  const { means, say, done } = watchedMeans(io, options);
  say(name ?? options.module ?? '');
  const subject = await namedSubject(name, options.module, means);
  const changed = whatIf(subject, { allow, forbid }, means, say);
  done();

  const { name: driver, program } = subject;
  if (options.json === true) io.out(asJson(changed, driver, program.digest, version));
  else io.out(whatIfText(changed, driver, io.paint));
  return exitOf(outcomeOf(changed.after.answer, 'finite'));
}

const plain = ({ answer: { verdict, stopped }, promises }: Said) => ({
  verdict,
  stopped,
  promises,
});

const asGuard = ({ step, text, origin }: Piece) => ({
  step,
  guard: text,
  row: origin.row,
  clause: origin.clause,
  cite: citeOf(origin),
});

function asJson(
  { allowed, forbidden, before, after, dropped }: WhatIf,
  driver: string,
  digest: string,
  version: string,
): string {
  const data = {
    schema: 2,
    version,
    digest,
    driver,
    allow: allowed,
    forbid: forbidden,
    before: plain(before),
    after: plain(after),
    dropped: dropped.map(({ guard }) => asGuard(guard)),
    alone: dropped.flatMap(({ guard, alone }) =>
      alone === null ? [] : [{ ...asGuard(guard), ...plain(alone) }],
    ),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
