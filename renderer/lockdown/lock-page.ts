/** Applies the tables to the page, and keeps it where it is, in the one place where the page does so (L2, L4). */
import { refusedCalls } from './calls.ts';
import { refusedGestures } from './gestures.ts';
import { refusedKey } from './keys.ts';

/** A refused event does nothing here, and nobody else hears of it. */
const refuse = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/** The text is compared: the origin of a `blob:` is that of its maker. */
const isWithin = (page: Window, address: string): boolean => address.startsWith(`${page.location.origin}/`);

/**
 * Locks a page for as long as it lives. Call before anything else listens on its window: who listens first
 * hears first, and a refused key must wake no screen.
 */
export const lockPage = (page: Window): void => {
  page.addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey: control, altKey: alt, shiftKey: shift, metaKey: meta } = event;
      if (refusedKey({ key, control, alt, shift, meta }) !== undefined) refuse(event);
    },
    { capture: true },
  );
  for (const { event: name, when } of refusedGestures) {
    page.addEventListener(
      name,
      (event) => {
        if (when?.(event) !== false) refuse(event);
      },
      // Only one that is not passive can refuse a wheel.
      { capture: true, passive: false },
    );
  }
  for (const { call, of, answer } of refusedCalls)
    Object.defineProperty(of === 'elements' ? Element.prototype : page, call, {
      value: () => answer,
      writable: false,
      configurable: false,
    });
  // ‘Leave this page?’ is asked where a listener refuses this event: none after this one hears it.
  page.addEventListener(
    'beforeunload',
    (event) => {
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  // By link, script, form or <meta>; what the browser itself begins is the shell's to refuse.
  page.navigation.addEventListener('navigate', (event) => {
    if (event.downloadRequest !== null || !isWithin(page, event.destination.url)) event.preventDefault();
  });
};
