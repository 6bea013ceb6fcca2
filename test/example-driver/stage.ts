/**
 * Where every thread of the driver stops before it does something that others see. A test lets one
 * go at a time; a thread whose condition does not hold goes back to sleep, as in wait_event(): to
 * be woken in vain does no harm.
 */
export class Stage {
  readonly #asleep = new Map<string, (word: unknown) => void>();
  #went = false;

  /**
   * Sleeps at `point` until it is let go and `ready` holds, then gives what it was let go with;
   * throws when `off` comes first.
   */
  async until<T = unknown>(
    point: string,
    ready: (word: T) => boolean = () => true,
    off?: AbortSignal,
  ): Promise<T> {
    for (;;) {
      off?.throwIfAborted();
      const word = await new Promise<T>((wake, giveUp) => {
        if (this.#asleep.has(point)) throw new Error(`two threads are at '${point}'`);
        const stop = (): void => {
          this.#asleep.delete(point);
          giveUp(off!.reason as Error);
        };
        this.#asleep.set(point, (given) => {
          this.#asleep.delete(point);
          off?.removeEventListener('abort', stop);
          wake(given as T);
        });
        off?.addEventListener('abort', stop, { once: true });
      });
      // Not at the same moment as it is woken: others may have come in between.
      if (off?.aborted !== true && ready(word)) {
        this.#went = true;
        return word;
      }
    }
  }

  /** Lets go who sleeps at `point`: whether it went on. Comes back when nothing moves any more. */
  async letGo(point: string, word?: unknown): Promise<boolean> {
    const wake = this.#asleep.get(point);
    this.#went = false;
    wake?.(word);
    await new Promise<void>((done) => {
      setImmediate(done);
    });
    return this.#went;
  }

  get points(): string[] {
    return [...this.#asleep.keys()].sort();
  }
}

/** A lock that knows who has it. */
export class Mutex {
  holder: string | null = null;
  async lock(stage: Stage, point: string, who: string): Promise<void> {
    await stage.until(point, () => this.holder === null);
    this.holder = who;
  }
  unlock(who: string): void {
    if (this.holder !== who) throw new Error(`${who} unlocks what ${this.holder ?? 'nobody'} has`);
    this.holder = null;
  }
}

/** A thing of the hardware that one context has at a time. */
export class Unit {
  user: string | null = null;
  get free(): boolean {
    return this.user === null;
  }
  give(who: string): void {
    if (this.user === who) this.user = null;
  }
}
