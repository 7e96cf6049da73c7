import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAppFiles } from '../../../../electron/host/app-files.ts';
import { openBundle } from '../../../../electron/host/bundle/open-bundle.ts';
import { byteRangeOf } from '../../../../electron/host/byte-range.ts';
import { resourceOf } from '../../../../electron/host/resource-path.ts';
import { createResources, type ResourceHandler } from '../../../../electron/host/resources.ts';
import { securityHeaders } from '../../../../electron/policy/headers.ts';
import { bundleFiles, recordingJournal, soundBytes, temporaryApp, temporaryBundle } from '../kiosk-fixture.ts';
import { fc, test as property } from '../property.ts';

const site = { hospitalName: 'St <Example> & Sons', deskDirections: 'Turn "left" at the lift' };

interface Opened {
  readonly resources: ResourceHandler;
  readonly bundleDir: string;
  readonly events: readonly Record<string, unknown>[];
}

const open = async (isResting = false): Promise<Opened> => {
  const bundleDir = await temporaryBundle();
  const bundle = await openBundle(bundleDir);
  const app = await readAppFiles(await temporaryApp());
  const { journal, events } = recordingJournal();
  const resources = createResources({
    app,
    bundle: () => Promise.resolve(isResting ? undefined : bundle),
    site,
    journal,
  });
  return { resources, bundleDir, events };
};

const address = 'http://127.0.0.1:4000/';
const get = (resources: ResourceHandler, target: string, init?: RequestInit) =>
  resources(new Request(address, init), target);
const asPerson = { headers: { accept: 'text/html,*/*', 'sec-fetch-dest': 'document' } };

