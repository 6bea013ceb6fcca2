/* SPDX-License-Identifier: GPL-2.0 */
/* What the steps of the model of drm_sched are in the kernel: hardware is a fence that the test signals. */
#include "ff.h"
#include <drm/gpu_scheduler.h>
#include <linux/wait.h>
#define FF_JOBS 2

enum ff_decision { FF_UNDECIDED, FF_RESET, FF_NO_HANG };

struct ff_job {
	struct drm_sched_job base;
	struct ff_ctx *ctx;
	struct dma_fence *hw, *scheduled, *finished;
	int n, runs;
	bool there, freeable, timed_out;
};

struct ff_ctx {
	struct kunit *test;
	struct drm_gpu_scheduler sched;
	struct drm_sched_entity entity;
	struct ff_job *job[FF_JOBS + 1];
	wait_queue_head_t wait;
	enum ff_decision decision;
	bool killed;
	const char *wrong;
};

static struct ff_job *ff_of(struct drm_sched_job *base)
{
	return container_of(base, struct ff_job, base);
}

static struct dma_fence *ff_run_job(struct drm_sched_job *base)
{
	struct ff_job *job = ff_of(base);

	job->runs++;
	job->hw = ff_fence(dma_fence_context_alloc(1), 1);
	/* The scheduler puts one reference; the other is the hardware's. */
	return dma_fence_get(job->hw);
}

static enum drm_gpu_sched_stat ff_timedout_job(struct drm_sched_job *base)
{
	struct ff_job *job = ff_of(base);
	struct ff_ctx *c = job->ctx;

	job->timed_out = true;
	wait_event_idle(c->wait, c->decision);
	job->timed_out = false;
	if (c->decision == FF_RESET) {
		drm_sched_stop(&c->sched, base);
		dma_fence_set_error(job->hw, -ETIME);
		dma_fence_signal(job->hw);
		drm_sched_start(&c->sched);
	} else {
		/* As drivers do for a false alarm: the core took the job off the list. */
		spin_lock(&c->sched.job_list_lock);
		list_add(&base->list, &c->sched.pending_list);
		spin_unlock(&c->sched.job_list_lock);
	}
	c->decision = FF_UNDECIDED;
	return DRM_GPU_SCHED_STAT_NOMINAL;
}

static void ff_free_job(struct drm_sched_job *base)
{
	struct ff_job *job = ff_of(base);

	if (!ff_signaled(&base->s_fence->finished))
		job->ctx->wrong = "a job is freed before finished is signaled";
	job->freeable = true;
}

static const struct drm_sched_backend_ops ff_sched_ops = {
	.run_job = ff_run_job,
	.timedout_job = ff_timedout_job,
	.free_job = ff_free_job,
};

static void ff_settle(struct ff_ctx *c)
{
	schedule_timeout_uninterruptible(2);
}

/* In what was in memory before; the two references of finished that are taken here show what the scheduler leaves. */
static bool ff_push(struct ff_ctx *c, int n)
{
	struct ff_job *job = c->job[n];
	bool killed = c->entity.stopped;

	memset(&job->base, 0x5a, sizeof(job->base));
	if (drm_sched_job_init(&job->base, &c->entity, 1, NULL, 0))
		return false;
	drm_sched_job_arm(&job->base);
	job->finished = dma_fence_get(&job->base.s_fence->finished);
	job->scheduled = dma_fence_get(&job->base.s_fence->scheduled);
	job->hw = NULL;
	job->runs = 0;
	job->there = true;
	job->freeable = false;
	drm_sched_entity_push_job(&job->base);
	if (!killed)
		return true;
	/* A killed entity takes no job: it is taken out again. */
	ff_settle(c);
	if (job->runs || !list_empty(&c->entity.list))
		return true;
	spsc_queue_pop(&c->entity.job_queue);
	drm_sched_job_cleanup(&job->base);
	dma_fence_put(job->finished);
	dma_fence_put(job->scheduled);
	job->there = false;
	return false;
}

