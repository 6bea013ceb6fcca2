/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the steps of the model of ttm_bo_reserve are: two threads, each with a ticket, that reserve two buffer objects of TTM in opposite
 * order. The first thread has the older ticket.
 */
#include "ff.h"
#include "hand.h"
#include <drm/ttm/ttm_bo.h>
#include <drm/ttm/ttm_placement.h>
#include "../../gpu/drm/ttm/tests/ttm_kunit_helpers.h"
#define FF_BOS 2
/* Each path makes a device. */
#define FF_CHUNK 32

struct ff_ctx {
	struct kunit *test;
	struct ttm_test_devices *devs;
	struct ttm_buffer_object *bo[FF_BOS + 1];
	struct ww_acquire_ctx ticket[FF_BOS + 1];
	struct ff_hand hand[FF_BOS + 1];
	bool done[FF_BOS + 1];
	const char *wrong;
};

static struct ttm_placement ff_nowhere;

static void ff_settle(struct ff_ctx *c)
{
	ff_rest();
}

static int ff_other(int i)
{
	return 3 - i;
}

static bool ff_has(struct ff_ctx *c, int i, int k)
{
	struct dma_resv *resv = c->bo[k]->base.resv;

	return dma_resv_is_locked(resv) && resv->lock.ctx == &c->ticket[i];
}

static int ff_ticket(struct ff_ctx *c, int i)
{
	ww_acquire_init(&c->ticket[i], &reservation_ww_class);
	ff_honest(&c->ticket[i]);
	return 0;
}

static int ff_first(struct ff_ctx *c, int i)
{
	return ttm_bo_reserve(c->bo[i], true, false, &c->ticket[i]);
}

static int ff_second(struct ff_ctx *c, int i)
{
	return ttm_bo_reserve(c->bo[ff_other(i)], true, false, &c->ticket[i]);
}

/* What -EDEADLK asks for: all is given back, and the other one comes first. */
static int ff_slowly(struct ff_ctx *c, int i)
{
	ttm_bo_unreserve(c->bo[i]);
	return ttm_bo_reserve_slowpath(c->bo[ff_other(i)], true, &c->ticket[i]);
}

static int ff_give(struct ff_ctx *c, int i)
{
	int k;

	for (k = 1; k <= FF_BOS; k++)
		if (ff_has(c, i, k))
			ttm_bo_unreserve(c->bo[k]);
	return 0;
}

static int ff_fini(struct ff_ctx *c, int i)
{
	ff_give(c, i);
	ww_acquire_fini(&c->ticket[i]);
	c->done[i] = true;
	return 0;
}

