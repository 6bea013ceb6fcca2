/**
 * A lifecycle as its tracepoints show it, for the kernel's runtime verification: the automaton as
 * the .dot file that tools/verification/dot2 reads, and a monitor around what dot2c makes of it,
 * with one state for each object.
 * Source: Documentation/trace/rv/deterministic_automata.rst, da_monitor_synthesis.rst.
 */

/** A lifecycle as a table: `Lts` has it. */
export type Automaton = {
  readonly states: readonly string[];
  readonly events: readonly string[];
  /** `state * events.length + event` to state; -1: refused. */
  readonly next: readonly number[];
  readonly initial: number;
};

/** What a monitor is attached to. */
export type Observed = {
  /** In C. */
  readonly name: string;
  readonly about: string;
  /** The header with the tracepoints, which are called as the events are. */
  readonly header: string;
  /** What each tracepoint is given, and what tells one object from another, of `o`. */
  readonly object: string;
  readonly keys: readonly [string, string];
  /** The event by which an object begins. */
  readonly begins: string;
  /**
   * What the lifecycle allows because some kernel did it, and no kernel that has runtime
   * verification does (6.0 and later).
   */
  readonly never: readonly { readonly state: string; readonly event: string }[];
};

/** Objects that the monitor can follow. */
export const observed: Readonly<Record<string, Observed>> = {
  dma_fence: {
    name: 'ff_dma_fence',
    about: 'a dma_fence as its tracepoints show it',
    header: 'trace/events/dma_fence.h',
    object: 'struct dma_fence *o',
    keys: ['o->context', 'o->seqno'],
    begins: 'dma_fence_init',
    // Since 5.4 it is printed under the lock, behind the look at the bit.
    never: [{ state: 'signaled', event: 'dma_fence_enable_signal' }],
  },
};

/** The automaton of kernels that have runtime verification. */
export function verified(automaton: Automaton, { never }: Observed): Automaton {
  const { states, events, next } = automaton;
  const refused = never.map(
    ({ state, event }) => states.indexOf(state) * events.length + events.indexOf(event),
  );
  return { ...automaton, next: next.map((target, at) => (refused.includes(at) ? -1 : target)) };
}

/** dot2k splits lines and words: a C name, nothing else. */
const word = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '');

/** One node or one edge a line, nodes first; the blanks are what dot2k looks for. */
export function automatonDot({ states, events, next, initial }: Automaton): string {
  const names = states.map(word);
  const first = names[initial]!;
  const lines = ['digraph state_automaton {', '\tcenter = true;', '\tsize = "7,11";'];
  for (const name of names) if (name !== first) lines.push(`\t{node [shape = circle] "${name}"};`);
  lines.push(
    `\t{node [shape = plaintext, style=invis, label=""] "__init_${first}"};`,
    `\t{node [shape = doublecircle] "${first}"};`,
    `\t{node [shape = circle] "${first}"};`,
    `\t"__init_${first}" -> "${first}";`,
  );
  names.forEach((name, state) => {
    lines.push(`\t"${name}" [label = "${name}"];`);
    const to = new Map<number, string[]>();
    events.forEach((event, at) => {
      const target = next[state * events.length + at]!;
      if (target >= 0) to.set(target, [...(to.get(target) ?? []), word(event)]);
    });
    for (const [target, labels] of to)
      lines.push(`\t"${name}" -> "${names[target]}" [ label = "${labels.join('\\n')}" ];`);
  });
  lines.push('\t{ rank = min ;', `\t\t"__init_${first}";`, `\t\t"${first}";`, '\t}', '}', '');
  return lines.join('\n');
}

/** The monitor in C. It includes NAME.h, which is what `dot2c NAME.dot` prints. */
export function monitorOf({ events }: Automaton, of: Observed): string {
  const handlers = events.map((event) => handlerOf(event, of));
  return [head(of), reacts(of), takes(of), ...handlers, registers(events, of)].join('\n');
}

const handlerOf = (event: string, { name, object, keys }: Observed): string =>
  `static void handle_${event}(void *data, ${object})
{
	${name}_takes(o, ${keys.join(', ')}, ${word(event)}_${name});
}
`;

const head = ({ name, about, header }: Observed): string => `// SPDX-License-Identifier: GPL-2.0
/*
 * Made by finite-fence: ${about}.
 * ${name}.h is what the kernel's own generator makes of ${name}.dot:
 *   tools/verification/dot2/dot2c ${name}.dot > ${name}.h
 */
#include <linux/dma-fence.h>
#include <linux/ftrace.h>
#include <linux/hashtable.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/rv.h>
#include <linux/slab.h>
#include <linux/tracepoint.h>
#include <rv/instrumentation.h>
#include <${header}>
#include "${name}.h"

/*
 * One automaton for each place in memory, of the object that began there last: what is used when
 * it is gone is seen, too.
 */
struct ${name}_object {
	struct hlist_node node;
	const void *at;
	u64 keys[2];
	unsigned char state;
};

static DEFINE_HASHTABLE(${name}_objects, 10);
static DEFINE_RAW_SPINLOCK(${name}_lock);
static struct rv_monitor rv_${name};

/* Events that were judged, objects for which there was no memory, and reactions. */
static unsigned int ${name}_events, ${name}_lost, ${name}_reactions;
module_param_named(events, ${name}_events, uint, 0444);
module_param_named(lost, ${name}_lost, uint, 0444);
module_param_named(reactions, ${name}_reactions, uint, 0444);
`;

