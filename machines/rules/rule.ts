import type { Cite } from '../../src/system/vocabulary.ts';

/** One rule: a law of the kernel, as it is told everywhere: litmus tests, logs, pages, reviews. */
export type Rule = {
  /** The rule in one sentence of our own. */
  readonly says: string;
  /** The file and symbol of the kernel that say or enforce it: `'file: symbol'`, several by `;`. */
  readonly source: string;
  /** The kernel's own sentence; null where only code says it. */
  readonly quote: Cite | null;
  /** What would go wrong without it. */
  readonly why: string;
  /** What is seen where it is broken; null where nothing is seen by itself. */
  readonly seen: string | null;
  /** Who notices that it is broken, surest first; empty: nobody but a reviewer. */
  readonly enforced: readonly Enforcer[];
  /** What to do in place of breaking it; null for what is a premise and no demand. */
  readonly instead: string | null;
  /** How a reviewer of a patch finds it; null where no patch of a driver shows it. */
  readonly review: Review | null;
};

/** Who notices that a rule is broken. */
export type Enforcer = {
  readonly by: 'type' | 'lockdep' | 'WARN' | 'BUG' | 'errno' | 'might_sleep' | 'timeout' | 'IOMMU';
  /** What does it, and when. */
  readonly how: string;
};

/** How a reviewer of a patch finds that a rule is broken. */
export type Review = {
  /** What to look for in a diff. */
  readonly look: string;
  /** Lines of C that break the rule; ours, of no driver. */
  readonly wrong: readonly string[];
  /** The same lines as they are right. */
  readonly right: readonly string[];
  /** What looks like it and is no violation. */
  readonly fine: string;
};

export const annotated: Enforcer = {
  by: 'lockdep',
  how: 'if the code that signals is between dma_fence_begin_signalling() and _end_signalling()',
};
export const lockOrder: Enforcer = {
  by: 'lockdep',
  how: 'once both orders have run, each alone is enough',
};
export const resvHeld: Enforcer = {
  by: 'lockdep',
  how: 'dma_resv_assert_held() in the function itself',
};
export const hungTask: Enforcer = {
  by: 'timeout',
  how: 'the hung task detector, after 120 s in one sleep that cannot be interrupted',
};
