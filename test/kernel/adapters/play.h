/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Leads the kernel along the paths of a generated table and compares, after each step, where every part is with where the model
 * says it is. Included by a file that has an adapter (struct ff_ctx, ff_begin, ff_end, ff_do, ff_place, ff_answer) and a table.
 */
#define FF_SAID 8
#ifndef FF_CHUNK
#define FF_CHUNK 64
#endif
#define FF_ENDS 1
#define FF_HANGS 2

struct ff_cover {
	const char *name;
	const struct ff_step *steps;
	const struct ff_path *paths;
	unsigned int count;
	bool refusals;
};

struct ff_chunk {
	const struct ff_cover *cover;
	unsigned int first, count;
};

static const struct ff_cover ff_covers[] = {
	{ "steps", ff_steps_steps, ff_steps_paths, ARRAY_SIZE(ff_steps_paths), false },
	{ "transitions", ff_transitions_steps, ff_transitions_paths, ARRAY_SIZE(ff_transitions_paths), false },
#ifdef FF_EVERY_EDGE
	{ "edges", ff_edges_steps, ff_edges_paths, ARRAY_SIZE(ff_edges_paths), false },
	{ "refusals", ff_edges_steps, ff_edges_paths, ARRAY_SIZE(ff_edges_paths), true },
#else
	/* Of a system that is too big for every edge. */
	{ "edges", NULL, NULL, 0, false },
	{ "refusals", ff_transitions_steps, ff_transitions_paths, ARRAY_SIZE(ff_transitions_paths), true },
#endif
#ifdef FF_RESTS
	{ "rest", ff_rest_steps, ff_rest_paths, ARRAY_SIZE(ff_rest_paths), false },
#endif
};

static struct {
	unsigned long steps, refused, answers;
	unsigned int said;
	/* The run of the first path that went wrong has been told. */
	bool told;
} ff_count;

