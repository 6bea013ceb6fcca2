// SPDX-License-Identifier: GPL-2.0
#include "resv-adapter.h"
#include "resv.gen.h"
#include "play.h"
FF_SUITE(resv)
