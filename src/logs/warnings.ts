import { isNamed, knownName } from './call-trace.ts';
import type { LogFinding } from './finding.ts';
import type { Assertion, LogRule, ReportSpec } from './vocabulary.ts';

/**
 * A kernel warning or BUG, as its first line says it, or its first line and the one that names the
 * function.
 */
export type Warning = {
  readonly file: string;
  readonly at: number;
  /**
   * The function whose code it is in; null where the log does not say. An inline function has the
   * name of its caller.
   */
  readonly in: string | null;
  readonly bug: boolean;
  /** `6.12` */
  readonly version: string | null;
};

/**
 * `WARNING: CPU: 3 PID: 257 at FILE:LINE f+0x1/0x2`, `WARNING: [cond] FILE:LINE at f+0x1/0x2`,
 * `kernel BUG at FILE:LINE!`
 */
const warned = /WARNING:.*?\b([\w/.-]+\.[ch]):(\d+)(?: (?:at )?([A-Za-z_][\w.]*))?/;
const stopped = /kernel BUG at ([\w/.-]+\.[ch]):(\d+)/;

/** What a line says of a failed assertion, or null. */
export function readWarning(text: string, version: string | null): Warning | null {
  const warning = warned.exec(text);
  const match = warning ?? stopped.exec(text);
  if (match === null) return null;
  return {
    file: match[1]!.replace(/^(?:\.\.\/|\.\/)+/, ''),
    at: Number(match[2]),
    in: warning?.[3] ?? null,
    bug: warning === null,
    version,
  };
}

/** The function in which it stopped: `RIP: 0010:f+0x1/0x2`, `pc : f+0x1/0x2`. */
export const stoppedIn = (text: string): string | null =>
  /(?:RIP: [0-9a-f]{4}:|\bpc : |\bPC is at |NIP \[[0-9a-f]+\] )([A-Za-z_][\w.]*)/.exec(text)?.[1] ??
  null;

/** The version of a kernel, where a line names it. */
export const versionOf = (text: string): string | null =>
  /(?:Linux version |Comm: .* |^)(\d+\.\d+)(?:[.-][\w.+~-]*)? (?:#\d|\()/.exec(text)?.[1] ?? null;

/** Which assertion failed and which rule it stands for; null where no table knows it. */
export function judgeWarning(
  warning: Warning,
  line: number,
  text: string,
  spec: ReportSpec,
  rules: Readonly<Record<string, LogRule>>,
): LogFinding | null {
  const candidates = candidatesOf(warning, spec);
  if (candidates.length === 0) return null;

  const ids = [...new Set(candidates.map((assertion) => ruleOf(assertion, spec)))];
  const [id] = ids;
  const name = warning.in ?? candidates[0]!.in;
  const what = warning.bug ? 'a BUG' : 'a warning';
  const instead = ids.length === 1 ? rules[id!]?.instead : undefined;
  return {
    rule: ids.length === 1 ? id! : '',
    ...(ids.length === 1 ? {} : { oneOf: ids }),
    line,
    text,
    says:
      ids.length === 1
        ? `${what} in ${name}: ${rules[id!]!.says}`
        : `${what} in ${name}, which has several assertions: one of ${ids.join(', ')} is broken`,
    notes: [
      ...candidates.map((assertion) => candidateNote(assertion, warning, spec)),
      ...(candidates.length > 1 ? [howToTell(warning, candidates)] : []),
      ...(instead === undefined ? [] : [`instead: ${instead}`]),
    ],
  };
}

function ruleOf(assertion: Assertion, { assertionRules, assertionOtherwise }: ReportSpec): string {
  return (
    assertionRules.find(
      ({ functions, says }) =>
        (functions === undefined || isNamed(assertion.in, functions)) &&
        (says === undefined || assertion.says.includes(says)),
    )?.rule ?? assertionOtherwise
  );
}

/**
 * By the line where the version is known, else by the function, else, for inline functions, by the
 * file.
 */
function candidatesOf(warning: Warning, spec: ReportSpec): readonly Assertion[] {
  const inFile = spec.assertions.filter(
    ({ file, bug }) => sameFile(file, warning.file) && (bug === true) === warning.bug,
  );
  const exact = inFile.filter((assertion) => linesOf(assertion, warning).includes(warning.at));
  if (exact.length > 0) return exact;

  const name = warning.in === null ? null : knownName(warning.in, spec);
  const inFunction = inFile.filter((assertion) => assertion.in === name);
  if (inFunction.length > 0) return inFunction;
  // An inline function warns in the name of its caller; a header has few assertions. Without any
  // name the file is all there is.
  return warning.file.endsWith('.h') || name === null ? inFile : [];
}

/** A module outside of the tree has a path of its own: only the name of the file is sure. */
function sameFile(known: string, printed: string): boolean {
  return (
    known === printed ||
    printed.endsWith(`/${known}`) ||
    known.endsWith(`/${printed}`) ||
    (isOutside(printed) && baseOf(known) === baseOf(printed).replace(/^amd/, ''))
  );
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const isOutside = (path: string): boolean =>
  /(?:^|\/)(?:dkms|amd\/(?:ttm|backport|amdkcl|scheduler))\//.test(path);

/** The lines of one assertion in the version at hand; none where the version is not known. */
const linesOf = ({ at }: Assertion, { version }: Warning): readonly number[] =>
  version === null ? [] : (at[version] ?? []);

function candidateNote(assertion: Assertion, warning: Warning, spec: ReportSpec): string {
  const { file, in: name, says, at } = assertion;
  const where = Object.entries(at)
    .map(([version, lines]) => `${version}: line ${lines[0]}`)
    .join(', ');
  const inlined =
    warning.in !== null && knownName(warning.in, spec) !== name
      ? `, inlined into ${warning.in}`
      : '';
  return `${ruleOf(assertion, spec)}: ${says} in ${name}${inlined} (${file}; ${where})`;
}

function howToTell({ file, at: line, version }: Warning, candidates: readonly Assertion[]): string {
  const versions = [...new Set(candidates.flatMap((assertion) => Object.keys(assertion.at)))];
  const known =
    version === null
      ? 'the log does not name its kernel'
      : `the table has ${versions.join(' and ')}, not ${version}`;
  return `what tells them apart: line ${line} of ${file} in the source of that kernel (${known})`;
}
