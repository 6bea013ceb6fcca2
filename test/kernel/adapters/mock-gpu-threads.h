/* SPDX-License-Identifier: GPL-2.0 */
/* The threads of the mock GPU: the shrinker, the repair, the preempter, the submit ioctl. */
#ifndef FF_MOCK_GPU_THREADS_H
#define FF_MOCK_GPU_THREADS_H
#include "mock-gpu-hardware.h"

/* --- the shrinker, called by direct reclaim of the fault workers and of nobody else --- */
static struct ff_faulting *ff_reclaimer(struct ff_ctx *g)
{
	int n;

	for (n = 0; n < FF_JOBS; n++)
		if (current == g->c[n].task && g->c[n].reclaimable)
			return &g->c[n];
	return NULL;
}

static unsigned long ff_objects(struct shrinker *s, struct shrink_control *sc)
{
	struct ff_faulting *c = ff_reclaimer(s->private_data);

	return c ? c->reclaimable : SHRINK_EMPTY;
}

static unsigned long ff_scan(struct shrinker *s, struct shrink_control *sc)
{
	struct ff_ctx *g = s->private_data;
	struct ff_faulting *c = ff_reclaimer(g);

	if (!c)
		return SHRINK_STOP;
	if (c->way >= W_WAIT && c->way <= W_WAIT_FOREIGN)
		c->alloc = A_WAITING;
	switch (c->way) {
	case W_WAIT:
		dma_resv_wait_timeout(&g->f[c->of].victim, DMA_RESV_USAGE_BOOKKEEP, false, WRONG(9) ? 10 : MAX_SCHEDULE_TIMEOUT);
		break;
	case W_WAIT_COPY:
		dma_fence_wait(g->c[c->of].copy.out, false);
		break;
	case W_WAIT_BIND:
		dma_fence_wait(g->c[c->of].bind.out, false);
		break;
	case W_WAIT_FOREIGN:
		dma_fence_wait(g->foreign.out, false);
		break;
	default:
		break;
	}
	c->reclaimable = 0;
	return 1;
}

/* What __perform_reclaim does when an allocation finds no page. */
static void ff_reclaim(struct ff_faulting *c)
{
	unsigned int flags;

	c->reclaimable = 8;
	fs_reclaim_acquire(GFP_KERNEL);
	flags = memalloc_noreclaim_save();
	try_to_free_pages(node_zonelist(numa_node_id(), GFP_KERNEL), 0, GFP_KERNEL, NULL);
	memalloc_noreclaim_restore(flags);
	fs_reclaim_release(GFP_KERNEL);
}

/* --- workers --- */
static void ff_internal(struct ff_faulting *c, struct ff_job *job, enum ff_gate gate, enum ff_fault now)
{
	struct ff_ctx *g = c->gpu;
	int k = c - g->c;

	ff_stop_at(g, gate, FF_C(k));
	ff_prepare(g, job, &g->copy_entity);
	if (!WRONG(28))
		c->alloc = A_NONE;
	c->fault = now;
	if (WRONG(17) && job == &c->bind && g->f[0].job.out)
		dma_fence_wait(g->f[0].job.out, false);
	ff_push(job, NULL, 0);
	if (WRONG(59) && job == &c->bind && ff_visible(&g->c[!k].bind))
		dma_fence_wait(g->c[!k].bind.out, false);
	if (!WRONG(job == &c->copy ? 10 : 11))
		dma_fence_wait(job->out, false);
}

/* The fault is refused: its job is lost. */
static void ff_nack(struct ff_faulting *c)
{
	struct ff_ctx *g = c->gpu;

	spin_lock(&g->lock);
	c->fault = F_NONE;
	c->alloc = A_NONE;
	if (!WRONG(40))
		ff_compute_leaves(g, c - g->c, C_IDLE, true, !WRONG(41));
	spin_unlock(&g->lock);
	wake_up_all(&g->changed);
	c->task = NULL;
}

