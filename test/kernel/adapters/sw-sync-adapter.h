/* SPDX-License-Identifier: GPL-2.0 */
/* What the steps of the model of sw_sync are: its file operations and those of sync_file, called with memory of userspace. */
#include "ff.h"
#include <linux/dma-fence-array.h>
#include <linux/fdtable.h>
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/mman.h>
#include <linux/poll.h>
#include <linux/sync_file.h>
#include <linux/uaccess.h>
#include <uapi/linux/sync_file.h>
#include "sync_debug.h"
#define FF_POINTS 3
#define FF_TIMELINES 2

/* The interface of sw_sync is in its C file only. */
struct ff_create { __u32 value; char name[32]; __s32 fence; };
#define FF_CREATE _IOWR('W', 0, struct ff_create)
#define FF_INC _IOW('W', 1, __u32)

static const struct { int timeline, point; } ff_points[FF_POINTS + 1] = { {}, { 1, 1 }, { 1, 2 }, { 2, 1 } };

struct ff_ctx {
	struct kunit *test;
	struct file timeline[FF_TIMELINES + 1];
	bool closed[FF_TIMELINES + 1];
	int fd[FF_POINTS + 1], merged;
	struct dma_fence *f[FF_POINTS + 1];
};

static unsigned long ff_user;

static void ff_settle(struct ff_ctx *c)
{
}

static struct sync_timeline *ff_timeline(struct ff_ctx *c, int t)
{
	return c->timeline[t].private_data;
}

static long ff_ioctl(struct file *file, unsigned int cmd, void *data, size_t size)
{
	long r;

	if (copy_to_user((void __user *)ff_user, data, size))
		return -EFAULT;
	r = file->f_op->unlocked_ioctl(file, cmd, ff_user);
	if (copy_from_user(data, (void __user *)ff_user, size))
		return -EFAULT;
	return r;
}

static bool ff_create(struct ff_ctx *c, int n)
{
	struct ff_create data = { .value = ff_points[n].point };

	if (ff_ioctl(&c->timeline[ff_points[n].timeline], FF_CREATE, &data, sizeof(data)))
		return false;
	c->fd[n] = data.fence;
	c->f[n] = sync_file_get_fence(c->fd[n]);
	return c->f[n];
}

static struct dma_fence *ff_merged(struct ff_ctx *c)
{
	struct dma_fence *f;

	if (c->merged < 0)
		return NULL;
	f = sync_file_get_fence(c->merged);
	dma_fence_put(f);
	return f;
}

static void ff_close(int fd)
{
	close_fd(fd);
	/* A thread of the kernel closes files later, by a work. */
	flush_delayed_fput();
}

/* The first is merged with itself. A fence that is signaled is left out: the answer is a stub. */
static bool ff_take(struct ff_ctx *c, int n)
{
	struct sync_merge_data data = { .name = "merged", .fd2 = c->merged < 0 ? c->fd[n] : c->merged };
	struct file *file = fget(c->fd[n]);
	long r = ff_ioctl(file, SYNC_IOC_MERGE, &data, sizeof(data));
	bool signaled = ff_signaled(c->f[n]);

	fput(file);
	flush_delayed_fput();
	if (r)
		return false;
	if (signaled) {
		ff_close(data.fence);
		return false;
	}
	if (c->merged >= 0)
		ff_close(c->merged);
	c->merged = data.fence;
	return true;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	__u32 one = 1;
	int n;

	if (ff_prefix(step, "create_expired_f"))
		return ff_create(c, ff_number(step, "create_expired_f")) && ff_signaled(c->f[ff_number(step, "create_expired_f")]);
	if (ff_prefix(step, "create_f"))
		return ff_create(c, ff_number(step, "create_f"));
	if (ff_prefix(step, "take_f"))
		return ff_take(c, ff_number(step, "take_f"));
	if (ff_prefix(step, "inc_t"))
		return ff_ioctl(&c->timeline[step[5] - '0'], FF_INC, &one, sizeof(one)) == 0;
	n = ff_number(step, "close_t");
	if (n) {
		sw_sync_debugfs_fops.release(NULL, &c->timeline[n]);
		return c->closed[n] = true;
	}
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static void ff_merged_place(struct ff_ctx *c, char *out, size_t size)
{
	struct dma_fence *merged = ff_merged(c);
	int at = 0, n, m;

	snprintf(out, size, merged ? "a stub" : "none");
	for (n = 1; merged && n <= FF_POINTS; n++)
		if (merged == c->f[n])
			snprintf(out, size, "f[%d]", n);
	if (!merged || !dma_fence_is_array(merged))
		return;
	for (m = 0; m < to_dma_fence_array(merged)->num_fences; m++)
		for (n = 1; n <= FF_POINTS; n++)
			if (to_dma_fence_array(merged)->fences[m] == c->f[n])
				at += scnprintf(out + at, size - at, "%sf[%d]", at ? "," : "", n);
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int n;

	if (!strcmp(part, "merged")) {
		ff_merged_place(c, out, size);
	} else if ((n = ff_number(part, "f"))) {
		snprintf(out, size, !c->f[n] ? "unpublished" : ff_signaled(c->f[n]) ? "signaled" : "visible");
	} else if ((n = ff_number(part, "enoent"))) {
		snprintf(out, size, c->f[n] && c->f[n]->error == -ENOENT ? "warned" : "silent");
	} else if ((n = ff_number(part, "t"))) {
		if (c->closed[n])
			snprintf(out, size, "closed");
		else
			snprintf(out, size, "at.%d", ff_timeline(c, n)->value);
	} else {
		snprintf(out, size, "no part");
	}
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	int n = call[strlen(call) - 1] - '0';
	struct file *file = fget(c->fd[n]);

	if (ff_prefix(call, "poll")) {
		snprintf(out, size, vfs_poll(file, NULL) & EPOLLIN ? "EPOLLIN" : "0");
	} else {
		struct sync_file_info info = {};
		long r = ff_ioctl(file, SYNC_IOC_FILE_INFO, &info, sizeof(info));

		snprintf(out, size, r ? "the ioctl fails" : info.status == -ENOENT ? "-ENOENT" : "%d", info.status);
	}
	fput(file);
	flush_delayed_fput();
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	int t;

	/* KUnit runs each case in a thread of its own, and takes the memory away at its end. */
	if (!current->mm)
		ff_user = kunit_vm_mmap(test, NULL, 0, PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_ANONYMOUS | MAP_PRIVATE, 0);
	memset(c, 0, sizeof(*c));
	c->test = test;
	c->merged = -1;
	for (t = 1; t <= FF_TIMELINES; t++) {
		c->timeline[t].f_op = &sw_sync_debugfs_fops;
		KUNIT_ASSERT_EQ(test, sw_sync_debugfs_fops.open(NULL, &c->timeline[t]), 0);
	}
}

static void ff_end(struct ff_ctx *c)
{
	int n, t;

	if (c->merged >= 0)
		ff_close(c->merged);
	for (n = 1; n <= FF_POINTS; n++)
		if (c->f[n])
			ff_close(c->fd[n]);
	for (t = 1; t <= FF_TIMELINES; t++)
		if (!c->closed[t])
			sw_sync_debugfs_fops.release(NULL, &c->timeline[t]);
	for (n = 1; n <= FF_POINTS; n++) {
		if (!c->f[n])
			continue;
		if (!ff_signaled(c->f[n]))
			KUNIT_FAIL(c->test, "fence %d is not signaled, and its timeline is closed", n);
		FF_LAST(c->test, c->f[n], "a point");
		dma_fence_put(c->f[n]);
	}
}
