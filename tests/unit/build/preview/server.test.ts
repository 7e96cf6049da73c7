import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBrowserShell } from '../../../../build/preview/shell.ts';
import { temporaryApp, temporaryBundle, temporaryFolder } from '../../electron/kiosk-fixture.ts';
import { withToken } from '../../../../build/preview/token.ts';

const open = async (port = 0) =>
  openBrowserShell({
    port,
    appDir: await temporaryApp(),
    bundleDir: await temporaryBundle(),
    write: () => undefined,
    now: Date.now,
  });

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Sends exactly what it is given: unlike `fetch` it completes and forbids no header. */
const send = (
  url: string,
  init: { method?: string; path?: string; headers?: Record<string, string | string[]>; body?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', path = '/', headers = {}, body } = init;
    const { hostname, port } = new URL(url);
    const request = httpRequest({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          headers: response.headers,
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });

/** Sends raw bytes and gives back whatever comes until the server hangs up. */
const sendRaw = (url: string, text: string): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(Buffer.concat(chunks).toString());
    });
  });

let shell: Awaited<ReturnType<typeof open>>;
let token = '';
let origin = '';
beforeAll(async () => {
  // Opened once for the file: the forged requests change nothing in it.
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const folder = await mkdtemp(`${tmpdir()}/alongside-server-`);
  const { startPage, wholeBundle, writeFiles } = await import('../../electron/kiosk-fixture.ts');
  await writeFiles(folder, { 'app/index.html': startPage, 'app/main.js': '1' });
  await writeFiles(`${folder}/bundle`, wholeBundle());
  shell = await openBrowserShell({
    port: 0,
    appDir: `${folder}/app`,
    bundleDir: `${folder}/bundle`,
    write: () => undefined,
    now: Date.now,
  });
  origin = shell.url.slice(0, -1);
  token = /content="([0-9a-f]{64})"/.exec((await send(shell.url)).body)?.[1] ?? '';
  return async () => {
    await shell.close();
    await rm(folder, { recursive: true });
  };
});

const call = (
  changes: Record<string, string | string[] | undefined> = {},
  init: { method?: string; body?: string; path?: string } = {},
) => {
  const headers: Record<string, string | string[] | undefined> = {
    'content-type': 'application/json',
    origin,
    'x-alongside-token': token,
    ...changes,
  };
  const sent = Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const { method = 'POST', path = '/host/describeKiosk' } = init;
  // Node's client sends a body with these methods without saying how long it is.
  const body = ['GET', 'OPTIONS'].includes(method) ? {} : { body: init.body ?? '{}' };
  return send(shell.url, { method, path, ...body, headers: sent });
};

describe('L7 · host calls over loopback', () => {
  test('a call that proves everything is answered', async () => {
    const { status, body } = await call();
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ ok: true, value: { contentVersion: 7 } });
  });

  test.each<[string, Parameters<typeof call>, number]>([
    ['no token', [{ 'x-alongside-token': undefined }], 403],
    ['an empty token', [{ 'x-alongside-token': '' }], 403],
    ['a wrong token', [{ 'x-alongside-token': '0'.repeat(64) }], 403],
    ['a token twice', [{ 'x-alongside-token': ['a', 'b'] }], 403],
    ['no Origin', [{ origin: undefined }], 403],
    ['another Origin', [{ origin: 'https://example.org' }], 403],
    ['an opaque Origin', [{ origin: 'null' }], 403],
    ['another port’s Origin', [{ origin: 'http://127.0.0.1:1' }], 403],
    ['another Host', [{ host: 'rebound.example' }], 403],
    ['localhost for a Host', [{ host: 'localhost' }], 403],
    ['a cross-site mark', [{ 'sec-fetch-site': 'cross-site' }], 403],
    ['a same-site mark', [{ 'sec-fetch-site': 'same-site' }], 403],
    ['GET', [{}, { method: 'GET' }], 405],
    ['PUT', [{}, { method: 'PUT' }], 405],
    ['OPTIONS', [{}, { method: 'OPTIONS' }], 405],
    ['a form’s type', [{ 'content-type': 'text/plain' }], 415],
    ['no type', [{ 'content-type': undefined }], 415],
    ['a body announced too large', [{}, { body: JSON.stringify({ x: 'y'.repeat(5000) }) }], 413],
    ['a body sent too large in pieces', [{ 'transfer-encoding': 'chunked' }, { body: 'x'.repeat(5000) }], 413],
    ['no JSON', [{}, { body: '{' }], 400],
    ['no body', [{}, { body: '' }], 400],
  ])('%s is refused', async (_what, [changes, init], status) => {
    const answer = await call(changes, init);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test.each([
    '/host/',
    '/host/nothing',
    '/host/describeKiosk/',
    '/host/describeKiosk?x=1',
    '/host/__proto__',
    '/host/..',
  ])('%s is no operation', async (path) => {
    expect(JSON.parse((await call({}, { path })).body)).toEqual({ ok: false, error: { code: 'refused' } });
  });
});

