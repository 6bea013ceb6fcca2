/* SPDX-License-Identifier: GPL-2.0 */
/* What the steps of the model of dma_fence are in the kernel, and what of the kernel's memory shows where its parts are. */
#include "ff.h"

#define FF_CBS 2
#define FF_SIGNALERS 2

struct ff_cb {
	struct dma_fence_cb base;
	int runs;
	bool added, removed, refused;
	/* As seen from inside the call. */
	bool listed, unsignaled;
};

struct ff_ctx {
	struct kunit *test;
	struct dma_fence *fence;
	spinlock_t lock;
	u64 context, seqno;
	bool initialised, published, released;
	/* What the operations of the driver answer, and how often they were called. */
	bool op_signaled, op_enable;
	int enables, releases, deadlines;
	/* From numbers of the steps, which begin at 1. */
	struct ff_cb cb[FF_CBS + 1];
	bool called[FF_SIGNALERS + 1];
	ktime_t before, after;
	struct ff_waiter wait;
	const char *waiter, *handler;
	bool deadline, warned;
};

struct ff_own {
	struct dma_fence base;
	struct ff_ctx *ctx;
};

static struct ff_ctx *ff_ctx_of(struct dma_fence *f)
{
	return container_of(f, struct ff_own, base)->ctx;
}

static bool ff_op_enable(struct dma_fence *f)
{
	struct ff_ctx *c = ff_ctx_of(f);

	c->enables++;
	return c->op_enable;
}

static bool ff_op_signaled(struct dma_fence *f)
{
	return ff_ctx_of(f)->op_signaled;
}

static void ff_op_release(struct dma_fence *f)
{
	struct ff_ctx *c = ff_ctx_of(f);

	c->releases++;
	c->released = true;
	dma_fence_free(f);
}

#if FF_SINCE(6, 4)
static void ff_op_deadline(struct dma_fence *f, ktime_t at)
{
	ff_ctx_of(f)->deadlines++;
}
#endif

static const struct dma_fence_ops ff_ops = {
	.get_driver_name = ff_fence_name,
	.get_timeline_name = ff_fence_name,
	.enable_signaling = ff_op_enable,
	.signaled = ff_op_signaled,
	.release = ff_op_release,
#if FF_SINCE(6, 4)
	.set_deadline = ff_op_deadline,
#endif
};

static void ff_called(struct dma_fence *f, struct dma_fence_cb *base)
{
	struct ff_cb *cb = container_of(base, struct ff_cb, base);

	cb->runs++;
	cb->listed |= !list_empty(&base->node);
	cb->unsignaled |= !ff_signaled(f) || !test_bit(DMA_FENCE_FLAG_TIMESTAMP_BIT, &f->flags);
}

static void ff_settle(struct ff_ctx *c)
{
	if (strcmp(c->waiter, "waiting"))
		return;
	ff_rest();
	c->waiter = ff_waiter_place(&c->wait);
}

static bool ff_init(struct ff_ctx *c)
{
	struct ff_own *f = kmalloc(sizeof(*f), GFP_KERNEL);

	/* What was in memory must not show. */
	memset(f, 0x5a, sizeof(*f));
	f->ctx = c;
	c->fence = &f->base;
	c->initialised = true;
	c->op_enable = true;
	dma_fence_init(&f->base, &ff_ops, &c->lock, c->context, ++c->seqno);
	return kref_read(&f->base.refcount) == 1 && !f->base.error && !f->base.flags &&
	       list_empty(&f->base.cb_list) && f->base.seqno == c->seqno && f->base.context == c->context;
}

/* A call that may signal: if it does, the time of the fence must lie in it. */
#define FF_TIMED(c, call) \
	({ \
		bool ff_was = ff_signaled((c)->fence); \
		ktime_t ff_from = ktime_get(); \
		typeof(call) ff_answered = (call); \
		if (!ff_was) { \
			(c)->before = ff_from; \
			(c)->after = ktime_get(); \
		} \
		ff_answered; \
	})

static bool ff_enable(struct ff_ctx *c, bool answer)
{
	int enables = c->enables;

	c->op_enable = answer;
	FF_TIMED(c, (dma_fence_enable_sw_signaling(c->fence), 0));
	c->op_enable = true;
	return answer ? c->enables > enables || !ff_signaled(c->fence) : c->enables > enables;
}

static bool ff_add(struct ff_ctx *c, struct ff_cb *cb, int want)
{
	int r = dma_fence_add_callback(c->fence, &cb->base, ff_called);

	if (r == 0)
		cb->added = true;
	if (r == -ENOENT)
		cb->refused = true;
	return r == want && (r == 0 || list_empty(&cb->base.node));
}

static bool ff_release(struct ff_ctx *c)
{
	ff_wait_stop(&c->wait);
	dma_fence_put(c->fence);
	return c->released;
}

static bool ff_deadline(struct ff_ctx *c)
{
#if FF_SINCE(6, 4)
	int before = c->deadlines;

	dma_fence_set_deadline(c->fence, ktime_add_ms(ktime_get(), 10));
	if (c->deadlines == before)
		return false;
	c->deadline = true;
	return c->deadlines == 1;
#else
	/* Not before 6.4: the step is a word of the test. */
	if (ff_signaled(c->fence))
		return false;
	return c->deadline = true;
#endif
}

