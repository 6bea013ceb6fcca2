/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the steps of the model of a dma-buf with two fences are: the ioctls of its file that import and export a sync_file, called with
 * memory of userspace, and dma_resv_add_fence for the usages that no ioctl has.
 */
#include "ff.h"
#include "user.h"
#include <linux/dma-buf.h>
#include <linux/dma-fence-array.h>
#include <linux/dma-resv.h>
#include <linux/fdtable.h>
#include <linux/file.h>
#include <linux/poll.h>
#include <linux/sync_file.h>
#include <uapi/linux/dma-buf.h>
#define FF_FENCES 2
#define FF_OLD 48

/* The layout of drivers/dma-buf/dma-resv.c, which no header has: places are read from the list itself. */
struct dma_resv_list {
	struct rcu_head rcu;
	u32 num_fences, max_fences;
	struct dma_fence __rcu *table[];
};

static const char *const ff_usages[] = { "KERNEL", "WRITE", "READ", "BOOKKEEP" };

struct ff_ctx {
	struct kunit *test;
	struct dma_buf *buf;
	struct dma_fence *f[FF_FENCES + 1], *old[FF_OLD];
	int made, fd;
	bool released;
	const char *wrong;
};

static struct sg_table *ff_map(struct dma_buf_attachment *attachment, enum dma_data_direction direction)
{
	return ERR_PTR(-EINVAL);
}

static void ff_unmap(struct dma_buf_attachment *attachment, struct sg_table *table, enum dma_data_direction direction)
{
}

static void ff_release(struct dma_buf *buf)
{
	((struct ff_ctx *)buf->priv)->released = true;
}

static const struct dma_buf_ops ff_buffer_ops = { .map_dma_buf = ff_map, .unmap_dma_buf = ff_unmap, .release = ff_release };

static void ff_settle(struct ff_ctx *c)
{
}

static void ff_close(int fd)
{
	close_fd(fd);
	/* A thread of the kernel closes files later, by a work. */
	flush_delayed_fput();
}

static long ff_ioctl(struct ff_ctx *c, unsigned int cmd, void *data, size_t size)
{
	long r;

	if (copy_to_user(ff_at(0), data, size))
		return -EFAULT;
	r = c->buf->file->f_op->unlocked_ioctl(c->buf->file, cmd, (unsigned long)ff_at(0));
	if (copy_from_user(data, ff_at(0), size))
		return -EFAULT;
	return r;
}

static long ff_import_fd(struct ff_ctx *c, int fd, u32 flags)
{
	struct dma_buf_import_sync_file arg = { .flags = flags, .fd = fd };

	return ff_ioctl(c, DMA_BUF_IOCTL_IMPORT_SYNC_FILE, &arg, sizeof(arg));
}

static int ff_sync_file(struct dma_fence *f)
{
	struct sync_file *file = sync_file_create(f);
	int fd = get_unused_fd_flags(O_CLOEXEC);

	fd_install(fd, file->file);
	return fd;
}

static long ff_import(struct ff_ctx *c, int k, u32 flags)
{
	int fd = ff_sync_file(c->f[k]);
	long r = ff_import_fd(c, fd, flags);

	ff_close(fd);
	return r;
}

/* A file descriptor, or an error. */
static long ff_export(struct ff_ctx *c, u32 flags)
{
	struct dma_buf_export_sync_file arg = { .flags = flags, .fd = -1 };
	long r = ff_ioctl(c, DMA_BUF_IOCTL_EXPORT_SYNC_FILE, &arg, sizeof(arg));

	return r ? r : arg.fd;
}

