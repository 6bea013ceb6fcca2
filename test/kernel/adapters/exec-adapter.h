/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the steps of the model of drm_exec are in the kernel: two threads that lock the same two GEM objects, one by a drm_exec (or, with
 * FF_TICKETS, as drivers did before there was one), one by dma_resv_lock with a ticket of its own. A ticket belongs to its thread, so each makes all of its calls itself, when the test asks.
 */
#include "ff.h"
#include <drm/drm_device.h>
#include <drm/drm_drv.h>
#include <drm/drm_gem.h>
#include <linux/dma-resv.h>
#include "hand.h"
#ifdef FF_TICKETS
#include "tickets.h"
#else
#include <drm/drm_exec.h>
#endif
#define FF_OBJECTS 2

/* The layout of drivers/dma-buf/dma-resv.c, which no header has. */
struct dma_resv_list {
	struct rcu_head rcu;
	u32 num_fences, max_fences;
	struct dma_fence __rcu *table[];
};

static const struct drm_driver ff_driver = { .driver_features = DRIVER_GEM };

struct ff_ctx {
	struct kunit *test;
	struct drm_device dev;
	struct drm_gem_object obj[FF_OBJECTS + 1];
	struct drm_exec exec;
	struct ww_acquire_ctx ticket;
	struct ff_hand hand, other;
	bool open, begun, died;
	/* Which object was contended when the call began, and which one it is for. */
	int slow;
	const char *wrong;
};

static void ff_settle(struct ff_ctx *c)
{
	ff_rest();
}

static int ff_exec_begin(struct ff_ctx *c, int k)
{
#ifdef FF_TICKETS
	ff_dance_init(&c->exec);
#else
	drm_exec_init(&c->exec, 0, 0);
	if (!drm_exec_cleanup(&c->exec))
		return -EINVAL;
#endif
	ff_honest(&c->exec.ticket);
	c->open = true;
	return 0;
}

static int ff_exec_cleanup(struct ff_ctx *c, int k)
{
	return drm_exec_cleanup(&c->exec) ? 1 : 0;
}

/* Object 2 needs a slot for a fence, too. */
static int ff_exec_lock(struct ff_ctx *c, int k)
{
	return k == 2 ? drm_exec_prepare_obj(&c->exec, &c->obj[k], 1) : drm_exec_lock_obj(&c->exec, &c->obj[k]);
}

/* The same object twice: an error, unless duplicates are to be ignored. */
static int ff_exec_again(struct ff_ctx *c, int k)
{
	int r = drm_exec_lock_obj(&c->exec, &c->obj[k]);

	if (r != -EALREADY)
		return r;
	c->exec.flags |= DRM_EXEC_IGNORE_DUPLICATES;
	r = drm_exec_lock_obj(&c->exec, &c->obj[k]);
	c->exec.flags &= ~DRM_EXEC_IGNORE_DUPLICATES;
	return r == 0 ? -EALREADY : -EINVAL;
}

static int ff_exec_unlock(struct ff_ctx *c, int k)
{
	drm_exec_unlock_obj(&c->exec, &c->obj[k]);
	return 0;
}

static int ff_exec_end(struct ff_ctx *c, int k)
{
	drm_exec_fini(&c->exec);
	c->open = false;
	return 0;
}

static bool ff_other_has(struct ff_ctx *c, int k)
{
	return ww_mutex_is_locked(&c->obj[k].resv->lock) && c->obj[k].resv->lock.ctx == &c->ticket;
}

static int ff_other_begin(struct ff_ctx *c, int k)
{
	ww_acquire_init(&c->ticket, &reservation_ww_class);
	ff_honest(&c->ticket);
	c->begun = true;
	return 0;
}

static int ff_other_lock(struct ff_ctx *c, int k)
{
	int r = dma_resv_lock(c->obj[k].resv, &c->ticket);

	c->died = r == -EDEADLK;
	return r;
}

static int ff_other_unlock(struct ff_ctx *c, int k)
{
	dma_resv_unlock(c->obj[k].resv);
	return 0;
}

