/* SPDX-License-Identifier: GPL-2.0 */
/* What the steps of the options' models are for the mock GPU: a call, an attempt of the hardware, or a ticket for a thread at a gate. */
#include "mock-gpu.h"

static const char *const ff_computes[] = { "idle", "queued", "scheduled", "dispatched", "running", "faulted", "preempted" };
static const char *const ff_faults[] = { "none", "received", "servicing.allocating", "servicing.copying", "servicing.binding" };
static const char *const ff_stages[] = { "queued", "scheduled", "dispatched", "running", "done" };

static bool ff_do_alloc(struct ff_ctx *g, enum ff_way way)
{
	enum ff_way before = g->way;

	if (g->fault != F_ALLOCATING || g->alloc != A_ALLOCATING)
		return false;
	g->way = way;
	g->waits_for = g->foreign.out;
	if (ff_ticket(g, G_ALLOC))
		return true;
	g->way = before;
	return false;
}

static bool ff_foreign_submit(struct ff_ctx *g)
{
	bool done = ff_prepare_submit(g, &g->foreign, &g->elsewhere_entity);

	if (!WRONG(16))
		done = done && !drm_sched_job_add_dependency(&g->foreign.base, dma_fence_get(g->job.out));
	ff_publish(g, &g->foreign);
	return done;
}

static bool ff_foreign_retire(struct ff_ctx *g)
{
	if (!g->foreign.out || !dma_fence_is_signaled(g->foreign.out))
		return false;
	ff_forget(&g->foreign);
	return true;
}

/* The preempter is one thread for four steps: one is tried only where the compute job is in its state. */
static bool ff_do_preempt(struct ff_ctx *g, const char *state)
{
	if (strcmp(state, ff_computes[g->compute]))
		return false;
	return ff_ticket(g, G_PREEMPT) && g->compute == C_PREEMPTED;
}

static bool ff_do_scheduled(struct ff_ctx *g)
{
	bool done;

	g->may_schedule = true;
	done = ff_schedule(g);
	g->may_schedule = false;
	return done;
}

static bool ff_do_compute(struct ff_ctx *g, const char *step)
{
	char *engine = &g->engine[WRONG(30) ? g->fenced_engine : 0];
	char *units = &g->units[WRONG(29) ? g->fenced_units : 0];
	char *other = &g->other[WRONG(31) ? g->fenced_other : 0];

	if (!strcmp(step, "submit")) {
		g->compute = C_QUEUED;
		ff_enter(g, WRONG(32) ? g->fenced_engine : 0, 'c');
		return true;
	}
	if (!strcmp(step, "schedule"))
		return ff_move_compute(g, C_QUEUED, C_SCHEDULED, engine);
	if (!strcmp(step, "dispatch"))
		return ff_move_compute(g, C_SCHEDULED, C_DISPATCHED, units);
	if (!strcmp(step, "run"))
		return (g->fault == F_NONE || WRONG(19)) && ff_move_compute(g, C_DISPATCHED, C_RUNNING, other);
	if (!strcmp(step, "refault"))
		return g->fault != F_NONE && ff_move_compute(g, C_DISPATCHED, C_FAULTED, other);
	return ff_compute_ends(g);
}

static bool ff_do_job(struct ff_ctx *g, const char *step)
{
	if (!strcmp(step, "submit"))
		return ff_prepare_submit(g, &g->job, &g->gfx_entity);
	if (!strcmp(step, "publish")) {
		ff_publish(g, &g->job);
		return true;
	}
	if (!strcmp(step, "schedule"))
		return ff_do_scheduled(g);
	if (!strcmp(step, "hw_dispatch"))
		return ff_move_job(g, &g->job, S_GIVEN, S_DISPATCHED, &g->units[g->fenced_units]);
	if (!strcmp(step, "hw_run"))
		return ff_move_job(g, &g->job, S_DISPATCHED, S_RUNNING, &g->other[g->fenced_other]);
	if (!strcmp(step, "hw_done"))
		return ff_move_job(g, &g->job, S_RUNNING, S_DONE, NULL);
	return ff_interrupt(&g->job, S_DONE);
}

static bool ff_do_repair(struct ff_ctx *g, const char *step)
{
	if (!strcmp(step, "fault_raised"))
		return ff_raise(g);
	if (!strcmp(step, "service_fault"))
		return ff_ticket(g, G_SERVICE);
	if (!strcmp(step, "copy_publish"))
		return ff_ticket(g, G_COPY);
	if (!strcmp(step, "bind_publish"))
		return ff_ticket(g, G_BIND);
	if (!strcmp(step, "ack"))
		return ff_ticket(g, G_ACK);
	if (!strcmp(step, "copy_run"))
		return ff_move_job(g, &g->copy, S_GIVEN, S_RUNNING, NULL);
	if (!strcmp(step, "bind_run"))
		return ff_move_job(g, &g->bind, S_GIVEN, S_RUNNING, NULL);
	if (!strcmp(step, "copy_signal"))
		return WRONG(43) ? g->copy.stage == S_RUNNING : ff_interrupt(&g->copy, S_RUNNING);
	return ff_interrupt(&g->bind, S_RUNNING);
}

