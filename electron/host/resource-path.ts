/** From a request's target to the name of a file: decode once, normalise, refuse; nothing is read here. */

/** The media type of a page. */
export const htmlType = 'text/html; charset=utf-8';

/** The media type of a style sheet. */
export const cssType = 'text/css; charset=utf-8';

/** The media types of the files there are. Another ending is not served. */
export const mediaTypes: Readonly<Record<string, string>> = {
  css: cssType,
  html: htmlType,
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ogg: 'audio/ogg',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  woff2: 'font/woff2',
};

/** Why a target is refused; a closed list, so that the journal carries no text from a request. */
export const pathFaults = [
  'not-absolute',
  'malformed-escape',
  'encoded-separator',
  'double-encoding',
  'forbidden-character',
  'traversal',
  'empty-segment',
  'unknown-type',
] as const;

export type PathFault = (typeof pathFaults)[number];

/** What a target asks for. `path` is relative and `/`-separated: a key for look-up, never joined to a folder. */
export type Resource =
  | { readonly kind: 'start' }
  | { readonly kind: 'app'; readonly path: string; readonly mediaType: string }
  | { readonly kind: 'content'; readonly path: string; readonly mediaType: string }
  | { readonly kind: 'refused'; readonly fault: PathFault };

const refused = (fault: PathFault): Resource => ({ kind: 'refused', fault });

const CONTENT = 'content/';

/** The media type of a path by its ending, or `undefined` for one the kiosk does not serve. */
export const mediaTypeOf = (path: string): string | undefined => {
  const ending = /\.([a-z0-9]+)$/.exec(path)?.[1];
  return ending !== undefined && Object.hasOwn(mediaTypes, ending) ? mediaTypes[ending] : undefined;
};

const decodeOnce = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/**
 * Reads a request target (`/path?query`). The query is set aside. Works on the raw target as it came
 * over the wire: a URL parser would already have resolved `..` and hidden it from this check.
 */
export const resourceOf = (target: string): Resource => {
  const raw = /^[^?#]*/.exec(target)?.[0] ?? '';
  if (!raw.startsWith('/')) return refused('not-absolute');
  if (/%(?:2f|5c)/i.test(raw)) return refused('encoded-separator');
  const decoded = decodeOnce(raw);
  if (decoded === undefined) return refused('malformed-escape');
  if (decoded.includes('%')) return refused('double-encoding');
  if (decoded === '/') return { kind: 'start' };
  const path = decoded.slice(1);
  const segments = path.split('/');
  if (segments.some((segment) => segment === '.' || segment === '..')) return refused('traversal');
  if (segments.includes('')) return refused('empty-segment');
  // What is left out: NUL and controls, back-slashes, the colon of drives and streams, blanks, hidden files.
  if (!segments.every((segment) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment)))
    return refused('forbidden-character');
  const mediaType = mediaTypeOf(path);
  if (mediaType === undefined) return refused('unknown-type');
  if (path === 'index.html') return { kind: 'start' };
  return path.startsWith(CONTENT)
    ? { kind: 'content', path: path.slice(CONTENT.length), mediaType }
    : { kind: 'app', path, mediaType };
};
