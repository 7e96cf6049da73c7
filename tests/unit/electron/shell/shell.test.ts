import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeBeforeQuit } from '../../../../electron/shell/closing.ts';
import { watchHelpers } from '../../../../electron/shell/helpers.ts';
import { createLeaving } from '../../../../electron/shell/leaving.ts';
import { lockContents } from '../../../../electron/shell/lockdown.ts';
import { hardenProcess, registerScheme } from '../../../../electron/shell/process.ts';
import { printerNames, printSilently } from '../../../../electron/shell/silent-print.ts';
import { setUpSession } from '../../../../electron/shell/session.ts';
import { createVisits } from '../../../../electron/shell/visits.ts';
import { windowOptions } from '../../../../electron/shell/window.ts';
import { permissionTable } from '../../../../electron/policy/permissions.ts';
import { recordingJournal } from '../kiosk-fixture.ts';
import { FakeContents, FakeSession, FakeWindow, preventable } from './fake-electron.ts';

const resources = (): Promise<Response> => Promise.resolve(new Response('served'));

describe('L7 · the process', () => {
  test('is sandboxed, and its switches close gestures and network', () => {
    const calls: string[] = [];
    hardenProcess({
      enableSandbox: () => calls.push('sandbox'),
      commandLine: { appendSwitch: (...words: readonly string[]) => calls.push(words.join('=')) },
    } as unknown as Parameters<typeof hardenProcess>[0]);
    expect(calls[0]).toBe('sandbox');
    expect(calls).toContain('disable-pinch');
    expect(calls.join()).toContain('OverscrollHistoryNavigation');
    expect(calls).toContain('host-resolver-rules=MAP * ~NOTFOUND');
    // Chromium keeps only the last of these: it must be set once.
    expect(calls.filter((call) => call.startsWith('disable-features'))).toHaveLength(1);
  });

  test('the scheme is a web origin that bypasses nothing', () => {
    let schemes: unknown;
    registerScheme({ registerSchemesAsPrivileged: (given) => (schemes = given) });
    expect(schemes).toEqual([
      {
        scheme: 'kiosk',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ]);
  });
});

describe('a visit’s session', () => {
  const open = () => {
    const session = new FakeSession();
    const { journal, events } = recordingJournal();
    setUpSession(session.asSession(), resources, journal);
    return { session, events };
  };

  test.each(Object.keys(permissionTable))('L5 · the permission %s is refused, asked or checked', (permission) => {
    const { session, events } = open();
    let isGranted: unknown;
    session.play('permission request', null, permission, (answer: unknown) => (isGranted = answer));
    expect(isGranted).toBe(false);
    expect(session.play('permission check', null, permission)).toBe(false);
    expect(events).toMatchObject([{ event: 'permission-refused', permission }]);
  });

  test('L5 · devices, screens and pairings are refused', () => {
    const { session } = open();
    expect(session.play('device', {})).toBe(false);
    session.play('display media', {}, (streams: unknown) => {
      expect(streams).toBeNull();
    });
    session.play('bluetooth', {}, (answer: unknown) => {
      expect(answer).toEqual({ confirmed: false });
    });
  });

  test('L3 · requests outside the app are cancelled and noted without their address', () => {
    const { session, events } = open();
    const ask = (url: string, resourceType: string): unknown => {
      let answer: unknown;
      session.play('request', { url, resourceType }, (given: unknown) => (answer = given));
      return answer;
    };
    expect(ask('kiosk://app/assets/main.js', 'script')).toEqual({ cancel: false });
    expect(ask('https://example.org/?q=typed', 'xhr')).toEqual({ cancel: true });
    expect(events).toMatchObject([{ event: 'request-refused', scheme: 'https:', resource: 'xhr' }]);
    expect(JSON.stringify(events)).not.toContain('typed');
  });

  test('L2 · downloads are prevented', () => {
    const { session } = open();
    const event = preventable({});
    session.emit('will-download', event);
    expect(event.isPrevented).toBe(true);
  });

  test('L4 · nothing is spell-checked', () => {
    expect(open().session.isSpellChecked).toBe(false);
  });

  test('the scheme is served by the resource handler', async () => {
    const response = (await open().session.play('protocol kiosk', new Request('kiosk://app/'))) as Response;
    expect(await response.text()).toBe('served');
  });
});

describe('a page’s ways out', () => {
  const open = () => {
    const contents = new FakeContents(1);
    lockContents(contents as unknown as Parameters<typeof lockContents>[0], recordingJournal().journal);
    return contents;
  };

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('L2 · %s stays inside the app', (name) => {
    const contents = open();
    const emit = (url: string, isMainFrame: boolean): boolean => {
      const event = preventable({ url, isMainFrame });
      contents.emit(name, event);
      return event.isPrevented;
    };
    expect(emit('kiosk://app/#/home', true)).toBe(false);
    expect(emit('https://example.org/', true)).toBe(true);
    expect(emit('tel:123', true)).toBe(true);
    expect(emit('kiosk://app/', false)).toBe(true);
  });

  test('L2 · no window opens and no other page is embedded', () => {
    const contents = open();
    expect(contents.windowOpenHandler?.({ url: 'kiosk://app/' })).toEqual({ action: 'deny' });
    const event = preventable({});
    contents.emit('will-attach-webview', event, {}, {});
    expect(event.isPrevented).toBe(true);
  });

  test('L3, L4 · no call from page to page finds a way out, and no menu’s shortcut is heard', () => {
    expect(open()).toMatchObject({ webRtcPolicy: 'disable_non_proxied_udp', ignoresMenuShortcuts: true });
  });

  test('L4 · keys, menus, ‘Leave this page?’ and zoom', () => {
    const contents = open();
    const press = (key: string, control: boolean): boolean => {
      const event = preventable({});
      contents.emit('before-input-event', event, { key, control, alt: false, shift: false, meta: false });
      return event.isPrevented;
    };
    expect(press('r', true)).toBe(true);
    expect(press('F5', false)).toBe(true);
    expect(press('r', false)).toBe(false);
    const menu = preventable({});
    contents.emit('context-menu', menu);
    expect(menu.isPrevented).toBe(true);
    const leave = preventable({});
    contents.emit('will-prevent-unload', leave);
    expect(leave.isPrevented).toBe(true);
    contents.emit('did-finish-load');
    expect(contents.zoomLimits).toEqual([1, 1]);
  });
});

describe('L1, L7 · the window', () => {
  const choice = { windowed: false };

  test('is a kiosk, isolated, sandboxed, without developer tools or dialogs', () => {
    expect(windowOptions(choice, '/preload.cjs', 'visit-1')).toMatchObject({
      kiosk: true,
      frame: false,
      webPreferences: {
        preload: '/preload.cjs',
        partition: 'visit-1',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        devTools: false,
        disableDialogs: true,
        spellcheck: false,
        navigateOnDragDrop: false,
        autoplayPolicy: 'document-user-activation-required',
      },
    });
  });

  test('can be an ordinary one of a size', () => {
    const size = { width: 1366, height: 768 };
    expect(windowOptions({ windowed: true, size }, '', '')).toMatchObject({ kiosk: false, frame: true, ...size });
  });
});

describe('V1 · leaving', () => {
  test.each([
    ['restart', 'by itself', ['close', 'relaunch', 'exit 0']],
    ['restart', 'by its service manager', ['close', 'exit 75']],
    ['exit', 'by itself', ['close', 'exit 0']],
    ['exit', 'by its service manager', ['close', 'exit 0']],
  ] as const)(
    '%s waits for the answer to go out and the kiosk to close, on one started %s',
    async (how, by, expected) => {
      const calls: string[] = [];
      const due: (() => void)[] = [];
      const app = {
        relaunch: () => void calls.push('relaunch'),
        exit: (code = 1) => void calls.push(`exit ${String(code)}`),
      };
      const close = (): Promise<void> => {
        calls.push('close');
        return Promise.reject(new Error('even so'));
      };
      createLeaving(app, by === 'by its service manager', (run) => void due.push(run), close)(how);
      expect(calls).toEqual([]);
      due.forEach((run) => {
        run();
      });
      await vi.waitFor(() => {
        expect(calls).toEqual(expected);
      });
    },
  );
});

describe('P4, X5 · the end of the process', () => {
  test('waits until the kiosk has let go of what it has, once, whoever asks for it and how often', async () => {
    const app = Object.assign(new EventEmitter(), { quit: vi.fn() });
    const closing = Promise.withResolvers<undefined>();
    const close = vi.fn(() => closing.promise);
    closeBeforeQuit(app as unknown as Parameters<typeof closeBeforeQuit>[0], close);
    const asks = [preventable({}), preventable({})];
    for (const ask of asks) app.emit('before-quit', ask);
    expect(asks.map(({ isPrevented }) => isPrevented)).toEqual([true, true]);
    expect(app.quit).not.toHaveBeenCalled();
    closing.resolve(undefined);
    await vi.waitFor(() => {
      expect(app.quit).toHaveBeenCalledTimes(1);
    });
    const last = preventable({});
    app.emit('before-quit', last);
    expect(last.isPrevented).toBe(false);
    expect(close).toHaveBeenCalledTimes(1);
  });
});

describe('P5 · paper from the system’s own printers', () => {
  test('a page goes to the named printer, on the site’s paper, with no dialog; the system’s word is the answer', async () => {
    const page = { print: vi.fn<WebContents['print']>() };
    const taken = printSilently(page, { device: 'Desk printer', paper: 'Letter' });
    expect(page.print.mock.calls[0]?.[0]).toEqual({
      silent: true,
      printBackground: true,
      deviceName: 'Desk printer',
      pageSize: 'Letter',
    });
    page.print.mock.calls[0]?.[1]?.(true, '');
    expect(await taken).toBe(true);
    const refused = printSilently(page, { device: 'Desk printer', paper: 'A4' });
    page.print.mock.calls[1]?.[1]?.(false, 'Invalid deviceName provided');
    expect(await refused).toBe(false);
  });

  test('printers are known by the system’s names; while there is no page nobody knows', async () => {
    const printer = { name: 'Desk_printer', displayName: 'Desk printer', description: '', options: {} };
    expect(await printerNames({ getPrintersAsync: () => Promise.resolve([printer]) })).toEqual(['Desk_printer']);
    expect(await printerNames(undefined)).toBeUndefined();
  });
});

describe('L6 · processes beside the page’s', () => {
  test('are noted when they end, and not when they were meant to', () => {
    const app = new EventEmitter();
    const { journal, events } = recordingJournal();
    watchHelpers(app as unknown as Parameters<typeof watchHelpers>[0], journal);
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5 });
    app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0, name: 'Audio Service' });
    expect(events).toMatchObject([{ event: 'helper-gone', helper: 'GPU', reason: 'crashed' }]);
  });
});

