/** What neither a page nor a server can close, and what does; and entries that no attempt here can prove. */
import type { ElsewhereAttempt } from './attempt.ts';
import type { PolicyEntry } from './entries.ts';

const inElectron = (
  id: string,
  what: string,
  how: string,
  products: string,
  where: string,
  proves: readonly PolicyEntry[] = [],
): ElsewhereAttempt => ({ id, what, how, products, where, proves, closedBy: 'electron' });

const inTheSystem = (id: string, what: string, how: string, where: string): ElsewhereAttempt => ({
  ...{ id, what, how, where },
  products: 'L8',
  closedBy: 'operating system',
});

const open = (id: string, what: string, how: string, where: string): ElsewhereAttempt => ({
  ...{ id, what, how, where },
  products: 'L4, L5',
  closedBy: 'nothing',
});

export const elsewhere: readonly ElsewhereAttempt[] = [
  inElectron(
    'webview',
    'Another browser inside the page',
    '<webview>',
    'L2',
    'will-attach-webview, and the tag is off',
    ['navigation: the kiosk embeds no other pages'],
  ),
  inElectron(
    'reload-button',
    'Reload by the browser’s own means',
    'a key before the page is there',
    'L4',
    'before-input-event',
  ),
  inElectron(
    'forged-ipc',
    'A call from another frame or page',
    'ipcRenderer.invoke',
    'L7',
    'the sender check of every channel',
  ),
  inElectron(
    'empty-frame',
    'A dialog or a window out of an empty frame',
    'alert and open of a frame that an injected script has made',
    'L2, L4',
    'dialogs are off, and setWindowOpenHandler',
  ),
  inElectron(
    'profile',
    'What an earlier visitor left',
    'storage, caches, history',
    'X3',
    'a session of its own for each visit, in memory',
  ),
  inElectron(
    'node-switch',
    'The program as a plain Node',
    'ELECTRON_RUN_AS_NODE, --inspect',
    'L7',
    'the fuses, which are set where the kiosk is packaged: not yet',
  ),
  inTheSystem('terminal', 'A virtual terminal', 'Control, Alt and F2', 'the compositor and the kernel’s settings'),
  inTheSystem('secure-keys', 'The security screen', 'Control, Alt and Delete', 'the Keyboard Filter of Windows'),
  inTheSystem(
    'system-key',
    'The menu of the system',
    'the Windows or Command key',
    'a session without a shell: Shell Launcher, cage',
  ),
  inTheSystem('edge-swipe', 'The edges of the screen', 'a swipe from the edge', 'a session without a shell'),
  inTheSystem('power-button', 'The power button', 'held', 'the cabinet, and the settings of the session'),
  inTheSystem('second-browser', 'A second browser', 'any other program', 'AppLocker; a session that can start nothing'),
  inTheSystem('usb-stick', 'A USB stick', 'its files, or a stick that types', 'rules for devices'),
  open(
    'file-choice',
    'The files of the machine by a file dialog',
    '<input type=file> out of an injected script',
    'neither Electron nor Chromium has a call for it; no script is let in (L7), and the page has no such field',
  ),
  open(
    'keyboard-map',
    'The layout of the keyboard',
    'navigator.keyboard.getLayoutMap() out of an injected script',
    'Chromium tells it to every page that stands in no frame, whatever its headers say; no script is let in (L7)',
  ),
  inTheSystem(
    'media-keys',
    'Loudness and brightness',
    'keys that the system takes for itself',
    'the Keyboard Filter; the compositor',
  ),
];

/** Permissions that the scripts of these attempts have no way to ask for in a browser of a test. */
const electronsOwn = 'Electron alone asks by this name; unit tests try every name on its handlers';

const permissionsOfElectron = [
  ...['ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control'],
  ...['deprecated-sync-clipboard-read', 'geolocation-approximate', 'hand-tracking', 'keyboardLock'],
  ...['local-network', 'local-network-access', 'loopback-network', 'midiSysex', 'nfc', 'openExternal'],
  ...['payment-handler', 'periodic-background-sync', 'sensors', 'smart-card', 'speaker-selection'],
  ...['storage-access', 'system-wake-lock', 'top-level-storage-access', 'web-app-installation', 'web-printing'],
  'unknown',
] as const;

/** Each with the reason why none can be tried here. */
export const unproven: ReadonlyMap<string, string> = new Map(
  permissionsOfElectron.map((name) => [`permission: ${name}`, electronsOwn]),
);
