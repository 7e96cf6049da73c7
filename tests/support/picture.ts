/** Everything of a page that a visit could leave its mark on, written down so that two pages can be compared (X3). */
import type { Page } from 'playwright/test';

/** What a page is, line by line and fact by fact. Plain data. */
export interface Picture {
  /** The whole document, shadow roots and all, an element a line. */
  readonly document: readonly string[];
  readonly [fact: string]: unknown;
}

/** Draws the page as it is at this moment. What each run of a kiosk has for itself, such as its token, is left out. */
const draw = (page: Page): Promise<Picture> =>
  page.evaluate(async () => {
    const lines: string[] = [];
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const attributesOf = (element: Element): string =>
      [...element.attributes]
        .filter(({ name }) => !(name === 'content' && element.getAttribute('name') === 'alongside-token'))
        .map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`)
        .toSorted()
        .join('');
    const stateOf = (element: Element): string =>
      [
        element === active ? ' (focus)' : '',
        element.scrollTop === 0 && element.scrollLeft === 0
          ? ''
          : ` (scrolled ${String(element.scrollTop)} ${String(element.scrollLeft)})`,
        element instanceof HTMLInputElement ? ` (says ${JSON.stringify(element.value)})` : '',
      ].join('');
    const write = (node: Node, depth: string): void => {
      if (node instanceof Text && node.data.trim() !== '') lines.push(`${depth}${JSON.stringify(node.data.trim())}`);
      if (!(node instanceof Element)) return;
      lines.push(`${depth}<${node.localName}${attributesOf(node)}>${stateOf(node)}`);
      if (node.shadowRoot !== null) {
        lines.push(`${depth} #shadow, ${String(node.shadowRoot.adoptedStyleSheets.length)} sheets`);
        for (const child of node.shadowRoot.childNodes) write(child, `${depth}  `);
      }
      for (const child of node.childNodes) write(child, `${depth}  `);
    };
    write(document.documentElement, '');
    const selection = getSelection();
    const root = document.documentElement;
    const computed = getComputedStyle(root);
    const globals = Object.getOwnPropertyNames(window)
      // What automation puts there, what changes with every look, and the port.
      .filter((name) => !/^__playwright|^__pw/.test(name) && name !== 'event' && name !== 'origin')
      .map((name): readonly [string, string] => {
        const value: unknown = Reflect.get(window, name);
        const isPlain = value === null || !['object', 'function', 'symbol'].includes(typeof value);
        return [name, isPlain ? String(value) : typeof value];
      })
      .toSorted(([one], [other]) => one.localeCompare(other));
    return {
      document: lines,
      title: document.title,
      address: location.hash,
      history: history.length,
      state: history.state as unknown,
      scrolled: [scrollX, scrollY],
      focused: active?.localName,
      selected: selection?.toString(),
      selections: selection?.rangeCount,
      highlights: [...CSS.highlights].map(([name, { size }]) => `${name} ${String(size)}`).toSorted(),
      language: [root.lang, computed.direction],
      lengths: ['--pixels-per-mm', '--cap-height-mm'].map((name) => computed.getPropertyValue(name)),
      font: computed.fontSize,
      adopted: document.adoptedStyleSheets.length,
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookies: document.cookie,
      asked: performance.getEntriesByType('resource').map(({ name }) => name),
      sound: [navigator.mediaSession.playbackState, navigator.mediaSession.metadata === null],
      full: document.fullscreenElement === null,
      globals,
    };
  });

/** Draws the page once it rests: as soon as nothing of it changes from one look to the next. */
export const pictureOf = async (page: Page): Promise<Picture> => {
  let before = '';
  for (;;) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const picture = await draw(page);
    const now = JSON.stringify(picture);
    if (now === before) return picture;
    before = now;
  }
};