/* An ioctl that was interrupted is over, and so is its ticket; the next one is the youngest again. */
static int ff_renew(struct ff_ctx *c, int i)
{
	ww_acquire_fini(&c->ticket[i]);
	return ff_ticket(c, i);
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	struct ff_hand *h = &c->hand[i];
	int r;

	if (!strcmp(step, "begin")) {
		r = ff_ask(h, ff_first, i);
		return r == 0 || r == -EINPROGRESS;
	}
	if (!strcmp(step, "reserve_second_0"))
		return ff_ask(h, ff_second, i) == 0;
	if (!strcmp(step, "reserve_first_0"))
		return ff_ask(h, ff_first, i) == 0;
	if (!strcmp(step, "reserve_again_EALREADY"))
		return ff_ask(h, ff_first, i) == -EALREADY;
	if (!strcmp(step, "reserve_EDEADLK")) {
		if (ff_ask(h, ff_second, i) != -EDEADLK)
			return false;
		r = ff_ask(h, ff_slowly, i);
		return r == 0 || r == -EINPROGRESS;
	}
	if (!strcmp(step, "reserve_ERESTARTSYS") || !strcmp(step, "reserve_slowpath_ERESTARTSYS")) {
		send_sig(SIGUSR1, h->thread, 1);
		ff_rest();
		if (h->busy || h->answer != -ERESTARTSYS)
			return false;
		return i == 1 || ff_ask(h, ff_renew, i) == 0;
	}
	if (!strcmp(step, "unreserve"))
		return ff_ask(h, ff_fini, i) == 0;
	if (ff_prefix(step, "unreserve_"))
		return ff_ask(h, ff_give, i) == 0;
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static void ff_thread_place(struct ff_ctx *c, int i, char *out, size_t size)
{
	int j = ff_other(i);
	bool first = ff_has(c, i, i), second = ff_has(c, i, j);

	if (c->wrong)
		snprintf(out, size, "%s", c->wrong);
	else if (c->hand[i].busy)
		snprintf(out, size, first || second ? "sleeps with a lock" : ff_waits_for(&c->hand[i], c->bo[i]->base.resv) ?
			 "wants_first" : ff_waits_for(&c->hand[i], c->bo[j]->base.resv) ? "wants_second" : "sleeps");
	else if (c->ticket[i].acquired != first + second)
		snprintf(out, size, "%u locks counted", c->ticket[i].acquired);
	else
		snprintf(out, size, first && second ? "has_both" : first ? "has_one" : second ? "has_second" :
			 c->done[i] ? "done" : "idle");
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int n = part[strlen(part) - 2] - '0';

	if (ff_prefix(part, "thread["))
		ff_thread_place(c, n, out, size);
	else if (!dma_resv_is_locked(c->bo[n]->base.resv))
		snprintf(out, size, "free");
	else
		snprintf(out, size, ff_has(c, 1, n) ? "held.t[1]" : ff_has(c, 2, n) ? "held.t[2]" : "held by nobody");
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	struct ttm_buffer_object *bo = c->bo[call[strlen(call) - 1] - '0'];
	int r = ttm_bo_reserve(bo, false, true, NULL);

	if (r == 0)
		ttm_bo_unreserve(bo);
	snprintf(out, size, r == 0 ? "0" : r == -EBUSY ? "-EBUSY" : "another error");
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	struct ttm_operation_ctx ctx = {};
	int n;

	memset(c, 0, sizeof(*c));
	c->test = test;
	c->devs = ttm_test_devices_all(test);
	for (n = 1; n <= FF_BOS; n++) {
		c->bo[n] = ttm_bo_kunit_init(test, c->devs, PAGE_SIZE, NULL);
		if (ttm_bo_init_reserved(c->devs->ttm_dev, c->bo[n], ttm_bo_type_device, &ff_nowhere, PAGE_SIZE >> PAGE_SHIFT, &ctx,
					 NULL, NULL, dummy_ttm_bo_destroy))
			c->wrong = "it cannot be made";
		else
			ttm_bo_unreserve(c->bo[n]);
		ff_hand_begin(&c->hand[n], c);
	}
	ff_rest();
	for (n = 1; n <= FF_BOS; n++)
		ff_ask(&c->hand[n], ff_ticket, n);
}

static void ff_end(struct ff_ctx *c)
{
	int n;

	for (n = 1; n <= FF_BOS; n++)
		if (c->hand[n].busy) {
			send_sig(SIGUSR1, c->hand[n].thread, 1);
			ff_rest();
			if (c->hand[n].busy)
				panic("a thread waits for a lock that nobody gives back");
		}
	for (n = 1; n <= FF_BOS; n++) {
		if (!c->done[n])
			ff_ask(&c->hand[n], ff_fini, n);
		ff_hand_end(&c->hand[n]);
	}
	for (n = 1; n <= FF_BOS; n++) {
		if (kref_read(&c->bo[n]->kref) != 1)
			KUNIT_FAIL(c->test, "object %d has %u references at its end, not 1", n, kref_read(&c->bo[n]->kref));
		ttm_bo_put(c->bo[n]);
	}
	ttm_test_devices_put(c->test, c->devs);
}
