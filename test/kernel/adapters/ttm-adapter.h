/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the steps of the model of pinned buffer objects are in TTM: its KUnit helpers make a device with the mock manager as video memory,
 * which has room for one object, and the busy manager as the place to which nothing can be evicted.
 */
#include "ff.h"
#include <drm/ttm/ttm_bo.h>
#include <drm/ttm/ttm_placement.h>
#include <drm/ttm/ttm_resource.h>
#include <drm/ttm/ttm_tt.h>
#include "../../gpu/drm/ttm/tests/ttm_kunit_helpers.h"
#include "../../gpu/drm/ttm/tests/ttm_mock_manager.h"
#define FF_BOS 2
/* Each path makes a device. */
#define FF_CHUNK 32

struct ff_ctx {
	struct kunit *test;
	struct ttm_test_devices *devs;
	struct ttm_device_funcs funcs;
	struct ttm_buffer_object *bo[FF_BOS + 1];
	bool released[FF_BOS + 1], busy;
	const char *told, *wrong;
};

static struct ff_ctx *ff_now;

static const struct ttm_place ff_vram_place = { .mem_type = TTM_PL_VRAM };
static const struct ttm_place ff_system_place = { .mem_type = TTM_PL_SYSTEM };
static const struct ttm_place ff_busy_place = { .mem_type = TTM_PL_MOCK1 };
static struct ttm_placement ff_vram = { .num_placement = 1, .placement = &ff_vram_place };
static struct ttm_placement ff_system = { .num_placement = 1, .placement = &ff_system_place };
static struct ttm_placement ff_full = { .num_placement = 1, .placement = &ff_busy_place };
static struct ttm_placement ff_nowhere;

static void ff_evict_flags(struct ttm_buffer_object *bo, struct ttm_placement *placement)
{
	*placement = ff_now->busy ? ff_full : ff_system;
}

static void ff_destroy(struct ttm_buffer_object *bo)
{
	int n;

	for (n = 1; n <= FF_BOS; n++)
		if (bo == ff_now->bo[n])
			ff_now->released[n] = true;
	dummy_ttm_bo_destroy(bo);
}

static void ff_settle(struct ff_ctx *c)
{
}

static bool ff_reserve(struct ttm_buffer_object *bo)
{
	return ttm_bo_reserve(bo, false, true, NULL) == 0;
}

static bool ff_validate(struct ff_ctx *c, struct ttm_buffer_object *bo, struct ttm_placement *placement)
{
	struct ttm_operation_ctx ctx = {};
	int r;

	if (!ff_reserve(bo))
		return false;
	r = ttm_bo_validate(bo, placement, &ctx);
	ttm_bo_unreserve(bo);
	c->told = r == 0 ? "zero" : r == -EINVAL ? "EINVAL" : r == -ENOMEM ? "ENOMEM" : "another error";
	return true;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	struct ttm_buffer_object *bo = c->bo[i];

	if (!strcmp(step, "domain_fills"))
		return c->busy = true;
	if (!strcmp(step, "wants_vram"))
		return ff_validate(c, bo, &ff_vram);
	if (!strcmp(step, "wants_system"))
		return ff_validate(c, bo, &ff_system);
	if (!strcmp(step, "ttm_bo_put")) {
		ttm_bo_put(bo);
		return c->released[i];
	}
	if (!ff_reserve(bo))
		return false;
	if (!strcmp(step, "ttm_bo_pin"))
		ttm_bo_pin(bo);
	else if (!strcmp(step, "ttm_bo_unpin"))
		ttm_bo_unpin(bo);
	else
		KUNIT_FAIL(c->test, "there is no step %s", step);
	/* This puts it on the list that it belongs to. */
	ttm_bo_unreserve(bo);
	return true;
}

/* Whether its resource is on the list of what is pinned. */
static bool ff_unevictable(struct ff_ctx *c, struct ttm_resource *res)
{
	struct list_head *at;

	list_for_each(at, &c->devs->ttm_dev->pinned)
		if (at == &res->lru.link)
			return true;
	return false;
}

static void ff_bo_place(struct ff_ctx *c, int n, char *out, size_t size)
{
	struct ttm_resource *res = c->released[n] ? NULL : c->bo[n]->resource;

	if (c->wrong)
		snprintf(out, size, "%s", c->wrong);
	else if (c->released[n])
		snprintf(out, size, "released");
	else if (!res)
		snprintf(out, size, "none");
	else
		snprintf(out, size, res->bo != c->bo[n] ? "another's" : res->mem_type == TTM_PL_VRAM ? "vram" :
			 res->mem_type == TTM_PL_SYSTEM ? "system" : "elsewhere");
}

