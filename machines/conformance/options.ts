import { withoutRecovery, type Program } from '../../src/system/program.ts';
import { understand } from '../description/complaints.ts';
import type { OptionId } from '../description/ids.ts';
import { systemOf } from '../description/system.ts';
import { no, undefinedAs, type Conformance, type Refused } from './conformance.ts';

const own = undefinedAs('userspace decides whether it does this');
const alone = undefinedAs('a repair does not wait for its own copy or bind');

const words = new Set(['submit', 'foreign_submit', 'reclaim_ends', 'pool_evict']);
/** In these options a submit is a thread that stops where it may not go on; elsewhere a call. */
const waits = new Set(['reserve-in-flight', 'flush']);

/** An attempt of the hardware, or a ticket that nobody takes. */
function refusedAs(option: string, jobs: number, step: string): Refused {
  if (words.has(step) || (step === 'publish' && !waits.has(option))) return own;
  const other = step === 'reclaim_waits_for_copy' || step === 'reclaim_waits_for_bind';
  return other && jobs === 1 ? alone : no();
}

/** An option of dma-buf.rst with as many fenced and compute jobs, or without one of its clauses. */
function programOf(name: string, less: string | null, jobs: number): () => Program {
  const read = understand({
    driver: name,
    options: [name],
    jobs: { fenced: jobs, faulting: jobs },
    ...(less === null ? {} : { without: [`${name}/${less}`] }),
  });
  if ('complaints' in read) throw new Error(read.complaints.map(({ line }) => line).join('; '));
  return () => withoutRecovery(systemOf(read.described as Parameters<typeof systemOf>[0]));
}

function option(name: string, less: string | null, jobs: number): Conformance {
  const program = programOf(name, less, jobs);
  const steps = [...new Set(program().steps.map(({ of }) => of))];
  const many = jobs === 1 ? '' : `, ${jobs} + ${jobs} jobs`;
  return {
    id: `${name}${jobs === 1 ? '' : `_${jobs}`}${less === null ? '' : `_less_${less}`}`.replaceAll(
      '-',
      '_',
    ),
    title: `the option ${name} on a mock GPU${less === null ? '' : `, without its clause ${less}`}${many}`,
    program,
    adapter: 'mock-gpu-adapter.h',
    since: '6.12',
    prefix: 'finite_gpu',
    defines: { FF_OPTION: name, FF_WITHOUT: less === null ? '' : `${name}/${less}` },
    inside: {},
    unreachable: {},
    refused: Object.fromEntries(steps.map((step) => [step, [refusedAs(name, jobs, step)]])),
    goesOn: true,
    ...(jobs === 1
      ? {}
      : {
          cover: less === null ? 'transitions' : 'steps',
          ofOne: programOf(name, less, 1),
        }),
  };
}

/** The clauses of each option that the mock GPU can leave out; none where it does not have the option. */
const clauses: Readonly<Record<OptionId, readonly string[] | null>> = {
  preempt: ['while-running', 'while-faulted', 'releases-engine', 'releases-compute-units'],
  'reserve-static': ['engine', 'compute-units', 'other-shared'],
  'reserve-in-flight': ['from-visible', 'until-signaled', 'waits-outside-locks'],
  flush: [
    'fences-before-fault-job',
    'preempt-before-visible',
    'held-until-published',
    'waits-outside-locks',
  ],
  'separate-memory': ['gpu-fault-pool', 'no-fallback'],
  'track-dependencies': ['own-fences', 'foreign-fences', 'nack-when-all-depend'],
};

const each = (jobs: number): readonly Conformance[] =>
  Object.entries(clauses).flatMap(([name, less]) =>
    less === null ? [] : [null, ...less].map((clause) => option(name, clause, jobs)),
  );

/** Options on the mock GPU, whole and without each of their clauses, with one job of a kind and with two. */
export const optionConformance: readonly Conformance[] = [...each(1), ...each(2)];