static bool ff_attach(struct ff_ctx *c, const char *usage, int k)
{
	if (ff_prefix(usage, "READ"))
		return ff_import(c, k, DMA_BUF_SYNC_READ) == 0;
	if (ff_prefix(usage, "WRITE"))
		return ff_import(c, k, k == 1 ? DMA_BUF_SYNC_WRITE : DMA_BUF_SYNC_RW) == 0;
	dma_resv_lock(c->buf->resv, NULL);
	if (dma_resv_reserve_fences(c->buf->resv, 1)) {
		dma_resv_unlock(c->buf->resv);
		return false;
	}
	dma_resv_add_fence(c->buf->resv, c->f[k], ff_prefix(usage, "KERNEL") ? DMA_RESV_USAGE_KERNEL : DMA_RESV_USAGE_BOOKKEEP);
	dma_resv_unlock(c->buf->resv);
	return true;
}

/* What is signaled gives its place away, and the next fence is another. */
static bool ff_prune(struct ff_ctx *c, int k)
{
	struct dma_fence *stub = dma_fence_get_stub();

	dma_resv_lock(c->buf->resv, NULL);
	dma_resv_replace_fences(c->buf->resv, c->f[k]->context, stub, DMA_RESV_USAGE_KERNEL);
	dma_resv_unlock(c->buf->resv);
	dma_fence_put(stub);
	if (c->made == FF_OLD)
		return false;
	c->old[c->made++] = c->f[k];
	c->f[k] = ff_fence(dma_fence_context_alloc(1), 1);
	return true;
}

static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	int n = step[strlen(step) - 1] - '0';
	long r;

	if (ff_prefix(step, "attach_"))
		return ff_attach(c, step + strlen("attach_"), n);
	if (ff_prefix(step, "signal_"))
		return dma_fence_signal(c->f[n]) == 0;
	if (ff_prefix(step, "prune_"))
		return ff_prune(c, n);
	if (ff_prefix(step, "import_back_"))
		return ff_import_fd(c, c->fd, DMA_BUF_SYNC_WRITE) == 0;
	if (ff_prefix(step, "export_write_")) {
		r = ff_export(c, DMA_BUF_SYNC_WRITE);
		if (r < 0)
			return false;
		if (c->fd >= 0)
			ff_close(c->fd);
		c->fd = r;
		return true;
	}
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static int ff_pending(struct ff_ctx *c, struct dma_fence *f)
{
	int set = 0, n;

	if (dma_fence_is_array(f)) {
		for (n = 0; n < to_dma_fence_array(f)->num_fences; n++)
			set |= ff_pending(c, to_dma_fence_array(f)->fences[n]);
		return set;
	}
	if (ff_signaled(f))
		return 0;
	return f == c->f[1] ? 2 : f == c->f[2] ? 4 : 1;
}

static const char *const ff_sets[] = { "signaled", "a stranger", "f[1]", "all", "f[2]", "all", "f[1],f[2]", "all" };

static const char *ff_in_file(struct ff_ctx *c, int fd)
{
	struct dma_fence *f = sync_file_get_fence(fd);
	const char *set;

	if (!f)
		return "no sync_file";
	set = ff_sets[ff_pending(c, f)];
	/* What is left is seen pending, and what is over is not. */
	if (dma_fence_is_signaled(f) != !ff_pending(c, f))
		set = "not signaled as its fences are";
	dma_fence_put(f);
	return set;
}

/* The strongest usage that the fence has in the list. */
static void ff_entry_place(struct ff_ctx *c, int k, char *out, size_t size)
{
	struct dma_resv_list *list = rcu_dereference_protected(c->buf->resv->fences, true);
	int n, strongest = 4;

	for (n = 0; list && n < list->num_fences; n++) {
		long raw = (long)rcu_dereference_protected(list->table[n], true);

		if ((struct dma_fence *)(raw & ~3) == c->f[k])
			strongest = min(strongest, (int)(raw & 3));
	}
	if (c->wrong)
		snprintf(out, size, "%s", c->wrong);
	else if (strongest == 4)
		snprintf(out, size, "absent");
	else
		snprintf(out, size, "%s.%s", ff_signaled(c->f[k]) ? "signaled" : "unsignaled", ff_usages[strongest]);
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int k = ff_number(part, "e");

	if (dma_resv_is_locked(c->buf->resv))
		c->wrong = "somebody has kept the lock";
	if (k)
		ff_entry_place(c, k, out, size);
	else if (!strcmp(part, "writeFile"))
		snprintf(out, size, "%s", c->fd < 0 ? "closed" : ff_in_file(c, c->fd));
	else
		snprintf(out, size, "closed");
}

