// SPDX-License-Identifier: GPL-2.0
#include "fence-adapter.h"
#include "fence2.gen.h"
#include "play.h"
FF_SUITE(fence2)