static bool ff_free(struct ff_ctx *c, int n)
{
	struct ff_job *job = c->job[n];
	unsigned int refs;

	ff_settle(c);
	if (!job->freeable)
		return false;
	drm_sched_job_cleanup(&job->base);
	/* Where a job was killed the last reference may lie with a work. */
	ff_settle(c);
	/* The entity remembers the last job that it scheduled, until it is killed. */
	refs = 1 + (rcu_access_pointer(c->entity.last_scheduled) == job->finished);
	if (kref_read(&job->finished->refcount) != refs)
		KUNIT_FAIL(c->test, "finished has %u references at its end, not %u", kref_read(&job->finished->refcount), refs);
	dma_fence_put(job->finished);
	/* The last reference of finished has one of scheduled. */
	if (refs == 1)
		FF_LAST(c->test, job->scheduled, "scheduled");
	dma_fence_put(job->scheduled);
	if (job->hw) {
		/* The scheduled fence keeps a reference of the hardware fence until a grace period is over. */
		dma_fence_put(job->hw);
	}
	job->there = job->freeable = false;
	job->hw = NULL;
	return true;
}

static bool ff_time_out(struct ff_ctx *c, int n)
{
	drm_sched_fault(&c->sched);
	ff_settle(c);
	return c->job[n]->timed_out;
}

