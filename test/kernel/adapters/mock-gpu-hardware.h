/* SPDX-License-Identifier: GPL-2.0 */
/* The hardware of the mock GPU, attempt by attempt, and what drm_sched calls. */
#ifndef FF_MOCK_GPU_HARDWARE_H
#define FF_MOCK_GPU_HARDWARE_H
#include "mock-gpu.h"

/* --- hardware: every function is one attempt, and says whether it moved --- */
static void ff_leave(char *ring, char who)
{
	int from, to;

	for (from = to = 0; ring[from]; from++)
		if (ring[from] != who)
			ring[to++] = ring[from];
	ring[to] = 0;
}

static void ff_enter(struct ff_ctx *g, int which, char who)
{
	char *ring = g->ring[which];
	int length = strlen(ring);

	if (WRONG(26) && who >= FF_C(0)) {
		memmove(ring + 1, ring, length + 1);
		ring[0] = who;
	} else {
		ring[length] = who;
		ring[length + 1] = 0;
	}
}

static bool ff_on_hardware(enum ff_compute c)
{
	return c >= C_SCHEDULED && c <= C_FAULTED;
}

/* Is the hardware wanted, so that compute work has to go? */
static bool ff_wanted(const struct ff_ctx *g)
{
	int n;

	if (ff_option("flush"))
		return g->moded;
	for (n = 0; n < FF_JOBS; n++)
		if (g->f[n].waiting)
			return true;
	return WRONG(1);
}

static bool ff_goes(const struct ff_faulting *c)
{
	return ff_on_hardware(c->compute) || (ff_option("flush") && c->compute == C_QUEUED && !WRONG(55));
}

static void ff_kick_preempter(struct ff_ctx *g)
{
	int n;

	if (!ff_option("preempt") && !ff_option("flush"))
		return;
	for (n = 0; n < FF_JOBS; n++)
		if (ff_wanted(g) && ff_goes(&g->c[n]))
			queue_work(g->preempt_wq, &g->c[n].preempt_work);
}

static void ff_give(char *word, char who)
{
	if (*word == who)
		*word = 0;
}

static bool ff_schedule(struct ff_ctx *g, int i)
{
	struct ff_fenced *f = &g->f[i];
	int e = g->fenced_engine;
	bool granted;

	spin_lock(&g->lock);
	granted = f->waiting && (!g->engine[e] || WRONG(2)) && (g->ring[e][0] == FF_F(i) || WRONG(3));
	if (granted) {
		g->engine[e] = FF_F(i);
		ff_leave(g->ring[e], FF_F(i));
		f->granted = true;
		f->waiting = false;
	}
	spin_unlock(&g->lock);
	if (granted)
		dma_fence_signal(f->slot);
	return granted;
}

static bool ff_move_compute(struct ff_ctx *g, int k, enum ff_compute from, enum ff_compute to, char *take)
{
	struct ff_faulting *c = &g->c[k];
	int e = WRONG(32) ? g->fenced_engine : 0;
	bool moved;

	spin_lock(&g->lock);
	moved = c->compute == from || (WRONG(15) && from == C_SCHEDULED && c->compute == C_QUEUED);
	moved = moved && !*take && !(to == C_SCHEDULED && g->ring[e][0] != FF_C(k));
	if (moved) {
		c->compute = to;
		*take = FF_C(k);
		if (to == C_SCHEDULED)
			ff_leave(g->ring[e], FF_C(k));
	}
	spin_unlock(&g->lock);
	if (moved) {
		wake_up_all(&g->changed);
		if (!WRONG(14))
			ff_kick_preempter(g);
	}
	return moved;
}

/* `who`: a fenced job takes what is there and gives it back; a copy or bind job needs nothing. */
static bool ff_move_job(struct ff_ctx *g, struct ff_job *job, char who, enum ff_stage from, enum ff_stage to, char *take)
{
	bool moved;

	spin_lock(&g->lock);
	moved = job->stage == from && (!take || !*take || WRONG(4));
	if (moved) {
		job->stage = to;
		if (take)
			*take = who;
	}
	if (moved && who && to == S_DONE) {
		if (!WRONG(24))
			ff_give(&g->engine[g->fenced_engine], who);
		if (!WRONG(5))
			ff_give(&g->units[g->fenced_units], who);
		ff_give(&g->other[g->fenced_other], who);
	}
	spin_unlock(&g->lock);
	return moved;
}

