/** Every shadow root of the interface, now and later: what happens inside one is not always told outside it. */

/** Watches an element and everything below it until it is told to stop. */
export class ShadowRoots {
  readonly #onRoot: (root: ShadowRoot) => void;
  readonly #known = new WeakSet<Node>();
  readonly #observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) this.#enter(node);
    }
  });

  /** @param onRoot - told each root once: those there are now, at once, and others as their elements come */
  constructor(onRoot: (root: ShadowRoot) => void) {
    this.#onRoot = onRoot;
  }

  watch(element: Element): void {
    this.#enter(element);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #enter(element: Element): void {
    for (const { shadowRoot } of [element, ...element.querySelectorAll('*')]) {
      if (shadowRoot === null || this.#known.has(shadowRoot)) continue;
      this.#known.add(shadowRoot);
      this.#observer.observe(shadowRoot, { childList: true, subtree: true });
      this.#onRoot(shadowRoot);
      for (const child of shadowRoot.children) this.#enter(child);
    }
  }
}
