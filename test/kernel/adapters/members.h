/* SPDX-License-Identifier: GPL-2.0 */
/* Fences f1, f2 ... that containers hold: the steps publish_fK and signal_fK, and the places of the parts fK. */
#include "ff.h"
#define FF_MEMBERS 3

struct ff_members {
	struct dma_fence *f[FF_MEMBERS + 1];
	bool published[FF_MEMBERS + 1];
};

/* Each on a timeline of its own, if no other contexts and numbers are given. */
static void ff_members_begin(struct ff_members *m, const u64 *contexts, const u64 *seqnos)
{
	int n;

	for (n = 1; n <= FF_MEMBERS; n++) {
		m->f[n] = ff_fence(contexts ? contexts[n] : dma_fence_context_alloc(1), seqnos ? seqnos[n] : 1);
		m->published[n] = false;
	}
}

/* 1 if it was done, 0 if it was refused, -1 if the step is another's. */
static int ff_members_do(struct ff_members *m, const char *step)
{
	int n = ff_number(step, "publish_f");

	if (n)
		return m->published[n] = true;
	n = ff_number(step, "signal_f");
	if (n)
		return dma_fence_signal(m->f[n]) == 0;
	return -1;
}

static bool ff_members_place(struct ff_members *m, const char *part, char *out, size_t size)
{
	int n = ff_number(part, "f");

	if (!n)
		return false;
	snprintf(out, size, ff_signaled(m->f[n]) ? "signaled" : m->published[n] ? "visible" : "unpublished");
	return true;
}

static void ff_members_signal(struct ff_members *m)
{
	int n;

	for (n = 1; n <= FF_MEMBERS; n++)
		dma_fence_signal(m->f[n]);
	/* An irq_work runs with the next tick, and may queue another. */
	schedule_timeout_uninterruptible(4);
}

/* After all containers are gone the last reference of each is ours. */
static void ff_members_end(struct ff_members *m, struct kunit *test)
{
	int n;

	for (n = 1; n <= FF_MEMBERS; n++) {
		FF_LAST(test, m->f[n], "a member");
		dma_fence_put(m->f[n]);
	}
}

/* A thread that waits for a container: the steps wait and wait_signaled, and the place of the part waiter. */
static inline bool ff_tail_do(struct ff_waiter *w, const char **place, struct dma_fence *tail, const char *step)
{
	if (!strcmp(step, "wait")) {
		ff_wait_start(w, tail, MAX_SCHEDULE_TIMEOUT);
		*place = ff_waiter_place(w);
		return true;
	}
	if (dma_fence_wait_timeout(tail, false, 0) != 1)
		return false;
	*place = "returned";
	return true;
}

static inline void ff_tail_settle(struct ff_waiter *w, const char **place)
{
	schedule_timeout_uninterruptible(2);
	if (!strcmp(*place, "waiting"))
		*place = ff_waiter_place(w);
}

static inline void ff_tail_end(struct ff_waiter *w)
{
	/* One that the signals did not wake is ended, so that the next path can begin. */
	if (w->thread && w->answer == LONG_MIN)
		wake_up_process(w->thread);
	ff_wait_stop(w);
}
