/** An edge is one number: the node it leaves in the upper bits, its symbol in these lower ones. */
const SYMBOL_BITS = 13;
const NODE_BITS = 18;
const NONE = -1;
/** Room for the 98,000 nodes of the committed table without growing. */
const FIRST_SLOTS = 1 << 18;

/**
 * Tokens as paths of symbols; all edges lie in one open-addressed table. Walking it cuts no substring, which makes it
 * several times faster than a Map of strings. Symbols are below 8192; 262,144 nodes are the most.
 */
export class Trie {
  #edges = new Int32Array(FIRST_SLOTS).fill(NONE);
  #targets = new Int32Array(FIRST_SLOTS);
  #tokens = new Int32Array(FIRST_SLOTS).fill(NONE);
  #nodes = 0;

  /** A node that no path leads to: tokens under different roots never mix. @throws RangeError beyond the most nodes */
  newNode(): number {
    if (this.#nodes >> NODE_BITS > 0) throw new RangeError(`A vocabulary of more than ${1 << NODE_BITS} nodes.`);
    if (2 * this.#nodes >= this.#edges.length) this.#grow();
    return this.#nodes++;
  }

  /** The node behind an edge, -1 when there is none. */
  child(node: number, symbol: number): number {
    const edge = (node << SYMBOL_BITS) | symbol;
    const slot = this.#slotOf(edge);
    return this.#edges[slot] === edge ? (this.#targets[slot] ?? NONE) : NONE;
  }

  /** Id of the token that ends at a node, -1 when none does. */
  token(node: number): number {
    return this.#tokens[node] ?? NONE;
  }

  /** `text` from `from` on, its UTF-16 codes read as symbols by `symbolOf`. */
  add(root: number, text: string, from: number, symbolOf: Uint16Array, token: number): void {
    let node = root;
    for (let i = from; i < text.length; i++) {
      const symbol = symbolOf[text.charCodeAt(i)] ?? 0;
      const next = this.child(node, symbol);
      node = next === NONE ? this.#link(node, symbol) : next;
    }
    this.#tokens[node] = token;
  }

  #link(node: number, symbol: number): number {
    const target = this.newNode();
    this.#put((node << SYMBOL_BITS) | symbol, target);
    return target;
  }

  #put(edge: number, target: number): void {
    const slot = this.#slotOf(edge);
    this.#edges[slot] = edge;
    this.#targets[slot] = target;
  }

  /** Where an edge is, or would be put. Hashed with Knuth's constant, 2^32 / golden ratio. */
  #slotOf(edge: number): number {
    const mask = this.#edges.length - 1;
    let slot = (Math.imul(edge, 0x9e3779b1) >>> 9) & mask;
    for (;;) {
      const found = this.#edges[slot];
      if (found === edge || found === NONE) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** At most half full, a search ends after two or three steps. */
  #grow(): void {
    const { edges, targets, tokens } = { edges: this.#edges, targets: this.#targets, tokens: this.#tokens };
    this.#edges = new Int32Array(2 * edges.length).fill(NONE);
    this.#targets = new Int32Array(2 * edges.length);
    this.#tokens = new Int32Array(2 * edges.length).fill(NONE);
    this.#tokens.set(tokens);
    for (let slot = 0; slot < edges.length; slot++) {
      const edge = edges[slot] ?? NONE;
      if (edge !== NONE) this.#put(edge, targets[slot] ?? NONE);
    }
  }
}