#define FF_SAY(test, fmt, ...) \
	do { \
		if (ff_count.said++ < FF_SAID) \
			KUNIT_FAIL(test, fmt, ##__VA_ARGS__); \
		else \
			kunit_set_failure(test); \
	} while (0)

/* A step as the model writes it: `signal[1]`. */
static const char *ff_named(u8 step, int i, int k)
{
	static char text[64];
	int at = scnprintf(text, sizeof(text), "%s", ff_step_names[step]);

	if (i > 0)
		scnprintf(text + at, sizeof(text) - at, k > 0 ? "[%d,%d]" : "[%d]", i, k);
	return text;
}

/* How many parts are not where the model has them. */
static int ff_compare(struct ff_ctx *c, struct kunit *test, unsigned int path, unsigned int at,
		      unsigned int state, const char *after)
{
	char seen[FF_PLACE];
	int part, bad = 0;

	for (part = 0; part < FF_PARTS; part++) {
		const char *want = ff_places[ff_states[state][part]];

		ff_place(c, ff_parts[part], seen, sizeof(seen));
		if (!strcmp(seen, want))
			continue;
		bad++;
		FF_SAY(test, "path %u step %u: after %s %s is %s, not %s", path, at, after, ff_parts[part], seen, want);
	}
	return bad;
}

/* The calls that must be refused here, and those that answer and change nothing. */
static int ff_refuse(struct ff_ctx *c, struct kunit *test, unsigned int path, unsigned int at, unsigned int state)
{
	unsigned int n;
	char seen[FF_PLACE];
	int bad = 0;

	for (n = ff_refused_at[state]; n < ff_refused_at[state + 1] && !bad; n++) {
		const struct ff_refused *no = &ff_refused[n];
		const char *name = ff_step_names[no->step];

		ff_count.refused++;
		if (ff_do(c, name, no->i, no->k, 0)) {
			bad++;
			FF_SAY(test, "path %u step %u: %s was done, and must be refused", path, at, ff_named(no->step, no->i, no->k));
		}
		bad += ff_compare(c, test, path, at, state, name);
	}
	for (n = 0; n < FF_ANSWERS && !bad; n++) {
		const char *want = ff_texts[ff_expected[state][n]];

		if (!*want)
			continue;
		ff_count.answers++;
		ff_answer(c, ff_calls[n], seen, sizeof(seen));
		if (strcmp(seen, want)) {
			bad++;
			FF_SAY(test, "path %u step %u: %s answers %s, not %s", path, at, ff_calls[n], seen, want);
		}
		bad += ff_compare(c, test, path, at, state, ff_calls[n]);
	}
	return bad;
}

/* The first `count` steps of a path, so that a reader sees what was done before something was wrong. */
static void ff_tell(struct kunit *test, const struct ff_cover *cover, unsigned int path, unsigned int count)
{
	const struct ff_path *p = &cover->paths[path];
	char line[100];
	unsigned int n, at = 0;

	if (ff_count.told)
		return;
	ff_count.told = true;
	kunit_info(test, "the run of path %u, %u steps:\n", path, count);
	for (n = 0; n < count; n++) {
		const struct ff_step *s = &cover->steps[p->first + n];

		if (at + strlen(ff_step_names[s->step]) + 12 > sizeof(line)) {
			kunit_info(test, "  %s\n", line);
			at = 0;
		}
		at += scnprintf(line + at, sizeof(line) - at, n + 1 < count ? "%s, " : "%s", ff_named(s->step, s->i, s->k));
	}
	if (at)
		kunit_info(test, "  %s\n", line);
}

static void ff_path_play(struct ff_ctx *c, struct kunit *test, const struct ff_cover *cover, unsigned int path)
{
	const struct ff_path *p = &cover->paths[path];
	unsigned int n;
	int bad;

	ff_begin(c, test);
	bad = ff_compare(c, test, path, 0, 0, "the beginning");
	if (!bad && cover->refusals)
		bad = ff_refuse(c, test, path, 0, 0);
	for (n = 0; n < p->steps && !bad; n++) {
		const struct ff_step *s = &cover->steps[p->first + n];
		const char *name = ff_step_names[s->step];

		ff_count.steps++;
		if (!ff_do(c, name, s->i, s->k, s->later)) {
			bad++;
			FF_SAY(test, "path %u step %u: %s was not done", path, n + 1, ff_named(s->step, s->i, s->k));
		}
		ff_settle(c);
		bad += ff_compare(c, test, path, n + 1, s->to, name);
		if (!bad && cover->refusals)
			bad = ff_refuse(c, test, path, n + 1, s->to);
	}
	if (bad)
		ff_tell(test, cover, path, n);
#ifdef FF_RESTS
	/* Everybody is let go, and then it is as the model says: all that was owed has ended, or it hangs where it hung. */
	if (!bad && !strcmp(cover->name, "rest")) {
		ff_free(c);
		if (FF_RESTS == FF_ENDS && !ff_all_ended(c))
			FF_SAY(test, "path %u: not all has ended after everybody was let go", path);
		if (FF_RESTS == FF_HANGS && !ff_compare(c, test, path, n, cover->steps[p->first + n - 1].to, "everybody was let go"))
			ff_all_wait(c, test);
	}
#endif
	ff_end(c);
}

static void ff_cover_play(struct kunit *test)
{
	const struct ff_chunk *chunk = test->param_value;
	struct ff_ctx *c = kzalloc(sizeof(*c), GFP_KERNEL);
	unsigned int n;

	KUNIT_ASSERT_NOT_NULL(test, c);
	for (n = 0; n < chunk->count; n++)
		ff_path_play(c, test, chunk->cover, chunk->first + n);
	kfree(c);
}

/* Some paths of a cover at a time: KUnit gives a case 300 s, and time here is virtual. */
static const void *ff_next_chunk(const struct ff_cover *cover, const void *prev, char *desc)
{
	static struct ff_chunk chunk;
	unsigned int first = 0;

	if (prev)
		first = ((const struct ff_chunk *)prev)->first + ((const struct ff_chunk *)prev)->count;
	if (first >= cover->count)
		return NULL;
	chunk = (struct ff_chunk){ cover, first, min(cover->count - first, (unsigned int)FF_CHUNK) };
	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "paths %u to %u", first, first + chunk.count - 1);
	return &chunk;
}

#define FF_COVER(n, name) \
	static const void *ff_##name##_chunks(const void *prev, char *desc) \
	{ \
		return ff_next_chunk(&ff_covers[n], prev, desc); \
	} \
	static void name(struct kunit *test) \
	{ \
		ff_cover_play(test); \
	}

FF_COVER(0, steps)
FF_COVER(1, transitions)
#ifdef FF_EVERY_EDGE
FF_COVER(2, edges)
#endif
FF_COVER(3, refusals)
#ifdef FF_RESTS
FF_COVER(4, rest)
#endif

static void counted(struct kunit *test)
{
	kunit_info(test, "%lu steps done, %lu refused calls tried, %lu answers asked\n", ff_count.steps, ff_count.refused,
		   ff_count.answers);
	KUNIT_EXPECT_GT(test, ff_count.steps, 0UL);
}

static int ff_fresh(struct kunit *test)
{
	ff_count.said = 0;
	ff_count.told = false;
	return 0;
}

static struct kunit_case ff_cases[] = {
	KUNIT_CASE_PARAM(steps, ff_steps_chunks),
	KUNIT_CASE_PARAM(transitions, ff_transitions_chunks),
#ifdef FF_EVERY_EDGE
	KUNIT_CASE_PARAM(edges, ff_edges_chunks),
#endif
	KUNIT_CASE_PARAM(refusals, ff_refusals_chunks),
#ifdef FF_RESTS
	KUNIT_CASE_PARAM(rest, ff_rest_chunks),
#endif
	KUNIT_CASE(counted),
	{}
};

#define FF_SUITE(id) \
	static struct kunit_suite ff_suite = { \
		.name = #id, \
		.test_cases = ff_cases, \
		.init = ff_fresh, \
	}; \
	kunit_test_suite(ff_suite); \
	MODULE_LICENSE("GPL");
