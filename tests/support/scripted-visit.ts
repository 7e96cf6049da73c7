/** A visit as a script makes it, all of it inside the page and as fast as the page goes: for what only many visits show. */
import type { Page } from 'playwright/test';
import { PAGE, TOPIC } from './words.ts';

/**
 * One visit from the attract screen to the next one, in the ways in which visitors differ.
 *
 * @returns the milliseconds from the press of ‘End my visit’ to a fresh start that can be used
 */
export const makesAVisit = (page: Page, visit: number): Promise<number> =>
  page.evaluate(
    async ({ visit, topic, read }) => {
      const frame = (): Promise<number> => new Promise((drawn) => requestAnimationFrame(drawn));
      const below = (root: ParentNode, selector: string): HTMLElement | undefined => {
        const here = root.querySelector<HTMLElement>(selector);
        if (here !== null) return here;
        for (const { shadowRoot } of root.querySelectorAll('*')) {
          const found = shadowRoot === null ? undefined : below(shadowRoot, selector);
          if (found !== undefined) return found;
        }
        return undefined;
      };
      /** Finds an element by a selector for each shadow root on the way to it. */
      const find = (path: string): HTMLElement | undefined =>
        path
          .split(' >>> ')
          .reduce<ParentNode | undefined>(
            (root, step) => root && below(root instanceof Element ? (root.shadowRoot ?? root) : root, step),
            document,
          ) as HTMLElement | undefined;
      const comes = async (path: string): Promise<HTMLElement> => {
        for (let frames = 0; frames < 1200; frames += 1) {
          const found = find(path);
          if (found !== undefined) return found;
          await frame();
        }
        throw new Error(`In visit ${String(visit)} there never was ${path}.`);
      };
      const press = async (path: string): Promise<void> => (await comes(path)).click();
      const types = async (path: string, text: string): Promise<void> => {
        const field = (await comes(path)) as HTMLInputElement;
        field.focus();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      };

      await press('kiosk-attract >>> .start > .button');
      await comes('kiosk-welcome');
      await press('kiosk-pager >>> .start');
      await press(`kiosk-home >>> [data-address="${topic}"]`);
      await press(`kiosk-topic >>> [data-address="${read}"]`);
      await comes('kiosk-page >>> section.part');
      await press(`kiosk-toolbar >>> [data-panel='size']`);
      await press(`kiosk-size-panel >>> [aria-pressed='false']`);
      await press(`kiosk-toolbar >>> [data-panel='colours']`);
      await press(`kiosk-colours-panel >>> [aria-pressed='false']`);
      await press('kiosk-page >>> button.term');
      await comes('kiosk-page >>> [role="note"]');
      if (visit % 2 === 0) {
        await press(`kiosk-toolbar >>> [data-panel='reading']`);
        await comes('kiosk-reading-panel');
      } else {
        await press(`kiosk-header >>> [data-panel='language']`);
        await press(`kiosk-language-panel >>> button[lang='${visit % 4 === 1 ? 'cy' : 'ar'}']`);
        await comes(visit % 4 === 1 ? 'html[lang="cy"]' : 'html[dir="rtl"]');
      }
      await press(`kiosk-header >>> [data-address="#/search"]`);
      await types('kiosk-search >>> input', 'chemo');
      await comes('kiosk-search >>> [role="status"]');
      if (visit % 5 === 0) {
        await press(`kiosk-toolbar >>> [data-panel='ways']`);
        document.querySelector('kiosk-app')?.dispatchEvent(
          new CustomEvent('kiosk-prefer', {
            detail: { guidance: true, switches: 'one', steady: true, reach: 'low' },
          }),
        );
        await comes('kiosk-scan-frame');
      }
      await comes('kiosk-toolbar >>> .apart');
      const end = find('kiosk-toolbar >>> .apart');
      const endedAt = performance.now();
      end?.click();
      await comes('kiosk-attract >>> h1:focus');
      // A task posted from a frame runs once that frame has been handed to the screen.
      await frame();
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
      return performance.now() - endedAt;
    },
    { visit, topic: `#/topic/${TOPIC}`, read: `#/page/${PAGE}` },
  );
