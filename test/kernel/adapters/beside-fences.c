// SPDX-License-Identifier: GPL-2.0
/*
 * What the models do not have of dma_fence, its containers, dma_resv, sync_file and sw_sync: one case for each call or word of the
 * interface, by hand. What a second reader of the seeded bugs found that no suite asks is asked here.
 */
#include "ff.h"
#include "user.h"
#include <linux/dma-buf.h>
#include <linux/dma-fence-array.h>
#include <linux/dma-fence-chain.h>
#include <linux/dma-resv.h>
#include <linux/fdtable.h>
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/poll.h>
#include <linux/sync_file.h>
#include <trace/events/dma_fence.h>
#include <uapi/linux/dma-buf.h>
#include "sync_debug.h"

/* A thread that makes one call; `call` is the whole of it. */
struct ff_caller {
	struct task_struct *thread;
	void (*call)(struct ff_caller *one);
	bool over;
	long answer;
	unsigned long at;
	struct dma_fence *fences[2];
	struct dma_resv *resv;
	u32 which;
};

static int ff_calls(void *data)
{
	struct ff_caller *one = data;

	one->call(one);
	one->at = jiffies;
	one->over = true;
	while (!kthread_should_stop())
		schedule_timeout_idle(1);
	return 0;
}

static void ff_call(struct ff_caller *one)
{
	one->thread = kthread_create(ff_calls, one, "ff_caller");
	get_task_struct(one->thread);
	wake_up_process(one->thread);
	ff_rest();
}

static void ff_hang_up(struct ff_caller *one)
{
	kthread_stop(one->thread);
	put_task_struct(one->thread);
}

static struct dma_fence *ff_own(void)
{
	return ff_fence(dma_fence_context_alloc(1), 1);
}

static void ff_done(struct kunit *test, struct dma_fence *f)
{
	dma_fence_signal(f);
	ff_rest();
	FF_LAST(test, f, "a fence");
	dma_fence_put(f);
}

static void ff_waits_for_any(struct ff_caller *one)
{
	one->answer = dma_fence_wait_any_timeout(one->fences, 2, false, 100, &one->which);
}

/* It tells which of the fences is signaled, and leaves no callback on the others. */
static void wait_any(struct kunit *test)
{
	struct ff_caller one = { .call = ff_waits_for_any, .fences = { ff_own(), ff_own() }, .which = 7 };

	KUNIT_EXPECT_EQ(test, dma_fence_wait_any_timeout(one.fences, 2, false, 0, &one.which), 0L);
	ff_call(&one);
	KUNIT_EXPECT_FALSE(test, one.over);
	dma_fence_signal(one.fences[1]);
	ff_rest();
	KUNIT_EXPECT_TRUE(test, one.over);
	KUNIT_EXPECT_GT(test, one.answer, 0L);
	KUNIT_EXPECT_EQ(test, one.which, 1u);
	KUNIT_EXPECT_TRUE(test, list_empty(&one.fences[0]->cb_list));
	one.which = 7;
	KUNIT_EXPECT_EQ(test, dma_fence_wait_any_timeout(one.fences, 2, false, 0, &one.which), 1L);
	KUNIT_EXPECT_EQ(test, one.which, 1u);
	ff_hang_up(&one);
	ff_done(test, one.fences[0]);
	ff_done(test, one.fences[1]);
}

static void ff_nothing(struct dma_fence *f, struct dma_fence_cb *cb)
{
}

static bool ff_is_done_already(struct dma_fence *f)
{
	return false;
}

static const struct dma_fence_ops ff_done_ops = {
	.get_driver_name = ff_fence_name,
	.get_timeline_name = ff_fence_name,
	.enable_signaling = ff_is_done_already,
};

/* A callback for a fence that is found to be done can be removed like any other: its node is a list of its own. */
static void add_finds_done(struct kunit *test)
{
	struct ff_plain *f = kzalloc(sizeof(*f), GFP_KERNEL);
	struct dma_fence_cb cb;

	memset(&cb, 0x5a, sizeof(cb));
	spin_lock_init(&f->lock);
	dma_fence_init(&f->base, &ff_done_ops, &f->lock, dma_fence_context_alloc(1), 1);
	KUNIT_EXPECT_EQ(test, dma_fence_add_callback(&f->base, &cb, ff_nothing), -ENOENT);
	KUNIT_EXPECT_TRUE(test, ff_signaled(&f->base));
	KUNIT_EXPECT_TRUE(test, list_empty(&cb.node));
	ff_done(test, &f->base);
}

static int ff_seen;

static void ff_sees(void *data, struct dma_fence *f)
{
	ff_seen += f == data;
}

