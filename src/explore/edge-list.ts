/** Edges in the order in which they are found, kept in chunks, so that growing copies nothing. */
export type EdgeList = {
  readonly count: () => number;
  readonly bytes: () => number;
  /** The open chunk, with room for at least so many more edges. @throws RangeError where there is no memory. */
  readonly open: (more: number) => Chunk;
  /** Notes that so many edges were written into the open chunk. */
  readonly wrote: (more: number) => void;
  /** All of them in two arrays; the chunks are given up. Only the first `most`, where there is no memory for all. */
  readonly join: () => { readonly to: Int32Array; readonly by: Uint16Array };
};
export type Chunk = { readonly to: Int32Array; readonly by: Uint16Array; used: number };

export function edgeList(): EdgeList {
  let chunks: Chunk[] = [];
  let count = 0;
  let bytes = 0;
  return {
    count: () => count,
    bytes: () => bytes,
    open: (more) => {
      const last = chunks.at(-1);
      if (last !== undefined && last.used + more <= last.to.length) return last;
      const length = Math.max(more, Math.min(1 << 22, Math.max(1 << 12, count)));
      const chunk = { to: new Int32Array(length), by: new Uint16Array(length), used: 0 };
      bytes += length * 6;
      chunks.push(chunk);
      return chunk;
    },
    wrote: (more) => { chunks.at(-1)!.used += more; count += more; },
    join: () => {
      if (chunks.length === 1) {
        const [{ to, by, used }] = chunks as [Chunk];
        chunks = [];
        return { to: to.slice(0, used), by: by.slice(0, used) };
      }
      let room = count;
      let to: Int32Array; let by: Uint16Array;
      for (;;) {
        try { to = new Int32Array(room); by = new Uint16Array(room); break; }
        catch (error) { if (!(error instanceof RangeError)) throw error; room >>>= 1; }
      }
      let at = 0;
      for (const [c, chunk] of chunks.entries()) {
        const take = Math.min(chunk.used, room - at);
        to.set(chunk.to.subarray(0, take), at);
        by.set(chunk.by.subarray(0, take), at);
        at += take;
        delete chunks[c];
      }
      chunks = [];
      return { to, by };
    },
  };
}
