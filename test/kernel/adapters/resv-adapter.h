/* SPDX-License-Identifier: GPL-2.0 */
/* What the steps of the model of a dma_resv with one fence are in the kernel. */
#include "ff.h"
#include <linux/dma-resv.h>

/* The layout of drivers/dma-buf/dma-resv.c, which no header has: places are read from the list itself. */
struct dma_resv_list {
	struct rcu_head rcu;
	u32 num_fences, max_fences;
	struct dma_fence __rcu *table[];
};

static const char *const ff_usages[] = { "KERNEL", "WRITE", "READ", "BOOKKEEP" };

struct ff_ctx {
	struct kunit *test;
	struct dma_resv resv;
	struct dma_fence *f, *stub;
	u64 context, seqno;
	bool reserved, begun, ended, walking, changed;
	struct dma_resv_iter at;
	const char *wrong;
};

static void ff_settle(struct ff_ctx *c)
{
}

static enum dma_resv_usage ff_usage(const char *name)
{
	int n;

	for (n = 0; n < 3 && strcmp(name, ff_usages[n]); n++)
		;
	return n;
}

static struct dma_resv_list *ff_list(struct ff_ctx *c)
{
	return rcu_dereference_protected(c->resv.fences, true);
}

static struct dma_fence *ff_entry(struct dma_resv_list *list, unsigned int n, int *usage)
{
	long raw = (long)rcu_dereference_protected(list->table[n], true);

	*usage = raw & 3;
	return (struct dma_fence *)(raw & ~3);
}

static int ff_length(struct ff_ctx *c)
{
	return ff_list(c) ? ff_list(c)->num_fences : 0;
}

static bool ff_has_signaled(struct ff_ctx *c)
{
	int n, usage;

	for (n = 0; n < ff_length(c); n++)
		if (ff_signaled(ff_entry(ff_list(c), n, &usage)))
			return true;
	return false;
}

static bool ff_add(struct ff_ctx *c, enum dma_resv_usage usage)
{
	int length = ff_length(c);
	bool room = ff_has_signaled(c);
	unsigned int refs = kref_read(&c->f->refcount);

	dma_resv_add_fence(&c->resv, c->f, usage);
	c->reserved = false;
	if (room && ff_length(c) > length)
		c->wrong = "a signaled fence was not replaced";
	if (ff_length(c) > length && kref_read(&c->f->refcount) != refs + 1)
		c->wrong = "adding took no reference";
	return true;
}

/* Something else takes the place of the fence, and the next one is another. */
static bool ff_prune(struct ff_ctx *c)
{
	if (!c->stub)
		c->stub = dma_fence_get_stub();
	dma_resv_replace_fences(&c->resv, c->context, c->stub, DMA_RESV_USAGE_KERNEL);
	dma_fence_put(c->f);
	c->f = ff_fence(c->context, ++c->seqno);
	return true;
}

/* The next fence of the iteration, which is the first of it or the one after a change. */
static bool ff_iter_next(struct ff_ctx *c, enum dma_resv_usage usage, bool wanted)
{
	struct dma_fence *seen;

	c->at.usage = usage;
	seen = c->walking ? dma_resv_iter_next_unlocked(&c->at) : dma_resv_iter_first_unlocked(&c->at);
	if (seen && !dma_resv_iter_is_restarted(&c->at))
		c->wrong = "the iteration did not begin anew";
	c->walking = true;
	c->changed = false;
	c->ended = !seen;
	return wanted ? seen == c->f : !seen;
}

/* There may be two entries of one fence: it may be met again, and no other. */
static bool ff_iter_last(struct ff_ctx *c)
{
	struct dma_fence *seen;

	while ((seen = dma_resv_iter_next_unlocked(&c->at)) == c->f)
		if (dma_resv_iter_is_restarted(&c->at))
			return false;
	c->ended = true;
	return !seen;
}

static bool ff_iter_changes(struct ff_ctx *c)
{
	struct dma_resv_list *list = ff_list(c);

	c->changed = true;
	/* A list that grows loses its signaled fences: there the cursor is made to look old, as the kernel's own test does. */
	if (ff_signaled(c->f) || !list)
		c->at.fences = (void *)~0UL;
	else
		return !dma_resv_reserve_fences(&c->resv, list->max_fences - list->num_fences + 1);
	return true;
}

