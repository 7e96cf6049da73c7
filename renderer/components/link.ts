/**
 * Links inside the kiosk: buttons with the role of a link. A browser offers more with `<a href>` than a
 * kiosk may – another window by a modifier or the middle button, dragging, the address shown on hovering
 * (L2, L4) – and the address is the visit's own affair anyway.
 */
import { type Route, formatRoute, parseRoute } from '../visit/routes.ts';

/** The attribute that says where a link leads, as an address hash. */
export const ADDRESS_ATTRIBUTE = 'data-address';

/** The value of {@link ADDRESS_ATTRIBUTE} for a route. */
export const addressOf = formatRoute;

/** Where a click leads, if it was on a link. */
export function linkedRoute(event: Event): Route | undefined {
  for (const target of event.composedPath()) {
    if (!(target instanceof HTMLElement)) continue;
    const address = target.getAttribute(ADDRESS_ATTRIBUTE);
    if (address !== null) return parseRoute(address);
  }
  return undefined;
}
