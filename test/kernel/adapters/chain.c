// SPDX-License-Identifier: GPL-2.0
#include "chain-adapter.h"
#include "chain.gen.h"
#include "play.h"
FF_SUITE(chain)