static bool ff_wait_now(struct ff_ctx *c, long want)
{
	long r = dma_fence_wait_timeout(c->fence, false, 0);

	c->waiter = r == 0 ? "timed_out" : r == 1 ? "returned" : "?";
	return r == want;
}

static bool ff_do_wait(struct ff_ctx *c, const char *step, int later)
{
	if (!strcmp(step, "wait")) {
		/* The fourth of the ends that the suite names is wait_times_out. */
		ff_wait_start(&c->wait, c->fence, later == 4 ? 25 : MAX_SCHEDULE_TIMEOUT);
		c->waiter = ff_waiter_place(&c->wait);
		return true;
	}
	if (!strcmp(step, "wait_times_out")) {
		schedule_timeout_uninterruptible(40);
		c->waiter = ff_waiter_place(&c->wait);
		return c->wait.answer == 0;
	}
	if (!strcmp(step, "wait_no_time"))
		return ff_wait_now(c, 0);
	if (!strcmp(step, "wait_signaled"))
		return ff_wait_now(c, 1);
	c->waiter = "running";
	return !strcmp(step, "wait_again");
}

static bool ff_do_handler(struct ff_ctx *c, const char *step)
{
	if (!strcmp(step, "handler_decides")) {
		c->handler = "decided";
		return !dma_fence_is_signaled(c->fence);
	}
	c->handler = "done";
	if (!strcmp(step, "handler_gives_up"))
		return dma_fence_is_signaled(c->fence);
	dma_fence_set_error(c->fence, -EIO);
	return true;
}

/* True if the call had the answer of the step. */
static bool ff_do(struct ff_ctx *c, const char *step, int i, int k, int later)
{
	struct ff_cb *cb = &c->cb[clamp(i, 1, FF_CBS)];

	if (!strcmp(step, "init"))
		return ff_init(c);
	if (!strcmp(step, "publish"))
		return c->published = true;
	if (!strcmp(step, "enable_signaling"))
		return ff_enable(c, true);
	if (!strcmp(step, "enable_signaling_finds_done"))
		return ff_enable(c, false) ? (c->called[i] = true) : false;
	if (!strcmp(step, "opportunistic_signal")) {
		bool seen;

		c->op_signaled = true;
		seen = FF_TIMED(c, dma_fence_is_signaled(c->fence));
		c->op_signaled = false;
		c->called[i] = true;
		return seen;
	}
	if (!strcmp(step, "add_callback"))
		return ff_add(c, cb, 0);
	if (!strcmp(step, "refuse_callback"))
		return ff_add(c, cb, -ENOENT);
	if (!strcmp(step, "remove_callback"))
		return dma_fence_remove_callback(c->fence, &cb->base) ? (cb->removed = true) : false;
	if (!strcmp(step, "remove_callback_late"))
		return !dma_fence_remove_callback(c->fence, &cb->base);
	if (!strcmp(step, "signal")) {
		c->called[i] = true;
		return FF_TIMED(c, dma_fence_signal(c->fence)) == 0;
	}
	if (!strcmp(step, "signal_again")) {
		c->called[i] = true;
		return dma_fence_signal(c->fence) == -EINVAL;
	}
	if (ff_prefix(step, "wait"))
		return ff_do_wait(c, step, later);
	if (ff_prefix(step, "handler_"))
		return ff_do_handler(c, step);
	if (!strcmp(step, "set_deadline"))
		return ff_deadline(c);
	if (!strcmp(step, "release"))
		return ff_release(c);
	KUNIT_FAIL(c->test, "there is no step %s", step);
	return false;
}

static void ff_fence_place(struct ff_ctx *c, char *out, size_t size)
{
	struct dma_fence *f = c->fence;
	const char *published = c->published ? "visible" : "unpublished";
	const char *error;

	if (!c->initialised || c->released) {
		snprintf(out, size, "%s{error:none}",
			 !c->initialised ? "uninitialised" : c->releases == 1 ? "released" : "released twice");
		return;
	}
	error = !f->error ? "none" : f->error == -EIO ? "set" : f->error == -EDEADLK ? "deadlk" : "?";
	if (kref_read(&f->refcount) != 1)
		snprintf(out, size, "%u references", kref_read(&f->refcount));
	else if (c->enables > 1)
		snprintf(out, size, "enable_signaling called %d times", c->enables);
	else if (ff_signaled(f))
		snprintf(out, size, "signaled.%s{error:%s}", published, error);
	else
		snprintf(out, size, "unsignaled.%s.%s{error:%s}", published,
			 test_bit(DMA_FENCE_FLAG_ENABLE_SIGNAL_BIT, &f->flags) ? "enabled" : "idle", error);
}

