// SPDX-License-Identifier: GPL-2.0
/* The monitor that finite-fence writes, switched on at boot for there is no userspace to do it, and what it has seen at the end. */
#include <kunit/test.h>
#include <linux/panic_notifier.h>
#include <linux/reboot.h>
#include "ff_dma_fence.c"

/* ff_dump=1: what was traced is printed when the kernel halts. */
static int ff_dump;
core_param(ff_dump, ff_dump, int, 0);

static int ff_halts(struct notifier_block *block, unsigned long event, void *unused)
{
	if (ff_dump)
		ftrace_dump(DUMP_ALL);
	return NOTIFY_DONE;
}

static struct notifier_block ff_halting = { .notifier_call = ff_halts };
/* Before User Mode Linux ends, which it does by a notifier, too. */
static struct notifier_block ff_panicking = { .notifier_call = ff_halts, .priority = INT_MAX };

static int __init ff_rv_on(void)
{
	register_reboot_notifier(&ff_halting);
	atomic_notifier_chain_register(&panic_notifier_list, &ff_panicking);
	return ff_dma_fence_enable();
}
late_initcall_sync(ff_rv_on);

/* KUnit runs suites in the order of the link; this one is linked last. */
static void reactions(struct kunit *test)
{
	kunit_info(test, "%u events judged, %u objects lost, %u reactions\n", ff_dma_fence_events, ff_dma_fence_lost,
		   ff_dma_fence_reactions);
	KUNIT_EXPECT_GT(test, ff_dma_fence_events, 0u);
	KUNIT_EXPECT_EQ(test, ff_dma_fence_lost, 0u);
	KUNIT_EXPECT_EQ(test, ff_dma_fence_reactions, 0u);
}

static struct kunit_case ff_rv_cases[] = { KUNIT_CASE(reactions), {} };
static struct kunit_suite ff_rv_suite = { .name = "finite_rv", .test_cases = ff_rv_cases };
kunit_test_suite(ff_rv_suite);