describe('X3, L6 · visits', () => {
  afterEach(() => {
    FakeWindow.loadError = undefined;
  });

  const open = (windowed = false) => {
    const windows: FakeWindow[] = [];
    const sessions = new Map<string, FakeSession>();
    const lost: string[] = [];
    const visits = createVisits({
      createWindow: (options) => {
        const window = new FakeWindow(options, windows.length + 1);
        windows.push(window);
        return window.asWindow();
      },
      sessionFor: (partition) => {
        const session = new FakeSession();
        sessions.set(partition, session);
        return session.asSession();
      },
      newPartition: () => `visit-${String(sessions.size + 1)}`,
      lost: (reason) => void lost.push(reason),
      preload: '/preload.cjs',
      choice: { windowed },
      resources,
      journal: recordingJournal().journal,
    });
    return { visits, windows, sessions, lost };
  };

  test('each has a window and an in-memory session of its own, set up before anything loads', () => {
    const { visits, windows, sessions } = open();
    visits.open('visit');
    visits.open('visit');
    expect([...sessions.keys()]).toEqual(['visit-1', 'visit-2']);
    expect(windows.map(({ options }) => options.webPreferences?.partition)).toEqual(['visit-1', 'visit-2']);
    for (const partition of sessions.keys()) expect(partition.startsWith('persist:')).toBe(false);
    for (const session of sessions.values()) expect(session.handlers.size).toBe(7);
    expect(windows[0]?.calls).toEqual(['load kiosk://app/']);
  });

  test('the old window is destroyed once the new one can be seen', () => {
    const { visits, windows } = open();
    visits.open('visit');
    windows[0]?.emit('ready-to-show');
    visits.open('visit');
    expect(windows[0]?.calls).not.toContain('destroy');
    windows[1]?.emit('ready-to-show');
    expect(windows[0]?.calls.at(-1)).toBe('destroy');
    expect(windows[1]?.calls).toEqual(['load kiosk://app/', 'show']);
  });

  test('only the present page may call', () => {
    const { visits, windows } = open();
    expect(visits.isCurrent(1)).toBe(false);
    visits.open('visit');
    expect(visits.isCurrent(1)).toBe(true);
    visits.open('visit');
    expect([visits.isCurrent(1), visits.isCurrent(2)]).toEqual([false, true]);
    windows[1]?.emit('closed');
    expect(visits.isCurrent(2), 'not even the page of a window that is gone').toBe(false);
  });

  test.each<[string, string, (window: FakeWindow) => void]>([
    ['crashes', 'crashed', ({ webContents }) => webContents.emit('render-process-gone', {}, { reason: 'crashed' })],
    ['runs out of memory', 'oom', ({ webContents }) => webContents.emit('render-process-gone', {}, { reason: 'oom' })],
    ['hangs', 'unresponsive', (window) => window.emit('unresponsive')],
    ['fails to load', 'load-failed', ({ webContents }) => webContents.emit('did-fail-load', {}, -105, '', '', true)],
    ['has no bridge', 'preload-failed', ({ webContents }) => webContents.emit('preload-error', {}, '', new Error())],
    ['loses its window', 'closed', (window) => window.emit('closed')],
  ])('a page that %s is lost, and its successor has a window and session of its own', (_how, reason, happen) => {
    const { visits, windows, lost, sessions } = open();
    visits.open('visit');
    const [first] = windows;
    if (first === undefined) throw new Error('no window');
    happen(first);
    expect(lost).toEqual([reason]);
    visits.open('visit');
    happen(first);
    expect(lost, 'of a page that has been replaced nothing is told').toEqual([reason]);
    windows[1]?.emit('ready-to-show');
    expect(first.calls.includes('destroy')).toBe(reason !== 'closed');
    expect(sessions.size).toBe(2);
  });

  test('a page that does not load is lost', async () => {
    FakeWindow.loadError = new Error('ERR_FAILED');
    const { visits, lost } = open();
    visits.open('visit');
    await expect.poll(() => lost).toEqual(['load-failed']);
  });

  test('a load that the page let go of, or that a frame failed at, is nothing', () => {
    const { visits, windows, lost } = open();
    visits.open('visit');
    windows[0]?.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', '', true);
    windows[0]?.webContents.emit('did-fail-load', {}, -105, '', '', false);
    expect(lost).toEqual([]);
  });

  test('the resting page is a window and session of its own too', () => {
    const { visits, windows, sessions } = open();
    visits.open('visit');
    visits.open('resting');
    expect(windows[1]?.calls).toEqual(['load kiosk://app/resting.html']);
    expect(sessions.size).toBe(2);
  });

  test('a window in somebody’s desktop may be closed', () => {
    const { visits, windows, lost } = open(true);
    visits.open('visit');
    windows[0]?.emit('closed');
    expect(lost).toEqual([]);
  });

  test('L1 · a second instance brings the first to the front', () => {
    const { visits, windows } = open();
    visits.focus();
    visits.open('visit');
    visits.focus();
    expect(windows[0]?.calls).toContain('focus');
  });
});
