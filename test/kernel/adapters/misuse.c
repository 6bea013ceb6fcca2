// SPDX-License-Identifier: GPL-2.0
/*
 * What goes against the rules of an interface, which the kernel warns of and bears: a boot of its own, for in every other boot a warning
 * is a failure.
 */
#include "ff.h"
#if FF_SINCE(6, 12)
#include <drm/ttm/ttm_bo.h>
#include <drm/ttm/ttm_placement.h>
#include "../../gpu/drm/ttm/tests/ttm_kunit_helpers.h"
#endif

static int ff_called;

static void ff_counts(struct dma_fence *f, struct dma_fence_cb *cb)
{
	ff_called += f->error == -EDEADLK ? 1 : 100;
}

/* A fence whose last reference goes while somebody waits is signaled with an error: nobody waits for ever. */
static void released_with_callbacks(struct kunit *test)
{
	struct dma_fence *f = ff_fence(dma_fence_context_alloc(1), 1);
	struct dma_fence_cb cb;

	ff_called = 0;
	KUNIT_EXPECT_EQ(test, dma_fence_add_callback(f, &cb, ff_counts), 0);
	dma_fence_put(f);
	KUNIT_EXPECT_EQ(test, ff_called, 1);
}

#if FF_SINCE(6, 12)
/* An object that is unpinned once too often is not pinned. */
static void unpinned_too_often(struct kunit *test)
{
	static const struct ttm_place place = { .mem_type = TTM_PL_SYSTEM };
	struct ttm_placement system = { .num_placement = 1, .placement = &place };
	struct ttm_test_devices *devs = ttm_test_devices_all(test);
	struct ttm_buffer_object *bo = ttm_bo_kunit_init(test, devs, PAGE_SIZE, NULL);
	struct ttm_operation_ctx ctx = {};

	KUNIT_ASSERT_EQ(test, 0, ttm_bo_init_reserved(devs->ttm_dev, bo, ttm_bo_type_device, &system, PAGE_SIZE >> PAGE_SHIFT, &ctx, NULL,
						      NULL, dummy_ttm_bo_destroy));
	ttm_bo_unpin(bo);
	KUNIT_EXPECT_EQ(test, bo->pin_count, 0u);
	bo->pin_count = 0;
	ttm_bo_unreserve(bo);
	ttm_bo_put(bo);
	ttm_test_devices_put(test, devs);
}
#endif

static struct kunit_case ff_cases[] = {
	KUNIT_CASE(released_with_callbacks),
#if FF_SINCE(6, 12)
	KUNIT_CASE(unpinned_too_often),
#endif
	{}
};
/* Not among finite_*, which all boots run. */
static struct kunit_suite ff_suite = { .name = "misuse", .test_cases = ff_cases, .init = ff_begins };
kunit_test_suite(ff_suite);
MODULE_LICENSE("GPL");
