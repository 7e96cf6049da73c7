/** Requests as bytes on a socket, as any program of the machine can make them, and what answers count as held. */
import { connect } from 'node:net';
import type { Server, ServerAttempt } from './attempt.ts';

/** What a request would say if it were the page's own; each attempt changes something. */
export const honest = ({ authority, token }: Server): Readonly<Record<string, string>> => ({
  Host: authority,
  Origin: `http://${authority}`,
  'Content-Type': 'application/json',
  'X-Alongside-Token': token,
  Connection: 'close',
});

/** Sends bytes and takes what comes until the server hangs up. */
export const send = ({ authority }: Server, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(authority.split(':')[1]), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });

export const statusesOf = (answer: string): readonly number[] =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

export const headOf = (line: string, headers: Readonly<Record<string, string>>): string =>
  `${line} HTTP/1.1\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

/** An attempt is held by exactly the status that belongs to it, once, with no token in the answer; or by hanging up. */
export const refused =
  (status: number | 'hung up', bytes: (server: Server) => string): ServerAttempt['attempt'] =>
  async (server) => {
    const answer = await send(server, bytes(server));
    const statuses = statusesOf(answer);
    const happened = statuses.length === 0 ? 'hung up' : `answered ${statuses.join(', ')}`;
    const isHeld = status === 'hung up' ? happened === status : statuses.length === 1 && statuses[0] === status;
    return { gotOut: !isHeld || answer.includes(server.token), happened };
  };

export const serverAttempt = (
  id: string,
  what: string,
  how: string,
  products: string,
  attempt: ServerAttempt['attempt'],
): ServerAttempt => ({ id, what, how, products, closedBy: 'server', attempt });
