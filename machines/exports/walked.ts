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
export type WalkedStep = {
  readonly number: number;
  readonly step: string;
  readonly actor: string;
  readonly parts: Readonly<
    Record<string, { readonly event: string; readonly from: string; readonly to: string }>
  >;
};
export type Demand = {
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
export type WalkedFile = {
  readonly name: string;
  readonly cover: string;
  readonly systems: Readonly<
    Record<string, { readonly initial: Readonly<Record<string, string>> }>
  >;
  readonly refusals?:
    | Readonly<
        Record<string, { readonly says: { readonly file: string; readonly says: string } | null }>
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

export type Attempt = {
  readonly step: string;
  readonly delayed: boolean;
  readonly needs: string;
  readonly clause: string;
  readonly until: number | null;
};

/** What is tried and must be refused after so many steps: where it begins to be refused, and at the brink. */
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
      const says = file.refusals?.[numbered(step).of]?.says ?? null;
      const clause = says === null ? 'it is not possible yet' : `${says.file}: "${says.says}"`;
      return { step, delayed: false, needs: '', clause, until };
    }),
  ];
}

function attemptsOf({ name, refusals, tried, brink }: Demand, after: number): Attempt[] {
  const here = refusals.filter(({ step, after: from, until }) => {
    const brinkNow = step === tried && brink === after && from <= after;
    return from === after || (brinkNow && (until ?? Infinity) > after);
  });
  const found = here.map(({ step, delayed, needs, until }): Attempt => ({
    step,
    delayed,
    needs,
    until,
    clause: name,
  }));
  if (tried !== null && brink === after && !here.some(({ step }) => step === tried))
    found.push({ step: tried, delayed: false, needs: '', clause: name, until: null });
  return found;
}