/* Where all gates are open the worst way that the driver allows is taken: one that waits. */
static bool ff_choose(struct ff_faulting *c)
{
	static const enum ff_way worst[] = { W_WAIT, W_WAIT_FOREIGN, W_WAIT_COPY, W_WAIT_BIND, W_DRAW, W_NACK, W_RECLAIM };
	int n, of;

	for (n = 0; n < ARRAY_SIZE(worst); n++)
		for (of = 0; of < FF_JOBS; of++)
			if (ff_way_is_open(c->gpu, worst[n], of)) {
				c->way = worst[n];
				c->of = of;
				return true;
			}
	return false;
}

static void ff_fault_work(struct work_struct *w)
{
	struct ff_faulting *c = container_of(w, struct ff_faulting, fault_work);
	struct ff_ctx *g = c->gpu;
	char me = FF_C(c - g->c);
	bool locks = ff_submit_waits() && !WRONG(57);

	c->task = current;
	if (locks)
		ff_stop_and_lock(g, G_SERVICE, me);
	else
		ff_stop_at(g, G_SERVICE, me);
	ff_forget(&c->copy);
	ff_forget(&c->bind);
	c->fault = F_ALLOCATING;
	c->alloc = A_ALLOCATING;
	c->way = W_FREED;
	ff_stop_at(g, G_ALLOC, me);
	if (g->open && !g->stop && c->way == W_FREED)
		wait_event(g->changed, ff_choose(c) || g->stop);
	if (c->way == W_NACK && !g->stop)
		return ff_nack(c);
	if (c->way == W_DRAW)
		g->pool_empty = !WRONG(35);
	else
		ff_reclaim(c);
	c->alloc = A_RETURNED;
	ff_internal(c, &c->copy, G_COPY, F_COPYING);
	ff_internal(c, &c->bind, G_BIND, F_BINDING);
	ff_stop_at(g, G_ACK, me);
	spin_lock(&g->lock);
	c->fault = F_NONE;
	if ((c->compute == C_FAULTED && !WRONG(27)) || WRONG(6))
		c->compute = C_RUNNING;
	spin_unlock(&g->lock);
	if (locks)
		ff_unlock(g);
	wake_up_all(&g->changed);
	c->task = NULL;
}

static bool ff_can_preempt(enum ff_compute seen)
{
	if (ff_option("flush"))
		return true;
	return ff_keeps(seen == C_FAULTED ? "preempt/while-faulted" : "preempt/while-running") &&
	       !WRONG(seen == C_FAULTED ? 22 : 23);
}

static void ff_preempt_work(struct work_struct *w)
{
	struct ff_faulting *c = container_of(w, struct ff_faulting, preempt_work);
	struct ff_ctx *g = c->gpu;
	int k = c - g->c;
	bool done = false;

	c->preempts = current;
	ff_stop_at(g, G_PREEMPT, FF_C(k));
	while (!done && !g->stop) {
		enum ff_compute seen;

		spin_lock(&g->lock);
		seen = c->compute;
		done = !ff_goes(c) || !ff_wanted(g);
		if (!done && ff_can_preempt(seen)) {
			ff_compute_leaves(g, k, C_PREEMPTED, g->releases_engine, g->releases_units);
			done = true;
		}
		spin_unlock(&g->lock);
		/* Hardware that cannot do it answers when the work has come to where it can. */
		if (!done)
			wait_event(g->changed, READ_ONCE(c->compute) != seen || g->stop);
	}
	c->preempts = NULL;
	wake_up_all(&g->changed);
}

/* Takes the reservation when compute work has left. */
static bool ff_reserve(struct ff_ctx *g, int i)
{
	bool moved;

	spin_lock(&g->lock);
	moved = g->f[i].reservation == R_WANTED && (ff_compute_is_off(g) || WRONG(46));
	if (moved)
		g->f[i].reservation = R_HELD;
	spin_unlock(&g->lock);
	return moved;
}

static void ff_reserve_work(struct work_struct *w)
{
	struct ff_fenced *f = container_of(w, struct ff_fenced, reserve_work);
	struct ff_ctx *g = f->gpu;
	int i = f - g->f;

	wait_event_idle(g->gate, g->stop || g->open || (g->ticket == G_RESERVE && g->who == FF_F(i) && ff_reserve(g, i)));
	if (f->reservation == R_WANTED)
		wait_event(g->changed, ff_reserve(g, i) || g->stop);
	else
		g->ticket = G_NONE;
	wake_up_all(&g->changed);
}

