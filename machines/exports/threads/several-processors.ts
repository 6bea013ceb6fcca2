/**
 * What a kernel with several processors has of its own where threads are led: each has a processor,
 * who may not sleep spins until it is his turn, and an interrupt comes to the processor of the
 * thread that it interrupts. Processor 0 watches; a processor that hangs is told of, and the kernel
 * restarted. Source: kernel/smp.c (smp_call_function_single), kernel/reboot.c (emergency_restart).
 */
/** What differs between a kernel with one processor and one with several, in C. */
export type Processors = {
  readonly who: string;
  readonly turns: string;
  readonly waits: string;
  readonly begins: string;
  readonly more: string;
  readonly watches: string;
  readonly verdict: string;
  readonly interrupts: string;
};

/** What the player has of its own where there are several processors. */
export const severalProcessors: Processors = {
  who: `static inline int ff_who(struct ff_player *p)
{
	int t;

	if (in_hardirq())
		return READ_ONCE(p->irq[raw_smp_processor_id()]) - 1;
	for (t = 0; t < FF_MOST; t++)
		if (READ_ONCE(p->tasks[t]) == current)
			return t;
	return -1;
}

`,
  turns: `static inline void ff_advance(struct ff_player *p, int t)
{
	smp_store_release(&p->turn, p->turn + 1);
}

static inline void ff_await(struct ff_player *p, int t, int n)
{
	bool spins = ff_cannot_sleep(p, t);

	while (smp_load_acquire(&p->turn) < n && !(n < p->length && READ_ONCE(p->cancelled[t]))) {
		if (spins)
			cpu_relax();
		else
			schedule_timeout_idle(1);
	}
	if (p->last != t || n >= p->length || p->run[n].rests) {
		if (spins)
			mdelay(10);
		else
			schedule_timeout_idle(1);
	}
	p->last = t;
}

`,
  waits: '\tff_await(p, t, n);',
  begins: '\tif (!p->handles[t])\n\t\tp->tasks[t] = current;\n\telse\n\t\treturn true;\n',
  more: `	/* By processor the interrupt that runs there, counted from 1; which threads are interrupts. */
	int irq[NR_CPUS];
	bool handles[FF_MOST];
`,
  watches: `	set_cpus_allowed_ptr(current, cpumask_of(0));
`,
  verdict: `	for (t = 0; want && t < threads; t++)
		if (p->begun[t] && !p->ended[t])
			break;
	if (!want || t == threads)
		return;
	/* KUnit would go on with a thread that may be put on a processor that stands still. */
	for (t = 0; t < threads; t++)
		if (p->begun[t] && !p->ended[t] && p->tasks[t])
			trigger_single_cpu_backtrace(task_cpu(p->tasks[t]));
	kunit_info(test, "verdict: %s\\n", test->status == KUNIT_SUCCESS ? "hangs as the model says" : "differs");
	emergency_restart();
`,
  interrupts: `
static inline int ff_processor(int t)
{
	return 1 + t % (num_online_cpus() - 1);
}

static inline void ff_run_thread(int (*fn)(void *), const char *name, int t)
{
	struct task_struct *task = kthread_create(fn, NULL, "%s", name);

	kthread_bind(task, ff_processor(t));
	wake_up_process(task);
}

/* A second after boot the clocksource changes by stop_machine(), which no hang must meet. */
static inline int ff_watches(struct kunit_suite *suite)
{
	set_cpus_allowed_ptr(current, cpumask_of(0));
	ssleep(2);
	return 0;
}

/* The thread of an interrupt waits for its turn from elsewhere; then it comes to whom it interrupts,
 * or to its own processor. */
static inline int ff_interrupts(struct ff_player *p, int t, smp_call_func_t handler)
{
	/* Not where it comes: a processor that calls itself is not interrupted. */
	set_cpus_allowed_ptr(current, cpumask_of(0));
	p->handles[t] = true;
	while (ff_begins(p, t)) {
		int turn = p->turn;
		const char *way = p->run[turn].way;
		int whom = way[0] ? way[0] - 'a' : -1;

		smp_call_function_single(whom < 0 ? ff_processor(t) : task_cpu(p->tasks[whom]), handler, NULL, 0);
		/* The handler takes the turn. */
		while (smp_load_acquire(&p->turn) == turn)
			schedule_timeout_idle(1);
	}
	return 0;
}

static inline void ff_irq_begins(struct ff_player *p, int t)
{
	p->irq[raw_smp_processor_id()] = t + 1;
	WRITE_ONCE(p->ended[t], false);
	p->at[t] = 0;
	WRITE_ONCE(p->begun[t], true);
	ff_advance(p, t);
}

static inline void ff_irq_leaves(struct ff_player *p, int t)
{
	WRITE_ONCE(p->ended[t], true);
	p->irq[raw_smp_processor_id()] = 0;
}
`,
};
