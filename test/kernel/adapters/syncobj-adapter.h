/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the steps of the model of a syncobj with a timeline are: the ioctls of drm_syncobj.c, called with memory of userspace, and the two
 * calls of drivers. The thread that waits is a thread of the kernel in DRM_IOCTL_SYNCOBJ_WAIT or _TIMELINE_WAIT.
 */
#include "ff.h"
#include "user.h"
#include <drm/drm.h>
#include <drm/drm_device.h>
#include <drm/drm_drv.h>
#include <drm/drm_file.h>
#include <drm/drm_syncobj.h>
#include <linux/dma-fence-array.h>
#include <linux/dma-fence-chain.h>
#include <linux/fdtable.h>
#include <linux/file.h>
#include <linux/sched/signal.h>
#include <linux/sync_file.h>
#include "../../gpu/drm/drm_internal.h"
#define FF_FENCES 2
#define FF_NODES 48
#define FF_TIME 150
/* Some waits run out in each path. */
#define FF_CHUNK 16

/* The layout of drm_syncobj.c, which no header has: who waits is read from the lists that it is on. */
struct syncobj_wait_entry {
	struct list_head node;
	struct task_struct *task;
	struct dma_fence *fence;
	struct dma_fence_cb fence_cb;
	u64 point;
};

/* A thread in the ioctl; its answer is LONG_MIN until it returns. */
struct ff_host {
	struct ff_ctx *ctx;
	struct task_struct *thread;
	int point;
	u32 flags;
	unsigned long until;
	s64 nsec;
	long answer;
};

struct ff_ctx {
	struct kunit *test;
	struct drm_device dev;
	struct drm_file file;
	struct drm_syncobj *obj;
	u32 handle;
	struct dma_fence *f[FF_FENCES + 1], *nodes[FF_NODES];
	bool published[FF_FENCES + 1];
	int made;
	struct ff_host host;
	const char *wrong;
};

static const struct drm_driver ff_driver = { .driver_features = DRIVER_SYNCOBJ | DRIVER_SYNCOBJ_TIMELINE };

static void ff_settle(struct ff_ctx *c)
{
	/* An irq_work of a chain runs with the next tick. */
	schedule_timeout_uninterruptible(2);
}

/* The arguments that are arrays, of one element each; `at` keeps the calls of two threads apart. */
static void ff_arrays(u32 handle, u64 point, unsigned int at)
{
	if (copy_to_user(ff_at(at), &handle, sizeof(handle)) || copy_to_user(ff_at(at + 8), &point, sizeof(point)))
		pr_err("there is no page of userspace\n");
}

static long ff_wait_ioctl(struct ff_ctx *c, int point, u32 flags, s64 until, unsigned int at)
{
	struct drm_syncobj_timeline_wait line = { .count_handles = 1, .flags = flags, .timeout_nsec = until, .first_signaled = 7 };
	struct drm_syncobj_wait wait = { .count_handles = 1, .flags = flags, .timeout_nsec = until, .first_signaled = 7 };
	bool binary = point == 0 && !(flags & DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE);
	long r;

	ff_arrays(c->handle, point, at);
	line.handles = wait.handles = (u64)ff_at(at);
	line.points = (u64)ff_at(at + 8);
	r = binary ? drm_syncobj_wait_ioctl(&c->dev, &wait, &c->file) : drm_syncobj_timeline_wait_ioctl(&c->dev, &line, &c->file);
	if (!r && (binary ? wait.first_signaled : line.first_signaled) != 0)
		c->wrong = "the first that is signaled is not the one that there is";
	return r;
}

static int ff_hosts(void *data)
{
	struct ff_host *h = data;

	allow_signal(SIGUSR1);
	ff_user_begin();
	h->answer = ff_wait_ioctl(h->ctx, h->point, h->flags, h->nsec, 64);
	ff_user_end();
	flush_signals(current);
	for (;;) {
		set_current_state(TASK_IDLE);
		if (kthread_should_stop())
			break;
		schedule();
	}
	__set_current_state(TASK_RUNNING);
	return 0;
}

