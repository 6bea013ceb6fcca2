import type { Means } from '../../check/verdict.ts';
import { certify, type CertifiedCase, type ProvedPart } from '../../judge/certificate.ts';
import { certificateBytes } from '../../judge/certificate-file.ts';
import type { Judgement } from '../../judge/judge.ts';
import { isDecided } from '../../judge/outcome.ts';
import { exit, type Exit } from '../../text/exit.ts';
import type { Io } from '../io.ts';
import { counted, several } from '../../text/layout.ts';
import { writeWhole } from '../whole-file.ts';
import { nameOf, type Case } from './cases.ts';

/** What was judged, to be proved. */
type Judged = { readonly asked: Case; readonly judgement: Judgement };

/** Who is told what. */
export type Telling = {
  readonly io: Io;
  readonly version: string;
  readonly say: (what: string) => void;
};

/**
 * Proves all verdicts, and writes the file when all are proved: it is there whole, or not at all.
 * @throws Misuse where it cannot be written
 */
export function writeCertificate(
  file: string,
  judged: readonly Judged[],
  means: Means,
  { io, version, say }: Telling,
): Exit {
  const known = new Map<string, ProvedPart>();
  const cases: CertifiedCase[] = [];
  for (const { asked, judgement } of judged) {
    const name = nameOf(asked);
    say(`${name}: proofs`);
    const proved = certify(name, asked.given, means, known);
    say('');
    if (typeof proved === 'string') {
      io.err(`finite-fence: ${file} was not written: the proof of ${name} ran out of ${proved}\n`);
      return exit.ranOut;
    }
    const { answer } = judgement;
    if (isDecided(answer) && answer.verdict !== proved.verdict)
      throw new Error(`${name}: found ${answer.verdict}, proved ${proved.verdict}`);
    cases.push(proved);
  }
  const bytes = certificateBytes(version, cases, known);
  writeWhole(file, bytes);
  const size = `${several(known.size, 'system')}, ${counted(bytes.length)} bytes`;
  io.err(`finite-fence: wrote ${file} (${size}); check it with 'finite-fence verify ${file}'\n`);
  return exit.asExpected;
}
