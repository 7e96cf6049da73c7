/** The root element hears of everything a person wants through the events of the elements below it. */
import type { KioskEvents } from '../components/events.ts';

/** What is done at each event. An event that nobody hears would be a button that does nothing, so none is left out. */
export type KioskHandlers = { readonly [Name in keyof KioskEvents]: (detail: KioskEvents[Name]) => void };

/** Calls the handlers for as long as the element lives. */
export function listen(element: HTMLElement, handlers: KioskHandlers): void {
  // Each handler takes what its own event carries, which the events' types vouch for where they are sent. The preview sends
  // them from the window around the kiosk's, so their class is not asked for: each window has its own.
  for (const [name, handle] of Object.entries(handlers) as [string, (detail: unknown) => void][])
    element.addEventListener(name, (event) => handle((event as CustomEvent<unknown>).detail));
}
