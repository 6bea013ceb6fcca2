/** A completion that others can wait for, in any number. */
export class Fence {
  #callbacks: (() => void)[] = [];
  visible = false;
  signals = 0;

  get pending(): boolean {
    return this.visible && this.signals === 0;
  }
  get signaled(): boolean {
    return this.signals > 0;
  }

  publish(): void {
    this.visible = true;
  }

  wait(): Promise<void> {
    return this.signaled
      ? Promise.resolve()
      : new Promise((done) => {
          this.#callbacks.push(done);
        });
  }

  /** @param forget a seeded bug: those who wait are not woken */
  signal(forget = false): void {
    this.signals++;
    const all = this.#callbacks;
    this.#callbacks = [];
    if (!forget) for (const call of all) call();
  }

  /** A new life for the same memory. */
  init(): void {
    this.visible = false;
    this.signals = 0;
  }
}
