/* SPDX-License-Identifier: GPL-2.0 */
/* What every suite shares: the form of the generated tables, and small words for adapters. */
#ifndef FINITE_FENCE_H
#define FINITE_FENCE_H
#include <kunit/test.h>
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/dma-fence.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/panic.h>
#include <linux/sched.h>
#include <linux/sched/task.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/version.h>

/* The numbers in the name of a step are i and k; `to` is a state, `later` how a wait that begins here will end. */
struct ff_step { u8 step; s8 i, k; u16 to; u8 later; };
struct ff_path { unsigned int first, steps; };
struct ff_refused { u8 step; s8 i, k; };

#define FF_SINCE(major, minor) (LINUX_VERSION_CODE >= KERNEL_VERSION(major, minor, 0))
#define FF_PLACE 48

/* Whoever can run runs: in virtual time a sleep ends when nobody else has anything to do. */
static inline void ff_rest(void)
{
	schedule_timeout_uninterruptible(1);
}

static inline bool ff_prefix(const char *text, const char *prefix)
{
	return !strncmp(text, prefix, strlen(prefix));
}

/* The number behind a word: ff_number("signal_f2", "signal_f") is 2, and 0 where the word does not begin so or more follows. */
static inline int ff_number(const char *text, const char *prefix)
{
	int n = 0;

	if (!ff_prefix(text, prefix))
		return 0;
	for (text += strlen(prefix); *text >= '0' && *text <= '9'; text++)
		n = 10 * n + *text - '0';
	return *text ? 0 : n;
}

static inline bool ff_signaled(struct dma_fence *f)
{
	return test_bit(DMA_FENCE_FLAG_SIGNALED_BIT, &f->flags);
}

/* A fence that is no more than a fence, each on a timeline of its own unless a context is given. */
static const char *ff_fence_name(struct dma_fence *f)
{
	return "finite_fence";
}

static const struct dma_fence_ops ff_plain_ops = {
	.get_driver_name = ff_fence_name,
	.get_timeline_name = ff_fence_name,
};

struct ff_plain {
	struct dma_fence base;
	spinlock_t lock;
};

static inline struct dma_fence *ff_fence(u64 context, u64 seqno)
{
	struct ff_plain *f = kzalloc(sizeof(*f), GFP_KERNEL);

	spin_lock_init(&f->lock);
	dma_fence_init(&f->base, &ff_plain_ops, &f->lock, context, seqno);
	return &f->base;
}

/* A thread that makes one waiting call; its answer is LONG_MIN until the call returns. */
struct ff_waiter {
	struct task_struct *thread;
	struct dma_fence *fence;
	long timeout, answer;
};

static inline int ff_waits(void *data)
{
	struct ff_waiter *w = data;

	w->answer = dma_fence_wait_timeout(w->fence, false, w->timeout);
	while (!kthread_should_stop())
		schedule_timeout_idle(1);
	return 0;
}

static inline void ff_wait_stop(struct ff_waiter *w)
{
	if (!w->thread)
		return;
	kthread_stop(w->thread);
	put_task_struct(w->thread);
	w->thread = NULL;
}

static inline void ff_wait_start(struct ff_waiter *w, struct dma_fence *fence, long timeout)
{
	ff_wait_stop(w);
	w->fence = fence;
	w->timeout = timeout;
	w->answer = LONG_MIN;
	w->thread = kthread_create(ff_waits, w, "ff_waiter");
	get_task_struct(w->thread);
	wake_up_process(w->thread);
	ff_rest();
}

/* Where the thread is, as a lifecycle of fence_wait has it. */
static inline const char *ff_waiter_place(const struct ff_waiter *w)
{
	if (!w->thread)
		return "running";
	if (w->answer == LONG_MIN)
		return "waiting";
	return w->answer > 0 ? "returned" : w->answer == 0 ? "timed_out" : "interrupted";
}

/* Of a case by hand, so that it has a name where the kernel dies in it. */
static inline int ff_begins(struct kunit *test)
{
	kunit_info(test, "begins\n");
	return 0;
}

/* One reference more or less than was expected is told once for each object. */
#define FF_LAST(test, fence, what) \
	do { \
		unsigned int ff_left = kref_read(&(fence)->refcount); \
		if (ff_left != 1) \
			KUNIT_FAIL(test, "%s has %u references at its end, not 1", what, ff_left); \
	} while (0)
#endif