static void ff_host_stop(struct ff_ctx *c)
{
	struct ff_host *h = &c->host;

	if (!h->thread)
		return;
	if (h->answer == LONG_MIN) {
		send_sig(SIGUSR1, h->thread, 1);
		ff_rest();
	}
	kthread_stop(h->thread);
	put_task_struct(h->thread);
	h->thread = NULL;
}

static bool ff_host_start(struct ff_ctx *c, int point, u32 flags, bool times_out)
{
	struct ff_host *h = &c->host;

	ff_host_stop(c);
	h->ctx = c;
	h->point = point;
	h->flags = flags;
	h->until = jiffies + FF_TIME;
	h->nsec = times_out ? ktime_get_ns() + (s64)FF_TIME * NSEC_PER_SEC / HZ : S64_MAX;
	h->answer = LONG_MIN;
	h->thread = kthread_create(ff_hosts, h, "ff_host");
	get_task_struct(h->thread);
	wake_up_process(h->thread);
	ff_rest();
	return h->answer == LONG_MIN;
}

/* Bit k: fence k is pending in this fence, or in what it contains. A stranger that is pending is bit 0. */
static int ff_pending(struct ff_ctx *c, struct dma_fence *f)
{
	struct dma_fence_chain *chain;
	int set = 0, n;

	for (; f && (chain = to_dma_fence_chain(f)); f = rcu_dereference_protected(chain->prev, true))
		set |= ff_pending(c, chain->fence);
	if (!f)
		return set;
	if (dma_fence_is_array(f)) {
		for (n = 0; n < to_dma_fence_array(f)->num_fences; n++)
			set |= ff_pending(c, to_dma_fence_array(f)->fences[n]);
		return set;
	}
	if (ff_signaled(f))
		return set;
	return set | (f == c->f[1] ? 2 : f == c->f[2] ? 4 : 1);
}

static const char *const ff_sets[] = { "signaled", "a stranger", "f1", "f1 and a stranger", "f2", "f2 and a stranger", "f1 f2", "all" };
static const char *const ff_for[] = { "nothing", "a stranger", "for_f1", "all", "for_f2", "all", "for_f1_f2", "all" };

static struct dma_fence *ff_payload(struct ff_ctx *c)
{
	return rcu_dereference_protected(c->obj->fence, true);
}

/* A node of the chain, or what took its place: "p1", "d1". */
static void ff_node_place(struct ff_ctx *c, struct dma_fence_chain *chain, char *out, size_t size)
{
	u64 point = chain->base.seqno;

	if (ff_signaled(chain->fence))
		snprintf(out, size, "d%llu", point);
	else
		snprintf(out, size, point <= FF_FENCES && chain->fence == c->f[point] ? "p%llu" : "a wrong fence at %llu", point);
}

static void ff_payload_place(struct ff_ctx *c, char *out, size_t size)
{
	struct dma_fence *f = ff_payload(c), *prev;
	struct dma_fence_chain *chain;
	char own[24], before[24];

	if (c->wrong) {
		snprintf(out, size, "%s", c->wrong);
		return;
	}
	if (!f || !dma_fence_is_chain(f)) {
		snprintf(out, size, !f ? "empty" : ff_signaled(f) ? "signaled" : f == c->f[1] ? "f1" : "a stranger");
		return;
	}
	chain = to_dma_fence_chain(f);
	prev = rcu_dereference_protected(chain->prev, true);
	ff_node_place(c, chain, own, sizeof(own));
	if (prev && dma_fence_is_chain(prev))
		ff_node_place(c, to_dma_fence_chain(prev), before, sizeof(before));
	else
		snprintf(before, sizeof(before), prev ? "a wrong node" : chain->prev_seqno ? "d%llu" : "", chain->prev_seqno);
	snprintf(out, size, *before ? "%s_%s" : "%s%s", before, own);
}

static bool ff_hangs_on(struct ff_host *h, struct dma_fence *f)
{
	struct dma_fence_cb *cb;

	list_for_each_entry(cb, &f->cb_list, node)
		if (container_of(cb, struct syncobj_wait_entry, fence_cb)->task == h->thread)
			return true;
	return false;
}