static int ff_other_end(struct ff_ctx *c, int k)
{
	for (k = 1; k <= FF_OBJECTS; k++)
		if (ff_other_has(c, k))
			dma_resv_unlock(c->obj[k].resv);
	ww_acquire_fini(&c->ticket);
	c->begun = c->died = false;
	return 0;
}

static int ff_which(struct ff_ctx *c, struct drm_gem_object *obj)
{
	return obj == &c->obj[1] ? 1 : obj == &c->obj[2] ? 2 : 0;
}

static bool ff_do_exec(struct ff_ctx *c, const char *step)
{
	struct ff_hand *h = &c->hand;
	int k = step[strlen("exec_lock_")] - '0', r;

	if (!strcmp(step, "begins"))
		return ff_ask(h, ff_exec_begin, 0) == 0;
	if (!strcmp(step, "cleanup"))
		return ff_ask(h, ff_exec_cleanup, 0) == 1;
	if (ff_prefix(step, "seals"))
		return ff_ask(h, ff_exec_cleanup, 0) == 0;
	if (!strcmp(step, "ends"))
		return ff_ask(h, ff_exec_end, 0) == 0;
	if (ff_prefix(step, "unlock_"))
		return ff_ask(h, ff_exec_unlock, ff_number(step, "unlock_")) == 0;
	k = step[strlen("lock_")] - '0';
	c->slow = ff_which(c, c->exec.contended);
	if (ff_number(step, "lock_") && c->exec.prelocked != &c->obj[k] && c->obj[k].resv->lock.ctx == &c->exec.ticket) {
		/* Refused: it has the object. */
		r = ff_ask(h, ff_exec_again, k);
		if (r != -EALREADY)
			c->wrong = "what is locked already is locked again";
		return false;
	}
	r = ff_ask(h, ff_exec_lock, k);
	if (strstr(step, "_waits_"))
		return r == -EINPROGRESS;
	if (strstr(step, "_EDEADLK"))
		return r == -EDEADLK;
	if (strstr(step, "_slow_"))
		return r == 0 || r == -EDEADLK || r == -EINPROGRESS;
	return r == 0;
}

