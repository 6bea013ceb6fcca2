import { z } from 'zod';
import { interpretSchemas } from '../../src/system/interpreted.ts';
import {
  abilityIds,
  clauseIds,
  hazardIds,
  kernelIds,
  mistakeIds,
  optionIds,
  useIds,
  useLawIds,
  variantIds,
  type Ability,
  type ClauseId,
  type HazardId,
  type KernelId,
  type MistakeId,
  type OptionId,
  type UseId,
  type UseLawId,
  type VariantId,
} from './ids.ts';

const builtAll = interpretSchemas(z);

/** Jobs of one kind at most. */
export const mostJobs = 4;

const job = (what: string) =>
  z
    .int()
    .min(0)
    .max(mostJobs)
    .optional()
    .describe(`How many ${what} there are at most at one time, 0 to ${mostJobs}.`);
const fact = <const T extends readonly [string, ...string[]]>(values: T, text: string) =>
  z
    .enum([...values, 'unknown'])
    .optional()
    .describe(text);
const names = <const T extends readonly [string, ...string[]]>(values: T, text: string) =>
  z.array(z.enum(values)).optional().describe(text);

/** A terminal would obey control characters. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const noControls = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/;

/** What a description may say; the JSON Schema is made of it. */
export const schema = z.strictObject({
  $schema: z.string().optional().describe('Where the JSON Schema of this file is; for editors.'),
  driver: z
    .string()
    .min(1)
    .max(80)
    .regex(noControls, 'control characters')
    .describe('The name of the driver. This is the only required field.'),
  about: z
    .string()
    .regex(noControls, 'control characters')
    .optional()
    .describe('What it is, in a sentence.'),
  kernel: z
    .enum(kernelIds)
    .optional()
    .describe('Of which kernel it is, where that matters. Default: the newest.'),
  jobs: z
    .strictObject({
      fenced: job('jobs with a dma_fence'),
      faulting: job('compute jobs (that may take page faults)'),
    })
    .optional()
    .describe('How many jobs. Default: 1 + 1.'),
  pageFaults: fact(
    ['none', 'hint', 'on-demand'],
    'What happens at a GPU page fault. none: there are no faults. hint: the work goes on, and ' +
      'the page may be migrated. on-demand: the work stops until the page is present. Default: ' +
      'on-demand.',
  ),
  compute: fact(
    ['finite', 'long-running'],
    'Whether a compute job ends by itself, or only when userspace ends it. Default: finite.',
  ),
  hardware: fact(
    ['shared', 'separate'],
    'Whether compute jobs run on hardware that jobs with a dma_fence need too. Default: shared.',
  ),
  engines: fact(
    ['one', 'two'],
    'Whether both kinds of job are submitted to one engine, or each to an engine of its own; ' +
      'the two engines share compute units. Default: one.',
  ),
  arbitration: fact(
    ['in-turn', 'none'],
    'Whether the hardware gives compute units to its queues in turn, or does not promise to. Default: in-turn.',
  ),
  hardwareCan: z
    .union([z.array(z.enum(abilityIds)), z.literal('unknown')])
    .optional()
    .describe(
      'What the hardware can do to compute work: preempt it while it runs; preempt it while it ' +
        'waits for a page. Default: both.',
    ),
  submission: fact(
    ['fifo', 'any-order'],
    'Whether jobs reach an engine in the order in which they came. Default: fifo.',
  ),
  hardwareWait: fact(
    ['run_job', 'inside-run_job', 'prepare_job'],
    'Where a job waits for hardware: behind run_job, where the timer of the scheduler ' +
      'runs; inside run_job, where it runs and recovery waits until run_job returns; or in ' +
      'prepare_job, where no timer runs and recovery never comes. Default: run_job.',
  ),
  reclaimWaits: fact(
    ['none', 'bounded', 'unbounded'],
    "How long this driver's own shrinker waits for a dma_fence. Other shrinkers of the system " +
      'may always wait without a limit. Default: unbounded.',
  ),
  foreignDevice: z
    .union([z.boolean(), z.literal('unknown')])
    .optional()
    .describe(
      'Whether another device may have a job that waits for a fence of this driver and has a ' +
        'fence of its own. Default: true.',
    ),
  options: names(optionIds, 'The ways out of dma-buf.rst that this driver takes. Default: none.'),
  uses: names(
    useIds,
    'What else of the kernel this driver uses. Each use has steps of its own, which meet the ' +
      'jobs and page faults of the driver. Default: nothing.',
  ),
  without: names(
    [...clauseIds, ...useLawIds],
    'Clauses of these options, and laws of these uses, that the driver does not keep.',
  ),
  variants: names(variantIds, 'Weaker readings that this driver keeps in place of a clause.'),
  hazards: names(
    [...hazardIds, ...mistakeIds],
    'Things that the documents forbid or warn of and that this driver does. Those with a slash are mistakes of a use.',
  ),
  cites: z
    .record(z.string(), z.strictObject({ file: z.string(), says: z.string() }))
    .optional()
    .describe(
      'The source of each choice: for a field, an option, a clause or a hazard, the file and what it says there.',
    ),
  expect: z
    .enum(['finite', 'unbounded', 'indefinite', 'deadlock', 'broken'])
    .optional()
    .describe(
      'The expected verdict. The command succeeds with this verdict and fails with any other. Default: finite.',
    ),
});
builtAll();

type Frozen<T> = T extends readonly (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<Exclude<T[K], undefined>> }
    : T;
/** A driver as its author describes it. A fact that nobody has established is `'unknown'`. */
export type Described = Frozen<z.infer<typeof schema>>;
/** Where each choice of a description stands. */
export type Cites = NonNullable<Described['cites']>;

/** A driver with every fact settled: what a system is made from. */
export type Description = {
  readonly driver: string;
  readonly about?: string;
  readonly kernel?: KernelId;
  readonly jobs?: { readonly fenced?: number; readonly faulting?: number };
  readonly pageFaults?: 'none' | 'hint' | 'on-demand';
  readonly compute?: 'finite' | 'long-running';
  readonly hardware?: 'shared' | 'separate';
  readonly engines?: 'one' | 'two';
  readonly arbitration?: 'in-turn' | 'none';
  readonly hardwareCan?: readonly Ability[];
  readonly submission?: 'fifo' | 'any-order';
  readonly hardwareWait?: 'run_job' | 'inside-run_job' | 'prepare_job';
  readonly reclaimWaits?: 'none' | 'bounded' | 'unbounded';
  readonly foreignDevice?: boolean;
  readonly options?: readonly OptionId[];
  readonly uses?: readonly UseId[];
  readonly without?: readonly (ClauseId | UseLawId)[];
  readonly variants?: readonly VariantId[];
  readonly hazards?: readonly (HazardId | MistakeId)[];
};

/** The text's own story: what holds where a description says nothing. */
export const story = {
  about: '',
  kernel: '7.1',
  jobs: { fenced: 1, faulting: 1 },
  pageFaults: 'on-demand',
  compute: 'finite',
  hardware: 'shared',
  engines: 'one',
  arbitration: 'in-turn',
  hardwareCan: ['preempt-running', 'preempt-faulted'],
  submission: 'fifo',
  hardwareWait: 'run_job',
  reclaimWaits: 'unbounded',
  foreignDevice: true,
  options: [],
  uses: [],
  without: [],
  variants: [],
  hazards: [],
} as const satisfies Omit<Description, 'driver'>;

/** The JSON Schema of a description file. */
export const jsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(schema, { io: 'input' }),
  $id: 'https://unpkg.com/finite-fence/docs/driver.schema.json',
  title: 'A GPU driver, described for finite-fence',
});
