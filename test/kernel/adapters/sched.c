// SPDX-License-Identifier: GPL-2.0
#include "sched-adapter.h"
#include "sched.gen.h"
#include "play.h"
FF_SUITE(sched)
