import { type IncomingMessage, createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { publishBundle } from '../../../../../build/content-compiler/transport/publish.ts';
import { SIGNATURE_FILE } from '../../../../../content/format/manifest.ts';
import { CURRENT_FILE, type Current, publishedPath } from '../../../../../content/format/published.ts';
import { folderFiles } from '../../../../../electron/host/bundle/bundle-files.ts';
import type { Disk } from '../../../../../electron/host/disk/disk.ts';
import { createSlots } from '../../../../../electron/host/slots/slots.ts';
import { createAddressSource, LOOKS_BETWEEN } from '../../../../../electron/host/updates/address-source.ts';
import { createContentKeeper } from '../../../../../electron/host/updates/content-keeper.ts';
import { createInstaller } from '../../../../../electron/host/updates/installer.ts';
import { fullDisk } from '../../faulty-disk.ts';
import {
  BUILT_AT,
  bundleFiles,
  type FileTexts,
  noBackground,
  recordingJournal,
  temporaryFolder,
} from '../../kiosk-fixture.ts';
import { type Maker, temporaryMaker } from '../../packed-bundle.ts';

/** What a server does with one request; `false`: what an honest one would. */
type Answer = (request: IncomingMessage, response: ServerResponse, bytes: Buffer | undefined) => boolean;

/** A web server over a folder that knows ranges, and does for some requests what a test says. */
const serve = async (folder: string, answer: Answer = () => false) => {
  const asked: { readonly path: string; readonly range: string | undefined }[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').slice(1);
    const { range } = request.headers;
    asked.push({ path, range });
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (answer(request, response, bytes)) return;
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    if (bytes === undefined) response.writeHead(404).end();
    else if (from >= bytes.length && from > 0) response.writeHead(416).end();
    else response.writeHead(from > 0 ? 206 : 200).end(bytes.subarray(from));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked };
};

/** Content of two versions: of the second one file is other than in the first, and one is long. */
const long = Buffer.alloc(200_000, 'long');
const first: FileTexts = { ...bundleFiles, 'audio/cd/long.ogg': long };
const second: FileTexts = { ...first, 'en-gb/pages/neuroblastoma.json': '{"id":"neuroblastoma","new":true}' };
const third: FileTexts = { ...second, 'audio/cd/long.ogg': Buffer.alloc(200_000, 'new') };

const publish = async (maker: Maker, tree: string, version: number, files: FileTexts): Promise<void> => {
  const folder = await temporaryFolder();
  await maker.write(folder, version, files);
  await publishBundle(folderFiles(folder), tree, { older: true });
};

/** A kiosk with version 5 of the first content that asks a server, and a tree that has version 6 of the second. */
const askingKiosk = async (
  answer?: Answer,
  changes: {
    readonly disk?: Disk;
    readonly nowMs?: number;
    readonly files?: FileTexts;
    readonly maker?: Maker;
    readonly silenceMs?: number;
  } = {},
) => {
  const base = await temporaryFolder();
  const maker = await temporaryMaker();
  const shippedDir = join(base, 'shipped');
  await maker.write(shippedDir, 5, first);
  const tree = join(base, 'tree');
  await publish(changes.maker ?? maker, tree, 6, changes.files ?? second);
  const server = await serve(tree, answer);
  const { journal, events } = recordingJournal();
  const slots = createSlots({ folder: join(base, 'content'), shippedDir });
  const now = () => changes.nowMs ?? BUILT_AT.getTime();
  const trustedKeys = [maker.key];
  const keeper = createContentKeeper({ shippedDir, slots, trustedKeys, journal, now, background: noBackground });
  const source = createAddressSource({
    address: server.address,
    folder: join(base, 'fetched'),
    installer: createInstaller({ slots, keeper, trustedKeys, journal }),
    keeper,
    trustedKeys,
    journal,
    now,
    random: () => 0,
    disk: changes.disk,
    silenceMs: changes.silenceMs ?? 30_000,
    tries: 3,
  });
  return {
    ...server,
    base,
    tree,
    maker,
    keeper,
    /** One look that asks. */
    asks: async () => {
      for (let look = 0; look < LOOKS_BETWEEN; look += 1) await source.look();
    },
    source,
    told: () =>
      events.map(({ event, fault }) => (typeof fault === 'string' ? `${String(event)}: ${fault}` : event)).slice(1),
    events,
    /** What has been asked for among the files. */
    files: () => server.asked.filter(({ path }) => path.startsWith('files/')),
  };
};

/** What a tree names as its newest. */
const current = async (tree: string): Promise<Current> =>
  JSON.parse(await readFile(join(tree, CURRENT_FILE), 'utf8')) as Current;

describe('B2 · newer content from an address', () => {
  test('is fetched, checked and offered, and only what is missing is asked for', async () => {
    const { asks, keeper, told, files, events, base } = await askingKiosk();
    await asks();
    expect(keeper.offered()).toBe(6);
    expect(told()).toEqual(['content-installed', 'content-fetched']);
    // The manifest, its signature, the listing, and the one page.
    expect(files()).toHaveLength(4);
    expect(events.at(-1)).toMatchObject({ contentVersion: 6, files: 4 });
    expect(await readdir(base), 'what was fetched is let go of').not.toContain('fetched');
    expect((await keeper.bundle())?.manifest.contentVersion, 'nothing changes under a visitor').toBe(5);
    keeper.pageStarts();
    const page = await (await keeper.bundle())?.read('en-gb/pages/neuroblastoma.json');
    expect(String(page)).toContain('new');
  });

  test('is asked for four times an hour, beginning at a moment of the kiosk’s own', async () => {
    const { source, asked, asks } = await askingKiosk();
    await source.look();
    const atFirst = asked.length;
    expect(atFirst).toBeGreaterThan(0);
    for (let look = 1; look < LOOKS_BETWEEN; look += 1) await source.look();
    expect(asked).toHaveLength(atFirst);
    await asks();
    expect(
      asked.slice(atFirst).map(({ path }) => path),
      'what has come waits; the rest is known',
    ).toContain(CURRENT_FILE);
  });

  test('that is no newer is not fetched, and nothing is noted', async () => {
    const { asks, tree, maker, keeper, told } = await askingKiosk();
    await publish(maker, tree, 4, second);
    await asks();
    expect(keeper.offered()).toBeUndefined();
    expect(told()).toEqual([]);
  });

  test('goes on where it was cut off, in a file and among files', async () => {
    let cuts = 2;
    const { asks, keeper, asked, told } = await askingKiosk(
      (request, response, bytes) => {
        if (bytes?.length !== long.length || cuts === 0) return false;
        cuts -= 1;
        const from = Number(/(\d+)/.exec(request.headers.range ?? '0')?.[1] ?? 0);
        response.writeHead(from > 0 ? 206 : 200, { 'content-length': String(bytes.length - from) });
        response.write(bytes.subarray(from, from + 70_000), () => setImmediate(() => response.destroy()));
        return true;
      },
      { files: third },
    );
    await asks();
    expect(keeper.offered()).toBe(6);
    expect(told()).toEqual(['content-installed', 'content-fetched']);
    const ranges = asked.flatMap(({ range }) => (range === undefined ? [] : [Number(/\d+/.exec(range)?.[0])]));
    expect(ranges.length).toBeGreaterThan(0);
    expect(Math.max(...ranges)).toBeGreaterThan(0);
  });

  test('from a server that knows no ranges is begun again from the start', async () => {
    let cuts = 1;
    const { asks, keeper } = await askingKiosk(
      (_request, response, bytes) => {
        if (bytes?.length !== long.length) return false;
        if (cuts > 0) {
          cuts -= 1;
          response.writeHead(200, { 'content-length': String(bytes.length) });
          response.write(bytes.subarray(0, 70_000), () => setImmediate(() => response.destroy()));
        } else response.writeHead(200).end(bytes);
        return true;
      },
      { files: third },
    );
    await asks();
    expect(keeper.offered()).toBe(6);
  });

  test('that did not come whole is tried again at the next look, with what is there', async () => {
    let isDown = true;
    const { asks, keeper, told, asked, files } = await askingKiosk((request, response) => {
      if (!isDown || request.url === `/${CURRENT_FILE}` || files().length <= 2) return false;
      response.destroy();
      return true;
    });
    await asks();
    await asks();
    expect(told(), 'noted once').toEqual(['content-not-fetched: no-answer']);
    isDown = false;
    const before = asked.length;
    await asks();
    expect(keeper.offered()).toBe(6);
    expect(
      asked.slice(before).filter(({ path }) => path.startsWith('files/')),
      'manifest and signature are there',
    ).toHaveLength(2);
  });
});

describe('B2 · a server is not believed', () => {
  const isFile = (request: IncomingMessage): boolean => request.url?.startsWith('/files/') === true;

  test.each<[string, Answer, string]>([
    [
      'that sends elsewhere',
      (request, response) => {
        if (!isFile(request)) return false;
        response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
        return true;
      },
      'content-not-fetched: redirected',
    ],
    [
      'that has nothing',
      (_request, response) => {
        response.writeHead(404).end();
        return true;
      },
      'content-not-fetched: refused',
    ],
    [
      'whose files are longer than signed for',
      (request, response, bytes) => {
        if (!isFile(request) || bytes === undefined) return false;
        response.writeHead(200).end(Buffer.concat([bytes, bytes]));
        return true;
      },
      'content-not-fetched: too-long',
    ],
    [
      'whose pointer never ends',
      (request, response) => {
        if (isFile(request)) return false;
        response.writeHead(200).end(Buffer.alloc(1_000_000, ' '));
        return true;
      },
      'content-not-fetched: too-long',
    ],
    [
      'whose pointer is a page of its own, as a portal for guests shows one',
      (request, response) => {
        if (isFile(request)) return false;
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to our network</h1>');
        return true;
      },
      'content-not-fetched: malformed',
    ],
    [
      'that lies about the length',
      (request, response, bytes) => {
        if (!isFile(request) || bytes === undefined) return false;
        response.writeHead(200, { 'content-length': '10' });
        response.end(bytes.subarray(0, 10));
        return true;
      },
      'content-not-fetched: no-answer',
    ],
    [
      'that alters files',
      (request, response, bytes) => {
        if (!isFile(request) || bytes === undefined) return false;
        response.writeHead(200).end(Buffer.alloc(bytes.length, 'x'));
        return true;
      },
      'content-not-fetched: altered',
    ],
    [
      'that freezes',
      (request, response, bytes) => {
        if (!isFile(request) || bytes === undefined) return false;
        response.writeHead(200, { 'content-length': String(bytes.length) });
        response.write(bytes.subarray(0, 5));
        return true;
      },
      'content-not-fetched: no-answer',
    ],
    ['that takes no calls', (request) => (request.socket.destroy(), true), 'content-not-fetched: no-answer'],
  ])('%s', async (_what, answer, noted) => {
    const { asks, keeper, told } = await askingKiosk(answer, { silenceMs: 500 });
    await asks();
    expect(told()).toEqual([noted]);
    expect(keeper.offered()).toBeUndefined();
    expect((await keeper.bundle())?.manifest.contentVersion).toBe(5);
  });

  test('that serves what an unknown key has signed', async () => {
    const { asks, keeper, told } = await askingKiosk(undefined, { maker: await temporaryMaker() });
    await asks();
    expect(told()).toEqual(['content-refused: signature-unknown-key']);
    expect(keeper.offered()).toBeUndefined();
  });

  test('that serves an old manifest again', async () => {
    const { asks, keeper, tree, maker, told } = await askingKiosk();
    await cp(tree, `${tree}-old`, { recursive: true });
    await publish(maker, tree, 7, third);
    await asks();
    keeper.pageStarts();
    await keeper.bundle();
    keeper.pageDescribed();
    keeper.pageBeats();
    await keeper.bundle();
    const before = told();
    await writeFile(join(tree, CURRENT_FILE), await readFile(join(`${tree}-old`, CURRENT_FILE)));
    await asks();
    expect(keeper.offered()).toBeUndefined();
    expect((await keeper.bundle())?.manifest.contentVersion).toBe(7);
    expect(told()).toEqual(before);
  });

  test('and neither is a clock of 1970, or a full disk', async () => {
    const early = await askingKiosk(undefined, { nowMs: 0 });
    await early.asks();
    expect(early.told()).toContain('content-refused: clock-before-build');
    const full = await askingKiosk(undefined, { disk: fullDisk() });
    await full.asks();
    expect(full.told()).toEqual(['content-refused: target-full']);
    expect(full.keeper.offered()).toBeUndefined();
  });

  test('nor what lies in the folder of what was fetched', async () => {
    const { asks, base, tree, keeper } = await askingKiosk();
    const { manifest } = await current(tree);
    await mkdir(join(base, 'fetched'));
    await writeFile(join(base, 'fetched', manifest.sha256), Buffer.alloc(manifest.size, ' '));
    await writeFile(join(base, 'fetched', `${manifest.sha256}.part`), Buffer.alloc(manifest.size + 10, ' '));
    await asks();
    await asks();
    expect(keeper.offered()).toBe(6);
  });
});

describe('B2 · a published tree', () => {
  test('keeps what is there, and adds only what is new', async () => {
    const tree = await temporaryFolder();
    const maker = await temporaryMaker();
    await publish(maker, tree, 6, first);
    const before = await readdir(tree, { recursive: true });
    await publish(maker, tree, 7, second);
    const after = await readdir(tree, { recursive: true });
    expect(after).toEqual(expect.arrayContaining(before));
    const added = after.filter((name) => !before.includes(name) && name.length > 20);
    expect(added, 'manifest, signature, listing, page').toHaveLength(4);
    const { manifest } = await current(tree);
    expect(after).toContain(publishedPath(manifest.sha256));
  });

  test('is not made of a bundle that nobody has signed, nor of an older one unless that is said', async () => {
    const tree = await temporaryFolder();
    const maker = await temporaryMaker();
    const [signed, unsigned] = [await temporaryFolder(), await temporaryFolder()];
    await maker.write(signed, 6);
    await maker.write(unsigned, 9);
    await rm(join(unsigned, SIGNATURE_FILE));
    await expect(publishBundle(folderFiles(unsigned), tree, { older: false })).rejects.toThrow(
      /not signed.*content -- sign/,
    );
    expect(await readdir(tree), 'nothing is written').toEqual([]);
    await publish(maker, tree, 8, first);
    await expect(publishBundle(folderFiles(signed), tree, { older: false })).rejects.toThrow(/has version 8.*--older/);
    await publishBundle(folderFiles(signed), tree, { older: true });
  });
});
