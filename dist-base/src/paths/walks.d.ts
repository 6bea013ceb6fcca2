import type { Circulation, Network } from './circulation.ts';
/**
 * The walks of a circulation, each from node 0, as edges: an Euler tour by Hierholzer's method, cut at the hub. Where the circulation
 * is not connected, what the hub does not reach is left out.
 */
export declare function walksOf({ size, first, to }: Network, { times, starts, stops }: Circulation): Int32Array[];
