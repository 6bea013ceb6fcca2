// SPDX-License-Identifier: GPL-2.0
#include "notifier-adapter.h"
#include "notifier.gen.h"
#include "play.h"
FF_SUITE(notifier)
