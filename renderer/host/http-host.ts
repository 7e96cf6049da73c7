/** The browser shell's side of the port: requests to the loopback server that served the page. */
import { hostOperations, pathOf, TOKEN_HEADER, TOKEN_META } from './channels.ts';
import type { HostApi, HostOperation, Reply } from './contract.ts';

/** A host on the same machine answers in milliseconds; after this long it is not going to. */
const TIMEOUT_MS = 10_000;

const unavailable: Reply<never> = { ok: false, error: { code: 'unavailable' } };

/** Whether a body is a reply at all; its value is the host's own, which answers by the same contract. */
const isReply = (body: unknown): body is Reply<unknown> =>
  typeof body === 'object' &&
  body !== null &&
  (('ok' in body && body.ok === true && 'value' in body) ||
    ('ok' in body && body.ok === false && 'error' in body && typeof body.error === 'object' && body.error !== null));

/** What the adapter needs of a page. */
export interface HttpHostOptions {
  /** The page that carries the token in its `<meta>` element. */
  readonly page: Pick<Document, 'querySelector'>;
  /** The browser's `fetch`; paths are given to it relative to the page's own origin. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
}

/** The port over the loopback server. A call that fails on the way replies `unavailable`. */
export const connectHttpHost = ({ page, fetch }: HttpHostOptions): HostApi => {
  const token = page.querySelector(`meta[name="${TOKEN_META}"]`)?.getAttribute('content') ?? '';
  const call = (name: HostOperation) => async (request: unknown) => {
    try {
      const response = await fetch(pathOf(name), {
        method: 'POST',
        headers: { 'content-type': 'application/json', [TOKEN_HEADER]: token },
        body: JSON.stringify(request),
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const body: unknown = await response.json();
      return isReply(body) ? body : unavailable;
    } catch {
      return unavailable;
    }
  };
  return Object.freeze(Object.fromEntries(hostOperations.map((name) => [name, call(name)]))) as unknown as HostApi;
};
