import { fenceItself } from './fence.ts';

/** The gallery of fences, buffers' reservations and implicit synchronisation. */
export const fenceGallery = [...fenceItself];
