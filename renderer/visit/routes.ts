/**
 * Addresses: every view, page and part has one, as the hash of the document's address (C12).
 *
 * The address only mirrors where the visit is; the way back is the visit's own trail, so that the
 * browser keeps no history of what somebody read (X5).
 */

/**
 * Where a visitor can be. `version` is the page's full one or Easy Read (C3); `part` is a part of the page or a
 * subject of the questions. `staff` is for those who look after the kiosk; so is `calibrate`, which is there only when
 * they have entered or the host was started for it. `wiped` comes after a volunteer has handed the kiosk back. `not-found` is any address that names nothing.
 */
export type Route =
  | { readonly view: 'attract' }
  | { readonly view: 'welcome' }
  | { readonly view: 'home' }
  | { readonly view: 'topic'; readonly topic: string }
  | { readonly view: 'page'; readonly page: string; readonly version: 'full' | 'easy'; readonly part?: string }
  | { readonly view: 'questions'; readonly part?: string }
  | { readonly view: 'words' }
  | { readonly view: 'search' }
  | { readonly view: 'summary' }
  | { readonly view: 'about' }
  | { readonly view: 'staff' }
  | { readonly view: 'wiped' }
  | { readonly view: 'calibrate' }
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
    case 'welcome':
    case 'home':
    case 'words':
    case 'search':
    case 'summary':
    case 'about':
    case 'staff':
    case 'wiped':
    case 'calibrate':
      return segments.length === 1 ? { view } : { view: 'not-found' };
    case 'topic':
      return id !== undefined && segments.length === 2 ? { view, topic: id } : { view: 'not-found' };
    case 'page':
    case 'easy': {
      if (id === undefined || segments.length > 3) return { view: 'not-found' };
      const version = view === 'easy' ? 'easy' : 'full';
      return { view: 'page', page: id, version, ...(part !== undefined && { part }) };
    }
    case 'questions':
      if (segments.length > 2) return { view: 'not-found' };
      return { view, ...(id !== undefined && { part: id }) };
    default:
      return { view: 'not-found' };
  }
}

/** Writes a route as an address hash, `#` included. The inverse of {@link parseRoute}. */
export function formatRoute(route: Route): string {
  switch (route.view) {
    case 'attract':
      return '#/';
    case 'welcome':
    case 'home':
    case 'words':
    case 'search':
    case 'summary':
    case 'about':
    case 'staff':
    case 'wiped':
    case 'calibrate':
    case 'not-found':
      return `#/${route.view}`;
    case 'topic':
      return `#/topic/${route.topic}`;
    case 'page':
      return `#/${route.version === 'easy' ? 'easy' : 'page'}/${route.page}${below(route.part)}`;
    case 'questions':
      return `#/questions${below(route.part)}`;
  }
}

/** Whether two routes show the same view of the same thing, whatever the part. */
export function sameView(a: Route, b: Route): boolean {
  return formatRoute(withoutPart(a)) === formatRoute(withoutPart(b));
}

/** The part a route leads to, if it leads to one. */
export const partOf = (route: Route): string | undefined => ('part' in route ? route.part : undefined);

/** A route to a part of what another route shows. */
export const toPart = (route: Route, part: string): Route =>
  route.view === 'page' || route.view === 'questions' ? { ...route, part } : route;

const below = (part: string | undefined): string => (part === undefined ? '' : `/${part}`);

/** A route to the whole of what another route shows. */
export const withoutPart = (route: Route): Route => {
  if (route.view === 'page') return { view: 'page', page: route.page, version: route.version };
  return route.view === 'questions' ? { view: 'questions' } : route;
};