/* The interrupt: hardware has written a sequence number. */
static bool ff_interrupt(struct ff_job *job, enum ff_stage from)
{
	if (job->stage != from && !(WRONG(12) && job->stage == from - 1 && job->hw))
		return false;
	return dma_fence_signal(job->hw) == 0;
}

/* A fenced job's interrupt also ends its reservation. */
static bool ff_signal(struct ff_ctx *g, int i)
{
	struct ff_fenced *f = &g->f[WRONG(58) && g->f[0].job.hw ? 0 : i];
	int n;

	if (!ff_interrupt(&f->job, S_DONE))
		return false;
	for (n = 0; n < FF_JOBS; n++)
		if ((n == i || WRONG(44)) && g->f[n].reservation == R_HELD && !WRONG(49))
			g->f[n].reservation = R_NONE;
	wake_up_all(&g->changed);
	return true;
}

/* The compute job leaves with what it holds, for good or until it is resumed. */
static void ff_compute_leaves(struct ff_ctx *g, int k, enum ff_compute to, bool engine, bool rest)
{
	g->c[k].compute = to;
	ff_leave(g->ring[WRONG(32) ? g->fenced_engine : 0], FF_C(k));
	if (engine)
		ff_give(&g->engine[WRONG(30) ? g->fenced_engine : 0], FF_C(k));
	if (rest) {
		ff_give(&g->units[WRONG(29) ? g->fenced_units : 0], FF_C(k));
		if (!(WRONG(7) && to == C_PREEMPTED))
			ff_give(&g->other[WRONG(31) ? g->fenced_other : 0], FF_C(k));
	}
}

static bool ff_compute_ends(struct ff_ctx *g, int k)
{
	bool moved;

	spin_lock(&g->lock);
	moved = g->c[k].compute == C_RUNNING;
	if (moved)
		ff_compute_leaves(g, k, C_IDLE, true, !WRONG(25));
	spin_unlock(&g->lock);
	wake_up_all(&g->changed);
	return moved;
}

/* Into the queue, for the first time or again. */
static bool ff_queue_compute(struct ff_ctx *g, int k, enum ff_compute from)
{
	bool room = ff_room(g, from == C_PREEMPTED), moved;

	spin_lock(&g->lock);
	moved = g->c[k].compute == from && room;
	if (moved) {
		g->c[k].compute = C_QUEUED;
		ff_enter(g, WRONG(32) ? g->fenced_engine : 0, FF_C(k));
	}
	spin_unlock(&g->lock);
	return moved;
}

/* The scheduler holds a compute job back for a reservation. */
static bool ff_hold_back(struct ff_ctx *g, int k)
{
	bool moved;

	spin_lock(&g->lock);
	moved = g->c[k].compute == C_QUEUED && ff_reserved(g);
	if (moved) {
		g->c[k].compute = C_PREEMPTED;
		if (!WRONG(50))
			ff_leave(g->ring[0], FF_C(k));
	}
	spin_unlock(&g->lock);
	if (moved)
		wake_up_all(&g->changed);
	return moved;
}

static bool ff_raise(struct ff_ctx *g, int k)
{
	struct ff_faulting *c = &g->c[k];
	bool moved;

	spin_lock(&g->lock);
	moved = c->compute == C_RUNNING && c->fault == F_NONE;
	if (moved) {
		c->compute = C_FAULTED;
		c->fault = F_RECEIVED;
	}
	spin_unlock(&g->lock);
	if (moved)
		queue_work(g->fault_wq, &c->fault_work);
	return moved;
}

/* --- jobs of the scheduler --- */
static void ff_forget(struct ff_job *job)
{
	dma_fence_put(job->out);
	dma_fence_put(job->hw);
	memset(job, 0, sizeof(*job));
}

