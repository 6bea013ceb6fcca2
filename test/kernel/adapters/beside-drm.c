// SPDX-License-Identifier: GPL-2.0
/* What the models do not have of drm_sched and TTM: one case for each word of the interface, by hand. */
#include "ff.h"
#if FF_SINCE(6, 12)
#include <drm/gpu_scheduler.h>
#include <drm/ttm/ttm_bo.h>
#include <drm/ttm/ttm_placement.h>
#include <drm/ttm/ttm_resource.h>
#include <drm/ttm/ttm_tt.h>
#include <linux/wait.h>
#include "../../gpu/drm/ttm/tests/ttm_kunit_helpers.h"
#include "../../gpu/drm/ttm/tests/ttm_mock_manager.h"

/* A scheduler, an entity, a job, and a thread that does something about them. */
struct ff_gpu {
	struct drm_gpu_scheduler sched;
	struct drm_sched_entity entity;
	struct drm_sched_job job;
	/* `slot`: what prepare_job waits for, where there is something. */
	struct dma_fence *slot, *hw, *finished;
	wait_queue_head_t wait;
	struct task_struct *thread;
	/* What the entity of the job was when it was run. */
	struct drm_sched_entity *seen;
	int error, timeouts;
	bool held, freed, over;
	/* The job is given up where its time is over, and the handler is inside drm_sched_stop. */
	bool resets, stops;
};

static struct ff_gpu *ff_of(struct drm_sched_job *job)
{
	return container_of(job, struct ff_gpu, job);
}

static struct dma_fence *ff_prepare_job(struct drm_sched_job *job, struct drm_sched_entity *entity)
{
	struct ff_gpu *g = ff_of(job);

	return g->slot && !ff_signaled(g->slot) ? dma_fence_get(g->slot) : NULL;
}

static struct dma_fence *ff_run_job(struct drm_sched_job *job)
{
	struct ff_gpu *g = ff_of(job);

	g->seen = job->entity;
	wait_event_idle(g->wait, !g->held);
	if (g->error)
		return ERR_PTR(g->error);
	g->hw = ff_fence(dma_fence_context_alloc(1), 1);
	return dma_fence_get(g->hw);
}

/* A reset, or a false alarm: then the job goes back on the list that the core took it off. */
static enum drm_gpu_sched_stat ff_timedout_job(struct drm_sched_job *job)
{
	struct ff_gpu *g = ff_of(job);

	g->timeouts++;
	if (g->resets) {
		g->stops = true;
		drm_sched_stop(&g->sched, job);
		g->stops = false;
		if (g->hw)
			dma_fence_signal(g->hw);
		drm_sched_start(&g->sched);
		return DRM_GPU_SCHED_STAT_NOMINAL;
	}
	spin_lock(&g->sched.job_list_lock);
	list_add(&job->list, &g->sched.pending_list);
	spin_unlock(&g->sched.job_list_lock);
	return DRM_GPU_SCHED_STAT_NOMINAL;
}

static void ff_free_job(struct drm_sched_job *job)
{
	ff_of(job)->freed = true;
	drm_sched_job_cleanup(job);
}

static const struct drm_sched_backend_ops ff_sched_ops = {
	.prepare_job = ff_prepare_job,
	.run_job = ff_run_job,
	.timedout_job = ff_timedout_job,
	.free_job = ff_free_job,
};

static void ff_settle(void)
{
	schedule_timeout_uninterruptible(3);
}

static struct ff_gpu *ff_gpu(struct kunit *test, long timeout)
{
	const struct drm_sched_init_args args = {
		.ops = &ff_sched_ops,
		.num_rqs = DRM_SCHED_PRIORITY_COUNT,
		.credit_limit = 1,
		.timeout = timeout,
		.name = "finite-fence",
	};
	struct ff_gpu *g = kunit_kzalloc(test, sizeof(*g), GFP_KERNEL);
	struct drm_gpu_scheduler *list = &g->sched;

