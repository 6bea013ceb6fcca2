/* SPDX-License-Identifier: GPL-2.0 */
/* A thread that makes one call at a time when the test asks, and may sleep in it: tickets of dma_resv belong to their threads. */
#include <linux/dma-resv.h>
#include <linux/sched/signal.h>
#include "../../../kernel/locking/mutex.h"

struct ff_ctx;

/* `busy` while it is in a call. */
struct ff_hand {
	struct ff_ctx *ctx;
	struct task_struct *thread;
	int (*call)(struct ff_ctx *c, int k);
	int k, answer;
	bool busy;
};

static int ff_hands(void *data)
{
	struct ff_hand *h = data;

	allow_signal(SIGUSR1);
	for (;;) {
		set_current_state(TASK_IDLE);
		if (kthread_should_stop())
			break;
		if (!h->call) {
			schedule();
			continue;
		}
		__set_current_state(TASK_RUNNING);
		h->answer = h->call(h->ctx, h->k);
		flush_signals(current);
		h->call = NULL;
		h->busy = false;
	}
	__set_current_state(TASK_RUNNING);
	return 0;
}

static void ff_hand_begin(struct ff_hand *h, struct ff_ctx *c)
{
	h->ctx = c;
	h->thread = kthread_create(ff_hands, h, "ff_hand");
	get_task_struct(h->thread);
	wake_up_process(h->thread);
}

/* The thread makes the call; it may be in it still when this returns. */
static int ff_ask(struct ff_hand *h, int (*call)(struct ff_ctx *c, int k), int k)
{
	if (h->busy)
		return -EBUSY;
	h->k = k;
	h->answer = -EINPROGRESS;
	h->busy = true;
	h->call = call;
	wake_up_process(h->thread);
	ff_rest();
	return h->busy ? -EINPROGRESS : h->answer;
}

/* The debugging of ww_mutex makes up contention now and then; here all of it is real. */
static void ff_honest(struct ww_acquire_ctx *ticket)
{
#ifdef CONFIG_DEBUG_WW_MUTEX_SLOWPATH
	ticket->deadlock_inject_countdown = UINT_MAX;
#endif
}

/* Whether the thread sleeps in the lock of an object: it is on the list of the mutex. */
static inline bool ff_waits_for(struct ff_hand *h, struct dma_resv *resv)
{
	struct mutex_waiter *w;

	if (h->busy)
		list_for_each_entry(w, &resv->lock.base.wait_list, list)
			if (w->task == h->thread)
				return true;
	return false;
}

static inline void ff_hand_end(struct ff_hand *h)
{
	kthread_stop(h->thread);
	put_task_struct(h->thread);
}
