/** Suites that are written by hand (test/kernel/adapters), for what the models do not have. */
export type SuiteByHand = {
  /** As a seed names it. */
  readonly id: string;
  /** As KUnit has it. */
  readonly name: string;
  readonly file: string;
  readonly since?: string;
  /** The kernel warns in each case, so it has a boot of its own. */
  readonly warns?: true;
};

/** All of them. */
export const byHand: readonly SuiteByHand[] = [
  { id: 'beside', name: 'finite_fence_beside', file: 'beside-fences.c' },
  { id: 'beside_drm', name: 'finite_fence_beside_drm', file: 'beside-drm.c', since: '6.12' },
  { id: 'misuse', name: 'misuse', file: 'misuse.c', warns: true },
];