	init_waitqueue_head(&g->wait);
	KUNIT_ASSERT_EQ(test, drm_sched_init(&g->sched, &args), 0);
	KUNIT_ASSERT_EQ(test, drm_sched_entity_init(&g->entity, DRM_SCHED_PRIORITY_NORMAL, &list, 1, NULL), 0);
	KUNIT_ASSERT_EQ(test, drm_sched_job_init(&g->job, &g->entity, 1, NULL, 0), 0);
	return g;
}

static void ff_push(struct ff_gpu *g)
{
	drm_sched_job_arm(&g->job);
	g->finished = dma_fence_get(&g->job.s_fence->finished);
	drm_sched_entity_push_job(&g->job);
	ff_settle();
}

static void ff_gpu_end(struct kunit *test, struct ff_gpu *g)
{
	if (g->hw)
		dma_fence_signal(g->hw);
	ff_settle();
	drm_sched_entity_fini(&g->entity);
	ff_settle();
	KUNIT_EXPECT_TRUE(test, g->freed);
	drm_sched_fini(&g->sched);
	dma_fence_put(g->finished);
	dma_fence_put(g->hw);
}

static int ff_kills(void *data)
{
	struct ff_gpu *g = data;

	drm_sched_entity_fini(&g->entity);
	g->over = true;
	while (!kthread_should_stop())
		schedule_timeout_idle(1);
	return 0;
}

/* A kill waits until the worker has left run_job of the entity. */
static void kill_waits_for_run_job(struct kunit *test)
{
	struct ff_gpu *g = ff_gpu(test, MAX_SCHEDULE_TIMEOUT);

	g->held = true;
	ff_push(g);
	KUNIT_EXPECT_NULL(test, g->hw);
	g->thread = kthread_create(ff_kills, g, "ff_kills");
	get_task_struct(g->thread);
	wake_up_process(g->thread);
	ff_settle();
	KUNIT_EXPECT_FALSE(test, g->over);
	g->held = false;
	wake_up_all(&g->wait);
	ff_settle();
	KUNIT_EXPECT_TRUE(test, g->over);
	kthread_stop(g->thread);
	put_task_struct(g->thread);
	ff_gpu_end(test, g);
}

/* A job that hangs on is told of again and again. */
static void timer_runs_again(struct kunit *test)
{
	struct ff_gpu *g = ff_gpu(test, 20);

	ff_push(g);
	schedule_timeout_uninterruptible(100);
	KUNIT_EXPECT_GE(test, g->timeouts, 3);
	ff_gpu_end(test, g);
}

/* No timer runs for a job that waits for its hardware in prepare_job: recovery does not know of it. */
static void no_timer_in_prepare_job(struct kunit *test)
{
	struct ff_gpu *g = ff_gpu(test, 20);

	g->slot = ff_fence(dma_fence_context_alloc(1), 1);
	ff_push(g);
	schedule_timeout_uninterruptible(2000);
	KUNIT_EXPECT_NULL(test, g->hw);
	KUNIT_EXPECT_EQ(test, g->timeouts, 0);
	dma_fence_signal(g->slot);
	schedule_timeout_uninterruptible(100);
	KUNIT_EXPECT_NOT_NULL(test, g->hw);
	KUNIT_EXPECT_GE(test, g->timeouts, 1);
	ff_gpu_end(test, g);
	FF_LAST(test, g->slot, "what prepare_job waited for");
	dma_fence_put(g->slot);
}

/* One that waits behind run_job is given up: its fence is signaled, with an error. */
static void recovery_behind_run_job(struct kunit *test)
{
	struct ff_gpu *g = ff_gpu(test, 20);

	g->resets = true;
	ff_push(g);
	KUNIT_EXPECT_FALSE(test, ff_signaled(g->finished));
	schedule_timeout_uninterruptible(100);
	KUNIT_EXPECT_EQ(test, g->timeouts, 1);
	KUNIT_EXPECT_EQ(test, dma_fence_get_status(g->finished), -ECANCELED);
	ff_gpu_end(test, g);
}

