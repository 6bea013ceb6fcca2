// SPDX-License-Identifier: GPL-2.0
#include "merge-adapter.h"
#include "merge.gen.h"
#include "play.h"
FF_SUITE(merge)
