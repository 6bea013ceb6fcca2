import { readFileSync } from 'node:fs';
import {
  keyOf,
  outcomeOfProofs,
  systemsOf,
  type CertifiedCase,
  type Outcome,
  type Part,
} from '../../judge/certificate.ts';
import { readCertificate, type CertificateFile } from '../../judge/certificate-file.ts';
import { Misuse, unknown } from '../../system/misuse.ts';
import { sealed, type Program } from '../../system/program.ts';
import type { Established } from '../../verify/certificate.ts';
import { verify } from '../../verify/verify.ts';
import { casesOf, nameOf, type Case } from '../check/cases.ts';
import { exit, type Exit } from '../../text/exit.ts';
import { whyUnread } from '../system-error.ts';
import type { Io } from '../io.ts';
import { listed, paragraph, several } from '../../text/layout.ts';

/** What the words of `finite-fence verify` say. */
export type VerifyOptions = { readonly module?: readonly string[]; readonly json?: true };

/** `finite-fence verify`. @throws Misuse */
export async function verifyCommand(
  file: string,
  descriptions: readonly string[],
  options: VerifyOptions,
  io: Io,
): Promise<Exit> {
  const { module: modules = [] } = options;
  const certificate = readCertificate(file, bytesOf(file));
  const compared = descriptions.length + modules.length > 0;
  const given = compared ? await casesOf(descriptions, modules) : [];
  for (const described of given) {
    const names = certificate.cases.map(({ name }) => name);
    if (!names.includes(nameOf(described)))
      throw new Misuse(`${file}: ${unknown('system', nameOf(described), names)}`);
  }
  const asked = paired(file, certificate.cases, given);
  const results = asked.map(({ one, given: own }) => resultOf(file, certificate, one, own));
  if (options.json === true)
    io.out(`${JSON.stringify({ schema: 1, file, cases: results }, null, 2)}\n`);
  else io.out(textOf(file, results, io));
  return results.every(({ proved }) => proved) ? exit.asExpected : exit.problem;
}

/** A case of the certificate, and the description that was named for it; null where none was. */
type Asked = { readonly one: CertifiedCase; readonly given: Case | null };

/**
 * Each case with the description of it. Several may have one name: then its systems say which is
 * meant. @throws Misuse for a description of none of those that have its name
 */
function paired(
  file: string,
  cases: readonly CertifiedCase[],
  given: readonly Case[],
): readonly Asked[] {
  const owners = new Map<CertifiedCase, Case>();
  for (const described of given) {
    const named = cases.filter((one) => one.name === nameOf(described) && !owners.has(one));
    const owner =
      named.length > 1 ? named.find((one) => isOf(one, described)) : (named[0] ?? undefined);
    if (owner === undefined)
      throw new Misuse(`${file}: none of its systems named ${nameOf(described)} is that one`);
    owners.set(owner, described);
  }
  return cases.map((one) => ({ one, given: owners.get(one) ?? null }));
}

/** Whether a certificate's case is of exactly the systems of a description. */
function isOf({ parts }: CertifiedCase, { given }: Case): boolean {
  const keys = new Set(parts.map(keyOf));
  return systemsOf(given).every((part) => keys.has(keyOf(part)));
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Misuse(`${file}: ${whyUnread(error)}`);
  }
}

/** What the proofs of a case come to. */
type Result = Outcome & {
  readonly name: string;
  /** What the certificate says. */
  readonly claimed: string;
  readonly proved: boolean;
  readonly systems: number;
  /**
   * Whether they are proofs of a description that was named, and not only of what the file holds.
   */
  readonly compared: boolean;
  readonly refused: readonly string[];
};

function resultOf(
  file: string,
  { lines }: CertificateFile,
  asked: CertifiedCase,
  given: Case | null,
): Result {
  const own = given === null ? null : systemsOf(given.given);
  const parts: readonly Part[] = own ?? asked.parts;
  const byKey = new Map(
    lines.map((line) => [keyOf({ ...line, digest: line.program.digest }), line] as const),
  );
  const established = new Map<string, Established & { readonly program: Program }>();
  const refused: string[] = [];
  for (const part of parts) {
    const key = keyOf(part);
    if (established.has(key)) continue;
    const line = byKey.get(key);
    if (line === undefined)
      throw new Misuse(
        own === null
          ? `${file}: the certificate is damaged: it lacks the proofs of ${key}`
          : `${file}: it is of another system: it has no proofs of ${asked.name} (${key})`,
      );
    const program = own?.find((one) => keyOf(one) === key)?.program ?? carried(file, line.program);
    const found = checked(file, () => verify({ ...line, program }));
    established.set(key, { ...found, program });
    refused.push(...found.refused.map((why) => `${part.question} ${part.digest}: ${why}`));
  }
  const outcome = outcomeOfProofs(parts, established);
  const proved = outcome.verdict === asked.verdict && refused.length === 0;
  return {
    name: asked.name,
    claimed: asked.verdict,
    proved,
    systems: established.size,
    compared: own !== null,
    ...outcome,
    refused,
  };
}

/** The system that a certificate holds, if its digest is that of what stands there. */
const carried = (file: string, program: Program): Program =>
  checked(file, () => {
    if (sealed(program).digest !== program.digest)
      throw new Misuse('the certificate is damaged: a system has another digest');
    return program;
  });

/** Whatever stands in the data, there is an answer: what has no meaning is damaged. */
function checked<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Misuse) throw new Misuse(`${file}: ${error.message}`);
    if (error instanceof TypeError || error instanceof RangeError)
      throw new Misuse(`${file}: the certificate is damaged: a system in it has no meaning`);
    throw error;
  }
}

function textOf(file: string, results: readonly Result[], { paint }: Io): string {
  const lines = results.flatMap((result): string[] => {
    const counts = [
      several(result.systems, 'system'),
      several(result.promises, 'promise'),
      several(result.invariants, 'invariant'),
    ];
    if (result.proved)
      return paragraph(
        '',
        `${result.name}: ${paint.green(paint.bold(`${result.claimed}, proved`))} of ${listed(counts)}`,
      );
    const other =
      result.verdict !== null && result.verdict !== result.claimed
        ? [`the certificate says ${result.claimed}, its proofs say ${result.verdict}`]
        : [];
    const open = result.open.map((what) => `nothing is proved of ${what}`);
    return [
      `${result.name}: ${paint.red(paint.bold(`${result.claimed}, not proved`))}`,
      ...[...result.refused, ...other, ...open].flatMap((why) => paragraph('  ', why)),
    ];
  });
  const alone = results.some(({ compared }) => !compared)
    ? [
        '',
        ...paragraph(
          '',
          'The systems are those that the file holds. With the description behind it, ' +
            `'finite-fence verify ${file} DESCRIPTION' also checks that it means them.`,
        ),
      ]
    : [];
  return `${[...lines, ...alone].join('\n')}\n`;
}
