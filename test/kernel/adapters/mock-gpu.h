/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A GPU without hardware. Engine, compute units and other hardware are words in memory; everything else is the kernel's own: three
 * drm_gpu_scheduler (the engine, the copy engine, another device), their fences, a dma_resv, workqueues, a shrinker that direct reclaim
 * calls. FF_OPTION is the way out that this driver takes, FF_WITHOUT a clause of it that it does not keep.
 */
#ifndef FF_MOCK_GPU_H
#define FF_MOCK_GPU_H
#include "ff.h"
#include <drm/gpu_scheduler.h>
#include <linux/dma-resv.h>
#include <linux/gfp.h>
#include <linux/mmzone.h>
#include <linux/sched/mm.h>
#include <linux/shrinker.h>
#include <linux/swap.h>
#include <linux/topology.h>
#include <linux/workqueue.h>

extern int ff_mistake;
#define WRONG(n) (ff_mistake == (n))

enum ff_compute { C_IDLE, C_QUEUED, C_SCHEDULED, C_DISPATCHED, C_RUNNING, C_FAULTED, C_PREEMPTED };
enum ff_fault { F_NONE, F_RECEIVED, F_ALLOCATING, F_COPYING, F_BINDING };
enum ff_alloc { A_NONE, A_ALLOCATING, A_WAITING, A_RETURNED };
/* What the hardware does with a job that run_job gave it. */
enum ff_stage { S_UNKNOWN, S_GIVEN, S_DISPATCHED, S_RUNNING, S_DONE };
/* Where threads of the driver stop until the test lets them go on. */
enum ff_gate { G_NONE, G_SERVICE, G_ALLOC, G_COPY, G_BIND, G_ACK, G_PREEMPT, G_EVICT };
/* What the allocation of a repair does when it goes on. */
enum ff_way { W_FREED, W_RECLAIM, W_WAIT, W_WAIT_FOREIGN, W_DRAW, W_NACK };

struct ff_job {
	struct drm_sched_job base;
	struct ff_ctx *gpu;
	struct dma_fence *hw, *out;
	enum ff_stage stage;
	bool begun, freed;
};

/* Hardware that both kinds of work share is in [0]; a second of each is for fenced jobs where the driver keeps them apart. */
struct ff_ctx {
	struct kunit *test;
	spinlock_t lock;
	char engine[2], units[2], other[2], ring[2][3];
	int fenced_engine, fenced_units, fenced_other;
	bool releases_engine, releases_units;
	enum ff_compute compute;
	enum ff_fault fault;
	enum ff_alloc alloc;
	bool pool_empty;
	wait_queue_head_t changed, gate;
	enum ff_gate ticket;
	enum ff_way way;
	bool stop, may_schedule;
	struct drm_gpu_scheduler gfx, copies, elsewhere;
	struct drm_sched_entity gfx_entity, copy_entity, elsewhere_entity;
	struct ff_job job, copy, bind, foreign;
	/* Signaled when the engine is the fenced job's. */
	struct dma_fence *slot, *waits_for;
	bool waiting, granted;
	struct dma_resv victim;
	struct shrinker *shrinker;
	int reclaimable;
	struct workqueue_struct *fault_wq, *preempt_wq;
	struct work_struct fault_work, preempt_work;
	struct task_struct *fault_task;
};

static bool ff_option(const char *name)
{
	return !strcmp(FF_OPTION, name);
}

static bool ff_keeps(const char *clause)
{
	return ff_prefix(clause, FF_OPTION "/") && !strstr(FF_WITHOUT, clause);
}

/* In virtual time a sleep ends when nobody else has anything to do: so everyone has come to a gate or a wait. */
static void ff_all_rest(void)
{
	usleep_range(10, 10);
}

static void ff_settle(struct ff_ctx *g)
{
	ff_all_rest();
}

/* --- the driver's policy: which way the allocation of a repair may go --- */
static bool ff_visible(const struct ff_job *job)
{
	return job->out && !dma_fence_is_signaled(job->out);
}

static bool ff_independent(const struct ff_ctx *g)
{
	return WRONG(37) || !ff_keeps("track-dependencies/own-fences") || g->job.stage >= S_RUNNING;
}

/* May shared memory be reclaimed for this repair? */
static bool ff_shared(const struct ff_ctx *g)
{
	if (!ff_option("separate-memory") || WRONG(34))
		return true;
	if (ff_keeps("separate-memory/gpu-fault-pool") && !g->pool_empty)
		return false;
	return !ff_keeps("separate-memory/no-fallback") || !g->pool_empty;
}