static bool ff_is(const char *step, const char *const *list)
{
	for (; *list; list++)
		if (!strcmp(step, *list))
			return true;
	return false;
}

static bool ff_do(struct ff_ctx *g, const char *step, int i, int k, int later)
{
	static const char *const job[] = { "submit", "publish", "schedule", "hw_dispatch", "hw_run", "hw_done", "signal", NULL };
	static const char *const repair[] = { "fault_raised", "service_fault", "copy_publish", "bind_publish", "ack", "copy_run", "bind_run", "copy_signal", "bind_signal", NULL };
	static const struct { const char *step; enum ff_way way; } ways[] = {
		{ "memory_freed", W_FREED }, { "reclaim_ends", W_RECLAIM }, { "reclaim_waits", W_WAIT }, { "foreign_reclaim_waits", W_WAIT },
		{ "reclaim_waits_for_foreign", W_WAIT_FOREIGN }, { "draw_from_pool", W_DRAW }, { "nack", W_NACK },
	};
	int n;

	for (n = 0; n < ARRAY_SIZE(ways); n++)
		if (!strcmp(step, ways[n].step))
			return ff_do_alloc(g, ways[n].way);
	if (ff_is(step, job))
		return ff_do_job(g, step);
	if (ff_is(step, repair))
		return ff_do_repair(g, step);
	if (ff_prefix(step, "compute_"))
		return ff_do_compute(g, step + strlen("compute_"));
	if (ff_prefix(step, "preempt_"))
		return ff_do_preempt(g, step + strlen("preempt_"));
	if (!strcmp(step, "resume"))
		return ff_resume(g);
	if (!strcmp(step, "foreign_submit"))
		return ff_foreign_submit(g);
	if (!strcmp(step, "foreign_signal"))
		return ff_interrupt(&g->foreign, S_GIVEN);
	if (!strcmp(step, "foreign_retire"))
		return ff_foreign_retire(g);
	if (!strcmp(step, "pool_evict")) {
		bool empty = g->pool_empty;

		g->pool_empty = WRONG(36) && empty;
		return empty;
	}
	KUNIT_FAIL(g->test, "there is no step %s", step);
	return false;
}

/* --- where a part stands, from the memory of the kernel and of the hardware --- */
static const char *ff_fence_place(const struct ff_job *job)
{
	return !job->out ? "unpublished" : dma_fence_is_signaled(job->out) ? "signaled" : "visible";
}

static const char *ff_internal_place(const struct ff_job *job)
{
	return !ff_visible(job) ? "idle" : job->stage >= S_RUNNING ? "running" : "queued";
}

static const char *ff_job_place(const struct ff_job *job)
{
	bool scheduled;

	if (!job->begun || (job->out && dma_fence_is_signaled(job->out)))
		return "idle";
	if (!job->out)
		return "preparing.begun";
	scheduled = dma_fence_is_signaled(&to_drm_sched_fence(job->out)->scheduled);
	return scheduled == (job->stage != S_UNKNOWN) ? ff_stages[job->stage] : "between";
}

/* It really waits: asleep, and its callback is on the list of the fence. */
static const char *ff_alloc_place(const struct ff_ctx *g)
{
	if (g->alloc != A_WAITING)
		return g->alloc == A_NONE ? "none" : g->alloc == A_ALLOCATING ? "allocating" : "returned";
	if (!g->fault_task || READ_ONCE(g->fault_task->__state) != TASK_UNINTERRUPTIBLE)
		return "between";
	if (g->way == W_WAIT_FOREIGN)
		return g->foreign.out && !list_empty(&g->foreign.out->cb_list) ? "waiting.foreign" : "between";
	return g->job.out && !list_empty(&g->job.out->cb_list) ? "waiting.f[1]" : "between";
}

static const char *ff_foreign_place(const struct ff_job *job)
{
	if (!job->out)
		return "idle";
	if (dma_fence_is_signaled(job->out))
		return "ending";
	return job->stage == S_GIVEN ? "runnable" : "blocked.f[1]";
}

static const char *ff_word(char who)
{
	return who == 'f' ? "held.f[1]" : who == 'c' ? "held.c[1]" : "free";
}

static const char *ff_ring(const char *ring)
{
	if (!ring[0])
		return "empty";
	if (!ring[1])
		return ring[0] == 'f' ? "f[1]" : "c[1]";
	return ring[0] == 'f' ? "f[1],c[1]" : "c[1],f[1]";
}

