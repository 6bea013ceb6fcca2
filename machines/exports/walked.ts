/** What the kernel's notations need of a path: a file of paths has it all. */
export type Walked = {
  readonly id: string;
  readonly targets: readonly string[];
  readonly system: string;
  readonly kind: string;
  readonly steps: readonly WalkedStep[];
  readonly clauses: readonly Demand[];
  readonly refused?:
    | readonly { readonly step: string; readonly after: number; readonly until: number }[]
    | undefined;
};
/** A step as a file of threads says it. */
type SaidStep = { readonly thread: string; readonly call: string; readonly line: number };
/** A step of a path, with where each part went. */
export type WalkedStep = {
  readonly number: number;
  readonly step: string;
  readonly actor: string;
  readonly said?: SaidStep | undefined;
  readonly parts: Readonly<
    Record<string, { readonly event: string; readonly from: string; readonly to: string }>
  >;
};
/** Who does what: `submit: mutex_lock(&gpu_lock) (11)`, or an actor and its step. */
export function inOneLine({
  step,
  actor,
  said,
}: Pick<WalkedStep, 'step' | 'actor' | 'said'>): string {
  if (said === undefined) return `${actor}: ${step}`;
  return `${said.thread}: ${said.call}${said.line === 0 ? '' : ` (${said.line})`}`;
}

type Demand = {
  readonly name: string;
  readonly says: { readonly file: string; readonly says: string };
  readonly brink: number;
  readonly tried: string | null;
  readonly refusals: readonly {
    readonly step: string;
    readonly after: number;
    readonly until: number | null;
    readonly needs: string;
    readonly delayed: boolean;
  }[];
  readonly rescue: { readonly number: number | null; readonly step: string | null } | null;
  readonly instrument: {
    readonly at: readonly string[];
    readonly shows: string;
    readonly nearest: string | null;
  } | null;
};
/** What the kernel's notations need of a file of paths. */
export type WalkedFile = {
  readonly name: string;
  readonly cover: string;
  readonly systems: Readonly<
    Record<string, { readonly initial: Readonly<Record<string, string>> }>
  >;
  readonly refusals?:
    | Readonly<
        Record<
          string,
          {
            readonly says: { readonly file: string; readonly says: string } | null;
            readonly said?: SaidStep | undefined;
          }
        >
      >
    | undefined;
  readonly paths: readonly Walked[];
};

/** `'publish[1,2]'` is `publish` with 1 and 2. */
export function numbered(name: string): {
  readonly of: string;
  readonly numbers: readonly number[];
} {
  const [, of, numbers] = /^([^[]*)\[([\d,]+)\]$/.exec(name) ?? [];
  return of === undefined
    ? { of: name, numbers: [] }
    : { of, numbers: numbers!.split(',').map(Number) };
}

/** A step that is tried, and must be refused or wait. */
export type Attempt = {
  readonly step: string;
  /** The step in words. */
  readonly told: string;
  readonly delayed: boolean;
  readonly needs: string;
  readonly clause: string;
  readonly until: number | null;
};

/**
 * What is tried and must be refused after so many steps: where it begins to be refused, and at the
 * brink.
 */
export function attempts(
  file: Pick<WalkedFile, 'refusals'>,
  path: Walked,
  after: number,
): Attempt[] {
  const tried = path.clauses.flatMap((demand) => attemptsOf(demand, after));
  const steps = new Set(tried.map(({ step }) => step));
  const lawful = (path.refused ?? []).filter(
    ({ step, after: from, until }) => from <= after && after < until && !steps.has(step),
  );
  return [
    ...tried,
    ...lawful.map(({ step, until }): Attempt => {
      const { says = null, said } = file.refusals?.[numbered(step).of] ?? {};
      const clause = says === null ? 'it is not possible yet' : `${says.file}: "${says.says}"`;
      const told = said === undefined ? step : inOneLine({ step, actor: '', said });
      // A thread that stands in a call waits there.
      return { step, told, delayed: said !== undefined, needs: '', clause, until };
    }),
  ];
}

function attemptsOf({ name, refusals, tried, brink }: Demand, after: number): Attempt[] {
  const here = refusals.filter(({ step, after: from, until }) => {
    const brinkNow = step === tried && brink === after && from <= after;
    return from === after || (brinkNow && (until ?? Infinity) > after);
  });
  const attempted = here.map(({ step, delayed, needs, until }): Attempt => ({
    step,
    told: step,
    delayed,
    needs,
    until,
    clause: name,
  }));
  if (tried !== null && brink === after && !here.some(({ step }) => step === tried))
    attempted.push({
      step: tried,
      told: tried,
      delayed: false,
      needs: '',
      clause: name,
      until: null,
    });
  return attempted;
}
