/* SPDX-License-Identifier: GPL-2.0 */
/* What the steps of the options' models are for the mock GPU: a call, an attempt of the hardware, or a ticket for a thread at a gate. */
#include "mock-gpu-threads.h"
#include "mock-gpu-places.h"

static bool ff_do_alloc(struct ff_ctx *g, int k, enum ff_way way, int of)
{
	struct ff_faulting *c = &g->c[k];

	if (c->fault != F_ALLOCATING || c->alloc != A_ALLOCATING || !ff_way_is_open(g, way, of))
		return false;
	c->way = way;
	c->of = of;
	return ff_ticket(g, G_ALLOC, FF_C(k));
}

static bool ff_foreign_submit(struct ff_ctx *g, int i)
{
	bool done = ff_prepare(g, &g->foreign, &g->elsewhere_entity);

	if (!WRONG(16))
		done = done && !drm_sched_job_add_dependency(&g->foreign.base->base, dma_fence_get(g->f[i].job.out));
	ff_push(&g->foreign, NULL, 0);
	return done;
}

static bool ff_foreign_retire(struct ff_ctx *g)
{
	if (!g->foreign.out || !dma_fence_is_signaled(g->foreign.out))
		return false;
	ff_forget(&g->foreign);
	return true;
}

/* The preempter of a job is one thread for several steps: one is tried only where the compute job is in its state. */
static bool ff_do_preempt(struct ff_ctx *g, int k, const char *state)
{
	if (strcmp(state, ff_computes[g->c[k].compute]))
		return false;
	return ff_ticket(g, G_PREEMPT, FF_C(k)) && g->c[k].compute == C_PREEMPTED;
}

static bool ff_do_compute(struct ff_ctx *g, int k, const char *step)
{
	char *engine = &g->engine[WRONG(30) ? g->fenced_engine : 0];
	char *units = &g->units[WRONG(29) ? g->fenced_units : 0];
	char *other = &g->other[WRONG(31) ? g->fenced_other : 0];
	bool missing = g->c[k].fault != F_NONE;

	if (!strcmp(step, "submit"))
		return ff_queue_compute(g, k, C_IDLE);
	if (!strcmp(step, "schedule"))
		return ff_move_compute(g, k, C_QUEUED, C_SCHEDULED, engine);
	if (!strcmp(step, "dispatch"))
		return ff_move_compute(g, k, C_SCHEDULED, C_DISPATCHED, units);
	if (!strcmp(step, "run"))
		return (!missing || WRONG(19)) && ff_move_compute(g, k, C_DISPATCHED, C_RUNNING, other);
	if (!strcmp(step, "refault"))
		return missing && ff_move_compute(g, k, C_DISPATCHED, C_FAULTED, other);
	return ff_compute_ends(g, k);
}

/* The submit ioctl: where it waits for compute work to leave it is a thread, and else calls of the test. */
static bool ff_do_submit(struct ff_ctx *g, int i, const char *step)
{
	static const struct { const char *step; enum ff_gate gate; } gates[] = {
		{ "take_mode", G_TAKE }, { "pass", G_CLEAR }, { "see_flushed", G_CLEAR }, { "lock", G_LOCK }, { "publish", G_PUBLISH },
	};
	int n;

	if (!strcmp(step, "submit"))
		return ff_prepare_submit(g, i);
	if (!strcmp(step, "reserve"))
		return ff_ticket(g, G_RESERVE, FF_F(i));
	if (!ff_submit_waits()) {
		ff_publish(g, i);
		return true;
	}
	for (n = 0; n < ARRAY_SIZE(gates); n++)
		if (!strcmp(step, gates[n].step))
			return ff_ticket(g, gates[n].gate, FF_F(i));
	return false;
}

static bool ff_do_job(struct ff_ctx *g, int i, const char *step)
{
	struct ff_job *job = &g->f[i].job;

	if (!strcmp(step, "schedule"))
		return ff_schedule(g, i);
	if (!strcmp(step, "hw_dispatch"))
		return ff_move_job(g, job, FF_F(i), S_GIVEN, S_DISPATCHED, &g->units[g->fenced_units]);
	if (!strcmp(step, "hw_run"))
		return ff_move_job(g, job, FF_F(i), S_DISPATCHED, S_RUNNING, &g->other[g->fenced_other]);
	if (!strcmp(step, "hw_done"))
		return ff_move_job(g, job, FF_F(i), S_RUNNING, S_DONE, NULL);
	return ff_signal(g, i);
}

