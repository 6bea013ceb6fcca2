/* oxlint-disable max-lines-per-function -- a chart is one table of states: data in which nothing is decided */
import { setup } from 'xstate';
import { members, type Named } from './named.ts';

export type ChainNode = Named<
  'idle' | 'armed' | `armed.${string}` | 'rearming' | 'signaled',
  `arm.${string}` | `called.${string}` | 'dma_fence_signal' | 'dma_fence_is_signaled=signals'
>;
export type ChainFind = Named<
  'idle' | 'seeking' | `seeking.${string}` | 'found' | `found.${string}` | 'refused',
  `begin.${string}` | `walk.${string}` | `find.${string}` | 'refuse' | 'free'
>;

const file = 'drivers/dma-buf/dma-fence-chain.c';
const edge = (target: string, description: string, symbol: string) => ({
  target,
  description,
  meta: { source: `${file}: ${symbol}` },
});

/**
 * A node of a dma_fence_chain: a fence of its own, and all the fences of the nodes before it.
 * Rule: it is signaled when its own fence and all before it are; it has one callback, on the first
 * of them that is not, seen from the head.
 * Source: drivers/dma-buf/dma-fence-chain.c (dma_fence_chain_enable_signaling,
 * dma_fence_chain_irq_work, dma_fence_chain_signaled), v7.0.
 */
export function dmaFenceChain({ links = 3 }: { readonly links?: number }): ChainNode {
  const allLinks = members('f', links);
  const signals = {
    'dma_fence_is_signaled=signals': edge(
      '#dma_fence_chain.signaled',
      'A caller of dma_fence_is_signaled finds no unsignaled fence and signals the node.',
      'dma_fence_chain_signaled',
    ),
  };
  const arms = Object.fromEntries(
    allLinks.map((one) => [
      `arm.${one}`,
      edge(
        `#dma_fence_chain.armed.${one}`,
        `The node adds its callback to the fence ${one}.`,
        'dma_fence_chain_enable_signaling',
      ),
    ]),
  );
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'dma_fence_chain',
    initial: 'idle',
    states: {
      idle: {
        description: 'Signaling is not enabled on the node.',
        meta: { source: `${file}: dma_fence_chain_init` },
        on: {
          ...arms,
          ...signals,
          dma_fence_signal: edge(
            'signaled',
            'Signaling is enabled and no fence is left to wait for, so the node is signaled.',
            'dma_fence_chain_enable_signaling',
          ),
        },
      },
      armed: {
        description: "The node's callback is queued on a fence.",
        meta: { source: `${file}: dma_fence_chain_enable_signaling` },
        initial: allLinks[0]!,
        states: Object.fromEntries(
          allLinks.map((one) => [
            one,
            {
              description: `The node's callback is queued on the fence ${one}.`,
              meta: { source: `${file}: dma_fence_chain_enable_signaling`, waits: 'waiting for' },
              on: {
                ...signals,
                [`called.${one}`]: edge(
                  '#dma_fence_chain.rearming',
                  `The fence ${one} is signaled, and its callback queues irq_work.`,
                  'dma_fence_chain_cb',
                ),
              },
            },
          ]),
        ),
      },
      rearming: {
        description: "The node's irq_work looks for the next unsignaled fence.",
        meta: { source: `${file}: dma_fence_chain_irq_work` },
        on: {
          ...arms,
          ...signals,
          dma_fence_signal: edge(
            'signaled',
            'No unsignaled fence is left, and the irq_work signals the node.',
            'dma_fence_chain_irq_work',
          ),
        },
      },
      signaled: {
        description: 'The node is signaled: its own fence and all before it are.',
        meta: { source: `${file}: dma_fence_chain_irq_work` },
      },
    },
  } as never) as unknown as ChainNode;
}

/**
 * A call of dma_fence_chain_find_seqno, node by node.
 * Rule: it finds the node that will signal the number; numbers that are not there yet are refused;
 * nodes that are signaled drop out under way.
 * Source: drivers/dma-buf/dma-fence-chain.c (dma_fence_chain_find_seqno, dma_fence_chain_walk), v7.0.
 */
export function chainFind({ links = 3 }: { readonly links?: number }): ChainFind {
  const nodes = members('c', links);
  const numbers = Array.from({ length: 2 * links + 1 }, (_, at) => `s${at + 1}`);
  const reset = {
    free: edge('#chain_find.idle', 'The caller is done with the fence that it found.', 'dma_fence_chain_find_seqno'),
  };
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'chain_find',
    initial: 'idle',
    states: {
      idle: {
        description: 'There is no call.',
        meta: { source: `${file}: dma_fence_chain_find_seqno` },
        on: {
          ...Object.fromEntries(
            numbers.flatMap((s) =>
              nodes.map((c) => [
                `begin.${s}.${c}`,
                edge(
                  `#chain_find.seeking.${s}.${c}`,
                  `The caller looks for ${s}, starting at node ${c}.`,
                  'dma_fence_chain_find_seqno',
                ),
              ]),
            ),
          ),
          refuse: edge('refused', 'The chain has not reached the number: -EINVAL.', 'dma_fence_chain_find_seqno'),
        },
      },
      seeking: {
        description: 'The call walks from node to node.',
        meta: { source: `${file}: dma_fence_chain_walk` },
        initial: numbers[0]!,
        states: Object.fromEntries(
          numbers.map((s) => [
            s,
            {
              description: `The call looks for ${s}.`,
              meta: { source: `${file}: dma_fence_chain_find_seqno` },
              initial: nodes[0]!,
              states: Object.fromEntries(
                nodes.map((c) => [
                  c,
                  {
                    description: `The call is at node ${c}.`,
                    meta: { source: `${file}: dma_fence_chain_walk` },
                    on: {
                      ...Object.fromEntries(
                        nodes
                          .filter((other) => other < c)
                          .map((other) => [
                            `walk.${other}`,
                            edge(
                              other,
                              `The call walks to node ${other}, the next that is not signaled.`,
                              'dma_fence_chain_walk',
                            ),
                          ]),
                      ),
                      [`find.${c}`]: edge(
                        `#chain_find.found.${c}`,
                        'The node before this one has a lower number, so this one is found.',
                        'dma_fence_chain_find_seqno',
                      ),
                      'find.null': edge(
                        '#chain_find.found.null',
                        'Every node that is left is signaled.',
                        'dma_fence_chain_walk',
                      ),
                    },
                  },
                ]),
              ),
            },
          ]),
        ),
      },
      found: {
        description: 'The call has returned 0.',
        meta: { source: `${file}: dma_fence_chain_find_seqno` },
        initial: 'null',
        states: Object.fromEntries(
          ['null', ...nodes].map((c) => [
            c,
            {
              description: c === 'null' ? 'There is no fence to wait for.' : `The call has found node ${c}.`,
              meta: { source: `${file}: dma_fence_chain_find_seqno` },
              on: reset,
            },
          ]),
        ),
      },
      refused: {
        description: 'The call has returned -EINVAL.',
        meta: { source: `${file}: dma_fence_chain_find_seqno` },
        on: reset,
      },
    },
  } as never) as unknown as ChainFind;
}
