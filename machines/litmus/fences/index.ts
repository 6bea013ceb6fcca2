import { books } from './books.ts';
import { containers } from './containers.ts';
import { contractItself } from './contract.ts';
import { scheduling } from './drm-sched.ts';
import { fenceItself } from './fence.ts';
import { implicitly } from './implicit-sync.ts';
import { indefinite } from './indefinite.ts';
import { timelines } from './syncobj.ts';
import { reservations } from './resv.ts';

/** The gallery of fences, buffers' reservations and implicit synchronisation. */
export const fenceGallery = [
  ...fenceItself,
  ...contractItself,
  ...containers,
  ...scheduling,
  ...reservations,
  ...implicitly,
  ...indefinite,
  ...timelines,
  ...books,
];
