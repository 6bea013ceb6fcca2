import { inWritten, understand } from '../../../machines/description/complaints.ts';
import type { Described } from '../../../machines/description/description.ts';
import { drivers } from '../../../machines/drivers/index.ts';
import { options } from '../../../machines/options/index.ts';
import { Misuse, unknown } from '../../system/misuse.ts';
import { fire, holds, refusal, type Program } from '../../system/program.ts';
import { exit, type Exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { listed, paragraph, several } from '../layout.ts';
import { ownModule } from '../input/own-module.ts';
import { readJsonFile } from '../input/read-input.ts';
import { actorOf } from '../check/run-text.ts';
import { refusalText, refusedIn, refusedJson, type RefusedJson } from '../../judge/refused.ts';
import { ownThreads } from '../threads/read-threads.ts';
import { driverOrFile, subjectIn, type Subject } from './subject.ts';

export type ReplayOptions = {
  readonly in?: string;
  readonly module?: string;
  readonly promise?: string;
  readonly json?: true;
};

/** Step names, and the promise or invariant that they are told of. A loop comes back to where it begins. */
type Told = {
  readonly name: string | null;
  readonly run: readonly string[];
  readonly loop: readonly string[];
};

/** What became of a run. */
type Replayed = Told & {
  /** Null where all steps go through. */
  readonly refused: {
    readonly number: number;
    readonly step: string;
    readonly by: readonly RefusedJson[];
  } | null;
  /** Whether the promise is pending at the end; null where none is named, or the system has none of that name. */
  readonly pending: boolean | null;
  readonly loops: boolean | null;
  /** Steps that can happen at the end, those of recovery left out; none where a step is refused. */
  readonly next: readonly string[];
};

/** `finite-fence replay`. @throws Misuse */
export async function replayCommand(
  file: string,
  given: ReplayOptions,
  io: Io,
  version: string,
): Promise<Exit> {
  const { value } = readJsonFile(file);
  const documents = (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'object' && one !== null) &&
    value.length > 0
      ? value
      : [value]
  ) as readonly unknown[];
  const done: {
    readonly subject: Subject;
    readonly digest: string | null;
    readonly runs: readonly Replayed[];
  }[] = [];
  for (const document of documents) {
    const told = runsOf(file, document, given.promise);
    const subject = await systemFor(file, document, given);
    done.push({
      subject,
      digest: (document as { digest?: string }).digest ?? null,
      runs: told.map((one) => replayed(subject.program, one)),
    });
  }
  if (given.json === true)
    io.out(
      `${JSON.stringify({ schema: 1, version, replays: done.map(({ subject, runs }) => ({ driver: subject.name, digest: subject.program.digest, runs })) }, null, 2)}\n`,
    );
  else io.out(done.map(({ subject, digest, runs }) => text(subject, digest, runs, io)).join('\n'));
  return done.some(({ runs }) => runs.some(({ refused }) => refused !== null))
    ? exit.problem
    : exit.asExpected;
}

const names = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const what =
  'expected what check --json prints, one of its promises, or { "description": {...}, "run": ["step", ...] }';