/* The first signal is traced, and no other. */
static void signal_is_traced(struct kunit *test)
{
	struct dma_fence *f = ff_own();

	ff_seen = 0;
	KUNIT_ASSERT_EQ(test, register_trace_dma_fence_signaled(ff_sees, f), 0);
	dma_fence_signal(f);
	dma_fence_signal(f);
	unregister_trace_dma_fence_signaled(ff_sees, f);
	tracepoint_synchronize_unregister();
	KUNIT_EXPECT_EQ(test, ff_seen, 1);
	ff_done(test, f);
}

static struct dma_fence_array *ff_array(struct dma_fence **f, int count)
{
	struct dma_fence **members = kcalloc(count, sizeof(*members), GFP_KERNEL);
	int n;

	for (n = 0; n < count; n++)
		members[n] = dma_fence_get(f[n]);
	return dma_fence_array_create(count, members, dma_fence_context_alloc(1), 1, false);
}

/* A poll of an array whose members are all signaled says so before its irq_work has run. */
static void array_before_its_work(struct kunit *test)
{
	struct dma_fence *f[2] = { ff_own(), ff_own() };
	struct dma_fence_array *array = ff_array(f, ARRAY_SIZE(f));
	unsigned long flags;
	bool polled, early;

	dma_fence_enable_sw_signaling(&array->base);
	local_irq_save(flags);
	dma_fence_signal(f[0]);
	early = dma_fence_is_signaled(&array->base);
	dma_fence_signal(f[1]);
	polled = dma_fence_is_signaled(&array->base);
	local_irq_restore(flags);
	KUNIT_EXPECT_FALSE(test, early);
	KUNIT_EXPECT_TRUE(test, polled);
	schedule_timeout_uninterruptible(2);
	dma_fence_put(&array->base);
	ff_done(test, f[0]);
	ff_done(test, f[1]);
}

static void array_has_the_error(struct kunit *test)
{
	struct dma_fence *f[2] = { ff_own(), ff_own() };
	struct dma_fence_array *array = ff_array(f, ARRAY_SIZE(f));

	dma_fence_enable_sw_signaling(&array->base);
	dma_fence_set_error(f[0], -EIO);
	dma_fence_signal(f[0]);
	dma_fence_signal(f[1]);
	schedule_timeout_uninterruptible(2);
	KUNIT_EXPECT_EQ(test, dma_fence_get_status(&array->base), -EIO);
	dma_fence_put(&array->base);
	ff_done(test, f[0]);
	ff_done(test, f[1]);
}

/* A node behind one with a larger number has that number. */
static void chain_number_goes_back(struct kunit *test)
{
	struct dma_fence *f[2] = { ff_own(), ff_own() };
	struct dma_fence_chain *first = dma_fence_chain_alloc(), *second = dma_fence_chain_alloc();

	dma_fence_chain_init(first, NULL, dma_fence_get(f[0]), 5);
	dma_fence_chain_init(second, &first->base, dma_fence_get(f[1]), 3);
	KUNIT_EXPECT_EQ(test, second->base.seqno, 5ull);
	dma_fence_signal(f[0]);
	dma_fence_signal(f[1]);
	dma_fence_put(&second->base);
	ff_done(test, f[0]);
	ff_done(test, f[1]);
}

static void ff_add(struct dma_resv *resv, struct dma_fence *f)
{
	dma_resv_lock(resv, NULL);
	if (!dma_resv_reserve_fences(resv, 1))
		dma_resv_add_fence(resv, f, DMA_RESV_USAGE_BOOKKEEP);
	dma_resv_unlock(resv);
}

/* Of one timeline a later fence takes the place of an earlier one, and an earlier one does not take that of a later. */
static void resv_earlier_fence(struct kunit *test)
{
	u64 context = dma_fence_context_alloc(1);
	struct dma_fence *f[2] = { ff_fence(context, 2), ff_fence(context, 1) }, **found;
	unsigned int count = 0, n;
	struct dma_resv resv;

	dma_resv_init(&resv);
	ff_add(&resv, f[0]);
	ff_add(&resv, f[1]);
	KUNIT_EXPECT_EQ(test, dma_resv_get_fences(&resv, DMA_RESV_USAGE_BOOKKEEP, &count, &found), 0);
	KUNIT_EXPECT_EQ(test, count, 2u);
	for (n = 0; n < count; n++)
		dma_fence_put(found[n]);
	kfree(found);
	dma_resv_fini(&resv);
	ff_done(test, f[0]);
	ff_done(test, f[1]);
}

