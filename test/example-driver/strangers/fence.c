/*
 * A fence library, from its description in README.md, behind a line protocol: a call a line on standard input, an answer a line on
 * standard output: "ok", "refused", or what a part looks like. The first argument is the number of a fault.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int fault;

enum { NOBODY = -1, CALLBACKS = 2 };
struct callback {
	int added, called;
};
struct fence {
	int published, signaled, signals;
	int order[CALLBACKS], count;
	struct callback callback[CALLBACKS];
	int waiting, returned;
};
static struct fence fence;

static void forget(int k)
{
	int n, at = 0;

	for (n = 0; n < fence.count; n++)
		if (fence.order[n] != k)
			fence.order[at++] = fence.order[n];
	fence.count = at;
}

static int publish(void)
{
	if (fence.published)
		return 0;
	if (fault != 1)
		fence.published = 1;
	return 1;
}

static int fence_signal(void)
{
	int n;

	if (!fence.published)
		return 0;
	if (fence.signaled && fault != 2)
		return 0;
	fence.signaled = 1;
	fence.signals += fault == 3 ? 2 : 1;
	for (n = fault == 4 ? 1 : 0; n < fence.count; n++) {
		struct callback *cb = &fence.callback[fault == 5 ? fence.order[0] : fence.order[n]];

		cb->called += fault == 6 ? 2 : 1;
		if (fault != 7)
			fence.callback[fence.order[n]].added = 0;
	}
	fence.count = 0;
	return 1;
}

static int add(int k)
{
	struct callback *cb = &fence.callback[k];

	if (cb->added && fault != 8)
		return 0;
	if (cb->called && !cb->added)
		return 0;
	if (fence.signaled && fault != 9)
		return 0;
	cb->added = 1;
	fence.order[fence.count < CALLBACKS ? fence.count++ : CALLBACKS - 1] = k;
	return 1;
}

static int drop(int k)
{
	struct callback *cb = &fence.callback[fault == 10 ? 0 : k];

	if (!cb->added && fault != 11)
		return 0;
	cb->added = 0;
	if (fault != 12)
		forget(k);
	return 1;
}

static int sleep_on(void)
{
	if (fence.waiting || fence.returned || !fence.published)
		return 0;
	fence.waiting = 1;
	return 1;
}

static int wake(void)
{
	if (!fence.waiting)
		return 0;
	if (!fence.signaled && fault != 13)
		return 0;
	if (fault == 14 && fence.count == 0 && fence.callback[0].called)
		return 0;
	fence.waiting = fault == 15;
	fence.returned = 1;
	return 1;
}

static int renew(void)
{
	if ((!fence.signaled && fault != 16) || fence.waiting)
		return 0;
	if (!fence.published)
		return 0;
	if (fault == 17) {
		fence.signaled = 0;
		return 1;
	}
	memset(&fence, 0, sizeof(fence));
	if (fault == 18)
		fence.signals = 1;
	return 1;
}

static const char *fence_state(void)
{
	if (fence.signals > 1)
		return "signaled too often";
	if (fence.signaled)
		return fence.published ? "signaled" : "signaled before it is published";
	if (fence.signals)
		return "signaled once and not";
	return fence.published ? "visible" : "unpublished";
}

static const char *callback_state(const struct callback *cb)
{
	if (cb->called > 1)
		return "called too often";
	if (cb->called)
		return cb->added ? "called and there" : "called";
	return cb->added ? "queued" : "none";
}

static const char *waiter_state(void)
{
	if (fence.waiting)
		return fence.returned ? "both" : "waiting";
	return fence.returned ? "returned" : "running";
}

int main(int argc, char **argv)
{
	char line[64];

	fault = argc > 1 ? atoi(argv[1]) : 0;
	while (fgets(line, sizeof(line), stdin)) {
		int k = 0, done;
		char word[32] = "";

		sscanf(line, "%31s %d", word, &k);
		if (!strcmp(word, "look")) {
			printf("%s|%s|%s|%s\n", fence_state(), callback_state(&fence.callback[0]),
			       callback_state(&fence.callback[1]), waiter_state());
			fflush(stdout);
			continue;
		}
		if (!strcmp(word, "new")) {
			memset(&fence, 0, sizeof(fence));
			done = 1;
		} else if (!strcmp(word, "publish"))
			done = publish();
		else if (!strcmp(word, "signal"))
			done = fence_signal();
		else if (!strcmp(word, "add"))
			done = add(k);
		else if (!strcmp(word, "remove"))
			done = drop(k);
		else if (!strcmp(word, "wait"))
			done = sleep_on();
		else if (!strcmp(word, "wake"))
			done = wake();
		else if (!strcmp(word, "renew"))
			done = renew();
		else
			done = 0;
		puts(done ? "ok" : "refused");
		fflush(stdout);
	}
	return 0;
}
