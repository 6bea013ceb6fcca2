// SPDX-License-Identifier: GPL-2.0
#include "find-adapter.h"
#include "find.gen.h"
#include "play.h"
FF_SUITE(find)
