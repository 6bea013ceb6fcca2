import { answer, type Question } from '../../src/check/verdict.ts';
import type { Graph } from '../../src/explore/graph.ts';
import type { Program } from '../../src/system/program.ts';
import { naive } from '../naive/naive-checker.ts';

/** What one checker says of one program. Null: it has no word for that. */
export type Testimony = {
  readonly by: string;
  readonly states: number | null;
  readonly edges: number | null;
  /** In the program's order. */
  readonly promises: readonly Said[];
  /** For each invariant the states that break it, or whether one does. */
  readonly broken: readonly (number | boolean)[] | null;
};

export type Said = {
  readonly keepable: boolean | null;
  readonly unaided: boolean | null;
  readonly evaded: boolean | null;
  readonly evadedWeakly: boolean | null;
  readonly verdict: string | null;
  readonly verdictWeakly: string | null;
  readonly pending: number | null;
};

export const nothing: Said = {
  keepable: null,
  unaided: null,
  evaded: null,
  evadedWeakly: null,
  verdict: null,
  verdictWeakly: null,
  pending: null,
};

/**
 * The naive checker's. It has a word for everything, so it is what the others are compared with.
 */
export function naively(
  program: Program,
): Testimony & { readonly states: number; readonly edges: number; readonly own: number } {
  return { by: 'naive', ...naive(program) };
}

/** The engine's own, from a graph: counts and verdicts. `question`: to ask it wrongly. */
export function engine(graph: Graph, question: Question = {}): Testimony {
  const { actors } = graph.program;
  const written = answer(graph, question);
  const weakly = answer(graph, {
    plain: true,
    fair: (actor) => (actors[actor]!.fair === 'none' ? 'none' : 'weak'),
  });
  return {
    by: 'engine',
    states: graph.size,
    edges: graph.edges,
    broken: graph.program.invariants.map(({ never }, n) => {
      const found = graph.where(never).reduce((sum, one) => sum + one, 0);
      return written.invariants[n]?.holds === (found === 0) ? found : -1;
    }),
    promises: written.promises.map(({ verdict, pending }, p) => ({
      ...nothing,
      verdict,
      verdictWeakly: weakly.promises[p]!.verdict,
      pending,
    })),
  };
}

/** What SPIN and Rumur say together is a verdict: Rumur tells keepable and unaided, SPIN evaded. */
export function together(spin: Testimony, rumur: Testimony): Testimony {
  const verdict = (keepable: boolean, unaided: boolean, evaded: boolean): string => {
    if (!keepable) return 'deadlock';
    if (!unaided) return 'indefinite';
    return evaded ? 'unbounded' : 'finite';
  };
  return {
    by: 'SPIN and Rumur',
    states: null,
    edges: null,
    broken: null,
    promises: spin.promises.map(({ evaded, evadedWeakly }, p) => {
      const { keepable, unaided } = rumur.promises[p]!;
      return {
        ...nothing,
        verdict: verdict(keepable!, unaided!, evaded!),
        verdictWeakly: verdict(keepable!, unaided!, evadedWeakly!),
      };
    }),
  };
}

/** Every word of `others` that differs from `first`'s, as a line; none is the only good answer. */
export function differences(first: Testimony, others: readonly Testimony[]): string[] {
  return others.flatMap((other) => {
    const lines: string[] = [];
    const compare = (what: string, a: unknown, b: unknown): void => {
      if (a !== null && b !== null && a !== b)
        lines.push(`${what}: ${first.by} ${String(a)}, ${other.by} ${String(b)}`);
    };
    compare('states', first.states, other.states);
    compare('edges', first.edges, other.edges);
    compare('invariants', first.broken?.length, other.broken === null ? null : other.broken.length);
    other.broken?.forEach((said, n) => {
      const known = first.broken![n]!;
      compare(`invariant ${n}`, typeof said === 'boolean' ? Number(known) > 0 : known, said);
    });
    compare('promises', first.promises.length, other.promises.length);
    first.promises.forEach((answer, p) => {
      const heard = other.promises[p];
      if (heard !== undefined)
        for (const key of Object.keys(nothing) as (keyof Said)[])
          compare(`promise ${p} ${key}`, answer[key], heard[key]);
    });
    return lines;
  });
}