const reacts = ({
  name,
}: Observed): string => `static void ${name}_reacts(u64 one, u64 two, unsigned char state, int event)
{
	${name}_reactions++;
	pr_err("rv: monitor ${name} does not allow event %s on state %s of %llu-%llu\\n",
	       automaton_${name}.event_names[event], automaton_${name}.state_names[state], one, two);
#ifdef CONFIG_RV_REACTORS
	if (rv_${name}.react && rv_reacting_on())
		rv_${name}.react("rv: monitor ${name} reacts\\n");
#endif
}

/* Nothing leads out of a state: the object is gone. */
static bool ${name}_is_last(unsigned char state)
{
	int event;

	for (event = 0; event < event_max_${name}; event++)
		if (automaton_${name}.function[state][event] != INVALID_STATE)
			return false;
	return true;
}
`;

const takes = ({
  name,
  begins,
}: Observed): string => `static void ${name}_becomes(struct ${name}_object *object, u64 one, u64 two)
{
	object->keys[0] = one;
	object->keys[1] = two;
	object->state = automaton_${name}.initial_state;
}

static bool ${name}_is(const struct ${name}_object *object, u64 one, u64 two)
{
	return object->keys[0] == one && object->keys[1] == two;
}

static void ${name}_takes(const void *at, u64 one, u64 two, int event)
{
	struct ${name}_object *found = NULL, *new = NULL, *each;
	unsigned char state = 0;
	bool wrong = false;
	unsigned long flags;
	int next;

	if (!rv_monitoring_on())
		return;
	if (event == ${word(begins)}_${name}) {
		new = kzalloc(sizeof(*new), GFP_NOWAIT | __GFP_NOWARN);
		if (!new)
			${name}_lost++;
	}
	raw_spin_lock_irqsave(&${name}_lock, flags);
	hash_for_each_possible(${name}_objects, each, node, (unsigned long)at)
		if (each->at == at)
			found = each;
	if (!found && new) {
		found = new;
		new = NULL;
		found->at = at;
		hash_add(${name}_objects, &found->node, (unsigned long)at);
		${name}_becomes(found, one, two);
	} else if (found && event == ${word(begins)}_${name} &&
		   (!${name}_is(found, one, two) || ${name}_is_last(found->state))) {
		/* The memory is another object's now. */
		${name}_becomes(found, one, two);
	}
	/* One that began before the monitor is not judged. */
	if (found && ${name}_is(found, one, two)) {
		${name}_events++;
		state = found->state;
		next = automaton_${name}.function[state][event];
		wrong = next == INVALID_STATE;
		if (!wrong)
			found->state = next;
	}
	raw_spin_unlock_irqrestore(&${name}_lock, flags);
	kfree(new);
	if (wrong)
		${name}_reacts(one, two, state, event);
}
`;

const registers = (
  events: readonly string[],
  { name, about }: Observed,
): string => `static void ${name}_reset(void)
{
	struct ${name}_object *each;
	struct hlist_node *next;
	unsigned long flags;
	int bucket;

	raw_spin_lock_irqsave(&${name}_lock, flags);
	hash_for_each_safe(${name}_objects, bucket, next, each, node) {
		hash_del(&each->node);
		kfree(each);
	}
	raw_spin_unlock_irqrestore(&${name}_lock, flags);
}

static int ${name}_enable(void)
{
${events.map((event) => `	rv_attach_trace_probe("${name}", ${event}, handle_${event});`).join('\n')}
	rv_${name}.enabled = true;
	return 0;
}

static void ${name}_disable(void)
{
	rv_${name}.enabled = false;
${events.map((event) => `	rv_detach_trace_probe("${name}", ${event}, handle_${event});`).join('\n')}
	${name}_reset();
}

static struct rv_monitor rv_${name} = {
	.name = "${name}",
	.description = "${about}",
	.enable = ${name}_enable,
	.disable = ${name}_disable,
	.reset = ${name}_reset,
};

static int __init register_${name}(void)
{
	return rv_register_monitor(&rv_${name});
}
late_initcall(register_${name});

static void __exit unregister_${name}(void)
{
	rv_unregister_monitor(&rv_${name});
}
module_exit(unregister_${name});

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("${name}: ${about}");
`;
