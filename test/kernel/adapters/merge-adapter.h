/* SPDX-License-Identifier: GPL-2.0 */
/* What the steps of the model of dma_fence_unwrap_merge are in the kernel: f1 and f2 are on one timeline, f3 on another. */
#include "members.h"
#include <linux/dma-fence-array.h>
#include <linux/dma-fence-unwrap.h>

struct ff_ctx {
	struct kunit *test;
	struct ff_members m;
	struct dma_fence *merged;
	bool met[FF_MEMBERS + 1];
	struct ff_waiter wait;
	const char *waiter;
};

static void ff_settle(struct ff_ctx *c)
{
	ff_tail_settle(&c->wait, &c->waiter);
}

/* The fence is merged with what there is. Where it is signaled the answer is a stub with its time. */
static bool ff_take(struct ff_ctx *c, int n)
{
	struct dma_fence *f = c->m.f[n], *result;

	if (!c->merged)
		result = dma_fence_unwrap_merge(f);
	else
		result = dma_fence_unwrap_merge(c->merged, f);
	if (ff_signaled(f)) {
#if FF_SINCE(6, 5)
		if (!ff_signaled(result) || ktime_compare(result->timestamp, f->timestamp))
			KUNIT_FAIL(c->test, "the stub of signaled fences has not their time");
#endif
		dma_fence_put(result);
		return false;
	}
	dma_fence_put(c->merged);
	c->merged = result;
	return c->met[n] = true;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	int done = ff_members_do(&c->m, step), n = ff_number(step, "take_f");

	if (done >= 0)
		return done;
	if (n)
		return ff_take(c, n);
	if (!strcmp(step, "wait"))
		return ff_tail_do(&c->wait, &c->waiter, c->merged, step);
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static void ff_merge_place(struct ff_ctx *c, char *out, size_t size)
{
	int n, at = 0;

	if (!c->merged) {
		snprintf(out, size, "none");
		return;
	}
	out[0] = 0;
	if (dma_fence_is_array(c->merged)) {
		struct dma_fence_array *array = to_dma_fence_array(c->merged);
		int m;

		for (m = 0; m < array->num_fences; m++)
			for (n = 1; n <= FF_MEMBERS; n++)
				if (array->fences[m] == c->m.f[n])
					at += scnprintf(out + at, size - at, "%sf[%d]", at ? "," : "", n);
		return;
	}
	for (n = 1; n <= FF_MEMBERS; n++)
		if (c->merged == c->m.f[n])
			snprintf(out, size, "f[%d]", n);
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int n = ff_number(part, "seen");

	if (ff_members_place(&c->m, part, out, size))
		return;
	if (n)
		snprintf(out, size, c->met[n] ? "f[%d]" : "none", n);
	else if (!strcmp(part, "merge"))
		ff_merge_place(c, out, size);
	else if (!strcmp(part, "waiter"))
		snprintf(out, size, "%s", c->waiter);
	else
		snprintf(out, size, "no part");
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	snprintf(out, size, "no call");
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	u64 one = dma_fence_context_alloc(2);
	const u64 contexts[] = { 0, one, one, one + 1 }, seqnos[] = { 0, 1, 2, 1 };

	memset(c, 0, sizeof(*c));
	c->test = test;
	c->waiter = "running";
	ff_members_begin(&c->m, contexts, seqnos);
}

static void ff_end(struct ff_ctx *c)
{
	ff_members_signal(&c->m);
	ff_tail_end(&c->wait);
	dma_fence_put(c->merged);
	ff_members_end(&c->m, c->test);
}
