/** Attempts on the loopback server: files that are not to be had, requests that are none, and lines kept busy. */
import { connect } from 'node:net';
import { plainHeaders, securityHeaders } from '../../electron/policy/headers.ts';
import type { Outcome, Server, ServerAttempt } from './attempt.ts';
import { call, calls, callsOfThePage } from './call-attempts.ts';
import { entriesOf } from './entries.ts';
import { headOf, refused, send, serverAttempt, statusesOf } from './wire.ts';

const headerEntries = entriesOf('header', plainHeaders);

const resource = (id: string, what: string, target: string, status: number): ServerAttempt =>
  serverAttempt(
    `path-${id}`,
    what,
    target,
    'L2, L7',
    refused(status, ({ authority }) => headOf(`GET ${target}`, { Host: authority, Connection: 'close' })),
  );

const paths: readonly ServerAttempt[] = [
  resource('up', 'A file above the kiosk’s', '/../../etc/passwd', 400),
  resource('up-content', 'A file above the content', '/content/../../x.json', 400),
  resource('encoded-up', 'The same in code', '/%2e%2e/%2e%2e/etc/passwd', 400),
  resource('encoded-slash', 'A slash in code', '/content%2f..%2fmanifest.json', 400),
  resource('double', 'Code in code', '/%252e%252e/x.js', 400),
  resource('backslash', 'A path as Windows writes it', '/..\\..\\x.js', 400),
  resource('null', 'A name that ends early', '/index.html%00.js', 400),
  resource('drive', 'A drive', '/C:/x.js', 400),
  resource('hidden', 'A hidden file', '/.git/config.json', 400),
  resource('settings', 'The settings', '/site.json', 404),
  resource('pin', 'The PIN', '/pin.json', 404),
  resource('source', 'A map of the source', '/assets/main.js.map', 404),
];

