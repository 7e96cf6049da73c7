/** The tree as people meet it: through shadow roots and slots, without what is hidden or inert. */

/** Whether an element, with all it holds, is there for nobody: not shown, inert, or hidden from assistive technology. */
const isAbsent = (element: Element): boolean =>
  element.getAttribute('aria-hidden') === 'true' ||
  element.hasAttribute('inert') ||
  element.matches('style, script, template') ||
  !element.checkVisibility({ visibilityProperty: true });

/** Marks what is laid out in another order than the document's, by `reading-flow` and `reading-order` in its styles. */
export const FLOW_ATTRIBUTE = 'data-flow';

/** An element's children as they are drawn, in the order in which they are read and Tab goes through them. */
export function composedChildren(element: Element): readonly Node[] {
  if (element.hasAttribute(FLOW_ATTRIBUTE)) return [...element.children].toSorted((a, b) => orderOf(a) - orderOf(b));
  if (element.shadowRoot !== null) return [...element.shadowRoot.childNodes];
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true });
    if (assigned.length > 0) return assigned;
  }
  return [...element.childNodes];
}

const orderOf = (element: Element): number => Number(getComputedStyle(element).getPropertyValue('reading-order'));

/** The element around another one, through shadow roots. */
export function composedParent(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The nearest element that matches, from an element outwards through shadow roots. */
export function composedClosest(from: Element, selector: string): Element | null {
  for (let element: Element | null = from; element !== null; element = composedParent(element)) {
    if (element.matches(selector)) return element;
  }
  return null;
}

/**
 * Every element below another one that is there for people, in reading order.
 *
 * @param isWhole - elements that are taken whole: nothing below them is visited
 */
export function* presentElements(from: Element, isWhole: (element: Element) => boolean): Generator<Element> {
  for (const node of composedChildren(from)) {
    if (!(node instanceof Element) || isAbsent(node)) continue;
    yield node;
    if (!isWhole(node)) yield* presentElements(node, isWhole);
  }
}

/** The element that has the focus, through shadow roots; `null` when nothing in particular has it. */
export function deepActiveElement(): HTMLElement | SVGElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (active === document.body) return null;
  return active instanceof HTMLElement || active instanceof SVGElement ? active : null;
}
