import { withoutRecovery } from '../../src/system/program.ts';
import { understand } from '../description/complaints.ts';
import { systemOf } from '../description/system.ts';
import { no, undefinedAs, type Conformance, type Refused } from './conformance.ts';

const own = undefinedAs('a word of userspace, which does it or not');
const alone = undefinedAs(
  'there is one fault, so its allocation waits for no copy or bind of another',
);
const others = new Set(['reclaim_waits_for_copy', 'reclaim_waits_for_bind']);

const words = new Set([
  'submit',
  'publish',
  'compute_submit',
  'foreign_submit',
  'reclaim_ends',
  'pool_evict',
]);
/** An attempt of the hardware, or a ticket that nobody takes. */
function refusedAs(step: string): Refused {
  if (words.has(step)) return own;
  return others.has(step) ? alone : no();
}

/** An option of dma-buf.rst with one fenced and one compute job, or without one of its clauses. */
function option(name: string, less: string | null = null): Conformance {
  const read = understand({
    driver: name,
    options: [name],
    ...(less === null ? {} : { without: [`${name}/${less}`] }),
  });
  if ('complaints' in read) throw new Error(read.complaints.map(({ line }) => line).join('; '));
  const program = () => withoutRecovery(systemOf(read.described as Parameters<typeof systemOf>[0]));
  const steps = [...new Set(program().steps.map(({ of }) => of))];
  return {
    id: `${name}${less === null ? '' : `_less_${less}`}`.replaceAll('-', '_'),
    title: `the option ${name} on a mock GPU${less === null ? '' : `, without its clause ${less}`}`,
    program,
    adapter: 'mock-gpu-adapter.h',
    since: '6.12',
    prefix: 'finite_gpu',
    defines: { FF_OPTION: name, FF_WITHOUT: less === null ? '' : `${name}/${less}` },
    inside: {},
    unreachable: {},
    refused: Object.fromEntries(steps.map((step) => [step, [refusedAs(step)]])),
  };
}

const ablated = (name: string, ...clauses: readonly string[]): readonly Conformance[] => [
  option(name),
  ...clauses.map((clause) => option(name, clause)),
];

/** Options on the mock GPU, whole and without each of their clauses. */
export const optionConformance: readonly Conformance[] = [
  ...ablated(
    'preempt',
    'while-running',
    'while-faulted',
    'releases-engine',
    'releases-compute-units',
  ),
  ...ablated('reserve-static', 'engine', 'compute-units', 'other-shared'),
  ...ablated('separate-memory', 'gpu-fault-pool', 'no-fallback'),
  ...ablated('track-dependencies', 'own-fences', 'foreign-fences', 'nack-when-all-depend'),
];
