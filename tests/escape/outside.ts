/** The world outside the kiosk: a server of another origin that any request may reach, and that counts them. */
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Outside extends AsyncDisposable {
  /** With a final slash. */
  readonly url: string;
  /** Where a call between pages would ask for its address. */
  readonly udpPort: number;
  /** Paths that were asked for, and `udp` for a packet. */
  readonly visits: () => readonly string[];
  readonly forget: () => void;
}

/** An ordinary page, without any of the kiosk's headers or scripts: attempts succeed on it. */
const ordinary = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Ordinary</title>
<p id="text">Ordinary words to select and drag.</p><input><button>Press</button>`;

export const openOutside = async (): Promise<Outside> => {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    const { url = '' } = request;
    if (url === '/ordinary') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(ordinary);
      return;
    }
    visits.push(url);
    response.writeHead(200, { 'content-type': url.endsWith('.js') ? 'text/javascript' : 'text/html' });
    response.end(url.endsWith('.js') ? 'globalThis.escaped = true;' : '<title>Outside</title>');
  });
  server.on('upgrade', (request, socket) => {
    visits.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const udp = createSocket('udp4');
  udp.on('message', () => visits.push('udp'));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    udpPort: udp.address().port,
    visits: () => visits,
    forget: () => void visits.splice(0),
    [Symbol.asyncDispose]: async () => {
      udp.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