describe('L2, L3 · resources over loopback', () => {
  test('the page carries a token of its own for each run', async () => {
    const other = await open();
    const { body } = await send(other.url);
    await other.close();
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(body).not.toContain(token);
    expect(body.match(/alongside-token/g)).toHaveLength(1);
  });

  test('HEAD does not give the page away', async () => {
    const { status, body } = await send(shell.url, { method: 'HEAD' });
    expect([status, body]).toEqual([200, '']);
  });

  test.each<[string, Record<string, string>]>([
    ['another Host', { host: 'rebound.example' }],
    ['another Origin', { origin: 'https://example.org' }],
    ['a cross-site mark', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused the page', async (_what, headers) => {
    const { status, body } = await send(shell.url, { headers });
    expect(status).toBe(403);
    expect(body).not.toContain(token);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])('%s is refused', async (method) => {
    expect((await send(shell.url, { method })).status).toBe(405);
  });

  test.each([
    '/../../etc/passwd',
    '/content/../index.html',
    '/%2e%2e/x.js',
    '/content%2fmanifest.json',
    '/a%00.js',
    '//x/y.js',
    '/%25.js',
  ])('%s is refused as it came over the wire', async (path) => {
    expect((await send(shell.url, { path })).status).toBe(400);
  });

  test('sound can be sought in', async () => {
    const { status, headers } = await send(shell.url, {
      path: '/content/audio/ab/clip.ogg',
      headers: { range: 'bytes=10-19' },
    });
    expect([status, headers['content-range']]).toEqual([206, 'bytes 10-19/1000']);
  });

  test.each([
    [
      'an absolute target',
      (host: string) => `GET http://example.org/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      /^HTTP\/1\.1 400/,
    ],
    [
      'two Hosts',
      (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: example.org\r\nConnection: close\r\n\r\n`,
      /^HTTP\/1\.1 4/,
    ],
    ['no Host', () => 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400/],
    [
      'a proxy’s method',
      (host: string) => `CONNECT example.org:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      /^(?:$|HTTP\/1\.1 4)/,
    ],
    ['no HTTP', () => 'hello\r\n\r\n', /^HTTP\/1\.1 400/],
    [
      'a long head',
      (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
      /^HTTP\/1\.1 431/,
    ],
  ])('%s is refused', async (_what, text, expected) => {
    const { host } = new URL(shell.url);
    expect(await sendRaw(shell.url, text(host))).toMatch(expected);
    expect((await send(shell.url)).status).toBe(200);
  });
});

describe('the server itself', () => {
  test('a port in use is named with the mend', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        resolve((other.address() as AddressInfo).port);
      });
    });
    await expect(open(port)).rejects.toThrow(new RegExp(`Port ${String(port)} is in use.*--port`));
    other.close();
  });

  test('after closing, its port is free and open connections are cut', async () => {
    const first = await open();
    const port = Number(new URL(first.url).port);
    const idle = connect(port, '127.0.0.1');
    const cut = new Promise((resolve) => idle.on('close', resolve));
    idle.on('error', () => undefined);
    await send(first.url);
    await first.close();
    await cut;
    const second = await open(port);
    expect(second.url).toBe(first.url);
    await second.close();
  });

  test('L6 · with a bad bundle it serves the resting page', async () => {
    const resting = await openBrowserShell({
      port: 0,
      appDir: await temporaryApp(),
      bundleDir: await temporaryFolder(),
      write: () => undefined,
      now: Date.now,
    });
    const { status, body } = await send(resting.url);
    await resting.close();
    expect(status).toBe(503);
    expect(body).toContain('having a rest');
    expect(resting.problems).toEqual([expect.stringContaining('manifest.json')]);
  });

  test('the token goes in where a build left no place for it', () => {
    expect(withToken('<html><head><title>x</title></head></html>', 'ab')).toContain(
      '<meta name="alongside-token" content="ab">',
    );
    expect(withToken('<head><meta name="alongside-token" content="" /></head>', 'ab')).toBe(
      '<head><meta name="alongside-token" content="ab"></head>',
    );
  });
});
