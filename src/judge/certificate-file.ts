import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Misuse } from '../system/misuse.ts';
import type { Proved } from '../verify/certificate.ts';
import { questions, type CertifiedCase, type Part, type ProvedPart } from './certificate.ts';

/** Of the format of the file. */
const format = 1;

/** The first line of the file. */
type Header = {
  readonly 'finite-fence certificate': typeof format;
  /** Of the program that wrote it. */
  readonly version: string;
  readonly cases: readonly CertifiedCase[];
  /** Of the bytes after the first line. */
  readonly sha256: string;
};

/** A line of the rest: the proofs of one system. */
type Line = Proved & { readonly question: Part['question'] };

/** What a file of proofs holds. */
export type CertificateFile = {
  readonly cases: readonly CertifiedCase[];
  readonly lines: readonly Line[];
};

/** A certificate as it is written: a line of JSON, then lines of JSON, compressed with gzip. */
export function certificateBytes(
  version: string,
  cases: readonly CertifiedCase[],
  known: ReadonlyMap<string, ProvedPart>,
): Buffer {
  const lines = [...known].map(([key, { proved }]) =>
    JSON.stringify({ question: key.split(' ')[0], ...proved }),
  );
  const body = gzipSync(lines.join('\n'), { level: 9 });
  const sha256 = createHash('sha256').update(body).digest('hex');
  const header = { 'finite-fence certificate': format, version, cases, sha256 };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

/** More is not unpacked. */
const mostBytes = 2 ** 30;

/** @throws Misuse in one line, where the file is no certificate, is cut, or was changed */
export function readCertificate(file: string, bytes: Buffer): CertificateFile {
  const end = bytes.indexOf('\n');
  const header = headerOf(file, bytes.subarray(0, end < 0 ? bytes.length : end).toString());
  const body = bytes.subarray(end < 0 ? bytes.length : end + 1);
  if (createHash('sha256').update(body).digest('hex') !== header.sha256)
    throw new Misuse(`${file}: the certificate is cut or was changed: its digest is another`);
  try {
    const text = gunzipSync(body, { maxOutputLength: mostBytes }).toString();
    const lines = text.split('\n').map((line) => JSON.parse(line) as Line);
    if (!lines.every(isLine)) throw new TypeError('no proofs');
    return { cases: header.cases, lines };
  } catch {
    throw new Misuse(`${file}: the certificate is damaged: its proofs cannot be read`);
  }
}

function headerOf(file: string, text: string): Header {
  const none = new Misuse(
    `${file}: found no certificate, expected what 'finite-fence check --certificate' writes`,
  );
  let header: Partial<Header>;
  try {
    header = JSON.parse(text) as Partial<Header>;
  } catch {
    throw none;
  }
  const version = (header as Partial<Header> | null)?.['finite-fence certificate'];
  if (version === undefined) throw none;
  if (version !== format)
    throw new Misuse(
      `${file}: found a certificate of format ${JSON.stringify(version)}, expected ${format}: it is of another version`,
    );
  const whole = typeof header.sha256 === 'string' && Array.isArray(header.cases);
  if (!whole || !header.cases!.every(isCase))
    throw new Misuse(`${file}: the certificate is damaged: its first line cannot be read`);
  return header as Header;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isCase = (value: unknown): value is CertifiedCase =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  typeof value['verdict'] === 'string' &&
  Array.isArray(value['parts']) &&
  value['parts'].every(
    (part) =>
      isObject(part) &&
      typeof part['digest'] === 'string' &&
      questions.some((question) => question === part['question']),
  );

const isLine = (value: unknown): value is Line =>
  isObject(value) &&
  questions.some((question) => question === value['question']) &&
  isObject(value['program']) &&
  typeof value['program']['digest'] === 'string' &&
  Array.isArray(value['proofs']) &&
  value['proofs'].every(isProof);

/**
 * Whether a proof has the fields of its form. What stands in its lists is checked with its
 * premises.
 */
function isProof(value: unknown): boolean {
  if (!isObject(value)) return false;
  const lists = fieldsOf[value['form'] as keyof typeof fieldsOf];
  if (lists === undefined) return false;
  return (
    lists.every((name) => Array.isArray(value[name])) &&
    (!('set' in value) || Number.isInteger(value['set']))
  );
}

/** The lists that each form of proof has. */
const fieldsOf = {
  invariant: ['holds'],
  broken: ['run'],
  trap: ['run'],
  'fair-loop': ['run', 'loop'],
  rank: ['ranks'],
  'fair-rank': ['blocks'],
} as const;
