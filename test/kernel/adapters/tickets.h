/* SPDX-License-Identifier: GPL-2.0 */
/* What a driver does that has no drm_exec: the same dance with tickets by dma_resv_lock and dma_resv_lock_slow. */
#include <linux/dma-resv.h>

struct ff_dance {
	u32 flags;
	struct ww_acquire_ctx ticket;
	unsigned int num_objects;
	struct drm_gem_object *objects[2], *contended, *prelocked;
};

static inline void ff_dance_init(struct ff_dance *d)
{
	memset(d, 0, sizeof(*d));
	ww_acquire_init(&d->ticket, &reservation_ww_class);
}

static inline void ff_dance_unlock(struct ff_dance *d)
{
	while (d->num_objects) {
		struct drm_gem_object *obj = d->objects[--d->num_objects];

		dma_resv_unlock(obj->resv);
		drm_gem_object_put(obj);
	}
}

static inline bool ff_dance_retries(struct ff_dance *d)
{
	if (!d->contended) {
		ww_acquire_done(&d->ticket);
		return false;
	}
	ff_dance_unlock(d);
	return true;
}

static inline int ff_dance_lock(struct ff_dance *d, struct drm_gem_object *obj, int slots)
{
	int r = 0;

	if (d->contended) {
		/* The reference of what was contended is now that of what is locked. */
		d->contended = NULL;
		dma_resv_lock_slow(obj->resv, &d->ticket);
		drm_gem_object_put(obj);
	} else {
		r = dma_resv_lock(obj->resv, &d->ticket);
	}
	if (r == -EDEADLK) {
		drm_gem_object_get(obj);
		d->contended = obj;
	}
	if (r == -EALREADY && d->flags)
		return 0;
	if (r)
		return r;
	drm_gem_object_get(obj);
	d->objects[d->num_objects++] = obj;
	return slots ? dma_resv_reserve_fences(obj->resv, slots) : 0;
}

static inline void ff_dance_unlock_one(struct ff_dance *d, struct drm_gem_object *obj)
{
	unsigned int n = d->objects[0] == obj ? 0 : 1;

	dma_resv_unlock(obj->resv);
	drm_gem_object_put(obj);
	d->num_objects--;
	if (n == 0)
		d->objects[0] = d->objects[1];
}

static inline void ff_dance_end(struct ff_dance *d)
{
	ff_dance_unlock(d);
	if (d->contended)
		drm_gem_object_put(d->contended);
	ww_acquire_fini(&d->ticket);
}

#define drm_exec ff_dance
#define DRM_EXEC_IGNORE_DUPLICATES 1
#define drm_exec_cleanup(d) ff_dance_retries(d)
#define drm_exec_lock_obj(d, obj) ff_dance_lock(d, obj, 0)
#define drm_exec_prepare_obj(d, obj, slots) ff_dance_lock(d, obj, slots)
#define drm_exec_unlock_obj(d, obj) ff_dance_unlock_one(d, obj)
#define drm_exec_fini(d) ff_dance_end(d)