/* Where the thread is, by the lists of the syncobj and of every fence that there was. */
static void ff_host_place(struct ff_ctx *c, char *out, size_t size)
{
	struct ff_host *h = &c->host;
	struct syncobj_wait_entry *entry;
	struct dma_fence *on = NULL;
	bool listed = false;
	int n;

	if (h->thread && h->answer == LONG_MIN)
		list_for_each_entry(entry, &c->obj->cb_list, node)
			listed |= entry->task == h->thread && !entry->fence;
	else if (!list_empty(&c->obj->cb_list))
		c->wrong = "a wait that is over is on the list";
	for (n = 1; h->thread && n <= FF_FENCES; n++)
		if (!ff_signaled(c->f[n]) && ff_hangs_on(h, c->f[n]))
			on = c->f[n];
	for (n = 0; h->thread && n < c->made; n++)
		if (!ff_signaled(c->nodes[n]) && ff_hangs_on(h, c->nodes[n]))
			on = c->nodes[n];
	if (!h->thread)
		snprintf(out, size, "idle");
	else if (h->answer != LONG_MIN)
		snprintf(out, size, on ? "over, and its callback is there" : h->answer == 0 ? "returned" :
			 h->answer == -ETIME ? "timed_out" : h->answer == -ERESTARTSYS ? "interrupted" : ff_errno(h->answer));
	else if (listed)
		snprintf(out, size, "for_%s_%d", h->flags & DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE ? "available" : "submit", h->point);
	else
		snprintf(out, size, "%s", on ? ff_for[ff_pending(c, on)] : "on no list");
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int n = ff_number(part, "f");

	if (n)
		snprintf(out, size, ff_signaled(c->f[n]) ? "signaled" : c->published[n] ? "visible" : "unpublished");
	else if (!strcmp(part, "payload"))
		ff_payload_place(c, out, size);
	else if (!strcmp(part, "waiter"))
		ff_host_place(c, out, size);
	else
		snprintf(out, size, "no part");
}

/* Every node is kept to the end, so that it can be asked who waits for it. */
static void ff_keep(struct ff_ctx *c)
{
	struct dma_fence *f = ff_payload(c);

	if (f && dma_fence_is_chain(f) && (!c->made || c->nodes[c->made - 1] != f) && c->made < FF_NODES)
		c->nodes[c->made++] = dma_fence_get(f);
}

static bool ff_add(struct ff_ctx *c, int point)
{
	struct dma_fence_chain *chain = dma_fence_chain_alloc();

	if (!chain)
		return false;
	drm_syncobj_add_point(c->obj, chain, c->f[point], point);
	c->published[point] = true;
	ff_keep(c);
	return true;
}

static bool ff_timeline_signal(struct ff_ctx *c, int point)
{
	struct drm_syncobj_timeline_array args = { .handles = (u64)ff_at(0), .points = (u64)ff_at(8), .count_handles = 1 };
	int r;

	ff_arrays(c->handle, point, 0);
	r = drm_syncobj_timeline_signal_ioctl(&c->dev, &args, &c->file);
	ff_keep(c);
	return r == 0;
}

static void ff_close(int fd)
{
	close_fd(fd);
	/* A thread of the kernel closes files later, by a work. */
	flush_delayed_fput();
}

static bool ff_import(struct ff_ctx *c)
{
	struct sync_file *file = sync_file_create(c->f[1]);
	struct drm_syncobj_handle args = { .handle = c->handle, .flags = DRM_SYNCOBJ_FD_TO_HANDLE_FLAGS_IMPORT_SYNC_FILE };
	int r;

	args.fd = get_unused_fd_flags(O_CLOEXEC);
	fd_install(args.fd, file->file);
	r = drm_syncobj_fd_to_handle_ioctl(&c->dev, &args, &c->file);
	ff_close(args.fd);
	return r == 0;
}

