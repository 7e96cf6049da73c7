import { afterEach, describe, expect, test } from 'vitest';
import { createLeaving } from '../../../../electron/shell/leaving.ts';
import { lockContents } from '../../../../electron/shell/lockdown.ts';
import { hardenProcess, registerScheme } from '../../../../electron/shell/process.ts';
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
    ['restart', ['relaunch', 'exit 0']],
    ['exit', ['exit 0']],
  ] as const)('%s waits for the answer to go out', (how, expected) => {
    const calls: string[] = [];
    const due: (() => void)[] = [];
    const app = {
      relaunch: () => void calls.push('relaunch'),
      exit: (code = 1) => void calls.push(`exit ${String(code)}`),
    };
    createLeaving(app, (run) => void due.push(run))(how);
    expect(calls).toEqual([]);
    due.forEach((run) => {
      run();
    });
    expect(calls).toEqual(expected);
  });
});

describe('X3, L6 · visits', () => {
  afterEach(() => {
    FakeWindow.loadError = undefined;
  });

  const open = () => {
    const windows: FakeWindow[] = [];
    const sessions = new Map<string, FakeSession>();
    const due: (() => void)[] = [];
    const { journal, events } = recordingJournal();
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
      later: (run) => void due.push(run),
      preload: '/preload.cjs',
      choice: { windowed: false },
      resources,
      journal,
    });
    return { visits, windows, sessions, due, events };
  };

  test('each has a window and an in-memory session of its own, set up before anything loads', () => {
    const { visits, windows, sessions } = open();
    visits.next();
    visits.next();
    expect([...sessions.keys()]).toEqual(['visit-1', 'visit-2']);
    expect(windows.map(({ options }) => options.webPreferences?.partition)).toEqual(['visit-1', 'visit-2']);
    for (const partition of sessions.keys()) expect(partition.startsWith('persist:')).toBe(false);
    for (const session of sessions.values()) expect(session.handlers.size).toBe(7);
    expect(windows[0]?.calls).toEqual(['load kiosk://app/']);
  });

  test('the old window is destroyed once the new one can be seen', () => {
    const { visits, windows } = open();
    visits.next();
    windows[0]?.emit('ready-to-show');
    visits.next();
    expect(windows[0]?.calls).not.toContain('destroy');
    windows[1]?.emit('ready-to-show');
    expect(windows[0]?.calls.at(-1)).toBe('destroy');
    expect(windows[1]?.calls).toEqual(['load kiosk://app/', 'show']);
  });

  test('only the present page may call', () => {
    const { visits } = open();
    expect(visits.isCurrent(1)).toBe(false);
    visits.next();
    expect(visits.isCurrent(1)).toBe(true);
    visits.next();
    expect([visits.isCurrent(1), visits.isCurrent(2)]).toEqual([false, true]);
  });

  test('a page that is gone or hangs is followed by a new visit', () => {
    const { visits, windows, due, events } = open();
    visits.next();
    windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(events).toMatchObject([{ event: 'page-gone', reason: 'crashed' }]);
    due.shift()?.();
    windows[1]?.emit('unresponsive');
    due.shift()?.();
    expect(windows).toHaveLength(3);
    windows[2]?.emit('ready-to-show');
    expect(windows[0]?.calls).toContain('destroy');
    expect(windows[1]?.calls).toContain('destroy');
  });

  test('a page that does not load is tried again after a pause', async () => {
    FakeWindow.loadError = new Error('ERR_FAILED');
    const { visits, windows, due } = open();
    visits.next();
    await expect.poll(() => due).toHaveLength(1);
    due.shift()?.();
    expect(windows).toHaveLength(2);
  });

  test('an ended visit’s page that crashes late changes nothing', () => {
    const { visits, windows, due } = open();
    visits.next();
    visits.next();
    windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'killed' });
    expect(due).toEqual([]);
  });

  test('L1 · a second instance brings the first to the front', () => {
    const { visits, windows } = open();
    visits.focus();
    visits.next();
    visits.focus();
    expect(windows[0]?.calls).toContain('focus');
  });
});
