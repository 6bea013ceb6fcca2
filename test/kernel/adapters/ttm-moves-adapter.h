/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the steps of the model of moves that take time are in TTM: its KUnit helpers make a device with the mock manager as video memory,
 * which has room for one object and no pages of its own. The driver's move is a copy: a fence that the test signals.
 */
#include "ff.h"
#include <drm/ttm/ttm_bo.h>
#include <drm/ttm/ttm_placement.h>
#include <drm/ttm/ttm_resource.h>
#include <drm/ttm/ttm_tt.h>
#include "../../gpu/drm/ttm/tests/ttm_kunit_helpers.h"
#include "../../gpu/drm/ttm/tests/ttm_mock_manager.h"
/* Each path makes a device. */
#define FF_CHUNK 32

enum { FF_MOVED, FF_OTHER, FF_OBJECTS };

struct ff_ctx {
	struct kunit *test;
	struct ttm_test_devices *devs;
	struct ttm_device_funcs funcs;
	struct ttm_buffer_object *bo[FF_OBJECTS];
	bool put[FF_OBJECTS], released[FF_OBJECTS];
	/* Of the copy engine, which does one copy at a time. */
	struct dma_fence *copy;
	u64 engine, copies;
	const char *wrong;
};

static struct ff_ctx *ff_now;

static const struct ttm_place ff_vram_place = { .mem_type = TTM_PL_VRAM };
static const struct ttm_place ff_system_place = { .mem_type = TTM_PL_SYSTEM };
static struct ttm_placement ff_vram = { .num_placement = 1, .placement = &ff_vram_place };
static struct ttm_placement ff_system = { .num_placement = 1, .placement = &ff_system_place };
static struct ttm_placement ff_nowhere;

static void ff_evict_flags(struct ttm_buffer_object *bo, struct ttm_placement *placement)
{
	*placement = ff_system;
}

static void ff_tt_destroy(struct ttm_device *device, struct ttm_tt *ttm)
{
	ttm_tt_fini(ttm);
	kfree(ttm);
}

static int ff_move(struct ttm_buffer_object *bo, bool evict, struct ttm_operation_ctx *ctx, struct ttm_resource *to, struct ttm_place *hop)
{
	struct ff_ctx *c = ff_now;

	if (!bo->resource) {
		ttm_bo_move_null(bo, to);
		return 0;
	}
	if (c->copy && !ff_signaled(c->copy))
		c->wrong = "two copies at a time";
	/* A copy needs pages on the one side. */
	if (ttm_tt_populate(bo->bdev, bo->ttm, ctx))
		c->wrong = "there are no pages";
	dma_fence_put(c->copy);
	c->copy = ff_fence(c->engine, ++c->copies);
	return ttm_bo_move_accel_cleanup(bo, c->copy, evict, true, to);
}

static void ff_destroy(struct ttm_buffer_object *bo)
{
	int n;

	for (n = 0; n < FF_OBJECTS; n++)
		if (bo == ff_now->bo[n])
			ff_now->released[n] = true;
	dummy_ttm_bo_destroy(bo);
}

/* The worker of delayed destruction runs. */
static void ff_settle(struct ff_ctx *c)
{
	schedule_timeout_uninterruptible(2);
}

static int ff_validate(struct ff_ctx *c, int n, struct ttm_placement *placement, bool no_wait)
{
	struct ttm_operation_ctx ctx = { .no_wait_gpu = no_wait };
	int r;

	if (ttm_bo_reserve(c->bo[n], false, true, NULL))
		return -EBUSY;
	r = ttm_bo_validate(c->bo[n], placement, &ctx);
	ttm_bo_unreserve(c->bo[n]);
	return r;
}

static bool ff_populate(struct ff_ctx *c)
{
	struct ttm_operation_ctx ctx = {};
	struct ttm_buffer_object *bo = c->bo[FF_MOVED];
	int r;

	if (ttm_bo_reserve(bo, false, true, NULL))
		return false;
	r = ttm_tt_populate(bo->bdev, bo->ttm, &ctx);
	ttm_bo_unreserve(bo);
	return r == 0;
}