static bool ff_do_repair(struct ff_ctx *g, int k, const char *step)
{
	static const struct { const char *step; enum ff_gate gate; } gates[] = {
		{ "service_fault", G_SERVICE }, { "copy_publish", G_COPY }, { "bind_publish", G_BIND }, { "ack", G_ACK },
	};
	struct ff_faulting *c = &g->c[k];
	int n;

	for (n = 0; n < ARRAY_SIZE(gates); n++)
		if (!strcmp(step, gates[n].step))
			return ff_ticket(g, gates[n].gate, FF_C(k));
	if (!strcmp(step, "fault_raised"))
		return ff_raise(g, k);
	if (!strcmp(step, "copy_run"))
		return ff_move_job(g, &c->copy, 0, S_GIVEN, S_RUNNING, NULL);
	if (!strcmp(step, "bind_run"))
		return ff_move_job(g, &c->bind, 0, S_GIVEN, S_RUNNING, NULL);
	if (!strcmp(step, "copy_signal"))
		return WRONG(43) ? c->copy.stage == S_RUNNING : ff_interrupt(&c->copy, S_RUNNING);
	return ff_interrupt(&c->bind, S_RUNNING);
}

/* What userspace, another device and the keeper of the pool do. */
static bool ff_do_other(struct ff_ctx *g, int i, const char *step)
{
	if (!strcmp(step, "foreign_submit"))
		return ff_foreign_submit(g, i);
	if (!strcmp(step, "foreign_signal"))
		return ff_interrupt(&g->foreign, S_GIVEN);
	if (!strcmp(step, "foreign_retire"))
		return ff_foreign_retire(g);
	if (!strcmp(step, "pool_evict")) {
		bool empty = g->pool_empty;

		g->pool_empty = WRONG(36) && empty;
		return empty;
	}
	if (!strcmp(step, "release_early")) {
		bool held = g->f[i].reservation == R_HELD;

		if (held)
			g->f[i].reservation = R_NONE;
		return held;
	}
	if (!strcmp(step, "give_mode")) {
		const struct ff_fenced *f = &g->f[i];
		bool begun = f->job.begun && !f->job.out && !f->cleared;

		if (g->moded != FF_F(i) || begun)
			return false;
		ff_gives_mode(g);
		return true;
	}
	KUNIT_FAIL(g->test, "there is no step %s", step);
	return false;
}

static bool ff_is(const char *step, const char *const *list)
{
	for (; *list; list++)
		if (!strcmp(step, *list))
			return true;
	return false;
}

/* Of two numbers the first is whom a wait is for, the second who waits. */
static bool ff_do(struct ff_ctx *g, const char *step, int i, int k, int later)
{
	static const char *const submit[] = { "submit", "publish", "reserve", "take_mode", "pass", "see_flushed", "lock", NULL };
	static const char *const job[] = { "schedule", "hw_dispatch", "hw_run", "hw_done", "signal", NULL };
	static const char *const repair[] = { "fault_raised", "service_fault", "copy_publish", "bind_publish", "ack", "copy_run", "bind_run", "copy_signal", "bind_signal", NULL };
	static const struct { const char *step; enum ff_way way; } ways[] = {
		{ "memory_freed", W_FREED }, { "reclaim_ends", W_RECLAIM }, { "reclaim_waits", W_WAIT }, { "foreign_reclaim_waits", W_WAIT },
		{ "reclaim_waits_for_copy", W_WAIT_COPY }, { "reclaim_waits_for_bind", W_WAIT_BIND },
		{ "reclaim_waits_for_foreign", W_WAIT_FOREIGN }, { "draw_from_pool", W_DRAW }, { "nack", W_NACK },
	};
	int n, first = i > 0 ? i - 1 : 0, last = k > 0 ? k - 1 : first;

	for (n = 0; n < ARRAY_SIZE(ways); n++)
		if (!strcmp(step, ways[n].step))
			return ff_do_alloc(g, last, ways[n].way, first);
	if (ff_is(step, submit))
		return ff_do_submit(g, first, step);
	if (ff_is(step, job))
		return ff_do_job(g, first, step);
	if (ff_is(step, repair))
		return ff_do_repair(g, first, step);
	if (ff_prefix(step, "compute_"))
		return ff_do_compute(g, first, step + strlen("compute_"));
	if (ff_prefix(step, "preempt_"))
		return ff_do_preempt(g, first, step + strlen("preempt_"));
	if (ff_prefix(step, "flush_"))
		return ff_do_preempt(g, first, step + strlen("flush_"));
	if (!strcmp(step, "resume"))
		return ff_queue_compute(g, first, C_PREEMPTED);
	if (!strcmp(step, "hold_back"))
		return ff_hold_back(g, first);
	return ff_do_other(g, first, step);
}

