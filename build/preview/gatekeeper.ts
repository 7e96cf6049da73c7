/** Which requests the loopback server hears at all. Any program and any web page of the machine can reach it. */
import { timingSafeEqual } from 'node:crypto';
import type { SenderReason } from '../../electron/host/journal-events.ts';
import { pathOf, TOKEN_HEADER } from '../../renderer/host/channels.ts';

/** The largest body of most host calls, in bytes: they carry codes and ids, never text. */
const LARGEST_BODY_BYTES = 4096;

/** A summary of 200 own questions of 2,000 characters each, three bytes a character, and what is around them. */
const LARGEST_SUMMARY_BYTES = 1_310_720;

/** The largest body of a call to this target, in bytes. */
export const largestBodyBytes = (target: string): number =>
  target === pathOf('printSummary') ? LARGEST_SUMMARY_BYTES : LARGEST_BODY_BYTES;

/** Where host calls live; everything else is a resource. */
export const HOST_PREFIX = '/host/';

/** The head of a request: header values by lower-case name, each as often as it was sent. */
export interface RequestHead {
  readonly method: string;
  /** The raw request target. */
  readonly target: string;
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

/** A refusal: the status to answer with and, for the journal, why. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 413 | 415;
  readonly reason: SenderReason;
}

/** What a request has to prove. */
export interface Gate {
  /** `127.0.0.1:<port>`, as a browser writes it in `Host`. */
  readonly authority: string;
  readonly token: string;
}

const isSame = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** The one value of a header; `undefined` when it was not sent, `null` when it was sent more than once. */
const only = (head: RequestHead, name: string): string | undefined | null => {
  const values = head.headers[name] ?? [];
  return values.length > 1 ? null : values[0];
};

const refuse = (status: Refusal['status'], reason: SenderReason): Refusal => ({ status, reason });

const refuseSender = (head: RequestHead, gate: Gate): Refusal | undefined => {
  // Another name for this machine is how a page elsewhere would reach it (DNS rebinding).
  if (only(head, 'host') !== gate.authority) return refuse(403, 'Host is not this server');
  const origin = only(head, 'origin');
  if (origin !== undefined && origin !== `http://${gate.authority}`) return refuse(403, 'Origin is not this server');
  const site = only(head, 'sec-fetch-site');
  // `none` is an address typed or opened by the launcher; `same-site` would be another port.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(403, 'request from another site');
  if (!head.target.startsWith('/')) return refuse(400, 'target is not a path');
  return undefined;
};

const refuseCall = (head: RequestHead, gate: Gate): Refusal | undefined => {
  if (head.method !== 'POST') return refuse(405, 'host calls are POST');
  if (only(head, 'origin') === undefined) return refuse(403, 'host call without Origin');
  if (!isSame(only(head, TOKEN_HEADER) ?? '', gate.token)) return refuse(403, 'host call without this server’s token');
  if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(only(head, 'content-type') ?? ''))
    return refuse(415, 'host call is not JSON');
  if (Number(only(head, 'content-length') ?? 0) > largestBodyBytes(head.target))
    return refuse(413, 'host call is too large');
  return undefined;
};

/** Whether a request's target is a host call. */
export const isHostCall = (target: string): boolean => target.startsWith(HOST_PREFIX);

/** Why a request is refused, or `undefined` when it may be answered. The body is checked later. */
export const refusalOf = (head: RequestHead, gate: Gate): Refusal | undefined => {
  const sender = refuseSender(head, gate);
  if (sender !== undefined) return sender;
  if (isHostCall(head.target)) return refuseCall(head, gate);
  return head.method === 'GET' || head.method === 'HEAD' ? undefined : refuse(405, 'resources are GET or HEAD');
};
