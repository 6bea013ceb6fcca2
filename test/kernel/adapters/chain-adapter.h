/* SPDX-License-Identifier: GPL-2.0 */
/* What the steps of the model of dma_fence_chain are in the kernel. */
#include "chain.h"

struct ff_ctx {
	struct kunit *test;
	struct ff_members m;
	struct dma_fence_chain *chain[FF_MEMBERS + 1];
	struct ff_waiter wait;
	const char *waiter;
};

static void ff_settle(struct ff_ctx *c)
{
	ff_tail_settle(&c->wait, &c->waiter);
}

/* The fence on whose list the callback of a node is, or 0. */
static int ff_armed_on(struct ff_ctx *c, struct dma_fence_chain *node)
{
	struct dma_fence_cb *cb;
	int n;

	for (n = 1; n <= FF_MEMBERS; n++) {
		if (ff_signaled(c->m.f[n]))
			continue;
		list_for_each_entry(cb, &c->m.f[n]->cb_list, node)
			if (cb == &node->cb)
				return n;
	}
	return 0;
}

static bool ff_enabled(struct dma_fence *f)
{
	return test_bit(DMA_FENCE_FLAG_ENABLE_SIGNAL_BIT, &f->flags);
}

/* enable_cM_fJ, enable_cM_done: the callback goes to the first fence from the head that is not signaled. */
static bool ff_enable(struct ff_ctx *c, const char *step)
{
	int node = step[strlen("enable_c")] - '0';
	const char *what = step + strlen("enable_c1_");
	struct dma_fence *f = &c->chain[node]->base;
	bool was = ff_enabled(f) || ff_signaled(f);

	dma_fence_enable_sw_signaling(f);
	if (was)
		return false;
	if (!strcmp(what, "done"))
		return ff_signaled(f);
	return ff_armed_on(c, c->chain[node]) == ff_number(what, "f");
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	int done = ff_members_do(&c->m, step);

	if (done >= 0)
		return done;
	if (ff_prefix(step, "enable_c"))
		return ff_enable(c, step);
	if (ff_prefix(step, "poll_c"))
		return dma_fence_is_signaled(&c->chain[ff_number(step, "poll_c")]->base);
	if (ff_prefix(step, "wait"))
		return ff_tail_do(&c->wait, &c->waiter, &c->chain[FF_MEMBERS]->base, step);
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int n = ff_number(part, "c");

	if (ff_members_place(&c->m, part, out, size))
		return;
	if (n) {
		struct dma_fence *f = &c->chain[n]->base;
		int on = ff_armed_on(c, c->chain[n]);

		if (ff_signaled(f))
			snprintf(out, size, on ? "signaled, and its callback waits" : "signaled");
		else if (on)
			snprintf(out, size, "armed.f[%d]", on);
		else
			snprintf(out, size, ff_enabled(f) ? "rearming" : "idle");
	} else if (!strcmp(part, "waiter")) {
		snprintf(out, size, "%s", c->waiter);
	} else {
		snprintf(out, size, "no part");
	}
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	snprintf(out, size, "no call");
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	memset(c, 0, sizeof(*c));
	c->test = test;
	c->waiter = "running";
	ff_members_begin(&c->m, NULL, NULL);
	ff_chain_make(c->chain, &c->m, 1);
}

static void ff_end(struct ff_ctx *c)
{
	ff_members_signal(&c->m);
	ff_tail_end(&c->wait);
	ff_chain_end(c->chain, c->test);
	ff_members_end(&c->m, c->test);
}