/** How a page elsewhere would open the kiosk's in a window or frame of its own. */
const openedFrom = (id: string, what: string, site: string): ServerAttempt =>
  serverAttempt(
    `opened-${id}`,
    what,
    `Sec-Fetch-Site: ${site}, as the browser sends it with window.open`,
    'L7',
    refused(403, ({ authority }) =>
      headOf('GET /', {
        ...{ Host: authority, Connection: 'close' },
        ...{ 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
      }),
    ),
  );

const openings: readonly ServerAttempt[] = [
  openedFrom('elsewhere', 'The kiosk in a window of another site', 'cross-site'),
  openedFrom('port', 'The kiosk in a window of another port', 'same-site'),
];

const raw = (id: string, what: string, how: string, status: number | 'hung up', bytes: (server: Server) => string) =>
  serverAttempt(`wire-${id}`, what, how, 'L7', refused(status, bytes));

const wires: readonly ServerAttempt[] = [
  raw('proxy', 'Using the server to reach others', 'GET http://example.org/', 400, ({ authority }) =>
    headOf('GET http://example.org/', { Host: authority, Connection: 'close' }),
  ),
  raw('two-hosts', 'Two names in one request', 'Host twice', 403, ({ authority }) =>
    headOf('GET /', { Host: `${authority}\r\nHost: example.org`, Connection: 'close' }),
  ),
  raw('no-host', 'No name at all', 'no Host', 400, () => headOf('GET /', { Connection: 'close' })),
  raw('two-lengths', 'A request inside a request', 'Content-Length twice', 400, (server) =>
    call({ headers: () => ({ 'Content-Length': '2\r\nContent-Length: 50' }) })(server),
  ),
  raw('length-and-pieces', 'A request inside a request', 'Content-Length and Transfer-Encoding', 400, (server) =>
    call({ headers: () => ({ 'Transfer-Encoding': 'chunked' }), body: '0\r\n\r\nGET / HTTP/1.1\r\n\r\n' })(server),
  ),
  raw('broken-pieces', 'Pieces of no length', 'a chunk of “zz”', 400, (server) =>
    call({
      headers: () => ({ 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' }),
      body: 'zz\r\n{}\r\n0\r\n\r\n',
    })(server),
  ),
  raw('folded', 'A header over two lines', 'a folded Host', 400, ({ authority }) =>
    headOf('GET /', { Host: `${authority}\r\n\texample.org`, Connection: 'close' }),
  ),
  raw('long-head', 'A head without end', '40,000 bytes of header', 431, ({ authority }) =>
    headOf('GET /', { Host: authority, X: 'x'.repeat(40_000), Connection: 'close' }),
  ),
  raw('no-http', 'No HTTP', 'hello', 400, () => 'hello\r\n\r\n'),
  raw(
    'connect',
    'A tunnel to others',
    'CONNECT example.org:443',
    'hung up',
    () => 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n',
  ),
  raw('http-2', 'Another version of HTTP', 'PRI * HTTP/2.0', 400, () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  raw('star', 'A request about the server', 'OPTIONS *', 400, ({ authority }) =>
    headOf('OPTIONS *', { Host: authority, Connection: 'close' }),
  ),
  raw('trace', 'Reading back what was sent', 'TRACE', 405, ({ authority }) =>
    headOf('TRACE /', { Host: authority, Connection: 'close' }),
  ),
];

/** Whether the page still comes while others hold connections on which they have said so much and no more. */
const servesBeside = async (server: Server, count: number, said: string): Promise<Outcome> => {
  const port = Number(server.authority.split(':')[1]);
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(port, '127.0.0.1', () => socket.write(said));
    return socket.on('error', () => undefined);
  });
  const answer = await send(server, headOf('GET /', { Host: server.authority, Connection: 'close' }));
  for (const socket of sockets) socket.destroy();
  const [status] = statusesOf(answer);
  return { gotOut: status !== 200, happened: `the page came all the same (${String(status)})` };
};

const slowBodies: ServerAttempt = serverAttempt(
  'slow',
  'Keeping calls busy',
  '200 calls whose bodies never end',
  'L7',
  (server) => {
    const unfinished = call({ headers: () => ({ 'Content-Length': '4000' }), body: '{' })(server);
    return servesBeside(server, 200, unfinished);
  },
);

const manyConnections: ServerAttempt = serverAttempt(
  'connections',
  'Keeping all lines busy',
  '1,000 connections that say nothing',
  'L7',
  (server) => servesBeside(server, 1000, ''),
);

/** Answers of every kind: the page, a script, a file that is missing, a call, and two refusals. */
const answersOf = async ({ authority, token }: Server): Promise<readonly Response[]> => {
  const origin = `http://${authority}`;
  const [, script = ''] = /src="([^"]+\.js)"/.exec(await (await fetch(origin)).text()) ?? [];
  const headers = { origin, 'content-type': 'application/json', 'x-alongside-token': token };
  const addresses = [origin, new URL(script, `${origin}/`).href, `${origin}/none.js`, `${origin}/%00.js`];
  return Promise.all([
    ...addresses.map((address) => fetch(address)),
    fetch(`${origin}/host/pinStatus`, { method: 'POST', headers, body: '{}' }),
    fetch(`${origin}/host/pinStatus`, { method: 'POST', body: '{}' }),
  ]);
};

const everyHeader: ServerAttempt = {
  ...serverAttempt('headers', 'A file that was forgotten', 'six kinds of answer', 'L7', async (server) => {
    const answers = await answersOf(server);
    const without = answers.flatMap(({ url, headers }) =>
      Object.entries(securityHeaders).flatMap(([name, value]) =>
        headers.get(name) === value ? [] : [`${url} ${name}`],
      ),
    );
    return {
      gotOut: without.length > 0,
      happened: without.length > 0 ? without.join(', ') : 'each carries every header',
    };
  }),
  proves: [...headerEntries, 'content: frame-ancestors'],
};

export const serverAttempts: readonly ServerAttempt[] = [
  ...calls,
  ...callsOfThePage,
  ...paths,
  ...openings,
  ...wires,
  slowBodies,
  manyConnections,
  everyHeader,
];
