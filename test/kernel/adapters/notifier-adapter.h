/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the steps of the model of an interval notifier are in the kernel. The mirroring thread is the test; the invalidation is a thread
 * that stops at a gate after each step. The driver's page table entry is a word of the adapter.
 */
#include "ff.h"
#include <linux/mmu_notifier.h>
#include <linux/mutex.h>
#include <linux/sched/mm.h>
#define FF_START 0x10000UL
#define FF_LENGTH 0x10000UL

/* The layout of mm/mmu_notifier.c, which no header has: only the fields that are read. */
struct mmu_notifier_subscriptions {
	struct hlist_head list;
	bool has_itree;
	spinlock_t lock;
	unsigned long invalidate_seq;
	unsigned long active_invalidate_ranges;
};

enum ff_at { FF_NONE, FF_STARTED, FF_LOCKED, FF_ZAPPED, FF_FLUSHED, FF_UNLOCKED, FF_WAITED, FF_RETURNED };
static const char *const ff_ats[] = { "none", "started", "locked", "zapped", "flushed", "unlocked", "waited", "returned" };

struct ff_reader {
	struct ff_ctx *ctx;
	struct task_struct *thread;
	bool returned;
};

struct ff_ctx {
	struct kunit *test;
	struct mmu_interval_notifier sub;
	struct mutex lock;
	/* The invalidation. */
	struct task_struct *thread;
	wait_queue_head_t gate;
	int tickets;
	enum ff_at at;
	bool told;
	/* The mirroring thread: "wants", "begun" ..., and what mmu_interval_read_begin gave it. */
	const char *mirror;
	unsigned long seq;
	bool spent;
	const char *pte;
	/* A reader that has to sleep. */
	struct ff_reader sleeper;
	const char *wrong;
};

static struct mm_struct *ff_mm;

static void ff_gate(struct ff_ctx *c)
{
	wait_event_idle(c->gate, c->tickets || kthread_should_stop());
	if (c->tickets)
		c->tickets--;
}

static bool ff_ticket(struct ff_ctx *c, enum ff_at want)
{
	c->tickets++;
	wake_up_all(&c->gate);
	ff_rest();
	return c->at == want;
}

static bool ff_invalidate(struct mmu_interval_notifier *sub, const struct mmu_notifier_range *range, unsigned long cur_seq)
{
	struct ff_ctx *c = container_of(sub, struct ff_ctx, sub);

	c->told = true;
	c->at = FF_STARTED;
	ff_gate(c);
	mutex_lock(&c->lock);
	mmu_interval_set_seq(sub, cur_seq);
	c->at = FF_LOCKED;
	ff_gate(c);
	if (!strcmp(c->pte, "mapped"))
		c->pte = "in_tlb";
	c->at = FF_ZAPPED;
	ff_gate(c);
	if (!strcmp(c->pte, "in_tlb"))
		c->pte = "none";
	c->at = FF_FLUSHED;
	ff_gate(c);
	mutex_unlock(&c->lock);
	c->at = FF_UNLOCKED;
	ff_gate(c);
	return true;
}

static const struct mmu_interval_notifier_ops ff_notifier_ops = { .invalidate = ff_invalidate };

static int ff_invalidation(void *data)
{
	struct ff_ctx *c = data;

	while (!kthread_should_stop()) {
		struct mmu_notifier_range range;

		ff_gate(c);
		if (kthread_should_stop())
			break;
#if FF_SINCE(6, 3)
		mmu_notifier_range_init(&range, MMU_NOTIFY_CLEAR, 0, ff_mm, FF_START, FF_START + PAGE_SIZE);
#else
		mmu_notifier_range_init(&range, MMU_NOTIFY_CLEAR, 0, NULL, ff_mm, FF_START, FF_START + PAGE_SIZE);
#endif
		mmu_notifier_invalidate_range_start(&range);
		c->at = FF_WAITED;
		ff_gate(c);
		c->at = FF_RETURNED;
		ff_gate(c);
		mmu_notifier_invalidate_range_end(&range);
		c->at = FF_NONE;
	}
	return 0;
}

static int ff_sleeps(void *data)
{
	struct ff_reader *r = data;

	mmu_interval_read_begin(&r->ctx->sub);
	r->returned = true;
	while (!kthread_should_stop())
		schedule_timeout_idle(1);
	return 0;
}

static void ff_reader_end(struct ff_ctx *c)
{
	struct ff_reader *r = &c->sleeper;

	if (!r->thread)
		return;
	if (!r->returned)
		c->wrong = "a reader is not woken";
	else {
		kthread_stop(r->thread);
		put_task_struct(r->thread);
	}
	r->thread = NULL;
}

static void ff_settle(struct ff_ctx *c)
{
	ff_rest();
	if (c->at == FF_NONE)
		ff_reader_end(c);
}

static bool ff_odd(struct ff_ctx *c)
{
	return READ_ONCE(c->sub.invalidate_seq) == ff_mm->notifier_subscriptions->invalidate_seq;
}

