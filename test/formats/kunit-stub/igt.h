/* As much of lib/igt_core.h as a test needs to be read by a compiler. */
#pragma once
#include <stdbool.h>
#include <string.h>

__attribute__((format(printf, 1, 2))) void igt_skip(const char *fmt, ...);
__attribute__((format(printf, 2, 3))) void igt_assert_or_say(bool ok, const char *fmt, ...);
bool igt_subtest_begins(const char *name);

#define igt_main void igt_main_body(void); void igt_main_body(void)
#define igt_subtest(name) if (igt_subtest_begins(name))
#define igt_assert(ok) igt_assert_or_say(ok, "%s", #ok)
#define igt_assert_f(ok, ...) igt_assert_or_say(ok, __VA_ARGS__)