/** The runs that a document tells. @throws Misuse where it tells none */
function runsOf(file: string, document: unknown, promise: string | undefined): Told[] {
  if (names(document) && document.length > 0)
    return [{ name: promise ?? null, run: document, loop: [] }];
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new Misuse(`${file}: found no run, ${what}`);
  const fields = document as Readonly<Record<string, unknown>>;
  const one = (of: Readonly<Record<string, unknown>>, at: string): Told => {
    for (const field of ['run', 'loop'])
      if (of[field] !== undefined && !names(of[field]))
        throw new Misuse(`${file}: ${at}${field}: expected a list of step names`);
    return {
      name:
        typeof of['name'] === 'string'
          ? of['name']
          : typeof of['promise'] === 'string'
            ? of['promise']
            : (promise ?? null),
      run: (of['run'] ?? []) as readonly string[],
      loop: (of['loop'] ?? []) as readonly string[],
    };
  };
  if (fields['run'] !== undefined) return [one(fields, '')];
  const lists = (['promises', 'invariants'] as const).flatMap((list) =>
    Array.isArray(fields[list])
      ? (fields[list] as unknown[]).map((entry, at) => {
          if (typeof entry !== 'object' || entry === null)
            throw new Misuse(`${file}: ${list}[${at}]: found no promise, ${what}`);
          return one(entry as Readonly<Record<string, unknown>>, `${list}[${at}].`);
        })
      : [],
  );
  if (lists.length === 0) throw new Misuse(`${file}: found no run, ${what}`);
  const asked = promise === undefined ? lists : lists.filter(({ name }) => name === promise);
  if (asked.length === 0)
    throw new Misuse(
      `${file}: ${unknown(
        'promise',
        promise!,
        lists.map(({ name }) => name ?? ''),
      )}`,
    );
  const told = asked.filter(({ run, loop }) => run.length + loop.length > 0);
  if (told.length === 0)
    throw new Misuse(
      `${file}: ${promise === undefined ? 'none of its promises' : promise} has a run: what is kept has none`,
    );
  return told;
}

/** The system to replay in: the one that is asked for, else the one that the document describes or names. */
async function systemFor(file: string, document: unknown, given: ReplayOptions): Promise<Subject> {
  const fields = (typeof document === 'object' && document !== null ? document : {}) as Readonly<
    Record<string, unknown>
  >;
  if (given.in !== undefined && given.module !== undefined)
    throw new Misuse(
      `found both --in ${given.in} and --module ${given.module}, expected one of the two`,
    );
  if (given.module !== undefined) return subjectIn(await ownModule(given.module), roomy);
  // What was taken for unknown facts belongs to the run.
  const assumed = (of: Described): Subject =>
    subjectIn(
      {
        described:
          typeof fields['alternative'] === 'object' && fields['alternative'] !== null
            ? ({ ...of, ...fields['alternative'] } as Described)
            : of,
      },
      roomy,
    );
  const threads = given.in === undefined ? null : ownThreads(given.in);
  if (threads !== null) return subjectIn(threads, roomy);
  if (given.in !== undefined) return assumed(driverOrFile(given.in));
  const described =
    fields['description'] ?? (typeof fields['driver'] === 'object' ? fields['driver'] : undefined);
  if (described !== undefined) {
    const read = understand(described);
    if ('described' in read) return assumed(read.described);
    throw new Misuse(
      read.complaints
        .map(
          ({ path, line }) =>
            `${file}: description${path.length === 0 ? '' : `.${inWritten(path)}`}: ${line}`,
        )
        .join('\n'),
    );
  }
  const name = fields['driver'];
  const shipped = drivers.find(({ driver }) => driver === name);
  if (shipped !== undefined) return assumed(shipped);
  throw new Misuse(
    typeof name === 'string'
      ? `${file}: its driver '${name}' does not come with this package: give its description with --in, or its module with --module`
      : `${file}: it says neither a driver nor a description: give one with --in, or a module with --module`,
  );
}
const roomy = { states: 5_000_000 };

function replayed(program: Program, told: Told): Replayed {
  let state = program.initial;
  const all = [...told.run, ...told.loop];
  let begins = state;
  for (const [n, name] of all.entries()) {
    if (n === told.run.length) begins = state;
    const step = program.steps.find((one) => one.name === name);
    const after = step === undefined ? null : fire(program, step, state);
    if (after === null) {
      const by =
        step === undefined
          ? []
          : refusedIn(program, step, state).map((one) =>
              refusedJson(program, one, (part) => [state[part]!]),
            );
      return {
        ...told,
        refused: { number: n + 1, step: name, by },
        pending: null,
        loops: null,
        next: [],
      };
    }
    state = after;
  }
  const promise = program.promises.find(({ name }) => name === told.name);
  const invariant = program.invariants.find(({ name }) => name === told.name);
  const end = promise?.pending ?? invariant?.never;
  return {
    ...told,
    refused: null,
    pending: end === undefined ? null : end.every((some) => holds(some, state)),
    loops: told.loop.length === 0 ? null : state.join() === begins.join(),
    next: program.steps
      .filter(
        (step) => !program.actors[step.actor]!.recovers && refusal(program, step, state) === null,
      )
      .map((step) => step.name),
  };
}

