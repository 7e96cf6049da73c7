/**
 * Addresses: every view, page and part has one, as the hash of the document's address (C12).
 *
 * The address only mirrors where the visit is; the way back is the visit's own trail, so that the
 * browser keeps no history of what somebody read (X5).
 */

/** Where a visitor can be. `not-found` is any address that names nothing. */
export type Route =
  | { readonly view: 'attract' }
  | { readonly view: 'home' }
  | { readonly view: 'topic'; readonly topic: string }
  | { readonly view: 'page'; readonly page: string; readonly part?: string }
  | { readonly view: 'words' }
  | { readonly view: 'not-found' };

/** Reads a route from an address hash, with or without its leading `#`. Never throws. */
export function parseRoute(hash: string): Route {
  const segments = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean);
  const [view, id, part] = segments;
  if (segments.some((segment) => !/^[a-z0-9-]+$/.test(segment))) return { view: 'not-found' };
  switch (view) {
    case undefined:
      return { view: 'attract' };
    case 'home':
    case 'words':
      return segments.length === 1 ? { view } : { view: 'not-found' };
    case 'topic':
      return id !== undefined && segments.length === 2 ? { view, topic: id } : { view: 'not-found' };
    case 'page':
      if (id === undefined || segments.length > 3) return { view: 'not-found' };
      return part === undefined ? { view, page: id } : { view, page: id, part };
    default:
      return { view: 'not-found' };
  }
}

/** Writes a route as an address hash, `#` included. The inverse of {@link parseRoute}. */
export function formatRoute(route: Route): string {
  switch (route.view) {
    case 'attract':
      return '#/';
    case 'home':
    case 'words':
    case 'not-found':
      return `#/${route.view}`;
    case 'topic':
      return `#/topic/${route.topic}`;
    case 'page':
      return route.part === undefined ? `#/page/${route.page}` : `#/page/${route.page}/${route.part}`;
  }
}

/** Whether two routes show the same view of the same thing, whatever the part. */
export function sameView(a: Route, b: Route): boolean {
  return formatRoute(withoutPart(a)) === formatRoute(withoutPart(b));
}

const withoutPart = (route: Route): Route => (route.view === 'page' ? { view: 'page', page: route.page } : route);