/* Where it waits inside run_job the timer runs, and the handler waits for it to leave: recovery does not help. */
static void recovery_inside_run_job(struct kunit *test)
{
	struct ff_gpu *g = ff_gpu(test, 20);

	g->resets = true;
	g->held = true;
	ff_push(g);
	schedule_timeout_uninterruptible(2000);
	KUNIT_EXPECT_EQ(test, g->timeouts, 1);
	KUNIT_EXPECT_TRUE(test, g->stops);
	KUNIT_EXPECT_FALSE(test, ff_signaled(g->finished));
	g->held = false;
	wake_up_all(&g->wait);
	ff_settle();
	KUNIT_EXPECT_FALSE(test, g->stops);
	KUNIT_EXPECT_TRUE(test, ff_signaled(g->finished));
	ff_gpu_end(test, g);
}

/* Whoever runs a job does not come to its entity, which may be gone. */
static void job_knows_no_entity(struct kunit *test)
{
	struct ff_gpu *g = ff_gpu(test, MAX_SCHEDULE_TIMEOUT);

	g->seen = &g->entity;
	ff_push(g);
	KUNIT_EXPECT_NULL(test, g->seen);
	ff_gpu_end(test, g);
}

/* A job that run_job refuses has finished with that error. */
static void job_that_cannot_run(struct kunit *test)
{
	struct ff_gpu *g = ff_gpu(test, MAX_SCHEDULE_TIMEOUT);

	g->error = -EIO;
	ff_push(g);
	KUNIT_EXPECT_EQ(test, dma_fence_get_status(g->finished), -EIO);
	ff_gpu_end(test, g);
}

static int ff_dependencies(struct drm_sched_job *job, struct dma_fence *wanted)
{
	struct dma_fence *f;
	unsigned long index;
	int count = 0;

	xa_for_each(&job->dependencies, index, f)
		count += f == wanted ? 1 : 100;
	return count;
}

/* Of two dependencies on one timeline the later is kept, whichever came first. */
static void later_dependency(struct kunit *test)
{
	u64 context = dma_fence_context_alloc(1);
	struct dma_fence *f[3] = { ff_fence(context, 1), ff_fence(context, 2), ff_fence(context, 3) };
	struct ff_gpu *g = ff_gpu(test, MAX_SCHEDULE_TIMEOUT);
	int n;

	KUNIT_EXPECT_EQ(test, drm_sched_job_add_dependency(&g->job, dma_fence_get(f[1])), 0);
	KUNIT_EXPECT_EQ(test, drm_sched_job_add_dependency(&g->job, dma_fence_get(f[2])), 0);
	KUNIT_EXPECT_EQ(test, drm_sched_job_add_dependency(&g->job, dma_fence_get(f[0])), 0);
	KUNIT_EXPECT_EQ(test, ff_dependencies(&g->job, f[2]), 1);
	for (n = 0; n < 3; n++)
		dma_fence_signal(f[n]);
	ff_push(g);
	ff_gpu_end(test, g);
	for (n = 0; n < 3; n++) {
		FF_LAST(test, f[n], "a dependency");
		dma_fence_put(f[n]);
	}
}

/* An object in video memory, and one that wants its room. */
struct ff_memory {
	struct ttm_device_funcs funcs;
	struct ttm_test_devices *devs;
	struct ttm_buffer_object *bo[2];
	struct task_struct *thread;
	bool over;
	int answer;
};

static const struct ttm_place ff_vram_place = { .mem_type = TTM_PL_VRAM };
static const struct ttm_place ff_system_place = { .mem_type = TTM_PL_SYSTEM };
static struct ttm_placement ff_vram = { .num_placement = 1, .placement = &ff_vram_place };
static struct ttm_placement ff_system = { .num_placement = 1, .placement = &ff_system_place };
static struct ttm_placement ff_nowhere;

static void ff_evict_flags(struct ttm_buffer_object *bo, struct ttm_placement *placement)
{
	*placement = ff_system;
}

static int ff_move(struct ttm_buffer_object *bo, bool evict, struct ttm_operation_ctx *ctx, struct ttm_resource *to, struct ttm_place *hop)
{
	ttm_bo_move_null(bo, to);
	return 0;
}

