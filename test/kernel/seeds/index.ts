import { bufferSeeds } from './buffer.ts';
import { arraySeeds, chainSeeds, unwrapSeeds } from './containers.ts';
import { resvSeeds, swSyncSeeds, syncFileSeeds } from './dma-buf.ts';
import { dmaFenceSeeds } from './dma-fence.ts';
import { notifierSeeds, schedSeeds } from './drm.ts';
import { execSeeds } from './drm-exec.ts';
import type { Seed } from './seed.ts';
import { lockingSeeds } from './locking.ts';
import { orderSeeds } from './order.ts';
import { eventfdSeeds } from './syncobj-eventfd.ts';
import { syncobjSeeds } from './syncobj.ts';
import { ttmMoveSeeds } from './ttm-moves.ts';
import { ttmSeeds } from './ttm.ts';

/** Every seeded bug of the kernel, in the order of its number. */
export const seeds: readonly Seed[] = [
  ...dmaFenceSeeds,
  ...arraySeeds,
  ...chainSeeds,
  ...unwrapSeeds,
  ...resvSeeds,
  ...syncFileSeeds,
  ...swSyncSeeds,
  ...bufferSeeds,
  ...syncobjSeeds,
  ...schedSeeds,
  ...execSeeds,
  ...ttmSeeds,
  ...ttmMoveSeeds,
  ...lockingSeeds,
  ...eventfdSeeds,
  ...orderSeeds,
  ...notifierSeeds,
].toSorted((a, b) => a.n - b.n);