/* What the union of cb_list and timestamp holds. */
static void ff_union_place(struct ff_ctx *c, char *out, size_t size)
{
	struct dma_fence *f = c->fence;
	struct list_head *at;
	int length = 0, want = 0, n;

	if (c->released) {
		snprintf(out, size, "rcu");
		return;
	}
	if (c->initialised && test_bit(DMA_FENCE_FLAG_TIMESTAMP_BIT, &f->flags)) {
		bool in = ktime_compare(f->timestamp, c->before) >= 0 && ktime_compare(f->timestamp, c->after) <= 0;

		snprintf(out, size, in ? "timestamp" : "wrong timestamp");
		return;
	}
	if (c->initialised) {
		list_for_each(at, &f->cb_list)
			length++;
		for (n = 1; n <= FF_CBS; n++)
			want += c->cb[n].added && !c->cb[n].removed;
		want += !strcmp(c->waiter, "waiting");
	}
	if (length == want)
		snprintf(out, size, "cb_list");
	else
		snprintf(out, size, "cb_list of %d, not %d", length, want);
}

static void ff_cb_place(const struct ff_cb *cb, char *out, size_t size)
{
	const char *place = cb->added ? "queued" : "unused";

	if (cb->listed)
		place = "on a list while it ran";
	else if (cb->unsignaled)
		place = "ran before the fence was signaled";
	else if (cb->runs > 1)
		place = "called twice";
	else if (cb->removed)
		place = cb->runs ? "removed and called" : "removed";
	else if (cb->refused)
		place = cb->runs ? "refused and called" : "refused";
	else if (cb->runs)
		place = "called";
	snprintf(out, size, "%s", place);
}

static void ff_place(struct ff_ctx *c, const char *part, char *out, size_t size)
{
	int n = part[strlen(part) - 2] - '0';

	if (!strcmp(part, "fence"))
		ff_fence_place(c, out, size);
	else if (!strcmp(part, "union"))
		ff_union_place(c, out, size);
	else if (ff_prefix(part, "cb["))
		ff_cb_place(&c->cb[n], out, size);
	else if (ff_prefix(part, "signaler["))
		snprintf(out, size, c->called[n] ? "done" : "idle");
	else if (!strcmp(part, "waiter"))
		snprintf(out, size, "%s", c->waiter);
	else if (!strcmp(part, "handler"))
		snprintf(out, size, "%s", c->handler);
	else if (!strcmp(part, "deadline"))
		snprintf(out, size, c->deadline ? "set" : "none");
	else if (!strcmp(part, "warning"))
		snprintf(out, size, !c->warned && test_taint(TAINT_WARN) ? "warned" : "silent");
	else
		snprintf(out, size, "no part");
}

/* Calls that change nothing. */
static void ff_answer(struct ff_ctx *c, const char *call, char *out, size_t size)
{
	struct dma_fence *f = c->fence;

	if (!strcmp(call, "dma_fence_is_signaled")) {
		snprintf(out, size, dma_fence_is_signaled(f) ? "true" : "false");
	} else if (!strcmp(call, "dma_fence_get_status")) {
		int r = dma_fence_get_status(f);

		snprintf(out, size, r == -EIO ? "error" : "%d", r);
	} else if (!strcmp(call, "dma_fence_signal")) {
		int r = dma_fence_signal(f);

		snprintf(out, size, r == -EINVAL ? "-EINVAL" : "%d", r);
	} else if (!strcmp(call, "dma_fence_wait_timeout")) {
		snprintf(out, size, "%ld", dma_fence_wait_timeout(f, false, 0));
	} else if (!strcmp(call, "dma_fence_add_callback")) {
		struct ff_cb cb = {};
		int r;

		memset(&cb.base.node, 0x5a, sizeof(cb.base.node));
		r = dma_fence_add_callback(f, &cb.base, ff_called);
		if (r != -ENOENT || cb.base.node.next != &cb.base.node)
			snprintf(out, size, "%d, or the node is not initialised", r);
		else
			snprintf(out, size, "-ENOENT");
	} else {
		snprintf(out, size, "no call");
	}
}

static void ff_begin(struct ff_ctx *c, struct kunit *test)
{
	static u64 context;

	if (!context)
		context = dma_fence_context_alloc(1);
	memset(c, 0, sizeof(*c));
	c->test = test;
	c->context = context;
	c->waiter = "running";
	c->handler = "idle";
	c->warned = test_taint(TAINT_WARN);
	spin_lock_init(&c->lock);
}

static void ff_end(struct ff_ctx *c)
{
	int n;

	if (c->initialised && !c->released) {
		for (n = 1; n <= FF_CBS; n++)
			if (c->cb[n].added && !c->cb[n].runs)
				dma_fence_remove_callback(c->fence, &c->cb[n].base);
		if (!ff_signaled(c->fence))
			dma_fence_signal(c->fence);
		if (c->wait.thread && c->wait.answer == LONG_MIN)
			schedule_timeout_uninterruptible(40);
		/* A thread that the signal did not wake is ended, so that the next path can begin. */
		if (c->wait.thread && c->wait.answer == LONG_MIN)
			wake_up_process(c->wait.thread);
	}
	ff_wait_stop(&c->wait);
	if (c->initialised && !c->released) {
		FF_LAST(c->test, c->fence, "the fence");
		dma_fence_put(c->fence);
	}
}