static void ff_waits_for_all(struct ff_caller *one)
{
	one->answer = dma_resv_wait_timeout(one->resv, DMA_RESV_USAGE_BOOKKEEP, false, 100);
}

/* The time of a wait is that of all fences together. */
static void resv_time_is_one(struct kunit *test)
{
	struct dma_fence *f[2] = { ff_own(), ff_own() };
	unsigned long from = jiffies;
	struct dma_resv resv;
	struct ff_caller one = { .call = ff_waits_for_all, .resv = &resv };

	dma_resv_init(&resv);
	ff_add(&resv, f[0]);
	ff_add(&resv, f[1]);
	ff_call(&one);
	schedule_timeout_uninterruptible(60);
	dma_fence_signal(f[0]);
	schedule_timeout_uninterruptible(200);
	KUNIT_EXPECT_TRUE(test, one.over);
	KUNIT_EXPECT_EQ(test, one.answer, 0L);
	KUNIT_EXPECT_LT(test, one.at - from, 130ul);
	ff_hang_up(&one);
	dma_resv_fini(&resv);
	ff_done(test, f[0]);
	ff_done(test, f[1]);
}

/* A copy has a reference of its own, and gives it back. */
static void resv_copies(struct kunit *test)
{
	struct dma_fence *f = ff_own();
	struct dma_resv from, to;

	dma_resv_init(&from);
	dma_resv_init(&to);
	ff_add(&from, f);
	dma_resv_lock(&to, NULL);
	KUNIT_EXPECT_EQ(test, dma_resv_copy_fences(&to, &from), 0);
	dma_resv_unlock(&to);
	KUNIT_EXPECT_EQ(test, kref_read(&f->refcount), 3u);
	dma_resv_fini(&from);
	dma_resv_fini(&to);
	ff_done(test, f);
}

/* Of one fence that one is given, and of none none. */
static void resv_singleton(struct kunit *test)
{
	struct dma_fence *f = ff_own(), *found = f;
	struct dma_resv resv;

	dma_resv_init(&resv);
	KUNIT_EXPECT_EQ(test, dma_resv_get_singleton(&resv, DMA_RESV_USAGE_BOOKKEEP, &found), 0);
	KUNIT_EXPECT_NULL(test, found);
	ff_add(&resv, f);
	KUNIT_EXPECT_EQ(test, dma_resv_get_singleton(&resv, DMA_RESV_USAGE_BOOKKEEP, &found), 0);
	KUNIT_EXPECT_PTR_EQ(test, found, f);
	dma_fence_put(found);
	dma_resv_fini(&resv);
	ff_done(test, f);
}

struct ff_poll {
	poll_table table;
	wait_queue_entry_t entry;
	wait_queue_head_t *head;
	int woken;
};

static int ff_poll_wakes(wait_queue_entry_t *entry, unsigned int mode, int flags, void *key)
{
	container_of(entry, struct ff_poll, entry)->woken++;
	return 0;
}

static void ff_poll_queues(struct file *file, wait_queue_head_t *head, poll_table *table)
{
	struct ff_poll *p = container_of(table, struct ff_poll, table);

	init_waitqueue_func_entry(&p->entry, ff_poll_wakes);
	p->head = head;
	add_wait_queue(head, &p->entry);
}

/* A poll asks for the signal, and whoever sleeps in it is woken by it. */
static void sync_file_poll(struct kunit *test)
{
	struct dma_fence *f = ff_own();
	struct sync_file *file = sync_file_create(f);
	struct ff_poll p = {};

	init_poll_funcptr(&p.table, ff_poll_queues);
	p.table._key = EPOLLIN;
	KUNIT_EXPECT_EQ(test, (u32)vfs_poll(file->file, &p.table), 0u);
	KUNIT_EXPECT_TRUE(test, test_bit(DMA_FENCE_FLAG_ENABLE_SIGNAL_BIT, &f->flags));
	dma_fence_signal(f);
	KUNIT_EXPECT_EQ(test, p.woken, 1);
	KUNIT_EXPECT_EQ(test, (u32)vfs_poll(file->file, NULL), (u32)EPOLLIN);
	if (p.head)
		remove_wait_queue(p.head, &p.entry);
	fput(file->file);
	flush_delayed_fput();
	ff_done(test, f);
}

/* The interface of sw_sync is in its C file only. */
struct ff_create { __u32 value; char name[32]; __s32 fence; };
#define FF_CREATE _IOWR('W', 0, struct ff_create)