static bool ff_prepare(struct ff_ctx *g, struct ff_job *job, struct drm_sched_entity *entity)
{
	ff_forget(job);
	job->gpu = g;
	job->hw = ff_fence(dma_fence_context_alloc(1), 1);
	job->begun = true;
	/* As it comes: drm_sched_job_init() has to clear what it had before. */
	job->base = kmalloc(sizeof(*job->base), GFP_KERNEL);
	job->base->job = job;
	return !drm_sched_job_init(&job->base->base, entity, 1, NULL, 0);
}

static bool ff_prepare_submit(struct ff_ctx *g, int i)
{
	struct ff_fenced *f = &g->f[i];
	bool done = ff_prepare(g, &f->job, &f->entity);

	dma_fence_put(f->slot);
	f->slot = ff_fence(dma_fence_context_alloc(1), 1);
	f->granted = f->waiting = f->cleared = false;
	if (!ff_submit_waits())
		return done;
	if (ff_option("reserve-in-flight") && f->reservation == R_NONE) {
		f->reservation = R_WANTED;
		queue_work(g->submit_wq, &f->reserve_work);
	}
	queue_work(g->submit_wq, &f->submit_work);
	return done;
}

/* Nothing is allocated from arm on. `who`: whose reclaim may wait for it; 0 for nobody's. */
static void ff_push(struct ff_job *job, struct ff_fenced *f, char who)
{
	struct ff_ctx *g = job->gpu;

	if (f) {
		dma_resv_lock(&f->victim, NULL);
		dma_resv_reserve_fences(&f->victim, 1);
	}
	drm_sched_job_arm(&job->base->base);
	job->out = dma_fence_get(&job->base->base.s_fence->finished);
	if (f) {
		if (!WRONG(8))
			dma_resv_add_fence(&f->victim, job->out, DMA_RESV_USAGE_BOOKKEEP);
		spin_lock(&g->lock);
		ff_enter(g, g->fenced_engine, who);
		spin_unlock(&g->lock);
	}
	drm_sched_entity_push_job(&job->base->base);
	if (f)
		dma_resv_unlock(&f->victim);
}

static void ff_publish(struct ff_ctx *g, int i)
{
	ff_push(&g->f[i].job, &g->f[i], FF_F(i));
}

static struct ff_job *ff_job_of(struct drm_sched_job *base)
{
	return container_of(base, struct ff_base, base)->job;
}

/* The fenced job waits here for the engine: drm_sched takes the slot's fence for a dependency. */
static struct dma_fence *ff_prepare_job(struct drm_sched_job *base, struct drm_sched_entity *entity)
{
	struct ff_job *job = ff_job_of(base);
	struct ff_ctx *g = job->gpu;
	struct ff_fenced *f;
	int n;

	for (n = 0; n < FF_JOBS && job != &g->f[n].job; n++)
		;
	f = &g->f[n];
	if (n == FF_JOBS || f->granted || WRONG(18))
		return NULL;
	f->waiting = true;
	ff_kick_preempter(g);
	return dma_fence_get(f->slot);
}

static struct dma_fence *ff_run_job(struct drm_sched_job *base)
{
	ff_job_of(base)->stage = S_GIVEN;
	return dma_fence_get(ff_job_of(base)->hw);
}

static enum drm_gpu_sched_stat ff_timedout_job(struct drm_sched_job *base)
{
	spin_lock(&base->sched->job_list_lock);
	list_add(&base->list, &base->sched->pending_list);
	spin_unlock(&base->sched->job_list_lock);
	return DRM_GPU_SCHED_STAT_NOMINAL;
}

static void ff_free_job(struct drm_sched_job *base)
{
	drm_sched_job_cleanup(base);
	kfree(container_of(base, struct ff_base, base));
}

static const struct drm_sched_backend_ops ff_gpu_ops = {
	.prepare_job = ff_prepare_job,
	.run_job = ff_run_job,
	.timedout_job = ff_timedout_job,
	.free_job = ff_free_job,
};
#endif
