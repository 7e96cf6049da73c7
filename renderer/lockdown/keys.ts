/**
 * Which key presses never reach the page or the browser (L4). One table for both shells: Electron asks it
 * before the page sees a key, and the page itself asks it first of all, which is what holds in a browser.
 */

/** A key press as Electron's `before-input-event` and the DOM describe it. */
export interface KeyPress {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

/** Modifiers that a chord needs; `command` is Control, or Command on macOS. Unnamed ones may be held or not. */
type Holding = 'command' | 'alt' | 'shift';

/** Chords of Linux, Windows and macOS that do the same thing. */
interface RefusedChord {
  readonly reason: string;
  readonly keys: readonly string[];
  readonly holding?: Holding;
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
const digits = Array.from('0123456789');

/**
 * The table, by what a chord would do. Letters are lower case. Whatever else is pressed with Control or
 * Command is a `browser shortcut`, since the kiosk has none of its own.
 */
export const refusedChords = [
  { reason: 'reload', keys: ['F5', 'BrowserRefresh', 'Refresh'] },
  { reason: 'reload', keys: ['r'], holding: 'command' },
  { reason: 'developer tools', keys: ['F12'] },
  { reason: 'developer tools', keys: ['i', 'j', 'c', 'k'], holding: 'command' },
  { reason: 'source of the page', keys: ['u'], holding: 'command' },
  { reason: 'print', keys: ['p'], holding: 'command' },
  { reason: 'print', keys: ['Print'] },
  { reason: 'picture of the screen', keys: ['PrintScreen'] },
  { reason: 'picture of the screen', keys: ['3', '4', '5'], holding: 'command' },
  { reason: 'save', keys: ['s'], holding: 'command' },
  { reason: 'save', keys: ['Save'] },
  { reason: 'open', keys: ['o'], holding: 'command' },
  { reason: 'open', keys: ['Open', 'New'] },
  { reason: 'find', keys: ['f', 'g'], holding: 'command' },
  { reason: 'find', keys: ['F3', 'Find'] },
  { reason: 'zoom', keys: ['+', '-', '=', '_', '0', 'Add', 'Subtract'], holding: 'command' },
  { reason: 'zoom', keys: ['ZoomIn', 'ZoomOut', 'ZoomToggle'] },
  { reason: 'history', keys: ['ArrowLeft', 'ArrowRight', 'Home'], holding: 'alt' },
  { reason: 'history', keys: ['[', ']', 'ArrowLeft', 'ArrowRight', 'h', 'y'], holding: 'command' },
  {
    reason: 'history',
    keys: ['BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserFavorites', 'BrowserStop', 'GoBack', 'GoHome'],
  },
  { reason: 'address line', keys: ['l', 'd', 'e'], holding: 'command' },
  { reason: 'address line', keys: ['F6', 'BrowserSearch'] },
  { reason: 'window', keys: ['n', 't', 'w', 'q', 'm', 'F4'], holding: 'command' },
  { reason: 'window', keys: ['F4', ' ', 'Escape', 'Enter'], holding: 'alt' },
  { reason: 'window', keys: ['F11', 'Close', 'Exit'] },
  { reason: 'other tabs and programs', keys: ['Tab', 'PageUp', 'PageDown', '`'], holding: 'command' },
  { reason: 'other tabs and programs', keys: ['Tab', ...digits], holding: 'alt' },
  { reason: 'other tabs and programs', keys: ['AppSwitch', 'Notification'] },
  // The browser's own list of what it is doing.
  { reason: 'other tabs and programs', keys: ['Escape'], holding: 'shift' },
  { reason: 'menu', keys: letters, holding: 'alt' },
  { reason: 'menu', keys: ['F10', 'ContextMenu', 'Props'] },
  { reason: 'clipboard', keys: ['Copy', 'Cut', 'Paste'] },
  { reason: 'clipboard', keys: ['Insert', 'Delete'], holding: 'shift' },
  { reason: 'caret browsing', keys: ['F7'] },
  { reason: 'help of the system', keys: ['F1', 'Help'] },
  { reason: 'function key', keys: ['F2', 'F4', 'F8', 'F9'] },
  { reason: 'spelling', keys: ['SpellCheck'] },
  {
    reason: 'other programs',
    keys: [
      ...['LaunchApplication1', 'LaunchApplication2', 'LaunchCalendar', 'LaunchContacts', 'LaunchMail'],
      ...['LaunchMediaPlayer', 'LaunchMusicPlayer', 'LaunchPhone', 'LaunchScreenSaver', 'LaunchSpreadsheet'],
      ...['LaunchWebBrowser', 'LaunchWebCam', 'LaunchWordProcessor', 'LaunchAssistant', 'LaunchControlPanel'],
      ...['MailForward', 'MailReply', 'MailSend', 'Call', 'Camera', 'VoiceDial', 'SpeechInputToggle'],
    ],
  },
  {
    reason: 'power',
    keys: ['Power', 'PowerOff', 'Standby', 'Hibernate', 'Suspend', 'WakeUp', 'LogOff', 'Eject'],
  },
] as const satisfies readonly RefusedChord[];

/** What a chord is refused for that no row names. */
const OTHER = 'browser shortcut';

/** Why a key press is refused. */
export type KeyReason = (typeof refusedChords)[number]['reason'] | typeof OTHER;

/** Each reason once. */
export const keyReasons: readonly KeyReason[] = [...new Set(refusedChords.map(({ reason }) => reason)), OTHER];

/** Keys without a character that reach the page, by why they must. All others of the table above do not. */
export const passedKeys = {
  'they move and press': [
    ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
    ...['Enter', 'Tab', 'Escape', 'Select', 'Accept', 'Cancel', 'Execute'],
  ],
  'they type': ['Backspace', 'Delete', 'Insert', 'Clear', 'Dead', 'Compose', 'Process', 'Unidentified'],
  'by themselves they do nothing': [
    ...['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'FnLock', 'Pause'],
  ],
  'keypads and switches send them': [
    ...['AudioVolumeUp', 'AudioVolumeDown', 'AudioVolumeMute', 'VolumeUp', 'VolumeDown', 'VolumeMute'],
    ...['MediaPlay', 'MediaPause', 'MediaPlayPause', 'MediaStop', 'MediaTrackNext', 'MediaTrackPrevious'],
    ...['MediaFastForward', 'MediaRewind', 'MediaRecord', 'HeadsetHook'],
    ...Array.from({ length: 12 }, (_value, index) => `F${String(index + 13)}`),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const isHeld: Readonly<Record<Holding, (press: KeyPress) => boolean>> = {
  command: ({ control, meta }) => control || meta,
  alt: ({ alt }) => alt,
  shift: ({ shift }) => shift,
};

const matches = ({ keys, holding }: RefusedChord, press: KeyPress, key: string): boolean =>
  keys.includes(key) && (holding === undefined || isHeld[holding](press));

const modifiers: readonly string[] = passedKeys['by themselves they do nothing'];

/**
 * The reason a key press is refused, or `undefined` when it may go through. AltGr (Control and Alt
 * together with a character) types letters on many keyboards and goes through.
 */
export const refusedKey = (press: KeyPress): KeyReason | undefined => {
  const isCharacter = press.key.length === 1;
  if (isCharacter && press.control && press.alt && !press.meta) return undefined;
  const key = isCharacter ? press.key.toLowerCase() : press.key;
  const row = refusedChords.find((chord) => matches(chord, press, key));
  if (row !== undefined) return row.reason;
  return !modifiers.includes(key) && (press.control || press.meta) ? OTHER : undefined;
};
