/** The few calls of Electron that the shell makes, as fakes that remember them. */
import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';

type Handler = (...values: readonly unknown[]) => unknown;

/** A session that keeps its handlers so that a test can play Chromium. */
export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  isSpellChecked = true;
  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => void this.handlers.set(`protocol ${scheme}`, handler),
  };
  readonly webRequest = {
    onBeforeRequest: (handler: Handler): void => void this.handlers.set('request', handler),
  };
  setPermissionRequestHandler(handler: Handler): void {
    this.handlers.set('permission request', handler);
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.handlers.set('permission check', handler);
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.handlers.set('device', handler);
  }
  setDisplayMediaRequestHandler(handler: Handler): void {
    this.handlers.set('display media', handler);
  }
  setBluetoothPairingHandler(handler: Handler): void {
    this.handlers.set('bluetooth', handler);
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellChecked = isEnabled;
  }

  /** Calls a handler that must have been set. */
  play(name: string, ...values: readonly unknown[]): unknown {
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new Error(`no handler for ${name}`);
    return handler(...values);
  }

  asSession(): Session {
    return this as unknown as Session;
  }
}

/** The contents of a page. */
export class FakeContents extends EventEmitter {
  readonly id: number;
  windowOpenHandler: Handler | undefined;
  zoomLimits: readonly number[] = [];
  webRtcPolicy = 'default';
  ignoresMenuShortcuts = false;

  constructor(id: number) {
    super();
    this.id = id;
  }
  setWindowOpenHandler(handler: Handler): void {
    this.windowOpenHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
  setIgnoreMenuShortcuts(isIgnored: boolean): void {
    this.ignoresMenuShortcuts = isIgnored;
  }
  setVisualZoomLevelLimits(...limits: readonly number[]): Promise<void> {
    this.zoomLimits = limits;
    return Promise.resolve();
  }
}

/** A window; `loadURL` fails when the test says so. */
export class FakeWindow extends EventEmitter {
  static loadError: Error | undefined;
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: FakeContents;
  readonly calls: string[] = [];

  constructor(options: BrowserWindowConstructorOptions, id: number) {
    super();
    this.options = options;
    this.webContents = new FakeContents(id);
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  destroy(): void {
    this.calls.push('destroy');
  }
  loadURL(url: string): Promise<void> {
    this.calls.push(`load ${url}`);
    return FakeWindow.loadError === undefined ? Promise.resolve() : Promise.reject(FakeWindow.loadError);
  }

  asWindow(): BrowserWindow {
    return this as unknown as BrowserWindow;
  }
}

/** An event whose default a listener may prevent. */
export const preventable = <Fields extends object>(fields: Fields) => {
  const event = {
    ...fields,
    isPrevented: false,
    preventDefault: (): void => {
      event.isPrevented = true;
    },
  };
  return event;
};
