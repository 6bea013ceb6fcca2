/* SPDX-License-Identifier: GPL-2.0 */
/* What a call of dma_fence_chain_find_seqno answers; the nodes are numbered 2, 4, 6. */
#include "chain.h"

struct ff_ctx {
	struct kunit *test;
	struct ff_members m;
	struct dma_fence_chain *chain[FF_MEMBERS + 1];
	bool asked;
	int answer;
	struct dma_fence *found;
};

static void ff_settle(struct ff_ctx *c)
{
}

/* find_sS_cK: from node K on, for the number S. */
static bool ff_find(struct ff_ctx *c, const char *step)
{
	int seqno = step[strlen("find_s")] - '0', node = step[strlen("find_s1_c")] - '0';

	c->found = dma_fence_get(&c->chain[node]->base);
	c->answer = dma_fence_chain_find_seqno(&c->found, seqno);
	/* What was given in is given back where the call fails. */
	if (c->answer)
		dma_fence_put(c->found);
	return c->asked = true;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	int done = ff_members_do(&c->m, step);

	if (done >= 0)
		return done;
	if (!strcmp(step, "find_free")) {
		if (!c->answer)
			dma_fence_put(c->found);
		c->asked = false;
		return true;
	}
	if (ff_prefix(step, "find_s"))
		return ff_find(c, step);
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int n;

	if (ff_members_place(&c->m, part, out, size))
		return;
	if (!c->asked) {
		snprintf(out, size, "idle");
	} else if (c->answer) {
		snprintf(out, size, c->answer == -EINVAL ? "refused" : "%d", c->answer);
	} else if (!c->found) {
		snprintf(out, size, "found.null");
	} else {
		for (n = 1; n <= FF_MEMBERS && c->found != &c->chain[n]->base; n++)
			;
		snprintf(out, size, "found.c[%d]", n);
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
	ff_members_begin(&c->m, NULL, NULL);
	ff_chain_make(c->chain, &c->m, 2);
}

static void ff_end(struct ff_ctx *c)
{
	if (c->asked && !c->answer)
		dma_fence_put(c->found);
	ff_members_signal(&c->m);
	ff_chain_end(c->chain, c->test);
	ff_members_end(&c->m, c->test);
}