static bool ff_do_other(struct ff_ctx *c, const char *step)
{
	struct ff_hand *h = &c->other;
	int r;

	if (!strcmp(step, "begins"))
		return ff_ask(h, ff_other_begin, 0) == 0;
	if (!strcmp(step, "ends"))
		return ff_ask(h, ff_other_end, 0) == 0;
	if (ff_prefix(step, "unlock_"))
		return ff_ask(h, ff_other_unlock, ff_number(step, "unlock_")) == 0;
	r = ff_ask(h, ff_other_lock, step[strlen("lock_")] - '0');
	if (strstr(step, "_waits_"))
		return r == -EINPROGRESS;
	if (strstr(step, "_EDEADLK"))
		return r == -EDEADLK;
	return r == 0;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	if (ff_prefix(step, "exec_"))
		return ff_do_exec(c, step + strlen("exec_"));
	if (ff_prefix(step, "other_"))
		return ff_do_other(c, step + strlen("other_"));
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static bool ff_in_array(struct ff_ctx *c, int k)
{
	unsigned int n;

	for (n = 0; c->open && n < c->exec.num_objects; n++)
		if (c->exec.objects[n] == &c->obj[k])
			return true;
	return false;
}

/* Who holds the lock, and whether the references and slots of the object are what its holder should have. */
static void ff_object_place(struct ff_ctx *c, int k, char *out, size_t size)
{
	struct dma_resv *resv = c->obj[k].resv;
	struct dma_resv_list *list = rcu_dereference_protected(resv->fences, true);
	unsigned int refs = kref_read(&c->obj[k].refcount);
	bool locked = ww_mutex_is_locked(&resv->lock);
	bool mine = ff_in_array(c, k), first = c->open && c->exec.prelocked == &c->obj[k];
	unsigned int want = 1 + mine + first;

	if (c->open && c->exec.contended == &c->obj[k])
		want++;
	/* The reference of a lock that is waited for by way of it is in the call. */
	if (c->hand.busy && c->slow == k && !first && !mine)
		want++;
	if (refs != want)
		snprintf(out, size, "an object with %u references, not %u", refs, want);
	else if (!locked)
		snprintf(out, size, mine || first ? "free, and drm_exec has it" : "free");
	else if (c->open && resv->lock.ctx == &c->exec.ticket)
		snprintf(out, size, !mine && !first ? "locked, and drm_exec has it not" :
			 mine && k == 2 && !(list && list->max_fences > list->num_fences) ? "held without a slot" : "held.exec");
	else
		snprintf(out, size, resv->lock.ctx == &c->ticket ? "held.other" : "held by nobody");
}

/* On which object the thread sleeps. */
static int ff_sleeps_on(struct ff_ctx *c, struct ff_hand *h)
{
	int k;

	for (k = 1; k <= FF_OBJECTS; k++)
		if (ff_waits_for(h, c->obj[k].resv))
			return k;
	return 0;
}

static void ff_exec_place(struct ff_ctx *c, char *out, size_t size)
{
	struct drm_exec *e = &c->exec;
	int contended = c->open ? ff_which(c, e->contended) : 0;

	if (c->wrong)
		snprintf(out, size, "%s", c->wrong);
	else if (c->hand.busy && c->slow && ff_sleeps_on(c, &c->hand) == c->slow && !e->ticket.acquired)
		snprintf(out, size, "slow_%d_%d", c->slow, c->hand.k);
	else if (c->hand.busy)
		snprintf(out, size, "waits_%d", ff_sleeps_on(c, &c->hand));
	else if (!c->open)
		snprintf(out, size, "idle");
	else if (contended)
		snprintf(out, size, e->ticket.acquired ? "backs_off_%d" : "retries_%d", contended);
	else
		snprintf(out, size, e->ticket.done_acquire ? "sealed" : "locking");
}

static void ff_order_place(struct ff_ctx *c, char *out, size_t size)
{
	if (c->open && c->begun)
		snprintf(out, size, (long)(c->exec.ticket.stamp - c->ticket.stamp) < 0 ? "exec_other" : "other_exec");
	else
		snprintf(out, size, c->open ? "exec" : c->begun ? "other" : "none");
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int k = ff_number(part, "o");

	if (k)
		ff_object_place(c, k, out, size);
	else if (!strcmp(part, "exec"))
		ff_exec_place(c, out, size);
	else if (!strcmp(part, "order"))
		ff_order_place(c, out, size);
	else if (!strcmp(part, "prelocked"))
		snprintf(out, size, !c->open || !c->exec.prelocked ? "none" : "o%d", ff_which(c, c->exec.prelocked));
	else if (c->other.busy)
		snprintf(out, size, "waits_%d", ff_sleeps_on(c, &c->other));
	else
		snprintf(out, size, c->died ? "died" : c->begun ? "begun" : "idle");
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	snprintf(out, size, "no call");
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	int k;

	memset(c, 0, sizeof(*c));
	c->test = test;
	c->dev.driver = &ff_driver;
	for (k = 1; k <= FF_OBJECTS; k++)
		drm_gem_private_object_init(&c->dev, &c->obj[k], PAGE_SIZE);
	ff_hand_begin(&c->hand, c);
	ff_hand_begin(&c->other, c);
	ff_rest();
}

static void ff_end(struct ff_ctx *c)
{
	int k;

	/* Whoever does not sleep ends first; then the other one has what it waited for. */
	for (k = 0; k < 2; k++) {
		if (!c->hand.busy && c->open)
			ff_ask(&c->hand, ff_exec_end, 0);
		if (!c->other.busy && c->begun)
			ff_ask(&c->other, ff_other_end, 0);
		ff_rest();
	}
	if (c->hand.busy || c->other.busy)
		panic("a thread waits for a lock that nobody gives back");
	ff_hand_end(&c->hand);
	ff_hand_end(&c->other);
	for (k = 1; k <= FF_OBJECTS; k++) {
		if (kref_read(&c->obj[k].refcount) != 1)
			KUNIT_FAIL(c->test, "object %d has %u references at its end, not 1", k, kref_read(&c->obj[k].refcount));
		dma_resv_fini(&c->obj[k]._resv);
	}
}
