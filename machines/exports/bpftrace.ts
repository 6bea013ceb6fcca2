/** A script for bpftrace, made from the lifecycle of a fence. */
import { tabulate } from '../../src/lts/tabulate.ts';
import { rules, type RuleId } from '../rules/index.ts';
import { tracepoints } from '../tracepoints/events.ts';
import { objectKinds } from '../tracepoints/objects.ts';

const { lifecycle, refusals, otherwise, reborn, shared: names } = objectKinds.fence;
const lts = tabulate(lifecycle);
const key = '@fence[args->context, args->seqno]';

/** Seconds after which a wait is told: the border to long-running work. */
const longWait = 10;

/**
 * A script for bpftrace that follows every dma_fence by its tracepoints, as `finite-fence log`
 * does, and prints the id of a rule when it is broken.
 * Source: include/trace/events/dma_fence.h, v7.0.
 */
export function bpftraceScript(): string {
  const events = tracepoints
    .filter(({ name }) => name.startsWith('dma_fence_') && lts.events.includes(name))
    .map(({ name }) => name);
  const numbers = lts.states.map((state, index) => ` *   ${index + 1} ${state}`);
  return `#!/usr/bin/env bpftrace
/*
 * Made by finite-fence from the lifecycle '${lifecycle.id}'. It follows every dma_fence from its
 * first event on and prints a line for each rule of the kernel that is broken:
 *   RULE context:seqno EVENT by COMMAND/PID: what the rule says
 * At the end it prints the state of each fence. Fences that are destroyed stay in the map until
 * their context and seqno come again; BPFTRACE_MAP_KEYS_MAX sets how many there may be. Left out
 * are drivers that give one number to several fences: ${names.join(', ')}.
 * States:
 *   0 not seen yet: tracing began later
${numbers.join('\n')}
 */

${events.map((event) => probe(event)).join('\n')}
END
{
	clear(@since);
	clear(@shared);
}
`;
}

/**
 * What is done at one tracepoint: the broken rule for each state that refuses it, then the move.
 */
function probe(event: string): string {
  const targets = targetsOf(event);
  const lines: string[] = [];
  for (const [state, target] of targets.entries()) {
    const name = lts.states[state]!;
    if (target === null && name !== 'absent')
      lines.push(...when(state + 1, told(ruleOf(event, name), event)));
  }
  for (const [state, target] of targets.entries())
    if (target !== null && target !== state)
      lines.push(...when(state + 1, `${key} = ${target + 1};`));
  lines.push(...when(0, `${key} = ${firstSeen(targets) + 1};`), ...waits(event));
  const indented = lines.map((line) => `\t\t${line}`).join('\n');
  return `tracepoint:dma_fence:${event}
{
\tif (${names.map((name) => `str(args->driver) == "${name}"`).join(' ||\n\t    ')}) {
\t\t@shared[args->context] = 1;
\t}
\tif (@shared[args->context] == 0) {
\t\t$was = ${key};
${indented}
\t}
}
`;
}

const when = (state: number, act: string): string[] => [`if ($was == ${state}) {`, `\t${act}`, '}'];

/** Where an event leads from each state; null where it is refused. */
function targetsOf(event: string): (number | null)[] {
  const column = lts.events.indexOf(event);
  const next = (state: number): number => lts.next[state * lts.events.length + column]!;
  return lts.states.map((name, state) => {
    // A number may come again once its fence is gone.
    const from =
      event === reborn.by && reborn.from.some((known) => known === name) ? lts.initial : state;
    return next(from) < 0 ? null : next(from);
  });
}

function ruleOf(event: string, state: string): RuleId {
  const refusal = refusals.find(
    (known) => known.event === event && (known.in as readonly string[]).includes(state),
  );
  return refusal?.rule ?? otherwise;
}

/** Where a fence stands after an event before which it was not seen. */
function firstSeen(targets: readonly (number | null)[]): number {
  return targets.find((target) => target !== null) ?? lts.initial;
}

/** A wait begins or ends: the longest are told. */
function waits(event: string): string[] {
  if (event === 'dma_fence_wait_start') return ['@since[tid] = nsecs;'];
  if (event !== 'dma_fence_wait_end') return [];
  return [
    `if (@since[tid] != 0 && nsecs - @since[tid] > ${longWait}000000000) {`,
    `\t${told('F-6', event)}`,
    '}',
    'delete(@since[tid]);',
  ];
}

function told(rule: RuleId, event: string): string {
  const says = rules[rule].says.replaceAll('%', '%%').replaceAll('"', '\\"');
  return `printf("${rule} %llu:%llu ${event} by %s/%d: ${says}\\n", args->context, args->seqno, comm, pid);`;
}
