/**
 * The one resource handler: `Request` in, `Response` out, the same in both shells. It serves the
 * built renderer and, under `/content/`, the files of the bundle, all with the same headers.
 */
import { securityHeaders } from '../policy/headers.ts';
import type { AppFiles } from './app-files.ts';
import { BundleError } from './bundle/bundle-error.ts';
import type { Bundle } from './bundle/open-bundle.ts';
import { byteRangeOf } from './byte-range.ts';
import type { Journal } from './journal.ts';
import { cssType, htmlType, type Resource, resourceOf } from './resource-path.ts';
import {
  QUIET_STYLE_PATH,
  type QuietPage,
  quietStyle,
  renderQuietPage,
  RESTING_PATH,
  type SiteWords,
} from './resting-page.ts';
import { pathsOfSeveral, readSeveral } from './several-files.ts';

/** What the handler serves from. */
export interface ResourceOptions {
  readonly app: AppFiles;
  /** The bundle in service, or `undefined` while the kiosk rests. Asked at each request. */
  readonly bundle: () => Promise<Pick<Bundle, 'read'> | undefined>;
  readonly site: SiteWords;
  readonly journal: Journal;
  /** Is told of each document as it goes out: the kiosk's own page, or one without script. */
  readonly served?: ((page: 'start' | 'quiet') => void) | undefined;
}

/**
 * Answers one request; never rejects. `target` is the raw request target where the shell has it: a
 * `Request`'s own address has already lost its `..`.
 */
export type ResourceHandler = (request: Request, target?: string) => Promise<Response>;

const startFile = { path: 'index.html', mediaType: htmlType };

const respond = (
  request: Request,
  status: number,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response =>
  new Response(request.method === 'HEAD' ? null : bytes, {
    status,
    headers: { ...securityHeaders, 'content-length': String(bytes.length), ...headers },
  });

const respondText = (request: Request, status: number, text: string, mediaType: string): Response =>
  respond(request, status, new TextEncoder().encode(text), { 'content-type': mediaType });

/** A refusal in a word, for machines: people are given a page instead. */
const respondPlain = (request: Request, status: number, word: string, headers?: Readonly<Record<string, string>>) =>
  respond(request, status, new TextEncoder().encode(`${word}\n`), {
    'content-type': 'text/plain; charset=utf-8',
    ...headers,
  });

const respondFile = (request: Request, bytes: Uint8Array<ArrayBuffer>, mediaType: string): Response => {
  const headers = { 'content-type': mediaType };
  if (!mediaType.startsWith('audio/')) return respond(request, 200, bytes, headers);
  const ranged = { ...headers, 'accept-ranges': 'bytes' };
  const range = byteRangeOf(request.headers.get('range'), bytes.length);
  if (range === undefined) return respond(request, 200, bytes, ranged);
  const size = String(bytes.length);
  if (range === 'unsatisfiable')
    return respondPlain(request, 416, 'Range not satisfiable', { 'content-range': `bytes */${size}` });
  const { first, last } = range;
  const contentRange = `bytes ${String(first)}-${String(last)}/${size}`;
  return respond(request, 206, bytes.subarray(first, last + 1), { ...ranged, 'content-range': contentRange });
};

/** Whether a person is waiting for a page, not a script for a file. Electron sends no `Sec-Fetch-*` headers. */
const isNavigation = (request: Request): boolean =>
  request.headers.get('sec-fetch-dest') === 'document' ||
  (request.headers.get('sec-fetch-dest') === null && (request.headers.get('accept') ?? '').includes('text/html'));

const targetOf = (address: string): string => {
  const url = new URL(address);
  return url.pathname + url.search;
};

/** Makes the handler. @see L6, L7, B1 */
export const createResources = ({ app, bundle, site, journal, served }: ResourceOptions): ResourceHandler => {
  const quietPage = (request: Request, page: QuietPage): Response => {
    served?.('quiet');
    return respondText(request, page === 'resting' ? 503 : 404, renderQuietPage(page, site), htmlType);
  };

  const missing = (request: Request): Response =>
    isNavigation(request) ? quietPage(request, 'lost') : respondPlain(request, 404, 'Not found');

  const serveContent = async (request: Request, path: string, mediaType: string): Promise<Response> => {
    const opened = await bundle();
    if (opened === undefined) return respondPlain(request, 503, 'Resting');
    const several = pathsOfSeveral(path);
    const bytes = several === undefined ? await opened.read(path) : await readSeveral(opened, several);
    return bytes === undefined ? missing(request) : respondFile(request, bytes, mediaType);
  };

  const serve = async (request: Request, resource: Resource): Promise<Response> => {
    if (resource.kind === 'app' && resource.path === RESTING_PATH) return quietPage(request, 'resting');
    if (resource.kind === 'app' && resource.path === QUIET_STYLE_PATH)
      return respondText(request, 200, quietStyle, cssType);
    if (resource.kind === 'refused') journal('path-refused', { fault: resource.fault });
    const start = app.get(startFile.path);
    const isForPerson = resource.kind === 'start' || isNavigation(request);
    if (isForPerson && (start === undefined || (await bundle()) === undefined)) return quietPage(request, 'resting');
    switch (resource.kind) {
      case 'refused':
        return isForPerson || resource.fault === 'unknown-type'
          ? missing(request)
          : respondPlain(request, 400, 'Bad path');
      case 'content':
        return serveContent(request, resource.path, resource.mediaType);
      case 'app':
      case 'start': {
        const { path, mediaType } = resource.kind === 'app' ? resource : startFile;
        const bytes = app.get(path);
        // The print document is nobody's screen.
        if (bytes !== undefined && path === startFile.path) served?.('start');
        return bytes === undefined ? missing(request) : respondFile(request, bytes, mediaType);
      }
    }
  };

  return async (request, target = targetOf(request.url)) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return respondPlain(request, 405, 'Method not allowed', { allow: 'GET, HEAD' });
    try {
      return await serve(request, resourceOf(target));
    } catch (error) {
      if (error instanceof BundleError) journal('bundle-file-refused', { fault: error.fault, file: error.file });
      else journal('host-failed', { operation: 'resources' });
      return isNavigation(request) ? quietPage(request, 'resting') : respondPlain(request, 503, 'Unavailable');
    }
  };
};
