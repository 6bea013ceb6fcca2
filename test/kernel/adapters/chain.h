/* SPDX-License-Identifier: GPL-2.0 */
/* A chain of nodes c1, c2 ... over the fences f1, f2 ... */
#include "members.h"
#include <linux/dma-fence-chain.h>

/* Takes over no reference of the members; gives each node to `chain` and one of the head more. */
static void ff_chain_make(struct dma_fence_chain **chain, struct ff_members *m, int number)
{
	struct dma_fence *prev = NULL;
	int n;

	for (n = 1; n <= FF_MEMBERS; n++) {
		chain[n] = dma_fence_chain_alloc();
		dma_fence_chain_init(chain[n], prev, dma_fence_get(m->f[n]), n * number);
		prev = dma_fence_get(&chain[n]->base);
	}
	/* Nothing comes after the head: it needs no reference for that. */
	dma_fence_put(prev);
}

static void ff_chain_end(struct dma_fence_chain **chain, struct kunit *test)
{
	int n;

	/* The head is the only one that nobody else points to; every other node is let go by the one after it. */
	for (n = FF_MEMBERS; n >= 1; n--) {
		FF_LAST(test, &chain[n]->base, "a node");
		dma_fence_put(&chain[n]->base);
	}
}