static bool ff_do_wait(struct ff_ctx *c, const char *step, int later)
{
	struct ff_host *h = &c->host;
	int n;

	if (ff_prefix(step, "wait_for_submit_"))
		return ff_host_start(c, ff_number(step, "wait_for_submit_"), DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT, later);
	if (ff_prefix(step, "wait_available_"))
		return ff_host_start(c, ff_number(step, "wait_available_"), DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE, later);
	if (!strcmp(step, "wait_times_out")) {
		/* The clock that the ioctl goes by and the one of the timers are not the same. */
		schedule_timeout_uninterruptible(max_t(long, 1, h->until - jiffies));
		for (n = 0; n < FF_TIME && h->answer == LONG_MIN; n++)
			ff_rest();
		return h->answer == -ETIME;
	}
	if (!strcmp(step, "wait_is_interrupted")) {
		send_sig(SIGUSR1, h->thread, 1);
		ff_rest();
		return h->answer == -ERESTARTSYS;
	}
	if (!strcmp(step, "wait_again")) {
		ff_host_stop(c);
		return true;
	}
	return ff_host_start(c, step[strlen("wait_")] - '0', 0, later);
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	struct drm_syncobj_array args = { .handles = (u64)ff_at(0), .count_handles = 1 };
	int n = ff_number(step, "signal_f");

	if (n)
		return dma_fence_signal(c->f[n]) == 0;
	if (ff_prefix(step, "wait_"))
		return ff_do_wait(c, step, later);
	if (ff_prefix(step, "add_point_"))
		return ff_add(c, step[strlen("add_point_")] - '0');
	if (ff_prefix(step, "timeline_signal_"))
		return ff_timeline_signal(c, step[strlen("timeline_signal_")] - '0');
	if (ff_prefix(step, "replace_")) {
		drm_syncobj_replace_fence(c->obj, c->f[1]);
		return c->published[1] = true;
	}
	if (!strcmp(step, "import_sync_file")) {
		c->published[1] = true;
		return ff_import(c);
	}
	ff_arrays(c->handle, 0, 0);
	if (!strcmp(step, "syncobj_signal"))
		return drm_syncobj_signal_ioctl(&c->dev, &args, &c->file) == 0;
	if (!strcmp(step, "syncobj_reset"))
		return drm_syncobj_reset_ioctl(&c->dev, &args, &c->file) == 0;
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static void ff_answer_find(struct ff_ctx *c, u32 handle, int point, char *out, size_t size)
{
	struct dma_fence *f = NULL;
	int r = drm_syncobj_find_fence(&c->file, handle, point, 0, &f);

	snprintf(out, size, "%s", r ? ff_errno(r) : f ? ff_sets[ff_pending(c, f)] : "no fence");
	if (!r)
		dma_fence_put(f);
}

/* To another syncobj, which is gone after it. */
static void ff_answer_transfer(struct ff_ctx *c, int point, bool timeline, char *out, size_t size)
{
	struct drm_syncobj_create create = {};
	struct drm_syncobj_destroy destroy = {};
	struct drm_syncobj_transfer args = { .src_handle = c->handle, .src_point = point, .dst_point = timeline ? 3 : 0 };
	struct drm_syncobj *other;
	struct dma_fence *f;
	int r;

	drm_syncobj_create_ioctl(&c->dev, &create, &c->file);
	args.dst_handle = destroy.handle = create.handle;
	other = drm_syncobj_find(&c->file, create.handle);
	r = drm_syncobj_transfer_ioctl(&c->dev, &args, &c->file);
	f = rcu_dereference_protected(other->fence, true);
	if (r)
		snprintf(out, size, "%s", ff_errno(r));
	else if (timeline)
		snprintf(out, size, "%llu %s", f && dma_fence_is_chain(f) ? (u64)f->seqno : 0, ff_sets[ff_pending(c, f)]);
	else
		snprintf(out, size, "%s", f ? ff_sets[ff_pending(c, f)] : "no fence");
	drm_syncobj_destroy_ioctl(&c->dev, &destroy, &c->file);
	if (kref_read(&other->refcount) != 1)
		c->wrong = "a transfer keeps a reference of its syncobj";
	drm_syncobj_put(other);
}

static void ff_answer_query(struct ff_ctx *c, u32 flags, char *out, size_t size)
{
	struct drm_syncobj_timeline_array args = { .handles = (u64)ff_at(0), .points = (u64)ff_at(8), .count_handles = 1, .flags = flags };
	u64 point = 0;
	int r;

	ff_arrays(c->handle, 77, 0);
	r = drm_syncobj_query_ioctl(&c->dev, &args, &c->file);
	if (r || copy_from_user(&point, ff_at(8), sizeof(point)))
		snprintf(out, size, "%s", ff_errno(r));
	else
		snprintf(out, size, "%llu", point);
}

static void ff_answer_export(struct ff_ctx *c, char *out, size_t size)
{
	struct drm_syncobj_handle args = { .handle = c->handle, .flags = DRM_SYNCOBJ_HANDLE_TO_FD_FLAGS_EXPORT_SYNC_FILE };
	int r = drm_syncobj_handle_to_fd_ioctl(&c->dev, &args, &c->file);
	struct dma_fence *f;

	if (r) {
		snprintf(out, size, "%s", ff_errno(r));
		return;
	}
	f = sync_file_get_fence(args.fd);
	snprintf(out, size, "%s", f ? ff_sets[ff_pending(c, f)] : "no fence");
	dma_fence_put(f);
	ff_close(args.fd);
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	unsigned int refs = kref_read(&c->obj->refcount);
	int point = call[strlen(call) - 1] - '0';

	if (ff_prefix(call, "wait_for_submit"))
		snprintf(out, size, "%s", ff_errno(ff_wait_ioctl(c, point, DRM_SYNCOBJ_WAIT_FLAGS_WAIT_FOR_SUBMIT, 0, 0)));
	else if (ff_prefix(call, "wait_available"))
		snprintf(out, size, "%s", ff_errno(ff_wait_ioctl(c, point, DRM_SYNCOBJ_WAIT_FLAGS_WAIT_AVAILABLE, 0, 0)));
	else if (ff_prefix(call, "wait"))
		snprintf(out, size, "%s", ff_errno(ff_wait_ioctl(c, point, 0, 0, 0)));
	else if (!strcmp(call, "drm_syncobj_find_fence of no handle"))
		ff_answer_find(c, c->handle + 7, 0, out, size);
	else if (ff_prefix(call, "drm_syncobj_find_fence"))
		ff_answer_find(c, c->handle, point, out, size);
	else if (ff_prefix(call, "transfer_to_"))
		ff_answer_transfer(c, point, ff_prefix(call, "transfer_to_timeline"), out, size);
	else if (ff_prefix(call, "query"))
		ff_answer_query(c, strcmp(call, "query") ? DRM_SYNCOBJ_QUERY_FLAGS_LAST_SUBMITTED : 0, out, size);
	else
		ff_answer_export(c, out, size);
	if (kref_read(&c->obj->refcount) != refs)
		c->wrong = "a call keeps a reference of the syncobj";
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	struct drm_syncobj_create create = {};
	int n;

	memset(c, 0, sizeof(*c));
	c->test = test;
	ff_user_begin();
	c->dev.driver = &ff_driver;
	c->dev.driver_features = ~0u;
	drm_syncobj_open(&c->file);
	drm_syncobj_create_ioctl(&c->dev, &create, &c->file);
	c->handle = create.handle;
	c->obj = drm_syncobj_find(&c->file, c->handle);
	for (n = 1; n <= FF_FENCES; n++)
		c->f[n] = ff_fence(dma_fence_context_alloc(1), 1);
}

static void ff_end(struct ff_ctx *c)
{
	int n;

	for (n = 1; n <= FF_FENCES; n++)
		dma_fence_signal(c->f[n]);
	schedule_timeout_uninterruptible(4);
	ff_host_stop(c);
	if (!list_empty(&c->obj->cb_list)) {
		KUNIT_FAIL(c->test, "somebody is on the list of the syncobj at its end");
		INIT_LIST_HEAD(&c->obj->cb_list);
	}
	drm_syncobj_release(&c->file);
	if (kref_read(&c->obj->refcount) != 1)
		KUNIT_FAIL(c->test, "the syncobj has %u references at its end, not 1", kref_read(&c->obj->refcount));
	drm_syncobj_put(c->obj);
	for (n = c->made; n-- > 0;) {
		FF_LAST(c->test, c->nodes[n], "a point");
		dma_fence_put(c->nodes[n]);
	}
	for (n = 1; n <= FF_FENCES; n++) {
		FF_LAST(c->test, c->f[n], "a fence");
		dma_fence_put(c->f[n]);
	}
	ff_user_end();
}