static bool ff_swap_out(struct ff_ctx *c)
{
	struct ttm_operation_ctx ctx = { .no_wait_gpu = true };
	struct ttm_device *ttm = c->devs->ttm_dev;

	return ttm_bo_swapout(ttm, &ctx, ttm_manager_type(ttm, TTM_PL_SYSTEM), GFP_KERNEL, 1) == 1;
}

static bool ff_put(struct ff_ctx *c, int n)
{
	c->put[n] = true;
	ttm_bo_put(c->bo[n]);
	return true;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	if (!strcmp(step, "move_in"))
		return ff_validate(c, FF_MOVED, &ff_vram, false) == 0;
	if (!strcmp(step, "move_out") || !strcmp(step, "make"))
		return ff_validate(c, FF_MOVED, &ff_system, false) == 0;
	if (ff_prefix(step, "gut"))
		return ff_validate(c, FF_MOVED, &ff_nowhere, false) == 0;
	if (!strcmp(step, "other_evicts_without_waiting"))
		return ff_validate(c, FF_OTHER, &ff_vram, true) == -ENOMEM;
	if (ff_prefix(step, "other_comes") || !strcmp(step, "other_evicts"))
		return ff_validate(c, FF_OTHER, &ff_vram, false) == 0;
	if (!strcmp(step, "other_leaves"))
		return ff_validate(c, FF_OTHER, &ff_nowhere, false) == 0;
	if (!strcmp(step, "copy_signals"))
		return dma_fence_signal(c->copy) == 0;
	if (!strcmp(step, "populate"))
		return ff_populate(c);
	if (!strcmp(step, "swap_out"))
		return ff_swap_out(c);
	if (ff_prefix(step, "put"))
		return ff_put(c, FF_MOVED);
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static struct ttm_resource_manager *ff_manager(struct ff_ctx *c, int type)
{
	return ttm_manager_type(c->devs->ttm_dev, type);
}

/* Objects on the list of a manager that are neither of ours. */
static int ff_strangers(struct ff_ctx *c, int type)
{
	struct ttm_resource_manager *man = ff_manager(c, type);
	struct ttm_device *ttm = c->devs->ttm_dev;
	struct ttm_resource_cursor cursor;
	struct ttm_resource *res;
	int count = 0;

	spin_lock(&ttm->lru_lock);
	ttm_resource_manager_for_each_res(man, &cursor, res)
		count += res->bo != c->bo[FF_MOVED] && res->bo != c->bo[FF_OTHER];
	ttm_resource_cursor_fini(&cursor);
	spin_unlock(&ttm->lru_lock);
	return count;
}

static const char *ff_ghost_place(struct ff_ctx *c)
{
	int vram = ff_strangers(c, TTM_PL_VRAM), system = ff_strangers(c, TTM_PL_SYSTEM);

	if (vram + system > 1)
		return "several ghosts";
	return vram ? "vram" : system ? "system" : "none";
}

static const char *ff_bo_place(struct ff_ctx *c)
{
	struct ttm_buffer_object *bo = c->bo[FF_MOVED];
	bool vram;

	if (c->wrong)
		return c->wrong;
	if (c->released[FF_MOVED])
		return c->put[FF_MOVED] ? "released" : "released, and nobody put it";
	vram = bo->resource && bo->resource->mem_type == TTM_PL_VRAM;
	if (c->put[FF_MOVED])
		return vram ? "zombie_vram" : "zombie";
	return !bo->resource ? "nowhere" : vram ? "vram" : "system";
}

static bool ff_is_idle(struct ttm_buffer_object *bo)
{
	return dma_resv_test_signaled(bo->base.resv, DMA_RESV_USAGE_KERNEL);
}

static const char *ff_copy_place(struct ff_ctx *c)
{
	if (!c->copy || ff_signaled(c->copy))
		return "idle";
	return !c->released[FF_MOVED] && ff_is_idle(c->bo[FF_MOVED]) ? "running, and its object is idle" : "running";
}

static const char *ff_other_place(struct ff_ctx *c)
{
	struct ttm_buffer_object *bo = c->bo[FF_OTHER];

	if (!bo->resource)
		return "none";
	return bo->resource->mem_type != TTM_PL_VRAM ? "elsewhere" : ff_is_idle(bo) ? "idle" : "waits";
}

static const char *ff_pages_place(struct ff_ctx *c)
{
	struct ttm_tt *ttm = c->released[FF_MOVED] ? NULL : c->bo[FF_MOVED]->ttm;

	if (ttm && ttm_tt_is_populated(ttm))
		return ttm->page_flags & TTM_TT_FLAG_SWAPPED ? "there and swapped" : "there";
	return ttm && ttm->page_flags & TTM_TT_FLAG_SWAPPED ? "swapped" : "none";
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	struct ttm_resource_manager *man = ff_manager(c, TTM_PL_VRAM);
	u64 used = ttm_resource_manager_usage(man);

	if (!strcmp(part, "room"))
		snprintf(out, size, !used ? "free" : used == PAGE_SIZE ? "taken" : "%llu bytes", used);
	else if (!strcmp(part, "evicted"))
		snprintf(out, size, "%s", !man->move ? "none" : ff_signaled(man->move) ? "done" : "running");
	else
		snprintf(out, size, "%s", !strcmp(part, "bo") ? ff_bo_place(c) : !strcmp(part, "copy") ? ff_copy_place(c) :
			 !strcmp(part, "ghost") ? ff_ghost_place(c) : !strcmp(part, "other") ? ff_other_place(c) : ff_pages_place(c));
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	int r = ff_validate(c, FF_OTHER, &ff_vram, true);

	snprintf(out, size, "%s", r == -ENOMEM ? "-ENOMEM" : r == 0 ? "0" : "another error");
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	struct ttm_operation_ctx ctx = {};
	int n;

	memset(c, 0, sizeof(*c));
	c->test = test;
	ff_now = c;
	c->engine = dma_fence_context_alloc(1);
	c->devs = ttm_test_devices_all(test);
	c->funcs = ttm_dev_funcs;
	c->funcs.evict_flags = ff_evict_flags;
	c->funcs.move = ff_move;
	c->funcs.ttm_tt_destroy = ff_tt_destroy;
	c->devs->ttm_dev->funcs = &c->funcs;
	ttm_mock_manager_init(c->devs->ttm_dev, TTM_PL_VRAM, PAGE_SIZE);
	/* Its memory is not made of pages. */
	ff_manager(c, TTM_PL_VRAM)->use_tt = false;
	for (n = 0; n < FF_OBJECTS; n++) {
		c->bo[n] = ttm_bo_kunit_init(test, c->devs, PAGE_SIZE, NULL);
		if (ttm_bo_init_reserved(c->devs->ttm_dev, c->bo[n], ttm_bo_type_device, n == FF_MOVED ? &ff_system : &ff_nowhere,
					 PAGE_SIZE >> PAGE_SHIFT, &ctx, NULL, NULL, ff_destroy))
			c->wrong = "it cannot be made";
		else
			ttm_bo_unreserve(c->bo[n]);
	}
}

static void ff_end(struct ff_ctx *c)
{
	struct ttm_resource_manager *vram = ff_manager(c, TTM_PL_VRAM);
	int n;

	if (c->copy && !ff_signaled(c->copy))
		dma_fence_signal(c->copy);
	ff_settle(c);
	for (n = 0; n < FF_OBJECTS; n++) {
		if (!c->put[n]) {
			if (kref_read(&c->bo[n]->kref) != 1)
				KUNIT_FAIL(c->test, "object %d has %u references at its end, not 1", n, kref_read(&c->bo[n]->kref));
			ff_put(c, n);
		}
		ff_settle(c);
		if (!c->released[n])
			KUNIT_FAIL(c->test, "object %d is not released at its end", n);
	}
	ttm_mock_manager_fini(c->devs->ttm_dev, TTM_PL_VRAM);
	/* The mock does not, and is not freed either. */
	ttm_resource_manager_cleanup(vram);
	ttm_test_devices_put(c->test, c->devs);
	if (c->copy) {
		FF_LAST(c->test, c->copy, "the fence of a copy");
		dma_fence_put(c->copy);
	}
}
