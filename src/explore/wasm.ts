/**
 * As much of an assembler for WebAssembly as a loop over integers in memory needs. Code is a list of
 * bytes; what takes operands is written behind them. Everything is a 32-bit integer.
 */
export type Bytes = readonly number[];

/** What of the platform's WebAssembly is used here. */
export type Platform = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => Memory;
  readonly Instance: new (
    module: object,
    imports: { readonly e: { readonly memory: Memory } },
  ) => { readonly exports: { readonly run: (...given: number[]) => void } };
};
export type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };

/** @throws TypeError or ReferenceError where there is no WebAssembly */
export const platform = (): Platform =>
  (globalThis as unknown as { readonly WebAssembly: Platform }).WebAssembly;

/** Instructions one after the other. */
export const code = (...parts: readonly (number | Bytes)[]): Bytes => parts.flat();

/** An unsigned number in LEB128. */
function unsigned(n: number): number[] {
  const bytes: number[] = [];
  for (let left = n >>> 0; ; left >>>= 7) {
    if (left < 128) return [...bytes, left];
    bytes.push((left & 127) | 128);
  }
}

/** A signed number in LEB128. */
function signed(n: number): number[] {
  const bytes: number[] = [];
  for (let left = n | 0; ; left >>= 7) {
    const byte = left & 127;
    if ((left >> 6 === 0 || left >> 6 === -1) && left >= -64 && left < 64) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

export const op = {
  add: 0x6a,
  sub: 0x6b,
  mul: 0x6c,
  and: 0x71,
  or: 0x72,
  shl: 0x74,
  shrU: 0x76,
  clz: 0x67,
  popcnt: 0x69,
  eqz: 0x45,
  ltS: 0x48,
  leS: 0x4c,
} as const;

export const get = (local: number): Bytes => [0x20, ...unsigned(local)];
export const set = (local: number): Bytes => [0x21, ...unsigned(local)];
export const tee = (local: number): Bytes => [0x22, ...unsigned(local)];
export const number = (n: number): Bytes => [0x41, ...signed(n)];

/** Loads from an address, which is behind, plus an offset: a word, or 16 bits of one. */
export const load = (offset = 0): Bytes => [0x28, 2, ...unsigned(offset)];
export const load16 = (offset = 0): Bytes => [0x2f, 1, ...unsigned(offset)];
/** Stores the value behind at the address behind that. */
export const store = (offset = 0): Bytes => [0x36, 2, ...unsigned(offset)];
export const store16 = (offset = 0): Bytes => [0x3b, 1, ...unsigned(offset)];

/** A loop that is left by `leaveIf` alone. */
export const loop = (...body: readonly Bytes[]): Bytes =>
  code(0x02, 0x40, 0x03, 0x40, ...body, 0x0c, 0, 0x0b, 0x0b);
/** Leaves the innermost loop where the value behind is not 0; directly in its body. */
export const leaveIf: Bytes = [0x0d, 1];
/** Begins the innermost loop again where the value behind is not 0; directly in its body. */
export const againIf: Bytes = [0x0d, 0];
/** Where the value behind is not 0. */
export const when = (body: Bytes): Bytes => code(0x04, 0x40, body, 0x0b);

const vector = (items: readonly Bytes[]): Bytes => [...unsigned(items.length), ...items.flat()];
const section = (id: number, bytes: Bytes): Bytes => [id, ...unsigned(bytes.length), ...bytes];
const text = (name: string): Bytes =>
  vector([...name].map((letter): Bytes => [letter.charCodeAt(0)]));
const i32 = 0x7f;

/**
 * A module with one function, `run`, that takes so many integers, has so many locals beside them,
 * and imports its memory as `e.memory`.
 */
export function moduleOf(parameters: number, locals: number, body: Bytes): Uint8Array<ArrayBuffer> {
  const takes = vector(Array.from({ length: parameters }, () => [i32]));
  const whole = code(1, unsigned(locals), i32, body, 0x0b);
  return Uint8Array.from(
    code(
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, vector([code(0x60, takes, 0)])),
      section(2, vector([code(text('e'), text('memory'), 2, 0, 1)])),
      section(3, vector([[0]])),
      section(7, vector([code(text('run'), 0, 0)])),
      section(10, vector([code(unsigned(whole.length), whole)])),
    ),
  );
}
