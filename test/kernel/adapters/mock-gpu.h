/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A GPU without hardware. Engine, compute units and other hardware are words in memory; everything else is the kernel's own: three
 * drm_gpu_scheduler (the engine, the copy engine, another device), their fences, dma_resv, workqueues, a mutex, a semaphore, a shrinker that
 * direct reclaim calls. Two fenced jobs and two compute jobs at most; who has something is told by a number. FF_OPTION is the way out that
 * this driver takes, FF_WITHOUT a clause of it that it does not keep. Here: what there is, what the driver lets happen, and the gates.
 */
#ifndef FF_MOCK_GPU_H
#define FF_MOCK_GPU_H
#include "ff.h"
#include <drm/gpu_scheduler.h>
#include <linux/dma-resv.h>
#include <linux/gfp.h>
#include <linux/mmzone.h>
#include <linux/mutex.h>
#include <linux/sched/mm.h>
#include <linux/semaphore.h>
#include <linux/shrinker.h>
#include <linux/swap.h>
#include <linux/topology.h>
#include <linux/workqueue.h>

extern int ff_mistake;
#define WRONG(n) (ff_mistake == (n))

#define FF_JOBS 2
/* Whose something is: nobody's, fenced job i's, compute job k's, both counted from 0. */
#define FF_F(i) (1 + (i))
#define FF_C(k) (1 + FF_JOBS + (k))

enum ff_compute { C_IDLE, C_QUEUED, C_SCHEDULED, C_DISPATCHED, C_RUNNING, C_FAULTED, C_PREEMPTED };
enum ff_fault { F_NONE, F_RECEIVED, F_ALLOCATING, F_COPYING, F_BINDING };
enum ff_alloc { A_NONE, A_ALLOCATING, A_WAITING, A_RETURNED };
enum ff_reservation { R_NONE, R_WANTED, R_HELD };
/* What the hardware does with a job that run_job gave it. */
enum ff_stage { S_UNKNOWN, S_GIVEN, S_DISPATCHED, S_RUNNING, S_DONE };
/* Where threads of the driver stop until the test lets them go on. */
enum ff_gate { G_NONE, G_SERVICE, G_ALLOC, G_COPY, G_BIND, G_ACK, G_PREEMPT, G_RESERVE, G_TAKE, G_CLEAR, G_LOCK, G_PUBLISH };
/* What the allocation of a repair does when it goes on. */
enum ff_way { W_FREED, W_RECLAIM, W_WAIT, W_WAIT_COPY, W_WAIT_BIND, W_WAIT_FOREIGN, W_DRAW, W_NACK };

struct ff_ctx;
struct ff_base;
struct ff_job {
	struct ff_base *base;
	struct ff_ctx *gpu;
	struct dma_fence *hw, *out;
	enum ff_stage stage;
	bool begun;
};

/* What the scheduler has of a job: it frees the jobs of an engine in their order, so later than one may be submitted anew. */
struct ff_base {
	struct drm_sched_job base;
	struct ff_job *job;
};

/* A fenced job with its context: the entity, the submit ioctl, what reclaim waits for. */
struct ff_fenced {
	struct ff_job job;
	struct ff_ctx *gpu;
	struct drm_sched_entity entity;
	/* Signaled when the engine is this job's. */
	struct dma_fence *slot;
	bool waiting, granted, may_schedule;
	struct dma_resv victim;
	bool cleared;
	enum ff_reservation reservation;
	struct work_struct submit_work, reserve_work;
	struct task_struct *task;
};

/* A compute job with the one fault that it can have, and its repair. */
struct ff_faulting {
	struct ff_ctx *gpu;
	enum ff_compute compute;
	enum ff_fault fault;
	enum ff_alloc alloc;
	enum ff_way way;
	/* Of whom reclaim waits for a fence: fenced job or repair, by number. */
	int of;
	struct ff_job copy, bind;
	int reclaimable;
	struct work_struct fault_work, preempt_work;
	struct task_struct *task, *preempts;
};

/* Hardware that both kinds of work share is in [0]; a second of each is for fenced jobs where the driver keeps them apart. */
struct ff_ctx {
	struct kunit *test;
	spinlock_t lock;
	char engine[2], units[2], other[2], ring[2][2 * FF_JOBS + 1];
	int fenced_engine, fenced_units, fenced_other;
	bool releases_engine, releases_units;
	bool pool_empty;
	/* The lock of the repair and the lock of the mode, and who has them. */
	struct mutex repair_lock;
	struct semaphore mode;
	char repairs, moded;
	wait_queue_head_t changed, gate;
	enum ff_gate ticket;
	char who;
	/* stop: all is to end. open: every gate is, and everybody goes on by himself. */
	bool stop, open;
	struct drm_gpu_scheduler gfx, copies, elsewhere;
	struct drm_sched_entity copy_entity, elsewhere_entity;
	struct ff_fenced f[FF_JOBS];
	struct ff_faulting c[FF_JOBS];
	struct ff_job foreign;
	struct shrinker *shrinker;
	struct workqueue_struct *fault_wq, *preempt_wq, *submit_wq;
};

static bool ff_option(const char *name)
{
	return !strcmp(FF_OPTION, name);
}

static bool ff_keeps(const char *clause)
{
	return ff_prefix(clause, FF_OPTION "/") && !strstr(FF_WITHOUT, clause);
}