static void ff_place(struct ff_ctx *g, const char *part, char *out, size_t size)
{
	const struct { const char *part, *place; } places[] = {
		{ "fence[1]", ff_fence_place(&g->job) },
		{ "job[1]", ff_job_place(&g->job) },
		{ "engine", ff_word(g->engine[0]) },
		{ "units", ff_word(g->units[0]) },
		{ "other", ff_word(g->other[0]) },
		{ "ring", ff_ring(g->ring[0]) },
		{ "fencedEngine", ff_word(g->engine[1]) },
		{ "fencedUnits", ff_word(g->units[1]) },
		{ "fencedOther", ff_word(g->other[1]) },
		{ "fencedRing", ff_ring(g->ring[1]) },
		{ "compute[1]", ff_computes[g->compute] },
		{ "fault[1]", ff_faults[g->fault] },
		{ "alloc[1]", ff_alloc_place(g) },
		{ "copy[1]", ff_internal_place(&g->copy) },
		{ "bind[1]", ff_internal_place(&g->bind) },
		{ "copyFence[1]", ff_fence_place(&g->copy) },
		{ "bindFence[1]", ff_fence_place(&g->bind) },
		{ "foreignFence", ff_fence_place(&g->foreign) },
		{ "foreignJob", ff_foreign_place(&g->foreign) },
		{ "pool", g->pool_empty ? "empty" : "stocked" },
		/* Without hang recovery nothing moves it. */
		{ "recovery", "armed" },
	};
	int n;

	snprintf(out, size, "no part");
	for (n = 0; n < ARRAY_SIZE(places); n++)
		if (!strcmp(part, places[n].part))
			snprintf(out, size, "%s", places[n].place);
}

static void ff_answer(struct ff_ctx *g, const char *call, char *out, size_t size)
{
	snprintf(out, size, "no call");
}

static void ff_begin(struct ff_ctx *g, struct kunit *test)
{
	struct drm_gpu_scheduler *const scheds[] = { &g->gfx, &g->copies, &g->elsewhere };
	struct drm_sched_entity *const entities[] = { &g->gfx_entity, &g->copy_entity, &g->elsewhere_entity };
	static const char *const names[] = { "ff-engine", "ff-copy", "ff-elsewhere" };
	int n;

	memset(g, 0, sizeof(*g));
	g->test = test;
	g->fenced_engine = ff_keeps("reserve-static/engine");
	g->fenced_units = ff_keeps("reserve-static/compute-units");
	g->fenced_other = ff_keeps("reserve-static/other-shared");
	g->releases_engine = ff_keeps("preempt/releases-engine") && !WRONG(20);
	g->releases_units = ff_keeps("preempt/releases-compute-units") && !WRONG(21);
	spin_lock_init(&g->lock);
	init_waitqueue_head(&g->changed);
	init_waitqueue_head(&g->gate);
	for (n = 0; n < 3; n++) {
		const struct drm_sched_init_args args = {
			.ops = &ff_gpu_ops, .num_rqs = DRM_SCHED_PRIORITY_COUNT, .credit_limit = 4,
			.timeout = MAX_SCHEDULE_TIMEOUT, .name = names[n],
		};
		struct drm_gpu_scheduler *list = scheds[n];

		KUNIT_ASSERT_EQ(test, drm_sched_init(scheds[n], &args), 0);
		KUNIT_ASSERT_EQ(test, drm_sched_entity_init(entities[n], DRM_SCHED_PRIORITY_NORMAL, &list, 1, NULL), 0);
	}
	dma_resv_init(&g->victim);
	g->slot = ff_fence(dma_fence_context_alloc(1), 1);
	g->fault_wq = alloc_workqueue("ff-fault", WQ_UNBOUND, 0);
	g->preempt_wq = alloc_workqueue("ff-preempt", WQ_UNBOUND | WQ_MEM_RECLAIM, 0);
	INIT_WORK(&g->fault_work, ff_fault_work);
	INIT_WORK(&g->preempt_work, ff_preempt_work);
	g->shrinker = shrinker_alloc(0, "ff-gpu");
	g->shrinker->count_objects = ff_objects;
	g->shrinker->scan_objects = ff_scan;
	g->shrinker->seeks = 0;
	g->shrinker->batch = 1;
	g->shrinker->private_data = g;
	shrinker_register(g->shrinker);
}

/* The hardware is reset: all that was given to it is done, all threads go through their gates. */
static void ff_end(struct ff_ctx *g)
{
	struct ff_job *const jobs[] = { &g->job, &g->copy, &g->bind, &g->foreign };
	int round, n;

	g->stop = true;
	g->way = W_FREED;
	if (g->job.begun && !g->job.out)
		ff_publish(g, &g->job);
	dma_fence_signal(g->slot);
	for (round = 0; round < 6; round++) {
		wake_up_all(&g->gate);
		wake_up_all(&g->changed);
		g->granted = true;
		for (n = 0; n < 4; n++)
			if (jobs[n]->hw)
				dma_fence_signal(jobs[n]->hw);
		schedule_timeout_idle(1);
	}
	destroy_workqueue(g->fault_wq);
	destroy_workqueue(g->preempt_wq);
	shrinker_free(g->shrinker);
	drm_sched_entity_destroy(&g->gfx_entity);
	drm_sched_entity_destroy(&g->copy_entity);
	drm_sched_entity_destroy(&g->elsewhere_entity);
	schedule_timeout_idle(1);
	drm_sched_fini(&g->gfx);
	drm_sched_fini(&g->copies);
	drm_sched_fini(&g->elsewhere);
	dma_resv_fini(&g->victim);
	for (n = 0; n < 4; n++)
		ff_forget(jobs[n]);
	dma_fence_put(g->slot);
}