describe('B1, L7 · files are served by name, with the same headers', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/?anything=1', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'text/javascript; charset=utf-8'],
    ['/assets/font.woff2', 'font/woff2'],
    ['/content/en-gb/glossary.json', 'application/json; charset=utf-8'],
    ['/content/audio/ab/clip.ogg', 'audio/ogg'],
    ['/resting.css', 'text/css; charset=utf-8'],
  ])('%s is %s', async (target, mediaType) => {
    const { resources } = await open();
    const response = await get(resources, target);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(mediaType);
    for (const [name, value] of Object.entries(securityHeaders)) expect(response.headers.get(name)).toBe(value);
    const head = await get(resources, target, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String((await response.arrayBuffer()).byteLength));
    expect((await head.arrayBuffer()).byteLength).toBe(0);
  });

  test('without a raw target the request’s own address counts', async () => {
    const { resources } = await open();
    const response = await resources(new Request(`${address}content/en-gb/glossary.json?v=1`));
    expect(await response.text()).toBe(bundleFiles['en-gb/glossary.json']);
    expect((await resources(new Request('kiosk://app/'))).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
    const { resources } = await open();
    const response = await get(resources, '/', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test.each([
    '/absent.js',
    '/content/absent.json',
    '/content/manifest.json',
    '/assets/__proto__.js',
    '/favicon.ico',
    '/x',
  ])('%s is not found', async (target) => {
    const { resources } = await open();
    expect((await get(resources, target)).status).toBe(404);
  });

  test('a file altered on disk is never served, and staff learn which', async () => {
    const { resources, bundleDir, events } = await open();
    await writeFile(join(bundleDir, 'en-gb/glossary.json'), '{"language":"en-GB","terms":[1]');
    const response = await get(resources, '/content/en-gb/glossary.json');
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('terms');
    expect(events).toMatchObject([{ event: 'bundle-file-refused', fault: 'file-hash', file: 'en-gb/glossary.json' }]);
  });
});

describe('S4 · several numbered files come in one answer', () => {
  const numbered = Object.fromEntries(
    [0, 1, 2, 70].map((number) => [`en-gb/search/parts/${String(number)}.json`, JSON.stringify([{ number }])]),
  );
  const openNumbered = async () => {
    const bundleDir = await temporaryBundle({ ...bundleFiles, ...numbered });
    const bundle = await openBundle(bundleDir);
    const { journal, events } = recordingJournal();
    const resources = createResources({ app: new Map(), bundle: () => Promise.resolve(bundle), site, journal });
    return { resources, bundleDir, events };
  };

  test('as one array, in the order asked, each as often as asked', async () => {
    const { resources } = await openNumbered();
    const response = await get(resources, '/content/en-gb/search/parts/70_1_1_0.json');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual([[{ number: 70 }], [{ number: 1 }], [{ number: 1 }], [{ number: 0 }]]);
    expect(await (await get(resources, '/content/en-gb/search/parts/1.json')).json()).toEqual([{ number: 1 }]);
  });

  test.each([
    ['one that is not there', '0_3'],
    ['a name that is no number', '0_words'],
    ['an empty name', '0__1'],
    ['more than a letter can ask for', Array.from({ length: 129 }, () => '1').join('_')],
  ])('%s makes it not found as a whole', async (_what, names) => {
    const { resources } = await openNumbered();
    expect((await get(resources, `/content/en-gb/search/parts/${names}.json`)).status).toBe(404);
  });

  test('one altered on disk spoils the answer, and staff learn which', async () => {
    const { resources, bundleDir, events } = await openNumbered();
    await writeFile(join(bundleDir, 'en-gb/search/parts/2.json'), '[{"number":3}]');
    const response = await get(resources, '/content/en-gb/search/parts/1_2.json');
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('number');
    expect(events).toMatchObject([{ event: 'bundle-file-refused', file: 'en-gb/search/parts/2.json' }]);
  });
});

describe('L6 · a visitor sees a kind page, never an error', () => {
  test.each(['/', '/assets/main.js', '/content/en-gb/glossary.json', '/nowhere', '/a/b.html'])(
    'while the kiosk rests, a visit to %s gets the resting page',
    async (target) => {
      const { resources } = await open(true);
      const response = await get(resources, target, asPerson);
      const html = await response.text();
      expect(response.status).toBe(503);
      expect(html).toContain('This screen is having a rest');
      expect(html).toContain('lang="en-GB"');
      expect(html).not.toMatch(/<script|style=/);
    },
  );

  test('the site’s words are escaped', async () => {
    const { resources } = await open(true);
    const html = await (await get(resources, '/')).text();
    expect(html).toContain('St &lt;Example&gt; &amp; Sons');
    expect(html).toContain('Turn &quot;left&quot; at the lift');
  });

  test('its style sheet is served while resting', async () => {
    const { resources } = await open(true);
    expect((await get(resources, '/resting.css')).status).toBe(200);
  });

  test.each(['/nowhere', '/a/../../etc/passwd', '/%00', '/tel:1'])(
    '%s shows a page that leads back',
    async (target) => {
      const { resources } = await open();
      const response = await get(resources, target, asPerson);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('That page is not here');
    },
  );
});

describe('L2 · paths', () => {
  test.each([
    ['/../index.html', 'traversal'],
    ['/assets/../index.html', 'traversal'],
    ['/assets/..', 'traversal'],
    ['/%2e%2e/index.html', 'traversal'],
    ['/./index.html', 'traversal'],
    ['/assets%2fmain.js', 'encoded-separator'],
    ['/assets%5Cmain.js', 'encoded-separator'],
    ['/assets\\main.js', 'forbidden-character'],
    ['/main.js%00', 'forbidden-character'],
    ['/main.js\0.png', 'forbidden-character'],
    ['/C:/windows/win.js', 'forbidden-character'],
    ['/main.js::$DATA.js', 'forbidden-character'],
    ['/.git/config.json', 'forbidden-character'],
    ['/%252e%252e/index.html', 'double-encoding'],
    ['/%25', 'double-encoding'],
    ['/%', 'malformed-escape'],
    ['/%ff', 'malformed-escape'],
    ['//evil.example/x.js', 'empty-segment'],
    ['/assets//main.js', 'empty-segment'],
    ['/assets/', 'empty-segment'],
    ['index.html', 'not-absolute'],
    ['http://127.0.0.1/index.html', 'not-absolute'],
    ['*', 'not-absolute'],
    ['', 'not-absolute'],
    ['/main.exe', 'unknown-type'],
    ['/main', 'unknown-type'],
    ['/main.JS', 'unknown-type'],
    ['/x.constructor', 'unknown-type'],
  ])('%j is refused: %s', (target, fault) => {
    expect(resourceOf(target)).toEqual({ kind: 'refused', fault });
  });

  const nasty = fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2E%2e',
    '%2f',
    '%5c',
    '\\',
    '%00',
    '\0',
    '%25',
    'C:',
    '//',
    '/',
    '~',
    'a',
    '.js',
    '\u202e',
    '%c0%ae',
    '？',
    '\ufe52',
  );
  const targets = fc.oneof(
    fc.string(),
    fc.webPath(),
    fc.array(nasty, { maxLength: 12 }).map((parts) => `/${parts.join('')}`),
    fc.array(nasty, { maxLength: 12 }).map((parts) => `/content/${parts.join('/')}.json`),
    fc.constantFrom('/', '/assets/main.js', '/content/en-gb/glossary.json'),
  );

  property.prop([targets], 3000)('any accepted path is plain: relative, decoded, without a way up', (target) => {
    const resource = resourceOf(target);
    if (resource.kind === 'app' || resource.kind === 'content') {
      expect(resource.path).toMatch(/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/);
      expect(resource.path.split('/')).not.toContain('..');
    }
  });

  property.prop([targets, fc.boolean()], 400)(
    'any target gets an answer, and a 200 only for a file there is',
    async (target, isPerson) => {
      const { resources } = await shared();
      const response = await get(resources, target, isPerson ? asPerson : {});
      expect([200, 400, 404]).toContain(response.status);
      if (response.status === 200) expect(['start', 'app', 'content']).toContain(resourceOf(target).kind);
    },
  );
  let opened: Promise<Opened> | undefined;
  const shared = (): Promise<Opened> => (opened ??= open());
});

describe('R1 · sound can be sought in', () => {
  const target = '/content/audio/ab/clip.ogg';

  test.each([
    ['bytes=0-', 0, 999],
    ['bytes=0-0', 0, 0],
    ['bytes=10-19', 10, 19],
    ['bytes=990-2000', 990, 999],
    ['bytes=-5', 995, 999],
    ['bytes=-5000', 0, 999],
  ])('%s gives the bytes %i to %i', async (range, first, last) => {
    const { resources } = await open();
    const response = await get(resources, target, { headers: { range } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${String(first)}-${String(last)}/1000`);
    expect(response.headers.get('content-length')).toBe(String(last - first + 1));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(soundBytes.slice(first, last + 1));
  });

  test.each(['bytes=1000-', 'bytes=-0', 'bytes=5000-6000'])('%s cannot be satisfied', async (range) => {
    const { resources } = await open();
    const response = await get(resources, target, { headers: { range } });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */1000');
  });

  test.each([
    'bytes=9-5',
    'bytes=0-1,3-4',
    'items=0-5',
    'bytes=',
    'bytes=-',
    'bytes=a-b',
    'bytes=0-99999999999999999999',
  ])('%s is ignored, as a server may', async (range) => {
    const { resources } = await open();
    const response = await get(resources, target, { headers: { range } });
    expect(response.status).toBe(200);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
  });

  property.prop(
    [
      fc.oneof(
        fc.string(),
        fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${String(a)}-${String(b)}`),
      ),
      fc.nat(2000),
    ],
    1000,
  )('no header leads out of the file', (header, size) => {
    const range = byteRangeOf(header, size);
    if (range === undefined || range === 'unsatisfiable') return;
    expect(range.first).toBeGreaterThanOrEqual(0);
    expect(range.last).toBeGreaterThanOrEqual(range.first);
    expect(range.last).toBeLessThan(size);
  });
});