/* Has the way been seen to be clear? */
static bool ff_is_clear(struct ff_fenced *f)
{
	struct ff_ctx *g = f->gpu;

	if (ff_option("flush"))
		return g->moded == FF_F(f - g->f) &&
		       (!ff_keeps("flush/preempt-before-visible") || ff_compute_is_off(g) || WRONG(52));
	return f->reservation == R_HELD || !ff_keeps("reserve-in-flight/from-visible") || WRONG(47);
}

static bool ff_takes_mode(struct ff_ctx *g, char who)
{
	if (g->moded == who || down_trylock(&g->mode))
		return false;
	g->moded = who;
	return true;
}

static void ff_gives_mode(struct ff_ctx *g)
{
	g->moded = 0;
	up(&g->mode);
}

/* The submit ioctl makes its next step if it is its turn. Only this thread takes what it takes. */
static bool ff_submit_step(struct ff_fenced *f)
{
	struct ff_ctx *g = f->gpu;
	char me = FF_F(f - g->f);
	bool outside = ff_keeps("reserve-in-flight/waits-outside-locks") || ff_keeps("flush/waits-outside-locks");
	bool done = false;

	if (g->stop || g->open)
		return true;
	if (g->who != me)
		return false;
	if (g->ticket == G_TAKE)
		done = !f->cleared && ff_takes_mode(g, me);
	else if (g->ticket == G_CLEAR)
		done = !f->cleared && ff_is_clear(f);
	else if (g->ticket == G_LOCK)
		done = (f->cleared || !outside || WRONG(65)) && g->repairs != me && mutex_trylock(&g->repair_lock);
	else if (g->ticket == G_PUBLISH)
		done = f->cleared && (g->repairs == me || WRONG(48)) && (!ff_keeps("flush/held-until-published") || g->moded == me);
	if (done && g->ticket == G_CLEAR)
		f->cleared = true;
	if (done && g->ticket == G_LOCK)
		g->repairs = me;
	return done;
}

static void ff_finish_submit(struct ff_fenced *f)
{
	struct ff_ctx *g = f->gpu;

	ff_publish(g, f - g->f);
	f->task = NULL;
	if (g->repairs == FF_F(f - g->f))
		ff_unlock(g);
	if (ff_keeps("flush/held-until-published") && !WRONG(51))
		ff_gives_mode(g);
}

/* The rest of a submit where all gates are open: with a clause away, in the order that it forbids. */
static void ff_submit_freely(struct ff_fenced *f)
{
	struct ff_ctx *g = f->gpu;
	char me = FF_F(f - g->f);
	bool outside = ff_keeps("reserve-in-flight/waits-outside-locks") || ff_keeps("flush/waits-outside-locks");

	if (ff_option("flush") && !f->cleared && g->moded != me) {
		down(&g->mode);
		g->moded = me;
		ff_kick_preempter(g);
	}
	if (!outside && g->repairs != me) {
		mutex_lock(&g->repair_lock);
		g->repairs = me;
	}
	if (!f->cleared)
		wait_event(g->changed, ff_is_clear(f) || g->stop);
	f->cleared = true;
	if (ff_option("flush") && !ff_keeps("flush/held-until-published") && g->moded == me)
		ff_gives_mode(g);
	if (g->repairs != me) {
		mutex_lock(&g->repair_lock);
		g->repairs = me;
	}
}

static void ff_submit_work(struct work_struct *w)
{
	struct ff_fenced *f = container_of(w, struct ff_fenced, submit_work);
	struct ff_ctx *g = f->gpu;
	enum ff_gate did;

	f->task = current;
	do {
		wait_event_idle(g->gate, ff_submit_step(f));
		did = g->ticket;
		g->ticket = G_NONE;
		if (g->stop || g->open) {
			ff_submit_freely(f);
			did = G_PUBLISH;
		} else if (did == G_TAKE) {
			ff_kick_preempter(g);
		}
	} while (did != G_PUBLISH);
	ff_finish_submit(f);
}
#endif