static void ff_answer(struct ff_ctx *g, const char *call, char *out, size_t size)
{
	snprintf(out, size, "no call");
}

static void ff_begin_fenced(struct ff_ctx *g, struct ff_fenced *f)
{
	struct drm_gpu_scheduler *list = &g->gfx;

	f->gpu = g;
	KUNIT_ASSERT_EQ(g->test, drm_sched_entity_init(&f->entity, DRM_SCHED_PRIORITY_NORMAL, &list, 1, NULL), 0);
	dma_resv_init(&f->victim);
	f->slot = ff_fence(dma_fence_context_alloc(1), 1);
	INIT_WORK(&f->submit_work, ff_submit_work);
	INIT_WORK(&f->reserve_work, ff_reserve_work);
}

static void ff_begin(struct ff_ctx *g, struct kunit *test)
{
	struct drm_gpu_scheduler *const scheds[] = { &g->gfx, &g->copies, &g->elsewhere };
	struct drm_sched_entity *const entities[] = { NULL, &g->copy_entity, &g->elsewhere_entity };
	static const char *const names[] = { "ff-engine", "ff-copy", "ff-elsewhere" };
	int n;

	memset(g, 0, sizeof(*g));
	g->test = test;
	g->fenced_engine = ff_keeps("reserve-static/engine");
	g->fenced_units = ff_keeps("reserve-static/compute-units");
	g->fenced_other = ff_keeps("reserve-static/other-shared");
	g->releases_engine = (ff_option("flush") || ff_keeps("preempt/releases-engine")) && !WRONG(20);
	g->releases_units = (ff_option("flush") || ff_keeps("preempt/releases-compute-units")) && !WRONG(21) && !WRONG(54);
	spin_lock_init(&g->lock);
	mutex_init(&g->repair_lock);
	sema_init(&g->mode, 1);
	init_waitqueue_head(&g->changed);
	init_waitqueue_head(&g->gate);
	for (n = 0; n < 3; n++) {
		const struct drm_sched_init_args args = {
			.ops = &ff_gpu_ops, .num_rqs = DRM_SCHED_PRIORITY_COUNT, .credit_limit = 4,
			.timeout = MAX_SCHEDULE_TIMEOUT, .name = names[n],
		};
		struct drm_gpu_scheduler *list = scheds[n];

		KUNIT_ASSERT_EQ(test, drm_sched_init(scheds[n], &args), 0);
		if (entities[n])
			KUNIT_ASSERT_EQ(test, drm_sched_entity_init(entities[n], DRM_SCHED_PRIORITY_NORMAL, &list, 1, NULL), 0);
	}
	for (n = 0; n < FF_JOBS; n++) {
		ff_begin_fenced(g, &g->f[n]);
		g->c[n].gpu = g;
		INIT_WORK(&g->c[n].fault_work, ff_fault_work);
		INIT_WORK(&g->c[n].preempt_work, ff_preempt_work);
	}
	g->fault_wq = alloc_workqueue("ff-fault", WQ_UNBOUND, 0);
	g->preempt_wq = alloc_workqueue("ff-preempt", WQ_UNBOUND | WQ_MEM_RECLAIM, 0);
	g->submit_wq = alloc_workqueue("ff-submit", WQ_UNBOUND, 0);
	g->shrinker = shrinker_alloc(0, "ff-gpu");
	g->shrinker->count_objects = ff_objects;
	g->shrinker->scan_objects = ff_scan;
	g->shrinker->seeks = 0;
	g->shrinker->batch = 1;
	g->shrinker->private_data = g;
	shrinker_register(g->shrinker);
}

