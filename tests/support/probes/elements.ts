/** Runs in the page: every element there is, hidden ones too, and what a test calls it. */

/** All elements below a root, through shadow roots. */
export const elementsBelow = (from: ParentNode): readonly Element[] =>
  [...from.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot === null ? [] : elementsBelow(element.shadowRoot)),
  ]);

/** An element by its host, name and classes: `kiosk-page p.lead`. */
export const whereOf = (element: Element): string => {
  const within = element.getRootNode();
  const host = within instanceof ShadowRoot ? `${within.host.localName} ` : '';
  return `${host}${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`;
};