static bool ff_may_nack(const struct ff_ctx *g)
{
	if (!ff_keeps("track-dependencies/nack-when-all-depend") || WRONG(42))
		return false;
	if (!ff_visible(&g->job) && !ff_visible(&g->foreign))
		return false;
	if (ff_visible(&g->copy) || ff_visible(&g->bind))
		return false;
	return g->job.stage < S_RUNNING || !ff_visible(&g->job) || WRONG(39);
}

static bool ff_way_is_open(const struct ff_ctx *g)
{
	switch (g->way) {
	case W_FREED:
		return ff_shared(g);
	case W_RECLAIM:
		return ff_shared(g) && !ff_visible(&g->job) && !ff_visible(&g->foreign);
	case W_WAIT:
		return ff_shared(g) && ff_visible(&g->job) && ff_independent(g);
	case W_WAIT_FOREIGN:
		return ff_shared(g) && ff_visible(&g->foreign) &&
		       (!ff_keeps("track-dependencies/foreign-fences") || g->foreign.stage == S_GIVEN || WRONG(38));
	case W_DRAW:
		return ff_keeps("separate-memory/gpu-fault-pool") && (!g->pool_empty || WRONG(33));
	case W_NACK:
		return ff_may_nack(g);
	}
	return false;
}

/* --- gates --- */
static bool ff_take(struct ff_ctx *g, enum ff_gate gate)
{
	if (g->stop)
		return true;
	if (g->ticket != gate || (gate == G_ALLOC && !ff_way_is_open(g)))
		return false;
	g->ticket = G_NONE;
	return true;
}

/* TASK_IDLE: who stands at a gate is held by the test, so the hung task detector must not see it. */
static void ff_stop_at(struct ff_ctx *g, enum ff_gate gate)
{
	wait_event_idle(g->gate, ff_take(g, gate));
}

/* Gives a ticket, and takes it back if nobody came for it. */
static bool ff_ticket(struct ff_ctx *g, enum ff_gate gate)
{
	bool taken;

	g->ticket = gate;
	wake_up_all(&g->gate);
	ff_all_rest();
	taken = g->ticket == G_NONE;
	g->ticket = G_NONE;
	return taken;
}

/* --- hardware: every function is one attempt, and says whether it moved --- */
static void ff_leave(char *ring, char who)
{
	if (ring[0] == who) {
		ring[0] = ring[1];
		ring[1] = 0;
	} else if (ring[1] == who) {
		ring[1] = 0;
	}
}

static void ff_enter(struct ff_ctx *g, int which, char who)
{
	char *ring = g->ring[which];

	if (WRONG(26) && who == 'c' && ring[0])
		ring[1] = ring[0], ring[0] = who;
	else
		ring[ring[0] ? 1 : 0] = who;
}

static bool ff_on_hardware(enum ff_compute c)
{
	return c >= C_SCHEDULED && c <= C_FAULTED;
}

static void ff_kick_preempter(struct ff_ctx *g)
{
	if (ff_option("preempt") && (g->waiting || WRONG(1)) && ff_on_hardware(g->compute))
		queue_work(g->preempt_wq, &g->preempt_work);
}

static void ff_give(char *word, char who)
{
	if (*word == who)
		*word = 0;
}

static bool ff_schedule(struct ff_ctx *g)
{
	int e = g->fenced_engine;
	bool granted;

	spin_lock(&g->lock);
	granted = g->waiting && g->may_schedule && (!g->engine[e] || WRONG(2)) && (g->ring[e][0] == 'f' || WRONG(3));
	if (granted) {
		g->engine[e] = 'f';
		ff_leave(g->ring[e], 'f');
		g->granted = true;
		g->waiting = false;
	}
	spin_unlock(&g->lock);
	if (granted)
		dma_fence_signal(g->slot);
	return granted;
}

static bool ff_move_compute(struct ff_ctx *g, enum ff_compute from, enum ff_compute to, char *take)
{
	int e = WRONG(32) ? g->fenced_engine : 0;
	bool moved;

	spin_lock(&g->lock);
	moved = g->compute == from || (WRONG(15) && from == C_SCHEDULED && g->compute == C_QUEUED);
	moved = moved && !*take && !(to == C_SCHEDULED && g->ring[e][0] != 'c');
	if (moved) {
		g->compute = to;
		*take = 'c';
		if (to == C_SCHEDULED)
			ff_leave(g->ring[e], 'c');
	}
	spin_unlock(&g->lock);
	if (moved) {
		wake_up_all(&g->changed);
		if (!WRONG(14))
			ff_kick_preempter(g);
	}
	return moved;
}