/* Whether submits wait for compute work to leave, and the repair takes a lock that they take. */
static bool ff_submit_waits(void)
{
	return ff_option("reserve-in-flight") || ff_option("flush");
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

static bool ff_visible(const struct ff_job *job)
{
	return job->out && !dma_fence_is_signaled(job->out);
}

/* --- what the driver lets happen: which way the allocation of a repair may go, who may come back --- */
static bool ff_any_visible(const struct ff_ctx *g)
{
	int n;

	for (n = 0; n < (WRONG(61) ? 1 : FF_JOBS); n++)
		if (ff_visible(&g->f[n].job))
			return true;
	return false;
}

static bool ff_any_internal(const struct ff_ctx *g)
{
	int n;

	for (n = 0; n < FF_JOBS; n++)
		if (ff_visible(&g->c[n].copy) || ff_visible(&g->c[n].bind))
			return true;
	return false;
}

static bool ff_independent(const struct ff_job *job)
{
	return WRONG(37) || !ff_keeps("track-dependencies/own-fences") || job->stage >= S_RUNNING;
}

/* May shared memory be reclaimed for a repair? */
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
	int n;

	if (!ff_keeps("track-dependencies/nack-when-all-depend") || WRONG(42))
		return false;
	if ((!ff_any_visible(g) && !ff_visible(&g->foreign)) || ff_any_internal(g))
		return false;
	for (n = 0; n < (WRONG(60) ? 1 : FF_JOBS); n++)
		if (g->f[n].job.stage >= S_RUNNING && ff_visible(&g->f[n].job) && !WRONG(39))
			return false;
	return true;
}

static bool ff_way_is_open(const struct ff_ctx *g, enum ff_way way, int of)
{
	switch (way) {
	case W_FREED:
		return ff_shared(g);
	case W_RECLAIM:
		return ff_shared(g) && !ff_any_visible(g) && !ff_any_internal(g) && !ff_visible(&g->foreign);
	case W_WAIT:
		return ff_shared(g) && ff_visible(&g->f[of].job) && ff_independent(&g->f[of].job);
	case W_WAIT_COPY:
		return ff_shared(g) && ff_visible(&g->c[of].copy);
	case W_WAIT_BIND:
		return ff_shared(g) && ff_visible(&g->c[of].bind);
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

static bool ff_reserved(const struct ff_ctx *g)
{
	int n;

	for (n = 0; n < (WRONG(62) ? 1 : FF_JOBS); n++)
		if (g->f[n].reservation != R_NONE && !(WRONG(45) && g->f[n].reservation == R_WANTED))
			return true;
	return false;
}

static bool ff_compute_is_off(const struct ff_ctx *g)
{
	int n;

	for (n = 0; n < (WRONG(63) ? 1 : FF_JOBS); n++)
		if (g->c[n].compute != C_IDLE && g->c[n].compute != C_PREEMPTED)
			return false;
	return true;
}

/* May a compute job come into the queue? */
static bool ff_room(const struct ff_ctx *g, bool resumed)
{
	int n;

	if (ff_option("reserve-in-flight"))
		return !ff_reserved(g);
	if (ff_option("flush"))
		return (!g->moded || WRONG(53)) && !(ff_keeps("flush/fences-before-fault-job") && !WRONG(56) && ff_any_visible(g));
	for (n = 0; resumed && n < (WRONG(64) ? 1 : FF_JOBS); n++)
		if (g->f[n].waiting || (ff_visible(&g->f[n].job) && g->f[n].job.stage < S_RUNNING))
			return WRONG(13);
	return true;
}

/* --- gates --- */
static bool ff_take(struct ff_ctx *g, enum ff_gate gate, char who)
{
	if (g->stop || g->open)
		return true;
	if (g->ticket != gate || g->who != who)
		return false;
	g->ticket = G_NONE;
	return true;
}

/* TASK_IDLE: who stands at a gate is held by the test, so the hung task detector must not see it. */
static void ff_stop_at(struct ff_ctx *g, enum ff_gate gate, char who)
{
	wait_event_idle(g->gate, ff_take(g, gate, who));
}

/* The same for a mutex: whoever is let through has it, and where all gates are open it is waited for. */
static bool ff_take_locked(struct ff_ctx *g, enum ff_gate gate, char who)
{
	if (g->stop || g->open)
		return true;
	if (g->ticket != gate || g->who != who || !mutex_trylock(&g->repair_lock))
		return false;
	g->repairs = who;
	g->ticket = G_NONE;
	return true;
}

static void ff_stop_and_lock(struct ff_ctx *g, enum ff_gate gate, char who)
{
	wait_event_idle(g->gate, ff_take_locked(g, gate, who));
	if (g->repairs == who)
		return;
	mutex_lock(&g->repair_lock);
	g->repairs = who;
}

static void ff_unlock(struct ff_ctx *g)
{
	g->repairs = 0;
	mutex_unlock(&g->repair_lock);
}

/* Gives a ticket, and takes it back if nobody came for it. */
static bool ff_ticket(struct ff_ctx *g, enum ff_gate gate, char who)
{
	bool taken;

	g->ticket = gate;
	g->who = who;
	wake_up_all(&g->gate);
	ff_all_rest();
	taken = g->ticket == G_NONE;
	g->ticket = G_NONE;
	return taken;
}
#endif
