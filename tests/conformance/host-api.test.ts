import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test, vi } from 'vitest';
import { buildElectron } from '../../build/app/electron.ts';
import { openBrowserShell } from '../../build/preview/shell.ts';
import { openKiosk } from '../../electron/host/kiosk.ts';
import { answerCalls } from '../../electron/shell/ipc.ts';
import { connectBridgeHost } from '../../renderer/host/bridge-host.ts';
import { BRIDGE_NAME, channelOf, hostOperations } from '../../renderer/host/channels.ts';
import { connectHttpHost } from '../../renderer/host/http-host.ts';
import { recordingJournal, temporaryApp, temporaryBundle, temporaryFolder } from '../unit/electron/kiosk-fixture.ts';
import { type FakeIpc, fakeIpc } from './fake-ipc.ts';
import { type Connection, hostApiConformance, type KioskState } from './host-api.ts';

const bundleFor = (state: KioskState): Promise<string> => (state === 'resting' ? temporaryFolder() : temporaryBundle());

/** The settings of a kiosk that has any. */
const siteFor = async (state: KioskState): Promise<string | undefined> => {
  if (state !== 'calibrating' && state !== 'sited') return undefined;
  const file = join(await temporaryFolder(), 'site.json');
  await writeFile(file, '{"hospitalName":"St Example"}');
  return file;
};

const settingsIn = (file: string | undefined): Pick<Connection, 'settings'> =>
  file === undefined ? {} : { settings: () => readFile(file, 'utf8') };

/** A page whose only element is the one with the token. */
const pageWith = (token: string | null) =>
  ({ querySelector: () => ({ getAttribute: () => token }) }) as unknown as Pick<Document, 'querySelector'>;

const closers = new WeakMap<Connection, () => Promise<void>>();
const cut = async (connection: Connection): Promise<void> => closers.get(connection)?.();

hostApiConformance(
  'loopback server',
  async (state) => {
    const events: Record<string, unknown>[] = [];
    const siteFile = await siteFor(state);
    const leave = vi.fn();
    const beat = vi.fn();
    const shell = await openBrowserShell({
      port: 0,
      appDir: await temporaryApp(),
      bundleDir: await bundleFor(state),
      siteFile,
      calibrate: state === 'calibrating',
      dataDir: await temporaryFolder(),
      leave,
      page: { beat, served: vi.fn() },
      write: (line) => void events.push(JSON.parse(line) as Record<string, unknown>),
      now: Date.now,
    });
    const html = await (await fetch(shell.url)).text();
    const token = /name="alongside-token" content="([0-9a-f]*)"/.exec(html)?.[1] ?? null;
    const origin = shell.url.slice(0, -1);
    const api = connectHttpHost({
      page: pageWith(token),
      // A browser completes the path and adds Origin by itself; Node does neither.
      fetch: (path, init) => fetch(origin + path, { ...init, headers: { ...(init.headers as object), origin } }),
    });
    const close = async (): Promise<void> => {
      await shell.close();
      if (state === 'resting') return;
      // The last line of the journal: then the data folder can be taken away.
      await vi.waitFor(() => {
        expect(events.map(({ event }) => event)).toContain('bundle-checked');
      });
    };
    const connection = { api, events, leave, beat, close, ...settingsIn(siteFile) };
    closers.set(connection, shell.close);
    return connection;
  },
  cut,
);

let preload = '';
beforeAll(async () => {
  // The preload is run as it is shipped: bundled, CommonJS, with nothing but `require('electron')`.
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const outDir = await mkdtemp(join(tmpdir(), 'alongside-electron-'));
  await buildElectron({ outDir });
  preload = await readFile(join(outDir, 'preload.cjs'), 'utf8');
  return () => rm(outDir, { recursive: true, force: true });
}, 60_000);

/** Runs the preload against fakes; what it exposes is what the page sees on `window`. */
const exposedBy = (ipc: FakeIpc): Record<string, unknown> => {
  const page: Record<string, unknown> = {};
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void (page[name] = value) },
    ipcRenderer: { invoke: ipc.invoke },
  };
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`a sandboxed preload cannot require ${name}`);
  };
  runInNewContext(preload, { require, module: { exports: {} }, exports: {} });
  return page;
};

const connectBridge = async (state: KioskState, ipc: FakeIpc): Promise<Connection> => {
  const { journal, events } = recordingJournal();
  const siteFile = await siteFor(state);
  const leave = vi.fn();
  const beat = vi.fn();
  const kiosk = await openKiosk({
    appDir: await temporaryApp(),
    bundleDir: await bundleFor(state),
    siteFile,
    calibrate: state === 'calibrating',
    dataDir: await temporaryFolder(),
    journal,
    now: Date.now,
    endVisit: () => Promise.resolve(),
    leave,
    page: { beat, served: vi.fn() },
  });
  answerCalls(ipc.main, kiosk.host, (id) => id === 1, journal);
  const api = connectBridgeHost(exposedBy(ipc));
  if (api === undefined) throw new Error('the preload exposed no bridge');
  const connection = { api, events, leave, beat, close: () => Promise.resolve(), ...settingsIn(siteFile) };
  closers.set(connection, () => {
    ipc.cut();
    return Promise.resolve();
  });
  return connection;
};

hostApiConformance('Electron bridge', (state) => connectBridge(state, fakeIpc()), cut);

test('L7 · the preload exposes the operations and nothing else, frozen', () => {
  const page = exposedBy(fakeIpc());
  expect(Object.keys(page)).toEqual([BRIDGE_NAME]);
  expect(Object.keys(page[BRIDGE_NAME] as object)).toEqual([...hostOperations]);
  expect(Object.isFrozen(page[BRIDGE_NAME])).toBe(true);
});

test('L7 · IPC has one channel for each operation', () => {
  const ipc = fakeIpc();
  answerCalls(
    ipc.main,
    () => Promise.reject(new Error('unused')),
    () => true,
    recordingJournal().journal,
  );
  expect(ipc.channels()).toEqual(hostOperations.map(channelOf));
});

test.each([
  ['another window', { id: 2 }],
  ['a frame inside the page', { parent: {} }],
  ['a frame that has gone', { senderFrame: null }],
  ['another origin', { url: 'https://example.org/' }],
  ['no address', { url: '' }],
])('L7 · a call from %s is refused and noted', async (_who, sender) => {
  const { api, events } = await connectBridge('sound', fakeIpc(sender));
  expect(await api.describeKiosk({})).toEqual({ ok: false, error: { code: 'refused' } });
  expect(events).toContainEqual(expect.objectContaining({ event: 'sender-refused' }));
});

test('a page without a bridge is told apart', () => {
  expect(connectBridgeHost({})).toBeUndefined();
  expect(connectBridgeHost({ [BRIDGE_NAME]: { describeKiosk: 1 } })).toBeUndefined();
});

test.each([
  ['no body', () => new Response(null)],
  ['no JSON', () => new Response('<html>')],
  ['no reply', () => Response.json({ fine: true })],
  ['an array', () => Response.json([])],
])('L6 · an answer with %s is unavailable', async (_what, answer) => {
  const api = connectHttpHost({ page: pageWith(null), fetch: () => Promise.resolve(answer()) });
  expect(await api.endVisit({})).toEqual({ ok: false, error: { code: 'unavailable' } });
});
