/** Live regions: what says something by itself, wherever it stands in the interface (WCAG 4.1.3). */

const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';

/**
 * Watches roots for live regions whose words change. What a region says when it first appears is told too, unless
 * it is empty; what it says when its root is first watched is not.
 */
export class LiveRegions {
  readonly #onMessage: (region: Element) => void;
  readonly #observer = new MutationObserver((changes) => this.#look(changes));
  readonly #said = new WeakMap<Element, string>();

  /** @param onMessage - told each region whose words are others than before */
  constructor(onMessage: (region: Element) => void) {
    this.#onMessage = onMessage;
  }

  watch(root: ParentNode & Node): void {
    this.#observer.observe(root, { childList: true, subtree: true, characterData: true });
    for (const region of root.querySelectorAll(LIVE)) this.#said.set(region, wordsOf(region));
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #look(changes: readonly MutationRecord[]): void {
    const regions = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      if (around) regions.add(around);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(LIVE)) regions.add(node);
        for (const region of node.querySelectorAll(LIVE)) regions.add(region);
      }
    }
    for (const region of regions) this.#tell(region);
  }

  #tell(region: Element): void {
    const words = wordsOf(region);
    if (this.#said.get(region) === words) return;
    this.#said.set(region, words);
    if (words !== '') this.#onMessage(region);
  }
}

const wordsOf = (region: Element): string => region.textContent.replace(/\s+/g, ' ').trim();
