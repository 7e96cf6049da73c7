/** Every permission a page can ask for, with the reason it is refused or granted (L5). */

/** One row of the table. */
export interface PermissionRule {
  readonly granted: boolean;
  readonly reason: string;
}

const refused = (reason: string): PermissionRule => ({ granted: false, reason });

const noCapture = 'the kiosk neither sees nor hears the waiting room';
const noDevices = 'devices are the operating system’s to drive; keypads arrive as keyboards';
const noNetwork = 'the kiosk needs no network (L3)';
const noStorage = 'nothing outlives a visit (principle 4)';
const noClipboard = 'nothing is carried into or out of a visit';
const noBackground = 'nothing runs once the page is gone';
const noWhereabouts = 'the kiosk does not ask where or who a visitor is';
const oneWindow = 'the window is the shell’s to place, not the page’s';

/**
 * The names are those of Electron's permission handlers; `electron/shell/session.ts` holds a type
 * check that none is missing after an update. Nothing is granted today: sound needs no permission.
 */
export const permissionTable = {
  ar: refused(noCapture),
  'automatic-fullscreen': refused(oneWindow),
  'background-fetch': refused(noBackground),
  'background-sync': refused(noBackground),
  'captured-surface-control': refused(noCapture),
  'clipboard-read': refused(noClipboard),
  'clipboard-sanitized-write': refused(noClipboard),
  'deprecated-sync-clipboard-read': refused(noClipboard),
  'display-capture': refused(noCapture),
  fileSystem: refused('a page has no business with files'),
  fullscreen: refused(oneWindow),
  geolocation: refused(noWhereabouts),
  'geolocation-approximate': refused(noWhereabouts),
  'hand-tracking': refused(noCapture),
  hid: refused(noDevices),
  'idle-detection': refused('the page counts idle time itself (X1)'),
  keyboardLock: refused('keys are the shell’s to lock (L4)'),
  'local-fonts': refused('the fonts come with the app'),
  'local-network': refused(noNetwork),
  'local-network-access': refused(noNetwork),
  'loopback-network': refused(noNetwork),
  media: refused(noCapture),
  mediaKeySystem: refused('no sound of the kiosk is protected'),
  midi: refused(noDevices),
  midiSysex: refused(noDevices),
  nfc: refused(noDevices),
  notifications: refused('nothing may cover the kiosk’s own screen'),
  openExternal: refused('no other program is started (L2)'),
  'payment-handler': refused('nothing is paid here'),
  'periodic-background-sync': refused(noBackground),
  'persistent-storage': refused(noStorage),
  pointerLock: refused('no control needs the pointer captured (I7)'),
  'screen-wake-lock': refused('the operating system’s session keeps the screen on (L8)'),
  sensors: refused(noDevices),
  serial: refused(noDevices),
  'smart-card': refused(noWhereabouts),
  'speaker-selection': refused('the loudspeaker is chosen on site'),
  'storage-access': refused(noStorage),
  'system-wake-lock': refused('the operating system’s session keeps the screen on (L8)'),
  'top-level-storage-access': refused(noStorage),
  usb: refused(noDevices),
  vr: refused(noCapture),
  'web-app-installation': refused('nothing is installed from the page'),
  'web-printing': refused('printing goes through the host (P4)'),
  'window-management': refused(oneWindow),
  unknown: refused('a permission without a name has no reason'),
} as const satisfies Readonly<Record<string, PermissionRule>>;

/** The permissions the table knows. */
export type KnownPermission = keyof typeof permissionTable;

/** Whether a permission is granted. A name the table does not know is refused. */
export const isPermissionGranted = (permission: string): boolean =>
  Object.hasOwn(permissionTable, permission) && permissionTable[permission as KnownPermission].granted;
