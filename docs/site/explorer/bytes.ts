/**
 * As much of Node's Buffer as the reader of logs uses, over the bytes of a browser: the build puts
 * it in the place of the global.
 */
class Bytes extends Uint8Array {
  static override from(data: unknown, encoding: unknown = 'utf8'): Bytes {
    if (typeof data !== 'string') return new Bytes(data as ArrayLike<number>);
    if (encoding === 'latin1') return new Bytes(Array.from(data, (char) => char.charCodeAt(0)));
    return new Bytes(new TextEncoder().encode(data));
  }

  static alloc(length: number): Bytes {
    return new Bytes(length);
  }

  static concat(list: readonly Uint8Array[]): Bytes {
    const whole = new Bytes(list.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of list) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  override toString(encoding = 'utf8', from = 0, to = this.length): string {
    const part = this.subarray(from, to);
    // What the standard calls latin1 is windows-1252.
    if (encoding === 'latin1')
      return Array.from(part, (byte) => String.fromCharCode(byte)).join('');
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, at) => byte === other[at]);
  }

  readDoubleLE(at: number): number {
    return new DataView(this.buffer, this.byteOffset).getFloat64(at, true);
  }
}

export { Bytes as Buffer };
