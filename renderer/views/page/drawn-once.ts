/** Elements that are made once for as long as a view shows them: a drawing made anew would be parsed with every update. */
export class DrawnOnce<Key> {
  readonly #drawn = new Map<Key, Element>();

  /** What was made under a key before, or is made now. */
  of(key: Key, make: () => Element): Element {
    const drawn = this.#drawn.get(key) ?? make();
    this.#drawn.set(key, drawn);
    return drawn;
  }

  clear(): void {
    this.#drawn.clear();
  }
}