static void ff_answer_export(struct ff_ctx *c, u32 flags, char *out, size_t size)
{
	long fd = ff_export(c, flags);

	snprintf(out, size, "%s", fd < 0 ? ff_errno(fd) : ff_in_file(c, fd));
	if (fd >= 0)
		ff_close(fd);
}

static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	poll_table table = { ._key = strcmp(call, "poll_in") ? EPOLLOUT : EPOLLIN };
	long files = file_count(c->buf->file);
	int fd;

	if (!strcmp(call, "export_read"))
		ff_answer_export(c, DMA_BUF_SYNC_READ, out, size);
	else if (!strcmp(call, "export_write"))
		ff_answer_export(c, DMA_BUF_SYNC_WRITE, out, size);
	else if (!strcmp(call, "export_read_write"))
		ff_answer_export(c, DMA_BUF_SYNC_RW, out, size);
	else if (!strcmp(call, "export_neither"))
		ff_answer_export(c, 0, out, size);
	else if (!strcmp(call, "export_unknown_flag"))
		ff_answer_export(c, DMA_BUF_SYNC_RW | 8, out, size);
	else if (!strcmp(call, "import_no_sync_file"))
		snprintf(out, size, "%s", ff_errno(ff_import_fd(c, -1, DMA_BUF_SYNC_READ)));
	else if (ff_prefix(call, "import_")) {
		fd = ff_sync_file(c->f[1]);
		snprintf(out, size, "%s", ff_errno(ff_import_fd(c, fd, strcmp(call, "import_neither") ? DMA_BUF_SYNC_RW | 8 : 0)));
		ff_close(fd);
	} else {
		__poll_t events = c->buf->file->f_op->poll(c->buf->file, &table);

		/* Who polls for what is there needs no callback, and so no file. */
		if (events && file_count(c->buf->file) > files)
			c->wrong = "a poll keeps the file";
		snprintf(out, size, events & EPOLLIN ? "EPOLLIN" : events & EPOLLOUT ? "EPOLLOUT" : "0");
	}
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	DEFINE_DMA_BUF_EXPORT_INFO(info);
	int k;

	memset(c, 0, sizeof(*c));
	c->test = test;
	c->fd = -1;
	ff_user_begin();
	info.ops = &ff_buffer_ops;
	info.size = PAGE_SIZE;
	info.flags = O_RDWR;
	info.priv = c;
	c->buf = dma_buf_export(&info);
	for (k = 1; k <= FF_FENCES; k++)
		c->f[k] = ff_fence(dma_fence_context_alloc(1), 1);
}

static void ff_end(struct ff_ctx *c)
{
	int k;

	for (k = 1; k <= FF_FENCES; k++)
		dma_fence_signal(c->f[k]);
	/* The array of an export is signaled by an irq_work, with the next tick. */
	schedule_timeout_uninterruptible(2);
	if (c->fd >= 0)
		ff_close(c->fd);
	if (file_count(c->buf->file) != 1)
		KUNIT_FAIL(c->test, "the file has %ld references at its end, not 1", (long)file_count(c->buf->file));
	dma_buf_put(c->buf);
	flush_delayed_fput();
	schedule_timeout_uninterruptible(2);
	if (!c->released)
		KUNIT_FAIL(c->test, "the buffer is not released at its end");
	for (k = 0; k < c->made; k++) {
		FF_LAST(c->test, c->old[k], "a fence that gave its place away");
		dma_fence_put(c->old[k]);
	}
	for (k = 1; k <= FF_FENCES; k++) {
		FF_LAST(c->test, c->f[k], "a fence");
		dma_fence_put(c->f[k]);
	}
	ff_user_end();
}