/* In a thread of its own where it must sleep; one is enough for each invalidation. */
static bool ff_read_begin(struct ff_ctx *c)
{
	struct ff_reader *r = &c->sleeper;

	if (!ff_odd(c)) {
		c->seq = mmu_interval_read_begin(&c->sub);
		c->mirror = "begun";
		return true;
	}
	if (r->thread)
		return r->returned;
	*r = (struct ff_reader){ .ctx = c };
	r->thread = kthread_create(ff_sleeps, r, "ff_reader");
	get_task_struct(r->thread);
	wake_up_process(r->thread);
	ff_rest();
	return r->returned;
}

static bool ff_do_mirror(struct ff_ctx *c, const char *step)
{
	if (!strcmp(step, "mirror_begins")) {
		c->mirror = "wants";
		c->spent = false;
	} else if (!strcmp(step, "mmu_interval_read_begin")) {
		return ff_read_begin(c);
	} else if (!strcmp(step, "hmm_range_fault")) {
		c->mirror = "faulted";
	} else if (!strcmp(step, "mirror_locks")) {
		if (!mutex_trylock(&c->lock))
			return false;
		c->mirror = "locked";
	} else if (!strcmp(step, "mmu_interval_read_retry")) {
		if (!mmu_interval_read_retry(&c->sub, c->seq))
			return false;
		mutex_unlock(&c->lock);
		c->mirror = "wants";
		c->spent = true;
	} else if (!strcmp(step, "mmu_interval_read_retry_EBUSY")) {
		c->mirror = "idle";
	} else {
		if (mmu_interval_read_retry(&c->sub, c->seq))
			return false;
		c->pte = "mapped";
		c->mirror = "idle";
		mutex_unlock(&c->lock);
	}
	return true;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	static const char *const invalidation[] = {
		[FF_NONE] = "invalidate_range_end", [FF_STARTED] = "invalidate_range_start", [FF_LOCKED] = "invalidate",
		[FF_ZAPPED] = "zap", [FF_FLUSHED] = "tlb_flush", [FF_UNLOCKED] = "invalidate_unlocks",
		[FF_WAITED] = "invalidate_returns", [FF_RETURNED] = "pages_returned",
	};
	int n;

	for (n = 0; n < ARRAY_SIZE(invalidation); n++)
		if (!strcmp(step, invalidation[n]))
			return ff_ticket(c, n);
	return ff_do_mirror(c, step);
}

static void ff_mirror_place(struct ff_ctx *c, char *out, size_t size)
{
	bool has = !strcmp(c->mirror, "begun") || !strcmp(c->mirror, "faulted") || !strcmp(c->mirror, "locked");

	if (has)
		snprintf(out, size, "%s.%s", c->mirror, mmu_interval_read_retry(&c->sub, c->seq) ? "changed" : "same");
	else
		snprintf(out, size, "%s", c->mirror);
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	unsigned long owner = atomic_long_read(&c->lock.owner) & ~7UL;

	if (c->wrong)
		snprintf(out, size, "%s", c->wrong);
	else if (!strcmp(part, "sequence"))
		snprintf(out, size, ff_odd(c) ? "odd" : "even");
	else if (!strcmp(part, "invalidation"))
		snprintf(out, size, "%s", ff_ats[c->at]);
	else if (!strcmp(part, "mirror"))
		ff_mirror_place(c, out, size);
	else if (!strcmp(part, "patience"))
		snprintf(out, size, c->spent ? "spent" : "fresh");
	else if (!strcmp(part, "pte"))
		snprintf(out, size, "%s", c->pte);
	else if (!strcmp(part, "userLock"))
		snprintf(out, size, !owner ? "free" : owner == (unsigned long)c->thread ? "held.notifier" : "held.reader");
	else
		snprintf(out, size, "no part");
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	snprintf(out, size, "no call");
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	if (!ff_mm)
		ff_mm = mm_alloc();
	memset(c, 0, sizeof(*c));
	c->test = test;
	c->mirror = "idle";
	c->pte = "none";
	mutex_init(&c->lock);
	init_waitqueue_head(&c->gate);
	KUNIT_ASSERT_EQ(test, mmu_interval_notifier_insert(&c->sub, ff_mm, FF_START, FF_LENGTH, &ff_notifier_ops), 0);
	c->thread = kthread_run(ff_invalidation, c, "ff_invalidation");
	get_task_struct(c->thread);
	ff_rest();
}

static void ff_end(struct ff_ctx *c)
{
	int n;

	if (!strcmp(c->mirror, "locked"))
		mutex_unlock(&c->lock);
	for (n = 0; n < 8 && c->at != FF_NONE; n++)
		ff_ticket(c, FF_NONE);
	ff_reader_end(c);
	if (c->at != FF_NONE)
		KUNIT_FAIL(c->test, "the invalidation does not end");
	if (ff_mm->notifier_subscriptions->active_invalidate_ranges)
		KUNIT_FAIL(c->test, "%ld invalidations are left", ff_mm->notifier_subscriptions->active_invalidate_ranges);
	kthread_stop(c->thread);
	put_task_struct(c->thread);
	mmu_interval_notifier_remove(&c->sub);
}
