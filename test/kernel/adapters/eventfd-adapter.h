/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the steps of the model of an eventfd on a syncobj are: DRM_IOCTL_SYNCOBJ_EVENTFD, beside the calls on the syncobj, which are those
 * of the suite of threads that wait.
 */
#define ff_do ff_syncobj_do
#define ff_place ff_syncobj_place
#define ff_answer __maybe_unused ff_syncobj_answer
#define ff_begin ff_syncobj_begin
#define ff_end ff_syncobj_end
#include "syncobj-adapter.h"
#undef ff_do
#undef ff_place
#undef ff_answer
#undef ff_begin
#undef ff_end
#include <linux/eventfd.h>
#include <linux/fs.h>
#include <linux/syscalls.h>

/* The layout of drm_syncobj.c, which no header has: who is to be told is read from the lists that it is on. */
struct syncobj_eventfd_entry {
	struct list_head node;
	struct dma_fence *fence;
	struct dma_fence_cb fence_cb;
	struct drm_syncobj *syncobj;
	struct eventfd_ctx *ev_fd_ctx;
	u64 point;
	u32 flags;
};

/* An eventfd, and how often it has been told. */
struct ff_ear {
	int fd;
	struct file *file;
	u64 told;
};

/* The one of the steps; those of answers are gone when the answer is. */
static struct ff_ear ff_ear;

static bool ff_ear_begin(struct ff_ear *ear)
{
	memset(ear, 0, sizeof(*ear));
	ear->fd = sys_eventfd2(0, EFD_NONBLOCK);
	ear->file = ear->fd < 0 ? NULL : fget(ear->fd);
	return ear->file;
}

static void ff_ear_end(struct ff_ear *ear)
{
	if (!ear->file)
		return;
	fput(ear->file);
	ff_close(ear->fd);
	memset(ear, 0, sizeof(*ear));
}

static u64 ff_heard(struct ff_ear *ear)
{
	u64 count = 0;
	loff_t pos = 0;

	if (kernel_read(ear->file, &count, sizeof(count), &pos) == sizeof(count))
		ear->told += count;
	return ear->told;
}

/* The file has one reference of the context, which begins with their count; whoever is to tell has one more. */
static bool ff_kept(const struct ff_ear *ear)
{
	return kref_read((struct kref *)ear->file->private_data) != 1;
}

static int ff_listen(struct ff_ctx *c, int fd, int point, u32 flags)
{
	struct drm_syncobj_eventfd args = { .handle = c->handle, .flags = flags, .point = point, .fd = fd };

	return drm_syncobj_eventfd_ioctl(&c->dev, &args, &c->file);
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	bool available = ff_prefix(step, "eventfd_available_");
	int point = ff_number(step, available ? "eventfd_available_" : "eventfd_for_submit_");

	if (!strcmp(step, "read_eventfd")) {
		if (ff_heard(&ff_ear) != 1)
			return false;
		ff_ear_end(&ff_ear);
		return true;
	}
	if (!ff_prefix(step, "eventfd_"))
		return ff_syncobj_do(c, step, i, k, later);
	if (!available && !ff_prefix(step, "eventfd_for_submit_"))
		point = step[strlen("eventfd_")] - '0';
	if (!ff_ear_begin(&ff_ear))
		return false;
	return !ff_listen(c, ff_ear.fd, point, available ? DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE : 0);
}

static bool ff_is_told_by(struct dma_fence *f)
{
	struct dma_fence_cb *cb;

	list_for_each_entry(cb, &f->cb_list, node)
		if (container_of(cb, struct syncobj_eventfd_entry, fence_cb)->ev_fd_ctx == ff_ear.file->private_data)
			return true;
	return false;
}

/* Where the eventfd is, by the lists of the syncobj and of every fence that there was. */
static void ff_ear_place(struct ff_ctx *c, char *out, size_t size)
{
	struct syncobj_eventfd_entry *entry, *listed = NULL;
	struct dma_fence *on = NULL;
	int n;

	if (!ff_ear.file) {
		snprintf(out, size, list_empty(&c->obj->ev_fd_list) ? "idle" : "idle, and somebody is on the list");
		return;
	}
	list_for_each_entry(entry, &c->obj->ev_fd_list, node)
		if (entry->ev_fd_ctx == ff_ear.file->private_data)
			listed = entry;
	for (n = 1; n <= FF_FENCES; n++)
		if (!ff_signaled(c->f[n]) && ff_is_told_by(c->f[n]))
			on = c->f[n];
	for (n = 0; n < c->made; n++)
		if (!ff_signaled(c->nodes[n]) && ff_is_told_by(c->nodes[n]))
			on = c->nodes[n];
	if (ff_heard(&ff_ear))
		snprintf(out, size, ff_ear.told > 1 ? "told %llu times" : listed || on ? "told, and on a list" : ff_kept(&ff_ear) ?
			 "told, and kept" : "returned", ff_ear.told);
	else if (listed && on)
		snprintf(out, size, "on two lists");
	else if (listed)
		snprintf(out, size, "for_%s_%llu", listed->flags & DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE ? "available" : "submit",
			 listed->point);
	else
		snprintf(out, size, "%s", on ? ff_for[ff_pending(c, on)] : "on no list");
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	if (!strcmp(part, "eventfd"))
		ff_ear_place(c, out, size);
	else
		ff_syncobj_place(c, part, out, size);
}

/* What must be told before the call returns. */
static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	bool available = ff_prefix(call, "eventfd_available ");
	unsigned int refs = kref_read(&c->obj->refcount);
	struct drm_syncobj_eventfd args = { .handle = c->handle };
	struct ff_ear ear;
	int r;

	if (!ff_ear_begin(&ear)) {
		snprintf(out, size, "no eventfd");
		return;
	}
	args.fd = ear.fd;
	if (!strcmp(call, "eventfd of no handle"))
		args.handle += 7;
	else if (!strcmp(call, "eventfd with another flag"))
		args.flags = DRM_SYNCOBJ_WAIT_FLAGS_WAIT_ALL;
	else if (!strcmp(call, "eventfd with padding"))
		args.pad = 1;
	else if (!strcmp(call, "eventfd of no descriptor"))
		args.fd = -1;
	else
		args.point = call[strlen(call) - 1] - '0';
	if (available)
		args.flags = DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE;
	r = drm_syncobj_eventfd_ioctl(&c->dev, &args, &c->file);
	if (r)
		snprintf(out, size, "%s", ff_errno(r));
	else
		snprintf(out, size, ff_heard(&ear) != 1 ? "told %llu times" : ff_kept(&ear) ? "told, and kept" : "told", ear.told);
	ff_ear_end(&ear);
	if (kref_read(&c->obj->refcount) != refs)
		c->wrong = "a call keeps a reference of the syncobj";
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	ff_syncobj_begin(c, test);
	memset(&ff_ear, 0, sizeof(ff_ear));
}

static void ff_end(struct ff_ctx *c)
{
	ff_syncobj_end(c);
	/* Nobody tells any more: the fences are signaled, and the syncobj is gone. */
	if (ff_ear.file && ff_kept(&ff_ear))
		KUNIT_FAIL(c->test, "somebody still has the eventfd at its end");
	ff_ear_end(&ff_ear);
}
