/** Which requests may leave a page (L3): none, except to the app itself. */
import { isWithin } from './navigation.ts';

/** Kinds of resource a page may make out of its own memory, by scheme. */
const inMemory: Readonly<Record<string, readonly string[]>> = {
  'data:': ['image', 'font'],
};

/** The schemes a refused request is told by; the rest of an address could hold something a visitor typed. */
export const requestSchemes = ['http:', 'https:', 'ws:', 'wss:', 'file:', 'data:', 'blob:', 'about:', 'other'] as const;

/** What a request may be for, as Electron names it. */
export const resourceTypes = [
  'mainFrame',
  'subFrame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xhr',
  'ping',
  'cspReport',
  'media',
  'webSocket',
  'other',
] as const;

/** Whether a request may be made; if not, of which kind it was. */
export type RequestDecision =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly scheme: (typeof requestSchemes)[number];
      readonly resource: (typeof resourceTypes)[number];
    };

/**
 * Whether a request may be made.
 *
 * @param resourceType - one of {@link resourceTypes}; another is taken for `other`
 */
export const decideRequest = (request: {
  readonly address: string;
  readonly resourceType: string;
  readonly origin: string;
}): RequestDecision => {
  if (isWithin(request.address, request.origin)) return { allowed: true };
  const scheme = URL.parse(request.address)?.protocol ?? 'no scheme';
  if (inMemory[scheme]?.includes(request.resourceType) === true) return { allowed: true };
  return {
    allowed: false,
    scheme: requestSchemes.find((known) => known === scheme) ?? 'other',
    resource: resourceTypes.find((known) => known === request.resourceType) ?? 'other',
  };
};