/* A point that nobody has any more is on no list of its timeline. */
static void sw_sync_point_released(struct kunit *test)
{
	struct ff_create data = { .value = 1 };
	struct file file = { .f_op = &sw_sync_debugfs_fops };
	struct sync_timeline *timeline;

	ff_user_begin();
	KUNIT_ASSERT_EQ(test, file.f_op->open(NULL, &file), 0);
	timeline = file.private_data;
	KUNIT_EXPECT_EQ(test, copy_to_user(ff_at(0), &data, sizeof(data)), 0ul);
	KUNIT_EXPECT_EQ(test, file.f_op->unlocked_ioctl(&file, FF_CREATE, (unsigned long)ff_at(0)), 0L);
	KUNIT_EXPECT_EQ(test, copy_from_user(&data, ff_at(0), sizeof(data)), 0ul);
	KUNIT_EXPECT_FALSE(test, list_empty(&timeline->pt_list));
	close_fd(data.fence);
	flush_delayed_fput();
	KUNIT_EXPECT_TRUE(test, list_empty(&timeline->pt_list));
	file.f_op->release(NULL, &file);
	ff_user_end();
}

#if FF_SINCE(6, 12)
/* The layout of drivers/dma-buf/dma-resv.c, which no header has. */
struct dma_resv_list {
	struct rcu_head rcu;
	u32 num_fences, max_fences;
	struct dma_fence __rcu *table[];
};

static struct sg_table *ff_map(struct dma_buf_attachment *attachment, enum dma_data_direction direction)
{
	return ERR_PTR(-EINVAL);
}

static void ff_unmap(struct dma_buf_attachment *attachment, struct sg_table *table, enum dma_data_direction direction)
{
}

static void ff_buffer_release(struct dma_buf *buf)
{
}

static const struct dma_buf_ops ff_buffer_ops = { .map_dma_buf = ff_map, .unmap_dma_buf = ff_unmap, .release = ff_buffer_release };

static struct dma_resv_list *ff_list(struct dma_buf *buf)
{
	return rcu_dereference_protected(buf->resv->fences, true);
}

/* An import of more fences than a new list has room for makes room for all. */
static void import_reserves_for_all(struct kunit *test)
{
	DEFINE_DMA_BUF_EXPORT_INFO(info);
	struct dma_fence *f[16];
	struct dma_buf_import_sync_file args = { .flags = DMA_BUF_SYNC_READ };
	struct dma_fence_array *array;
	struct sync_file *file;
	struct dma_buf *buf;
	int n;

	for (n = 0; n < ARRAY_SIZE(f); n++)
		f[n] = ff_own();
	array = ff_array(f, ARRAY_SIZE(f));
	file = sync_file_create(&array->base);
	info.ops = &ff_buffer_ops;
	info.size = PAGE_SIZE;
	info.flags = O_RDWR;
	info.priv = test;
	ff_user_begin();
	buf = dma_buf_export(&info);
	args.fd = get_unused_fd_flags(O_CLOEXEC);
	fd_install(args.fd, file->file);
	KUNIT_EXPECT_EQ(test, copy_to_user(ff_at(0), &args, sizeof(args)), 0ul);
	KUNIT_EXPECT_EQ(test, buf->file->f_op->unlocked_ioctl(buf->file, DMA_BUF_IOCTL_IMPORT_SYNC_FILE, (unsigned long)ff_at(0)), 0L);
	KUNIT_EXPECT_EQ(test, ff_list(buf)->num_fences, (u32)ARRAY_SIZE(f));
	close_fd(args.fd);
	dma_buf_put(buf);
	flush_delayed_fput();
	dma_fence_put(&array->base);
	for (n = 0; n < ARRAY_SIZE(f); n++)
		ff_done(test, f[n]);
	ff_user_end();
}
#endif

static struct kunit_case ff_cases[] = {
	KUNIT_CASE(wait_any),
	KUNIT_CASE(add_finds_done),
	KUNIT_CASE(signal_is_traced),
	KUNIT_CASE(array_before_its_work),
	KUNIT_CASE(array_has_the_error),
	KUNIT_CASE(chain_number_goes_back),
	KUNIT_CASE(resv_earlier_fence),
	KUNIT_CASE(resv_time_is_one),
	KUNIT_CASE(resv_copies),
	KUNIT_CASE(resv_singleton),
	KUNIT_CASE(sync_file_poll),
	KUNIT_CASE(sw_sync_point_released),
#if FF_SINCE(6, 12)
	KUNIT_CASE(import_reserves_for_all),
#endif
	{}
};
static struct kunit_suite ff_suite = { .name = "finite_fence_beside", .test_cases = ff_cases, .init = ff_begins };
kunit_test_suite(ff_suite);
MODULE_LICENSE("GPL");
