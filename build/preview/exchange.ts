/** Between Node's HTTP messages and the Fetch API's: reading a body, making a `Request`, sending a `Response`. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Reads a body of at most `largestBytes`; `undefined` when there is more, however it was announced.
 *
 * @throws when the connection breaks first
 */
export const readBody = async (message: IncomingMessage, largestBytes: number): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early must not destroy the connection: the answer still has to go out on it.
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/**
 * The message as a `Request` for the resource handler. Its address is only the origin: the raw target
 * goes beside it, since parsing it into an address would hide what the handler must refuse.
 */
export const requestOf = (message: IncomingMessage, origin: string): Request => {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  return new Request(`${origin}/`, { method: message.method ?? 'GET', headers });
};

/** Sends a whole response. The kiosk's files are small enough to need no streaming. */
export const send = async (response: Response, to: ServerResponse): Promise<void> => {
  const body = Buffer.from(await response.arrayBuffer());
  to.writeHead(response.status, Object.fromEntries(response.headers));
  to.end(body);
};
