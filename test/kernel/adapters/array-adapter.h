/* SPDX-License-Identifier: GPL-2.0 */
/* What the steps of the model of dma_fence_array are in the kernel. */
#include "members.h"
#include <linux/dma-fence-array.h>

struct ff_ctx {
	struct kunit *test;
	struct ff_members m;
	struct dma_fence *array;
	struct ff_waiter wait;
	const char *waiter;
};

static void ff_settle(struct ff_ctx *c)
{
	ff_tail_settle(&c->wait, &c->waiter);
}

static bool ff_enabled(struct dma_fence *f)
{
	return test_bit(DMA_FENCE_FLAG_ENABLE_SIGNAL_BIT, &f->flags);
}

static bool ff_enable_now(struct dma_fence *f)
{
	bool was = ff_enabled(f) || ff_signaled(f);

	dma_fence_enable_sw_signaling(f);
	return !was;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	int done = ff_members_do(&c->m, step);

	if (done >= 0)
		return done;
	if (!strcmp(step, "enable"))
		return ff_enable_now(c->array);
	if (!strcmp(step, "enable_finds_done"))
		return ff_enable_now(c->array) && ff_signaled(c->array);
	if (!strcmp(step, "poll"))
		return dma_fence_is_signaled(c->array);
	if (ff_prefix(step, "wait"))
		return ff_tail_do(&c->wait, &c->waiter, c->array, step);
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

/* No member has an error, so the array has none when it is signaled; before that it has a mark. */
static void ff_array_place(struct dma_fence *array, char *out, size_t size)
{
	if (ff_signaled(array) && array->error)
		snprintf(out, size, "signaled with error %d", array->error);
	else
		snprintf(out, size, ff_signaled(array) ? "signaled" : ff_enabled(array) ? "armed" : "idle");
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	if (ff_members_place(&c->m, part, out, size))
		return;
	if (!strcmp(part, "array"))
		ff_array_place(c->array, out, size);
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
	struct dma_fence **fences = kmalloc_array(FF_MEMBERS, sizeof(*fences), GFP_KERNEL);
	int n;

	memset(c, 0, sizeof(*c));
	c->test = test;
	c->waiter = "running";
	ff_members_begin(&c->m, NULL, NULL);
	for (n = 0; n < FF_MEMBERS; n++)
		fences[n] = dma_fence_get(c->m.f[n + 1]);
	c->array = &dma_fence_array_create(FF_MEMBERS, fences, dma_fence_context_alloc(1), 1, false)->base;
}

static void ff_end(struct ff_ctx *c)
{
	ff_members_signal(&c->m);
	ff_tail_end(&c->wait);
	FF_LAST(c->test, c->array, "the array");
	dma_fence_put(c->array);
	ff_members_end(&c->m, c->test);
}
