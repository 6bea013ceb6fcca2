/**
 * Sequences of inputs that share their beginnings. Node 0 is the empty one; a test is a way from
 * there to a node without children.
 */
export class Trie {
  readonly #children: (Map<number, number> | null)[] = [null];
  readonly #parent: number[] = [-1];
  readonly #input: number[] = [-1];

  get size(): number {
    return this.#parent.length;
  }
  child(node: number, input: number): number | undefined {
    return this.#children[node]?.get(input);
  }
  childrenOf(node: number): ReadonlyMap<number, number> | null {
    return this.#children[node]!;
  }
  /** The node behind a word, which is added where it is missing. */
  add(node: number, word: readonly number[]): number {
    let current = node;
    for (const input of word) {
      const children = (this.#children[current] ??= new Map());
      let to = children.get(input);
      if (to === undefined) {
        to = this.#parent.push(current) - 1;
        this.#input.push(input);
        this.#children.push(null);
        children.set(input, to);
      }
      current = to;
    }
    return current;
  }
  /** How many nodes a word would add, and a test more where it leaves the way of others. */
  cost(node: number, word: readonly number[], perTest: number): number {
    let reached = node;
    for (let n = 0; n < word.length; n++) {
      const to = this.child(reached, word[n]!);
      if (to === undefined) {
        const branches = (this.#children[reached]?.size ?? 0) > 0;
        return word.length - n + (branches ? perTest : 0);
      }
      reached = to;
    }
    return 0;
  }
  /** Every test, in the order in which it was begun. */
  *tests(): Iterable<number[]> {
    for (let node = 0; node < this.size; node++) {
      if ((this.#children[node]?.size ?? 0) > 0) continue;
      const word: number[] = [];
      for (let at = node; at > 0; at = this.#parent[at]!) word.push(this.#input[at]!);
      yield word.reverse();
    }
  }
}
