/** The C that leads threads through a run. */
import { severalProcessors, type Processors } from './several-processors.ts';

const oneProcessor: Processors = {
  who: `static inline int ff_who(struct ff_player *p)
{
	int t;

	for (t = 0; t < FF_MOST; t++)
		if (p->tasks[t] == current)
			return t;
	return -1;
}

`,
  turns: `static inline void ff_advance(struct ff_player *p, int t)
{
	p->turn++;
	if (!ff_cannot_sleep(p, t))
		wake_up_all(&p->wait);
}

static inline void ff_await(struct ff_player *p, int t, int n)
{
	wait_event_idle(p->wait, p->turn >= n || (n < p->length && p->cancelled[t]));
	if (p->last != t || n >= p->length || p->run[n].rests)
		schedule_timeout_idle(1);
	p->last = t;
}

`,
  waits: `\
	if (!ff_cannot_sleep(p, t))
		ff_await(p, t, n);
	else if (n != p->turn)
		p->wrong++;`,
  begins: '\tp->tasks[t] = current;\n',
  more: '',
  watches: '',
  verdict: '',
  interrupts: '',
};

/** `@name@` stands for what differs. */
const template = `
#ifndef FINITE_FENCE_PLAYER
#define FINITE_FENCE_PLAYER
#define FF_MOST 24

/*
 * A call of a thread; call 0 is where it begins. An open one gives its turn away before it is
 * made; before one that rests a jiffy passes.
 */
struct ff_turn { short thread, call; bool open, rests; const char *way; };
enum { FF_NOT_BEGUN, FF_ENDED, FF_HUNG, FF_IN };
static const char *const ff_words[] = { "has not begun", "has ended", "hangs for ever", "is in" };
struct ff_stand { short is, call; };
struct ff_player {
	const struct ff_turn *run;
	int length, turn, last, wrong;
	wait_queue_head_t wait;
	struct task_struct *tasks[FF_MOST];
	bool begun[FF_MOST], ended[FF_MOST], hung[FF_MOST], stands[FF_MOST], cancelled[FF_MOST];
	int at[FF_MOST], mine[FF_MOST], atomic[FF_MOST], srcu[FF_MOST];
	unsigned long flags[FF_MOST];
@more@};

@who@static inline bool ff_cannot_sleep(struct ff_player *p, int t)
{
	return p->atomic[t] || irqs_disabled() || in_atomic();
}

@turns@static inline const char *ff_before(struct ff_player *p, int call, int *was)
{
	int t = ff_who(p), n;

	if (t < 0)
		return "";
	*was = p->at[t];
	p->at[t] = call;
	for (n = p->turn; n < p->length && p->run[n].thread != t; n++)
		;
	/* Nobody can see when it is made. */
	if (n < p->length && p->run[n].call != call)
		return "";
@waits@
	if (n >= p->length)
		return "";
	if (p->run[n].open)
		ff_advance(p, t);
	else
		p->mine[t] = 1;
	return p->run[n].way;
}

static inline void ff_after(struct ff_player *p, int was)
{
	int t = ff_who(p);

	if (t < 0)
		return;
	if (p->mine[t]) {
		p->mine[t] = 0;
		ff_advance(p, t);
	}
	p->at[t] = was;
}

/* Whether the thread begins, or begins once more. */
static inline bool ff_begins(struct ff_player *p, int t)
{
	int n;

	for (n = p->turn; n < p->length && (p->run[n].thread != t || p->run[n].call); n++)
		;
	if (n >= p->length)
		return false;
	p->stands[t] = true;
	ff_await(p, t, n);
	p->stands[t] = false;
	if (p->cancelled[t]) {
		p->cancelled[t] = false;
		return false;
	}
@begins@	p->begun[t] = true;
	p->ended[t] = false;
	p->at[t] = 0;
	ff_advance(p, t);
	return true;
}

static inline void ff_leaves(struct ff_player *p, int t)
{
	p->ended[t] = true;
	p->tasks[t] = NULL;
	wake_up_all(&p->wait);
}

/* A work that has not begun is taken off its queue: it stands before its first turn. */
static inline void ff_cancels(struct ff_player *p, int t)
{
	if (p->stands[t]) {
		p->cancelled[t] = true;
		wake_up_all(&p->wait);
	}
}

#define FF_VOID(n, c) \\
	({ \\
		int ff_was = 0; \\
		const char *ff_way __maybe_unused = ff_before(ff_play, n, &ff_was); \\
		c; \\
		ff_after(ff_play, ff_was); \\
	})
#define FF_VALUE(n, c) \\
	({ \\
		int ff_was = 0; \\
		const char *ff_way __maybe_unused = ff_before(ff_play, n, &ff_was); \\
		typeof(c) ff_result = (c); \\
		ff_after(ff_play, ff_was); \\
		ff_result; \\
	})
#define FF_SELF (ff_who(ff_play) < 0 ? FF_MOST - 1 : ff_who(ff_play))
#define FF_UP (ff_play->atomic[FF_SELF]++)
#define FF_DOWN (ff_play->atomic[FF_SELF]--)

static int ff_wakes;

static inline void ff_wake(void)
{
	WRITE_ONCE(ff_wakes, ff_wakes + 1);
}

/* As wait_event(): looks, sleeps until somebody wakes it, and looks again. */
static inline void ff_await_woken(int *value, int wanted)
{
	int wakes;

	for (;;) {
		wakes = READ_ONCE(ff_wakes);
		if (READ_ONCE(*value) == wanted)
			return;
		while (READ_ONCE(ff_wakes) == wakes)
			schedule_timeout_uninterruptible(1);
	}
}

static inline void ff_await_value(int *value, int wanted)
{
	while (READ_ONCE(*value) != wanted)
		schedule_timeout_uninterruptible(1);
}

static inline bool ff_says(const char *way, const char *word)
{
	return strstr(way, word) != NULL;
}

static inline void ff_add_fence(struct dma_resv *resv, struct dma_fence *fence)
{
	if (!dma_resv_reserve_fences(resv, 1))
		dma_resv_add_fence(resv, fence, DMA_RESV_USAGE_WRITE);
}

static inline void ff_hang(struct ff_player *p)
{
	int t = ff_who(p);

	if (t >= 0) {
		p->hung[t] = true;
		ff_after(p, 0);
	}
	for (;;)
		schedule_timeout_uninterruptible(HZ);
}

static const char *ff_fence_word(struct dma_fence *fence)
{
	return "finite_fence";
}

static const struct dma_fence_ops ff_fence_ops = {
	.get_driver_name = ff_fence_word,
	.get_timeline_name = ff_fence_word,
};

static struct ww_class ww_class __maybe_unused = __WW_CLASS_INITIALIZER(ww_class, 0);

/* After 3 s each thread has to be where the model says. */
static inline void ff_compare(struct kunit *test, struct ff_player *p, int threads, const char *const *names,
			      const char *const *calls, const struct ff_stand *want)
{
	int t;

@watches@	schedule_timeout_uninterruptible(3 * HZ);
	kunit_info(test, "turn %d of %d\\n", p->turn, p->length);
	if (p->turn < p->length)
		KUNIT_FAIL(test, "turn %d of %d was not taken: %s %s", p->turn + 1, p->length,
			   names[p->run[p->turn].thread], calls[p->run[p->turn].call]);
	KUNIT_EXPECT_EQ(test, p->wrong, 0);
	for (t = 0; want && t < threads; t++) {
		int is = !p->begun[t] ? FF_NOT_BEGUN : p->hung[t] ? FF_HUNG : p->ended[t] ? FF_ENDED : FF_IN;
		const char *in = is == FF_IN ? calls[p->at[t]] : "";
		const char *wanted = want[t].is == FF_IN ? calls[want[t].call] : "";

		kunit_info(test, "%s %s %s\\n", names[t], ff_words[is], in);
		if (is != want[t].is || (is == FF_IN && p->at[t] != want[t].call))
			KUNIT_FAIL(test, "%s %s %s; the model says: %s %s", names[t], ff_words[is], in,
				   ff_words[want[t].is], wanted);
	}
@verdict@}
@interrupts@#endif
`;

const playerOn = (processors: Processors): string =>
  Object.entries(processors).reduce(
    (text, [name, differs]) => text.replace(`@${name}@`, () => differs),
    template,
  );

/**
 * The C that leads threads: each waits before a call until it is its turn. Between two turns of
 * different threads a jiffy passes, so that whoever was woken has come to rest.
 */
export const player = playerOn(oneProcessor);
/**
 * The same for several processors: who may not sleep spins until it is his turn, and interrupts
 * come.
 */
export const spinningPlayer = playerOn(severalProcessors);
