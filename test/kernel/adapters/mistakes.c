// SPDX-License-Identifier: GPL-2.0
/* Which mistake the driver of the mock GPU makes: test/kernel/seeds/mock-gpu.ts names them. */
#include <linux/moduleparam.h>

int ff_mistake;
core_param(ff_mistake, ff_mistake, int, 0);
