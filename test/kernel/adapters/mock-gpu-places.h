/* SPDX-License-Identifier: GPL-2.0 */
/* Where each part of the options' models stands, from the memory of the kernel and of the hardware. */
#ifndef FF_MOCK_GPU_PLACES_H
#define FF_MOCK_GPU_PLACES_H
#include "mock-gpu.h"

static const char *const ff_computes[] = { "idle", "queued", "scheduled", "dispatched", "running", "faulted", "preempted" };
static const char *const ff_faults[] = { "none", "received", "servicing.allocating", "servicing.copying", "servicing.binding" };
static const char *const ff_stages[] = { "queued", "scheduled", "dispatched", "running", "done" };
static const char *const ff_reservations[] = { "none", "wanted", "held" };
/* By number, as the model calls them. */
static const char *const ff_names[] = { "", "f[1]", "f[2]", "c[1]", "c[2]" };

static const char *ff_fence_place(const struct ff_job *job)
{
	return !job->out ? "unpublished" : dma_fence_is_signaled(job->out) ? "signaled" : "visible";
}

static const char *ff_internal_place(const struct ff_job *job)
{
	return !ff_visible(job) ? "idle" : job->stage >= S_RUNNING ? "running" : "queued";
}

static const char *ff_job_place(const struct ff_fenced *f)
{
	const struct ff_job *job = &f->job;
	bool scheduled;

	if (!job->begun || (job->out && dma_fence_is_signaled(job->out)))
		return "idle";
	if (!job->out)
		return f->cleared ? "preparing.cleared" : "preparing.begun";
	scheduled = dma_fence_is_signaled(&to_drm_sched_fence(job->out)->scheduled);
	return scheduled == (job->stage != S_UNKNOWN) ? ff_stages[job->stage] : "between";
}

/* It really waits: asleep, and its callback is on the list of the fence. */
static void ff_alloc_place(const struct ff_ctx *g, const struct ff_faulting *c, char *out, size_t size)
{
	static const char *const calm[] = { "none", "allocating", "waiting", "returned" };
	const struct ff_job *of = c->way == W_WAIT	? &g->f[c->of].job :
				  c->way == W_WAIT_COPY ? &g->c[c->of].copy :
				  c->way == W_WAIT_BIND ? &g->c[c->of].bind :
							  &g->foreign;

	if (c->alloc != A_WAITING)
		snprintf(out, size, "%s", calm[c->alloc]);
	else if (!c->task || READ_ONCE(c->task->__state) != TASK_UNINTERRUPTIBLE || !of->out || list_empty(&of->out->cb_list))
		snprintf(out, size, "between");
	else if (c->way == W_WAIT_FOREIGN)
		snprintf(out, size, "waiting.foreign");
	else
		snprintf(out, size, "waiting.%s[%d]", c->way == W_WAIT ? "f" : c->way == W_WAIT_COPY ? "copy" : "bind", c->of + 1);
}

static void ff_foreign_place(const struct ff_ctx *g, char *out, size_t size)
{
	const struct ff_job *job = &g->foreign;
	int n;

	if (!job->out)
		snprintf(out, size, "idle");
	else if (dma_fence_is_signaled(job->out))
		snprintf(out, size, "ending");
	else if (job->stage == S_GIVEN)
		snprintf(out, size, "runnable");
	else {
		struct dma_fence *on = READ_ONCE(g->elsewhere_entity.dependency);

		for (n = 0; n < FF_JOBS && on != g->f[n].job.out; n++)
			;
		snprintf(out, size, "blocked.%s", n < FF_JOBS ? ff_names[FF_F(n)] : "nobody");
	}
}

static void ff_word(char who, char *out, size_t size)
{
	if (who)
		snprintf(out, size, "held.%s", ff_names[(int)who]);
	else
		snprintf(out, size, "free");
}

static void ff_lock_place(const struct ff_ctx *g, char *out, size_t size)
{
	if (mutex_is_locked((struct mutex *)&g->repair_lock) == !g->repairs)
		snprintf(out, size, "between");
	else
		ff_word(g->repairs, out, size);
}

static void ff_ring(const char *ring, char *out, size_t size)
{
	size_t at = 0;

	snprintf(out, size, "empty");
	for (; *ring; ring++)
		at += snprintf(out + at, size - at, "%s%s", at ? "," : "", ff_names[(int)*ring]);
}

static bool ff_member_place(const struct ff_ctx *g, const char *name, int n, char *out, size_t size)
{
	const struct ff_fenced *f = &g->f[n];
	const struct ff_faulting *c = &g->c[n];
	const struct { const char *name, *place; } places[] = {
		{ "fence[", ff_fence_place(&f->job) },
		{ "job[", ff_job_place(f) },
		{ "reservation[", ff_reservations[f->reservation] },
		{ "compute[", ff_computes[c->compute] },
		{ "fault[", ff_faults[c->fault] },
		{ "copy[", ff_internal_place(&c->copy) },
		{ "bind[", ff_internal_place(&c->bind) },
		{ "copyFence[", ff_fence_place(&c->copy) },
		{ "bindFence[", ff_fence_place(&c->bind) },
	};
	int at;

	if (ff_prefix(name, "alloc[")) {
		ff_alloc_place(g, c, out, size);
		return true;
	}
	for (at = 0; at < ARRAY_SIZE(places); at++)
		if (ff_prefix(name, places[at].name)) {
			snprintf(out, size, "%s", places[at].place);
			return true;
		}
	return false;
}

static void ff_place(struct ff_ctx *g, const char *part, char *out, size_t size)
{
	const struct { const char *part; char who; } words[] = {
		{ "engine", g->engine[0] }, { "units", g->units[0] }, { "other", g->other[0] },
		{ "fencedEngine", g->engine[1] }, { "fencedUnits", g->units[1] }, { "fencedOther", g->other[1] },
		{ "modeLock", g->moded },
	};
	const char *number = strchr(part, '[');
	int n;

	if (number && ff_member_place(g, part, number[1] - '1', out, size))
		return;
	for (n = 0; n < ARRAY_SIZE(words); n++)
		if (!strcmp(part, words[n].part))
			return ff_word(words[n].who, out, size);
	if (!strcmp(part, "ring"))
		ff_ring(g->ring[0], out, size);
	else if (!strcmp(part, "fencedRing"))
		ff_ring(g->ring[1], out, size);
	else if (!strcmp(part, "repairLock"))
		ff_lock_place(g, out, size);
	else if (!strcmp(part, "foreignFence"))
		snprintf(out, size, "%s", ff_fence_place(&g->foreign));
	else if (!strcmp(part, "foreignJob"))
		ff_foreign_place(g, out, size);
	else if (!strcmp(part, "pool"))
		snprintf(out, size, "%s", g->pool_empty ? "empty" : "stocked");
	else
		/* Without hang recovery nothing moves it. */
		snprintf(out, size, "%s", strcmp(part, "recovery") ? "no part" : "armed");
}
#endif