static bool ff_decide(struct ff_ctx *c, enum ff_decision decision)
{
	c->decision = decision;
	wake_up_all(&c->wait);
	return true;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	if (!strcmp(step, "push"))
		return ff_push(c, i);
	if (!strcmp(step, "hw_signals"))
		return dma_fence_signal(c->job[i]->hw) == 0;
	if (!strcmp(step, "free_job"))
		return ff_free(c, i);
	if (!strcmp(step, "timedout_job"))
		return ff_time_out(c, i);
	if (!strcmp(step, "reset"))
		return ff_decide(c, FF_RESET);
	if (!strcmp(step, "no_hang"))
		return ff_decide(c, FF_NO_HANG);
	if (!strcmp(step, "kill_entity")) {
		drm_sched_entity_fini(&c->entity);
		return c->killed = true;
	}
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static const char *ff_job_place(const struct ff_job *job)
{
	if (!job->there)
		return "none";
	if (job->runs > 1)
		return "run twice";
	if (job->timed_out)
		return "timed_out";
	if (job->freeable)
		return "finished";
	if (!job->runs)
		return "queued";
	return ff_signaled(job->hw) ? "done" : "running";
}

/* A kill empties the queue at once; a job that waits there for the one before it is still in the model's queue. */
static void ff_queue_place(struct ff_ctx *c, char *out, size_t size)
{
	struct spsc_node *node = READ_ONCE(c->entity.job_queue.head);
	int at = 0, n;

	snprintf(out, size, "empty");
	for (; node; node = READ_ONCE(node->next)) {
		struct drm_sched_job *base = container_of(node, struct drm_sched_job, queue_node);

		at += scnprintf(out + at, size - at, "%sf[%d]", at ? "," : "", ff_of(base)->n);
	}
	for (n = 1; n <= FF_JOBS && c->killed; n++)
		if (!strcmp(ff_job_place(c->job[n]), "queued"))
			at += scnprintf(out + at, size - at, "%sf[%d]", at ? "," : "", n);
}

static void ff_credit_place(struct ff_ctx *c, char *out, size_t size)
{
	int taken = atomic_read(&c->sched.credit_count), n;

	snprintf(out, size, taken ? "%d taken" : "free", taken);
	for (n = 1; n <= FF_JOBS; n++) {
		const char *place = ff_job_place(c->job[n]);

		if (taken == 1 && (!strcmp(place, "running") || !strcmp(place, "timed_out")))
			snprintf(out, size, "held.f[%d]", n);
	}
}

/* A killed job has its error, and so has one that the hardware lost. */
static const char *ff_finished_place(const struct ff_job *job)
{
	int want = 0;

	if (!job->there)
		return "unpublished";
	if (!ff_signaled(job->finished))
		return "visible";
	if (!job->runs)
		want = -ESRCH;
	else if (job->hw->error)
		want = -ECANCELED;
	return job->finished->error == want ? "signaled" : "signaled with another error";
}

static const char *ff_fence_place(const struct ff_job *job, struct dma_fence *f)
{
	if (!job->there || !f)
		return "unpublished";
	return ff_signaled(f) ? "signaled" : "visible";
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	const struct ff_job *job = c->job[clamp(part[strlen(part) - 2] - '0', 1, FF_JOBS)];
	struct drm_sched_fence *s = job->there ? job->base.s_fence : NULL;

	if (c->wrong)
		snprintf(out, size, "%s", c->wrong);
	else if (ff_prefix(part, "job["))
		snprintf(out, size, "%s", ff_job_place(job));
	else if (ff_prefix(part, "scheduled["))
		snprintf(out, size, "%s", ff_fence_place(job, s ? &s->scheduled : NULL));
	else if (ff_prefix(part, "finished["))
		snprintf(out, size, "%s", ff_finished_place(job));
	else if (ff_prefix(part, "hw["))
		snprintf(out, size, "%s", ff_fence_place(job, job->hw));
	else if (ff_prefix(part, "error["))
		snprintf(out, size, !job->hw || !job->hw->error ? "none" : job->hw->error == -ETIME ? "ETIME" : "?");
	else if (!strcmp(part, "queue"))
		ff_queue_place(c, out, size);
	else if (!strcmp(part, "entity"))
		snprintf(out, size, c->entity.stopped || c->killed ? "killed" : "alive");
	else if (!strcmp(part, "sched"))
		snprintf(out, size, c->sched.ready ? "running" : "stopped");
	else if (!strcmp(part, "credit"))
		ff_credit_place(c, out, size);
	else
		snprintf(out, size, "no part");
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	snprintf(out, size, "no call");
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	const struct drm_sched_init_args args = {
		.ops = &ff_sched_ops,
		.num_rqs = DRM_SCHED_PRIORITY_COUNT,
		.credit_limit = 1,
		.timeout = 100000 * HZ,
		.name = "finite-fence",
	};
	struct drm_gpu_scheduler *list = &c->sched;
	int n;

	memset(c, 0, sizeof(*c));
	c->test = test;
	init_waitqueue_head(&c->wait);
	KUNIT_ASSERT_EQ(test, drm_sched_init(&c->sched, &args), 0);
	KUNIT_ASSERT_EQ(test, drm_sched_entity_init(&c->entity, DRM_SCHED_PRIORITY_NORMAL, &list, 1, NULL), 0);
	for (n = 1; n <= FF_JOBS; n++) {
		c->job[n] = kzalloc(sizeof(*c->job[n]), GFP_KERNEL);
		c->job[n]->ctx = c;
		c->job[n]->n = n;
	}
}

static void ff_end(struct ff_ctx *c)
{
	int round, n;

	for (round = 0; round < 2 * FF_JOBS; round++) {
		for (n = 1; n <= FF_JOBS; n++) {
			if (c->job[n]->timed_out)
				ff_decide(c, FF_NO_HANG);
			ff_settle(c);
			if (c->job[n]->hw)
				dma_fence_signal(c->job[n]->hw);
		}
		ff_settle(c);
	}
	if (!c->killed)
		drm_sched_entity_fini(&c->entity);
	ff_settle(c);
	for (n = 1; n <= FF_JOBS; n++) {
		if (c->job[n]->there && !ff_free(c, n))
			KUNIT_FAIL(c->test, "job %d is never freed: it is %s", n, ff_job_place(c->job[n]));
	}
	drm_sched_fini(&c->sched);
	for (n = 1; n <= FF_JOBS; n++)
		if (!c->job[n]->there)
			kfree(c->job[n]);
}