/** Runs that are told once. */
const same = (
  one: Pick<Replayed, 'run' | 'loop' | 'pending'>,
  other: Pick<Replayed, 'run' | 'loop' | 'pending'>,
): boolean =>
  one.pending === other.pending &&
  one.run.join() === other.run.join() &&
  one.loop.join() === other.loop.join();

function text(subject: Subject, digest: string | null, runs: readonly Replayed[], io: Io): string {
  const { name, program } = subject;
  const lines = [
    `${io.paint.bold(name)}: system ${program.digest}${digest === null ? '' : digest === program.digest ? ', the one that the runs were made in' : `; the runs were made in another, ${digest}`}`,
  ];
  for (const { run, loop, refused, pending, loops, next, ...told } of runs.filter(
    (one, at) => runs.findIndex((other) => same(one, other)) === at,
  )) {
    const of = told.name;
    const head = `${listed(runs.filter((other) => same(other, { run, loop, pending })).map(({ name: one }) => one ?? 'run'))}: ${several(run.length, 'step')}${loop.length === 0 ? '' : ` and a loop of ${loop.length}`}`;
    if (refused === null) {
      const end =
        pending === null
          ? ''
          : program.invariants.some((one) => one.name === of)
            ? pending
              ? '; it is broken at the end'
              : '; it holds at the end'
            : pending
              ? '; it is pending at the end'
              : '; it is kept at the end';
      lines.push(
        ...paragraph(
          '  ',
          `${head}: ${io.paint.green('goes through')}${end}${loops === false ? '; the loop does not come back to where it begins' : ''}`,
        ),
      );
      lines.push(
        ...paragraph(
          '    ',
          next.length === 0
            ? 'Nothing can happen there any more.'
            : `What can happen there: ${next.slice(0, 6).join(', ')}${next.length > 6 ? `, and ${next.length - 6} more` : ''}.`,
        ),
      );
      continue;
    }
    lines.push(
      ...paragraph(
        '  ',
        `${head}: ${io.paint.red('refused')} at step ${refused.number}, ${refused.step}${program.steps.some((step) => step.name === refused.step) ? ` (${actorOf(program, refused.step)})` : ''}`,
      ),
    );
    if (refused.by.length === 0) lines.push(...absent(subject, refused.step));
    const said = new Set<string>();
    for (const one of refused.by) lines.push(...refusalText(program, one, '    ', [], said));
  }
  return `${lines.join('\n')}\n`;
}

/** Why there is no such step: a clause forbids it, it moves what the system has not, it belongs to an option or a clause, or nobody knows it. */
function absent({ program, spec }: Subject, name: string): string[] {
  const step = name.replace(/\[.*$/, '');
  const lacks = program.leftOut.find((one) => one.step === step)?.lacks;
  const clause = options
    .flatMap((option) => option.clauses)
    .find(({ adds }) => adds?.some((one) => one.name === step) === true)?.name;
  const option = options.find(({ rows }) =>
    rows.some(({ steps }) => steps.some((one) => one.name === step)),
  )?.name;
  const known = program.steps.map((one) => one.name);
  const near = /did you mean '[^']+'\?/.exec(unknown('step', name, known))?.[0];
  const forbids = spec?.clauses?.find((one) => one.forbids?.includes(step) === true)?.name;
  const why =
    forbids !== undefined
      ? `: the clause ${forbids} forbids it`
      : lacks !== undefined
        ? `, for it has no ${lacks}`
        : clause !== undefined
          ? `: the clause ${clause} adds it`
          : option !== undefined
            ? `: it is of the option ${option}`
            : near === undefined
              ? ''
              : `; ${near}`;
  return paragraph('    ', `This system has no such step${why}${why.endsWith('?') ? '' : '.'}`);
}
