/** A driver as its author describes it: what it does, what its hardware can do, which promises of the text it makes. */
export type Description = {
  readonly driver: string;
  readonly about?: string;
  readonly jobs?: { readonly fenced?: number; readonly faulting?: number };
  readonly pageFaults?: 'none' | 'hint' | 'on-demand';
  readonly compute?: 'finite' | 'long-running';
  readonly hardware?: 'shared' | 'separate';
  readonly engines?: 'one' | 'two';
  readonly arbitration?: 'in-turn' | 'none';
  readonly hardwareCan?: readonly ('preempt-running' | 'preempt-faulted')[];
  readonly submission?: 'fifo' | 'any-order';
  readonly reclaimWaits?: 'none' | 'bounded' | 'unbounded';
  readonly foreignDevice?: boolean;
  readonly options?: readonly string[];
  readonly without?: readonly string[];
  readonly variants?: readonly string[];
  readonly hazards?: readonly string[];
};

/** The text's own story. */
export const story = {
  about: '',
  jobs: { fenced: 1, faulting: 1 },
  pageFaults: 'on-demand',
  compute: 'finite',
  hardware: 'shared',
  engines: 'one',
  arbitration: 'in-turn',
  hardwareCan: ['preempt-running', 'preempt-faulted'],
  submission: 'fifo',
  reclaimWaits: 'unbounded',
  foreignDevice: true,
  options: [],
  without: [],
  variants: [],
  hazards: [],
} as const satisfies Omit<Description, 'driver'>;
