/**
 * Runs the bundled main process under Node with a stand-in for the module `electron`, and writes each
 * call it makes as a line of JSON. Its arguments are the bundle's path and then the shell's own.
 */
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import process from 'node:process';
import { setImmediate } from 'node:timers';
import { pathToFileURL } from 'node:url';

const note = (...call) => process.stdout.write(`${JSON.stringify(call)}\n`);
const noting = (name, methods) =>
  Object.fromEntries(
    methods.map((method) => [
      method,
      (...values) => void note(`${name}.${method}`, ...values.filter((value) => typeof value !== 'function')),
    ]),
  );

const app = Object.assign(new EventEmitter(), noting('app', ['enableSandbox', 'setPath', 'quit', 'exit']), {
  commandLine: noting('commandLine', ['appendSwitch']),
  getPath: (name) => `/${name}`,
  requestSingleInstanceLock: () => {
    note('app.requestSingleInstanceLock');
    return process.env['FAKE_SECOND_INSTANCE'] === undefined;
  },
  whenReady: async () => {
    await new Promise(setImmediate);
    note('app.ready');
  },
});

const calls = new Map();
const sessions = [];
const windows = [];

class BrowserWindow extends EventEmitter {
  constructor(options) {
    super();
    note('new BrowserWindow', options);
    this.webContents = Object.assign(new EventEmitter(), {
      id: windows.length + 1,
      setWindowOpenHandler() {},
      setWebRTCIPHandlingPolicy() {},
      setIgnoreMenuShortcuts() {},
    });
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
    note('locked', this.webContents.eventNames());
  }
  async loadURL(url) {
    const response = await sessions.at(-1)(new globalThis.Request(url, { headers: { accept: 'text/html' } }));
    note('loaded', url, response.status);
    this.emit('ready-to-show');
    const event = { sender: this.webContents, senderFrame: { url, parent: null } };
    note('described', await calls.get('host:describeKiosk')(event, {}));
    if (windows.length === 1) note('ended', await calls.get('host:endVisit')(event, {}));
  }
  show() {}
  focus() {}
  destroy() {
    note('destroyed', this.webContents.id);
  }
}

globalThis.fakeElectron = {
  app,
  BrowserWindow,
  ipcMain: { handle: (channel, listener) => void calls.set(channel, listener) },
  Menu: noting('Menu', ['setApplicationMenu']),
  protocol: noting('protocol', ['registerSchemesAsPrivileged']),
  session: {
    fromPartition: (partition, options) => {
      note('session', partition.replace(/[0-9a-f-]{36}$/, 'ID'), options);
      const handlers = noting('session', [
        'setPermissionRequestHandler',
        'setPermissionCheckHandler',
        'setDevicePermissionHandler',
        'setDisplayMediaRequestHandler',
        'setBluetoothPairingHandler',
        'setSpellCheckerEnabled',
      ]);
      return Object.assign(new EventEmitter(), handlers, {
        webRequest: noting('webRequest', ['onBeforeRequest']),
        protocol: { handle: (_scheme, handler) => void sessions.push(handler) },
      });
    },
  },
};

const names = Object.keys(globalThis.fakeElectron);
const source = names.map((name) => `export const ${name} = globalThis.fakeElectron.${name};`).join('\n');
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: 'fake:electron', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === 'fake:electron' ? { format: 'module', source, shortCircuit: true } : next(url, context),
});

const [, , main] = process.argv;
process.argv.splice(1, 1);
await import(pathToFileURL(main).href);
