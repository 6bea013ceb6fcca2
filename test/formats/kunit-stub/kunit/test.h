/* As much of include/kunit/test.h as a suite needs to be read by a compiler. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

struct kunit { const char *name; };
struct kunit_case { void (*run_case)(struct kunit *test); const char *name; };
struct kunit_suite { const char name[256]; struct kunit_case *test_cases; };

void kunit_expect(struct kunit *test, bool ok);
void kunit_expect_streq(struct kunit *test, const char *left, const char *right);
__attribute__((format(printf, 2, 3))) void kunit_skip(struct kunit *test, const char *fmt, ...);

#define KUNIT_CASE(test_name) { .run_case = test_name, .name = #test_name }
#define KUNIT_EXPECT_FALSE(test, condition) kunit_expect(test, !(condition))
#define KUNIT_ASSERT_TRUE(test, condition) kunit_expect(test, condition)
#define KUNIT_EXPECT_STREQ(test, left, right) kunit_expect_streq(test, left, right)
#define kunit_test_suite(suite) struct kunit_suite *suite##_ptr = &suite
#define MODULE_LICENSE(license) const char module_license[] = license
