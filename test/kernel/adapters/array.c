// SPDX-License-Identifier: GPL-2.0
#include "array-adapter.h"
#include "array.gen.h"
#include "play.h"
FF_SUITE(array)
