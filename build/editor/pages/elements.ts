/** Elements of the tool's pages: found by id, and made with text that is never read as markup. */

/** An element of the page that has to be there. @throws when it is not, or is of another kind */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${id}.`);
  return element;
}

/** Makes an element. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<Pick<HTMLElementTagNameMap[Tag], 'className' | 'textContent' | 'lang' | 'title'>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/** Fills a choice, and keeps what is chosen where that is still there. Left alone when it has these options already. */
export function fillSelect(
  select: HTMLSelectElement,
  options: readonly { readonly value: string; readonly label: string }[],
): void {
  const now = [...select.options].map(({ value, text }) => `${value} ${text}`).join('\n');
  if (now === options.map(({ value, label }) => `${value} ${label}`).join('\n')) return;
  const chosen = select.value;
  select.replaceChildren(...options.map(({ value, label }) => new Option(label, value)));
  if (options.some(({ value }) => value === chosen)) select.value = chosen;
}