static void ff_pins_place(struct ff_ctx *c, int n, char *out, size_t size)
{
	static const char *const pins[] = { "zero", "pinned.one", "pinned.two", "pinned.three" };
	struct ttm_buffer_object *bo = c->bo[n];

	if (c->released[n])
		snprintf(out, size, "zero");
	else if (bo->pin_count > 3)
		snprintf(out, size, "%u pins", bo->pin_count);
	else if (bo->resource && ff_unevictable(c, bo->resource) != !!bo->pin_count)
		snprintf(out, size, "%s, on the wrong list", pins[bo->pin_count]);
	else
		snprintf(out, size, "%s", pins[bo->pin_count]);
}

static void ff_vram_place_of(struct ff_ctx *c, char *out, size_t size)
{
	struct ttm_resource_manager *man = ttm_manager_type(c->devs->ttm_dev, TTM_PL_VRAM);
	u64 used = ttm_resource_manager_usage(man);
	int n, holder = 0, count = 0;

	for (n = 1; n <= FF_BOS; n++)
		if (!c->released[n] && c->bo[n]->resource && c->bo[n]->resource->mem_type == TTM_PL_VRAM) {
			holder = n;
			count++;
		}
	if (used != count * PAGE_SIZE || count > 1)
		snprintf(out, size, "%llu bytes for %d objects", used, count);
	else
		snprintf(out, size, count ? "held.bo[%d]" : "free", holder);
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int n = part[strlen(part) - 2] - '0';

	if (ff_prefix(part, "bo["))
		ff_bo_place(c, n, out, size);
	else if (ff_prefix(part, "pins["))
		ff_pins_place(c, n, out, size);
	else if (ff_prefix(part, "boResv["))
		snprintf(out, size, !c->released[n] && dma_resv_is_locked(c->bo[n]->base.resv) ? "held" : "free");
	else if (ff_prefix(part, "validate["))
		snprintf(out, size, "idle");
	else if (ff_prefix(part, "evict["))
		snprintf(out, size, "none");
	else if (!strcmp(part, "vram"))
		ff_vram_place_of(c, out, size);
	else if (!strcmp(part, "turn"))
		snprintf(out, size, "free");
	else if (!strcmp(part, "domain"))
		snprintf(out, size, c->busy ? "busy" : "open");
	else
		snprintf(out, size, "%s", c->told);
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	snprintf(out, size, "no call");
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	struct ttm_operation_ctx ctx = {};
	int n;

	memset(c, 0, sizeof(*c));
	c->test = test;
	c->told = "none";
	ff_now = c;
	c->devs = ttm_test_devices_all(test);
	c->funcs = ttm_dev_funcs;
	c->funcs.evict_flags = ff_evict_flags;
	c->devs->ttm_dev->funcs = &c->funcs;
	ttm_mock_manager_init(c->devs->ttm_dev, TTM_PL_VRAM, PAGE_SIZE);
	ttm_mock_manager_init(c->devs->ttm_dev, TTM_PL_TT, 4 * PAGE_SIZE);
	ttm_busy_manager_init(c->devs->ttm_dev, TTM_PL_MOCK1, PAGE_SIZE);
	for (n = 1; n <= FF_BOS; n++) {
		c->bo[n] = ttm_bo_kunit_init(test, c->devs, PAGE_SIZE, NULL);
		/* No place yet: it has no resource. */
		if (ttm_bo_init_reserved(c->devs->ttm_dev, c->bo[n], ttm_bo_type_device, &ff_nowhere, PAGE_SIZE >> PAGE_SHIFT, &ctx,
					 NULL, NULL, ff_destroy))
			c->wrong = "it cannot be made";
		else
			ttm_bo_unreserve(c->bo[n]);
	}
}

static void ff_end(struct ff_ctx *c)
{
	struct ttm_device *ttm = c->devs->ttm_dev;
	int n;

	c->busy = false;
	for (n = 1; n <= FF_BOS; n++) {
		if (c->released[n])
			continue;
		if (kref_read(&c->bo[n]->kref) != 1)
			KUNIT_FAIL(c->test, "object %d has %u references at its end, not 1", n, kref_read(&c->bo[n]->kref));
		if (ff_reserve(c->bo[n])) {
			while (c->bo[n]->pin_count)
				ttm_bo_unpin(c->bo[n]);
			ttm_bo_unreserve(c->bo[n]);
		}
		ttm_bo_put(c->bo[n]);
		if (!c->released[n])
			KUNIT_FAIL(c->test, "object %d is not released at its end", n);
	}
	ttm_bad_manager_fini(ttm, TTM_PL_MOCK1);
	ttm_mock_manager_fini(ttm, TTM_PL_TT);
	ttm_mock_manager_fini(ttm, TTM_PL_VRAM);
	ttm_test_devices_put(c->test, c->devs);
}