/* One round of all that hardware, schedulers and other devices do by themselves. */
static void ff_round(struct ff_ctx *g)
{
	static const char *const jobs[] = { "schedule", "hw_dispatch", "hw_run", "hw_done", "signal" };
	static const char *const computes[] = { "hold_back", "compute_schedule", "compute_dispatch", "compute_run", "compute_refault", "compute_ends", "resume" };
	static const char *const repairs[] = { "copy_run", "copy_signal", "bind_run", "bind_signal" };
	int n, i;

	for (i = 1; i <= FF_JOBS; i++) {
		for (n = 0; n < ARRAY_SIZE(jobs); n++)
			ff_do(g, jobs[n], i, -1, 0);
		for (n = 0; n < ARRAY_SIZE(computes); n++)
			ff_do(g, computes[n], i, -1, 0);
		for (n = 0; n < ARRAY_SIZE(repairs); n++)
			ff_do(g, repairs[n], i, -1, 0);
		if (ff_submit_waits())
			continue;
		/* Elsewhere the ioctl is a call of the test, which goes on here. */
		if (g->f[i - 1].job.begun && !g->f[i - 1].job.out)
			ff_publish(g, i - 1);
	}
	ff_do(g, "foreign_signal", 0, -1, 0);
	ff_do(g, "foreign_retire", 0, -1, 0);
	ff_do(g, "pool_evict", 0, -1, 0);
	wake_up_all(&g->gate);
	wake_up_all(&g->changed);
}

/* All gates are opened, and ten seconds pass in which everybody does what he can, the worst that the driver lets him do. */
static void ff_free(struct ff_ctx *g)
{
	int n;

	g->open = true;
	for (n = 0; n < 100; n++) {
		ff_round(g);
		schedule_timeout_idle(HZ / 10);
	}
}

static bool ff_stands(struct kunit *test, const struct task_struct *task, const char *who, int n)
{
	if (!task)
		return true;
	if (READ_ONCE(task->__state) == TASK_UNINTERRUPTIBLE)
		return true;
	KUNIT_FAIL(test, "%s %d is in state %x and not in a wait", who, n + 1, READ_ONCE(task->__state));
	return false;
}

/* Whoever has not ended is asleep in a wait of its own, and at no gate. */
static bool ff_all_wait(struct ff_ctx *g, struct kunit *test)
{
	bool ok = true;
	int n;

	for (n = 0; n < FF_JOBS; n++) {
		ok &= ff_stands(test, g->f[n].task, "submit", n);
		ok &= ff_stands(test, g->c[n].task, "repair", n);
		ok &= ff_stands(test, g->c[n].preempts, "preempter", n);
	}
	return ok;
}

/* Nothing is owed any more: every fence is signaled, every fault answered, every submit has ended. */
static bool ff_all_ended(struct ff_ctx *g)
{
	int n;

	for (n = 0; n < FF_JOBS; n++)
		if ((g->f[n].job.begun && !g->f[n].job.out) || ff_visible(&g->f[n].job) || g->c[n].fault != F_NONE || g->f[n].task)
			return false;
	return !ff_any_internal(g) && !ff_visible(&g->foreign);
}

/* The hardware is reset: all that was given to it is done, all threads go through their gates. */
static void ff_end(struct ff_ctx *g)
{
	struct drm_sched_entity *const entities[] = { &g->f[0].entity, &g->f[1].entity, &g->copy_entity, &g->elsewhere_entity };
	struct ff_job *const jobs[] = { &g->f[0].job, &g->f[1].job, &g->c[0].copy, &g->c[1].copy, &g->c[0].bind, &g->c[1].bind, &g->foreign };
	int round, n;

	g->stop = true;
	for (n = 0; n < FF_JOBS; n++) {
		g->c[n].way = W_FREED;
		if (!ff_submit_waits() && g->f[n].job.begun && !g->f[n].job.out)
			ff_publish(g, n);
	}
	for (round = 0; round < 8; round++) {
		if (g->moded && !g->f[g->moded - 1].task)
			ff_gives_mode(g);
		wake_up_all(&g->gate);
		wake_up_all(&g->changed);
		for (n = 0; n < FF_JOBS; n++) {
			g->f[n].granted = true;
			dma_fence_signal(g->f[n].slot);
		}
		for (n = 0; n < ARRAY_SIZE(jobs); n++)
			if (jobs[n]->hw)
				dma_fence_signal(jobs[n]->hw);
		schedule_timeout_idle(1);
	}
	destroy_workqueue(g->fault_wq);
	destroy_workqueue(g->preempt_wq);
	destroy_workqueue(g->submit_wq);
	shrinker_free(g->shrinker);
	for (n = 0; n < ARRAY_SIZE(entities); n++)
		drm_sched_entity_destroy(entities[n]);
	schedule_timeout_idle(1);
	drm_sched_fini(&g->gfx);
	drm_sched_fini(&g->copies);
	drm_sched_fini(&g->elsewhere);
	for (n = 0; n < ARRAY_SIZE(jobs); n++)
		ff_forget(jobs[n]);
	for (n = 0; n < FF_JOBS; n++) {
		dma_resv_fini(&g->f[n].victim);
		dma_fence_put(g->f[n].slot);
	}
}