static bool ff_do_iter(struct ff_ctx *c, const char *step)
{
	if (!strcmp(step, "iter_begin")) {
		if (c->begun)
			dma_resv_iter_end(&c->at);
		dma_resv_iter_begin(&c->at, &c->resv, DMA_RESV_USAGE_BOOKKEEP);
		c->begun = true;
		c->walking = c->ended = c->changed = false;
		return true;
	}
	if (!strcmp(step, "iter_changed"))
		return ff_iter_changes(c);
	if (!strcmp(step, "iter_last"))
		return ff_iter_last(c);
	if (ff_prefix(step, "iter_fence_"))
		return ff_iter_next(c, ff_usage(step + strlen("iter_fence_")), true);
	return ff_iter_next(c, ff_usage(step + strlen("iter_none_")), false);
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	if (!strcmp(step, "reserve"))
		return c->reserved = !dma_resv_reserve_fences(&c->resv, 1);
	if (ff_prefix(step, "add_"))
		return ff_add(c, ff_usage(step + strlen("add_")));
	if (!strcmp(step, "unlock")) {
		dma_resv_reset_max_fences(&c->resv);
		c->reserved = false;
		return true;
	}
	if (!strcmp(step, "signal"))
		return dma_fence_signal(c->f) == 0;
	if (!strcmp(step, "prune"))
		return ff_prune(c);
	if (ff_prefix(step, "iter_"))
		return ff_do_iter(c, step);
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

/* The strongest usage that the fence has in the list. */
static void ff_entry_place(struct ff_ctx *c, char *out, size_t size)
{
	int n, usage, strongest = 4;

	for (n = 0; n < ff_length(c); n++)
		if (ff_entry(ff_list(c), n, &usage) == c->f)
			strongest = min(strongest, usage);
	if (c->wrong)
		snprintf(out, size, "%s", c->wrong);
	else if (strongest == 4)
		snprintf(out, size, "absent");
	else
		snprintf(out, size, "%s.%s", ff_signaled(c->f) ? "signaled" : "unsignaled", ff_usages[strongest]);
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	if (!strcmp(part, "entry")) {
		ff_entry_place(c, out, size);
	} else if (!strcmp(part, "slots")) {
		bool room = ff_list(c) && ff_list(c)->max_fences > ff_list(c)->num_fences;

		snprintf(out, size, !c->reserved ? "none" : room ? "reserved" : "reserved, and there is no room");
	} else if (!strcmp(part, "iter")) {
		snprintf(out, size, !c->begun ? "idle" : c->ended ? "ended" : c->walking && !c->changed ? "at_first" : "restarted");
	} else {
		snprintf(out, size, "no part");
	}
}

static bool ff_got(struct ff_ctx *c, enum dma_resv_usage usage)
{
	struct dma_fence **fences;
	unsigned int count, n;
	unsigned int refs = kref_read(&c->f->refcount);
	bool found = false;

	if (dma_resv_get_fences(&c->resv, usage, &count, &fences))
		return false;
	for (n = 0; n < count; n++)
		found |= fences[n] == c->f;
	if (found && kref_read(&c->f->refcount) != refs + count)
		c->wrong = "a copy of the list has no references";
	for (n = 0; n < count; n++)
		dma_fence_put(fences[n]);
	kfree(fences);
	return found;
}

static bool ff_met(struct ff_ctx *c, enum dma_resv_usage usage)
{
	struct dma_resv_iter at;
	struct dma_fence *one;

	dma_resv_for_each_fence(&at, &c->resv, usage, one)
		if (one == c->f)
			return true;
	return false;
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	enum dma_resv_usage usage = ff_usage(strchr(call, ' ') + 1);

	if (ff_prefix(call, "dma_resv_test_signaled"))
		snprintf(out, size, dma_resv_test_signaled(&c->resv, usage) ? "true" : "false");
	else if (ff_prefix(call, "dma_resv_wait_timeout"))
		snprintf(out, size, "%ld", dma_resv_wait_timeout(&c->resv, usage, false, 0));
	else if (ff_prefix(call, "dma_resv_get_fences"))
		snprintf(out, size, ff_got(c, usage) ? "the fence" : "none");
	else
		snprintf(out, size, ff_met(c, usage) ? "the fence" : "none");
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	memset(c, 0, sizeof(*c));
	c->test = test;
	c->context = dma_fence_context_alloc(1);
	c->f = ff_fence(c->context, ++c->seqno);
	dma_resv_init(&c->resv);
	dma_resv_lock(&c->resv, NULL);
}

static void ff_end(struct ff_ctx *c)
{
	if (c->begun)
		dma_resv_iter_end(&c->at);
	dma_resv_unlock(&c->resv);
	dma_resv_fini(&c->resv);
	dma_fence_signal(c->f);
	FF_LAST(c->test, c->f, "the fence");
	dma_fence_put(c->f);
	dma_fence_put(c->stub);
}
