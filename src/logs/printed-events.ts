/**
 * Events that the kernel printed into its log: a ring buffer that ftrace_dump() emptied into it
 * after a crash, and lines of the option tp_printk, which have neither a task nor a CPU nor a time
 * of their own. Source: kernel/trace/trace_output.c (trace_print_lat_context), kernel/trace/trace.c
 * (ftrace_dump, output_printk), v6.12.
 */
import { cleanLine } from './clean-line.ts';

/** `comm-pid     0d..2. 230000us : event: text`; behind the time a mark where much of it passed. */
const dumped = /^ *(\S.{0,15}?)-(\d+) +(\d{1,4})([^\s\d]\S{2,6}) +(\d+)us[ +!#*@$]?: (?=\S+: )/;
const printed = /^(\w+): \S*=/;
const stamp = /^(?:<\d+>)? ?\[ *(\d+\.\d+)\]/;

/** What makes a line be looked at at all. */
const maybe = /\dus[ +!#*@$]?: |^[^:]{0,60}?\b\w+: \S*=/;

/**
 * The line as the file `trace` has it, or as perf script has what comes without a CPU; null where
 * it is none of these. `isOurs`: whether a word names an event, for the second form cannot be told
 * from what any driver prints. `last`: a time in seconds for lines that have none.
 */
export function printedEvent(
  line: string,
  isOurs: (name: string) => boolean,
  last: number,
): string | null {
  if (!maybe.test(line)) return null;
  const { text, caller } = cleanLine(line);
  const [whole, comm, pid, cpu, flags, us] = dumped.exec(text) ?? [];
  if (whole !== undefined) {
    const [seconds, rest] = [us!.slice(0, -6) || '0', us!.slice(-6).padStart(6, '0')];
    return `${comm}-${pid} [${cpu!.padStart(3, '0')}] ${flags} ${seconds}.${rest}: ${text.slice(whole.length)}`;
  }
  const [, name] = printed.exec(text) ?? [];
  if (name === undefined || !isOurs(name)) return null;
  const time = stamp.exec(line)?.[1] ?? last.toFixed(6);
  // printk.caller names the task by its number, or the CPU where an interrupt printed.
  const task = caller?.startsWith('T') === true ? `${caller} ${caller.slice(1)}` : '?';
  return `${task} ${time}: ${text}`;
}
