// SPDX-License-Identifier: GPL-2.0
#include "sw-sync-adapter.h"
#include "sw_sync.gen.h"
#include "play.h"
FF_SUITE(sw_sync)