static bool ff_move_job(struct ff_ctx *g, struct ff_job *job, enum ff_stage from, enum ff_stage to, char *take)
{
	bool moved;

	spin_lock(&g->lock);
	moved = job->stage == from && (!take || !*take || WRONG(4));
	if (moved) {
		job->stage = to;
		if (take)
			*take = 'f';
	}
	if (moved && job == &g->job && to == S_DONE) {
		if (!WRONG(24))
			ff_give(&g->engine[g->fenced_engine], 'f');
		if (!WRONG(5))
			ff_give(&g->units[g->fenced_units], 'f');
		ff_give(&g->other[g->fenced_other], 'f');
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

/* The compute job leaves with what it holds, for good or until it is resumed. */
static void ff_compute_leaves(struct ff_ctx *g, enum ff_compute to, bool engine, bool rest)
{
	g->compute = to;
	if (engine)
		ff_give(&g->engine[WRONG(30) ? g->fenced_engine : 0], 'c');
	if (rest) {
		ff_give(&g->units[WRONG(29) ? g->fenced_units : 0], 'c');
		if (!(WRONG(7) && to == C_PREEMPTED))
			ff_give(&g->other[WRONG(31) ? g->fenced_other : 0], 'c');
	}
}

static bool ff_compute_ends(struct ff_ctx *g)
{
	bool moved;

	spin_lock(&g->lock);
	moved = g->compute == C_RUNNING;
	if (moved)
		ff_compute_leaves(g, C_IDLE, true, !WRONG(25));
	spin_unlock(&g->lock);
	wake_up_all(&g->changed);
	return moved;
}

static bool ff_resume(struct ff_ctx *g)
{
	bool room = WRONG(13) || (!g->waiting && (!ff_visible(&g->job) || g->job.stage >= S_RUNNING)), moved;

	spin_lock(&g->lock);
	moved = g->compute == C_PREEMPTED && room;
	if (moved) {
		g->compute = C_QUEUED;
		ff_enter(g, WRONG(32) ? g->fenced_engine : 0, 'c');
	}
	spin_unlock(&g->lock);
	return moved;
}

static bool ff_raise(struct ff_ctx *g)
{
	bool moved;

	spin_lock(&g->lock);
	moved = g->compute == C_RUNNING && g->fault == F_NONE;
	if (moved) {
		g->compute = C_FAULTED;
		g->fault = F_RECEIVED;
	}
	spin_unlock(&g->lock);
	if (moved)
		queue_work(g->fault_wq, &g->fault_work);
	return moved;
}

/* --- jobs of the scheduler --- */
static void ff_forget(struct ff_job *job)
{
	dma_fence_put(job->out);
	dma_fence_put(job->hw);
	memset(job, 0, sizeof(*job));
}

static bool ff_prepare_submit(struct ff_ctx *g, struct ff_job *job, struct drm_sched_entity *entity)
{
	ff_forget(job);
	if (job == &g->job) {
		dma_fence_put(g->slot);
		g->slot = ff_fence(dma_fence_context_alloc(1), 1);
		g->granted = g->waiting = false;
	}
	job->gpu = g;
	job->hw = ff_fence(dma_fence_context_alloc(1), 1);
	job->begun = true;
	return !drm_sched_job_init(&job->base, entity, 1, NULL, 0);
}

/* Nothing is allocated from arm on. */
static void ff_publish(struct ff_ctx *g, struct ff_job *job)
{
	dma_resv_lock(&g->victim, NULL);
	dma_resv_reserve_fences(&g->victim, 1);
	drm_sched_job_arm(&job->base);
	job->out = dma_fence_get(&job->base.s_fence->finished);
	if (job == &g->job) {
		if (!WRONG(8))
			dma_resv_add_fence(&g->victim, job->out, DMA_RESV_USAGE_BOOKKEEP);
		spin_lock(&g->lock);
		ff_enter(g, g->fenced_engine, 'f');
		spin_unlock(&g->lock);
	}
	drm_sched_entity_push_job(&job->base);
	dma_resv_unlock(&g->victim);
}

static struct ff_job *ff_job_of(struct drm_sched_job *base)
{
	return container_of(base, struct ff_job, base);
}

/* The fenced job waits here for the engine: drm_sched takes the slot's fence for a dependency. */
static struct dma_fence *ff_prepare_job(struct drm_sched_job *base, struct drm_sched_entity *entity)
{
	struct ff_ctx *g = ff_job_of(base)->gpu;

	if (ff_job_of(base) != &g->job || g->granted || WRONG(18))
		return NULL;
	g->waiting = true;
	ff_kick_preempter(g);
	return dma_fence_get(g->slot);
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
	ff_job_of(base)->freed = true;
}

static const struct drm_sched_backend_ops ff_gpu_ops = {
	.prepare_job = ff_prepare_job,
	.run_job = ff_run_job,
	.timedout_job = ff_timedout_job,
	.free_job = ff_free_job,
};

/* --- the shrinker, called by direct reclaim of the fault worker and of nobody else --- */
static unsigned long ff_objects(struct shrinker *s, struct shrink_control *sc)
{
	struct ff_ctx *g = s->private_data;

	return current == g->fault_task && g->reclaimable ? g->reclaimable : SHRINK_EMPTY;
}

static unsigned long ff_scan(struct shrinker *s, struct shrink_control *sc)
{
	struct ff_ctx *g = s->private_data;

	if (current != g->fault_task || !g->reclaimable)
		return SHRINK_STOP;
	if (g->way == W_WAIT || g->way == W_WAIT_FOREIGN)
		g->alloc = A_WAITING;
	if (g->way == W_WAIT_FOREIGN)
		dma_fence_wait(g->waits_for, false);
	else if (g->way == W_WAIT)
		dma_resv_wait_timeout(&g->victim, DMA_RESV_USAGE_BOOKKEEP, false, WRONG(9) ? 10 : MAX_SCHEDULE_TIMEOUT);
	g->reclaimable = 0;
	return 1;
}

/* What __perform_reclaim does when an allocation finds no page. */
static void ff_reclaim(struct ff_ctx *g)
{
	unsigned int flags;

	g->reclaimable = 8;
	fs_reclaim_acquire(GFP_KERNEL);
	flags = memalloc_noreclaim_save();
	try_to_free_pages(node_zonelist(numa_node_id(), GFP_KERNEL), 0, GFP_KERNEL, NULL);
	memalloc_noreclaim_restore(flags);
	fs_reclaim_release(GFP_KERNEL);
}

/* --- workers --- */
static void ff_internal(struct ff_ctx *g, struct ff_job *job, enum ff_gate gate, enum ff_fault now)
{
	ff_stop_at(g, gate);
	ff_prepare_submit(g, job, &g->copy_entity);
	if (!WRONG(28))
		g->alloc = A_NONE;
	g->fault = now;
	if (WRONG(17) && job == &g->bind && g->job.out)
		dma_fence_wait(g->job.out, false);
	ff_publish(g, job);
	if (!WRONG(job == &g->copy ? 10 : 11))
		dma_fence_wait(job->out, false);
}

/* The fault is refused: its job is lost. */
static void ff_nack(struct ff_ctx *g)
{
	spin_lock(&g->lock);
	g->fault = F_NONE;
	g->alloc = A_NONE;
	if (!WRONG(40))
		ff_compute_leaves(g, C_IDLE, true, !WRONG(41));
	spin_unlock(&g->lock);
	g->fault_task = NULL;
}

static void ff_fault_work(struct work_struct *w)
{
	struct ff_ctx *g = container_of(w, struct ff_ctx, fault_work);

	g->fault_task = current;
	ff_stop_at(g, G_SERVICE);
	ff_forget(&g->copy);
	ff_forget(&g->bind);
	g->fault = F_ALLOCATING;
	g->alloc = A_ALLOCATING;
	ff_stop_at(g, G_ALLOC);
	if (g->way == W_NACK && !g->stop)
		return ff_nack(g);
	if (g->way == W_DRAW)
		g->pool_empty = !WRONG(35);
	else
		ff_reclaim(g);
	g->alloc = A_RETURNED;
	ff_internal(g, &g->copy, G_COPY, F_COPYING);
	ff_internal(g, &g->bind, G_BIND, F_BINDING);
	ff_stop_at(g, G_ACK);
	spin_lock(&g->lock);
	g->fault = F_NONE;
	if ((g->compute == C_FAULTED && !WRONG(27)) || WRONG(6))
		g->compute = C_RUNNING;
	spin_unlock(&g->lock);
	wake_up_all(&g->changed);
	g->fault_task = NULL;
}

static void ff_preempt_work(struct work_struct *w)
{
	struct ff_ctx *g = container_of(w, struct ff_ctx, preempt_work);
	bool done = false;

	ff_stop_at(g, G_PREEMPT);
	while (!done && !g->stop) {
		enum ff_compute seen;
		bool can;

		spin_lock(&g->lock);
		seen = g->compute;
		can = ff_keeps(seen == C_FAULTED ? "preempt/while-faulted" : "preempt/while-running");
		can = can && !WRONG(seen == C_FAULTED ? 22 : 23);
		done = !ff_on_hardware(seen) || (!g->waiting && !WRONG(1));
		if (!done && can) {
			ff_compute_leaves(g, C_PREEMPTED, g->releases_engine, g->releases_units);
			done = true;
		}
		spin_unlock(&g->lock);
		/* Hardware that cannot do it answers when the work has come to where it can. */
		if (!done)
			wait_event(g->changed, READ_ONCE(g->compute) != seen || g->stop);
	}
	wake_up_all(&g->changed);
}
#endif