static int ff_validates(void *data)
{
	struct ff_memory *m = data;
	struct ttm_operation_ctx ctx = {};
	struct ww_acquire_ctx ticket;

	ww_acquire_init(&ticket, &reservation_ww_class);
	m->answer = ttm_bo_reserve(m->bo[1], false, false, &ticket);
	if (!m->answer) {
		m->answer = ttm_bo_validate(m->bo[1], &ff_vram, &ctx);
		ttm_bo_unreserve(m->bo[1]);
	}
	ww_acquire_fini(&ticket);
	m->over = true;
	while (!kthread_should_stop())
		schedule_timeout_idle(1);
	return 0;
}

/* Whoever waited for the lock of an object to evict it leaves it where it is if it was pinned in the meantime. */
static void pinned_meanwhile(struct kunit *test)
{
	struct ff_memory *m = kunit_kzalloc(test, sizeof(*m), GFP_KERNEL);
	struct ttm_operation_ctx ctx = {};
	int n;

	m->devs = ttm_test_devices_all(test);
	m->funcs = ttm_dev_funcs;
	m->funcs.evict_flags = ff_evict_flags;
	m->funcs.move = ff_move;
	m->devs->ttm_dev->funcs = &m->funcs;
	ttm_mock_manager_init(m->devs->ttm_dev, TTM_PL_VRAM, PAGE_SIZE);
	for (n = 0; n < 2; n++) {
		m->bo[n] = ttm_bo_kunit_init(test, m->devs, PAGE_SIZE, NULL);
		KUNIT_ASSERT_EQ(test, 0, ttm_bo_init_reserved(m->devs->ttm_dev, m->bo[n], ttm_bo_type_device, n ? &ff_nowhere : &ff_vram,
							      PAGE_SIZE >> PAGE_SHIFT, &ctx, NULL, NULL, dummy_ttm_bo_destroy));
		ttm_bo_unreserve(m->bo[n]);
	}
	KUNIT_ASSERT_EQ(test, ttm_bo_reserve(m->bo[0], false, false, NULL), 0);
	m->thread = kthread_create(ff_validates, m, "ff_validates");
	get_task_struct(m->thread);
	wake_up_process(m->thread);
	ff_rest();
	KUNIT_EXPECT_FALSE(test, m->over);
	ttm_bo_pin(m->bo[0]);
	ttm_bo_unreserve(m->bo[0]);
	ff_rest();
	KUNIT_EXPECT_TRUE(test, m->over);
	KUNIT_EXPECT_EQ(test, m->answer, -ENOMEM);
	KUNIT_EXPECT_EQ(test, m->bo[0]->resource->mem_type, (u32)TTM_PL_VRAM);
	kthread_stop(m->thread);
	put_task_struct(m->thread);
	ttm_bo_reserve(m->bo[0], false, false, NULL);
	ttm_bo_unpin(m->bo[0]);
	ttm_bo_unreserve(m->bo[0]);
	for (n = 0; n < 2; n++)
		ttm_bo_put(m->bo[n]);
	ttm_mock_manager_fini(m->devs->ttm_dev, TTM_PL_VRAM);
	ttm_test_devices_put(test, m->devs);
}

static struct kunit_case ff_cases[] = {
	KUNIT_CASE(kill_waits_for_run_job),
	KUNIT_CASE(timer_runs_again),
	KUNIT_CASE(no_timer_in_prepare_job),
	KUNIT_CASE(recovery_behind_run_job),
	KUNIT_CASE(recovery_inside_run_job),
	KUNIT_CASE(job_knows_no_entity),
	KUNIT_CASE(job_that_cannot_run),
	KUNIT_CASE(later_dependency),
	KUNIT_CASE(pinned_meanwhile),
	{}
};
static struct kunit_suite ff_suite = { .name = "finite_fence_beside_drm", .test_cases = ff_cases, .init = ff_begins };
kunit_test_suite(ff_suite);
#endif
MODULE_LICENSE("GPL");
