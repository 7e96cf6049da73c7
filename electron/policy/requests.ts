/** Which requests may leave a page (L3): none, except to the app itself. */
import { type Decision, isWithin } from './navigation.ts';

/** Kinds of resource a page may make out of its own memory, by scheme. */
const inMemory: Readonly<Record<string, readonly string[]>> = {
  'data:': ['image', 'font'],
};

/**
 * Whether a request may be made. The reason names the scheme only: the rest of an address could hold
 * something a visitor typed.
 *
 * @param resourceType - as Electron names it: `mainFrame`, `script`, `image`, `media`, `xhr` …
 */
export const decideRequest = (request: {
  readonly address: string;
  readonly resourceType: string;
  readonly origin: string;
}): Decision => {
  if (isWithin(request.address, request.origin)) return { allowed: true };
  const scheme = URL.parse(request.address)?.protocol ?? 'no scheme';
  if (inMemory[scheme]?.includes(request.resourceType) === true) return { allowed: true };
  return { allowed: false, reason: `${scheme} request for ${request.resourceType}` };
};
