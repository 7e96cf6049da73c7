/** The browser shell's server: the same host and resources as in Electron, on the loopback interface. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '../../electron/host/host.ts';
import type { Journal } from '../../electron/host/journal.ts';
import { htmlType } from '../../electron/host/resource-path.ts';
import type { ResourceHandler } from '../../electron/host/resources.ts';
import { securityHeaders } from '../../electron/policy/headers.ts';
import { readBody, requestOf, send } from './exchange.ts';
import { type Gate, HOST_PREFIX, isHostCall, largestBodyBytes, refusalOf } from './gatekeeper.ts';
import { withToken } from './token.ts';

/** What is served. */
export interface ServerOptions {
  /** 1 to 65535, or 0 for any free port. */
  readonly port: number;
  readonly resources: ResourceHandler;
  readonly host: Host;
  readonly journal: Journal;
}

/** A running server. */
export interface LoopbackServer {
  /** Where the kiosk is, with a final slash. */
  readonly url: string;
  /** Stops at once; open connections are cut. Resolves when the port is free again. */
  readonly close: () => Promise<void>;
}

/** The port cannot be had; `message` names it and the mend. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

const LOOPBACK = '127.0.0.1';

/** The only clients are on this machine: one that has not finished its request by then is stuck. */
const REQUEST_TIMEOUT_MS = 10_000;

const json = (status: number, body: unknown): Response => Response.json(body, { status, headers: securityHeaders });

const failed = (status: number, code: 'refused' | 'invalid-payload'): Response =>
  json(status, { ok: false, error: { code } });

const parse = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

const answerCall = async (message: IncomingMessage, target: string, host: Host): Promise<Response> => {
  const body = await readBody(message, largestBodyBytes(target));
  if (body === undefined) return failed(413, 'refused');
  const payload = parse(body);
  if (payload === undefined) return failed(400, 'invalid-payload');
  const reply = await host(target.slice(HOST_PREFIX.length), payload.value);
  // The reply itself says what became of the call; a status beside it would say it twice.
  return json(200, reply);
};

const serveResource = async (
  message: IncomingMessage,
  target: string,
  gate: Gate,
  resources: ResourceHandler,
): Promise<Response> => {
  const response = await resources(requestOf(message, `http://${gate.authority}`), target);
  if (response.headers.get('content-type') !== htmlType) return response;
  const { status } = response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  if (message.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(withToken(await response.text(), gate.token), { status, headers });
};

const createAnswer =
  ({ resources, host, journal }: ServerOptions, gate: Gate) =>
  async (message: IncomingMessage): Promise<Response> => {
    const { method = '', url: target = '', headersDistinct: headers } = message;
    const refusal = refusalOf({ method, target, headers }, gate);
    if (refusal !== undefined) {
      journal('sender-refused', { reason: refusal.reason });
      return failed(refusal.status, 'refused');
    }
    return isHostCall(target) ? answerCall(message, target, host) : serveResource(message, target, gate, resources);
  };

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const named = `Port ${String(port)}`;
      const mend = 'Choose another with --port, or leave --port out for a free one.';
      if (cause.code === 'EADDRINUSE') reject(new PortError(`${named} is in use. ${mend}`, { cause }));
      else reject(new PortError(`${named} cannot be used (${cause.code ?? 'unknown'}). ${mend}`, { cause }));
    });
    server.listen({ port, host: LOOPBACK, exclusive: true }, resolve);
  });

const reply = async (
  answer: (message: IncomingMessage) => Promise<Response>,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    const answered = await answer(message);
    // What is left of a refused body is not worth reading: the connection ends with the answer.
    if (!message.complete) response.setHeader('connection', 'close');
    await send(answered, response);
  } catch {
    // The client went away, or sent what Node cannot express: there is nobody left to answer.
    response.destroy();
  }
};

/**
 * Starts the server on the loopback interface.
 *
 * @throws PortError when the port is in use or not allowed
 * @see L3, L7
 */
export const startServer = async (options: ServerOptions): Promise<LoopbackServer> => {
  const server = createServer({
    headersTimeout: REQUEST_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: REQUEST_TIMEOUT_MS,
    maxHeaderSize: 16_384,
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const gate: Gate = { authority: `${LOOPBACK}:${String(port)}`, token: randomBytes(32).toString('hex') };
  const answer = createAnswer(options, gate);
  // Only now is the port known that every request has to name. No request is lost: none is read before this returns.
  server.on('request', (message, response) => void reply(answer, message, response));
  return {
    url: `http://${gate.authority}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
