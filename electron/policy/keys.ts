/** Which key presses never reach the page or the browser (L4). */

/** A key press as Electron's `before-input-event` and the DOM describe it. */
export interface KeyPress {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

/** A refused chord: `command` is Control, or Command on macOS. Unnamed modifiers may be held or not. */
interface RefusedChord {
  readonly reason: string;
  readonly keys: readonly string[];
  readonly command?: true;
  readonly alt?: true;
}

/**
 * The table, by what a chord would do. Letters are lower case. Any chord with Control or Command is
 * refused by the last rule; the rows above it give the reason that staff and tests read.
 */
export const refusedChords: readonly RefusedChord[] = [
  { reason: 'reload', keys: ['F5', 'BrowserRefresh', 'Refresh'] },
  { reason: 'reload', keys: ['r'], command: true },
  { reason: 'developer tools', keys: ['F12'] },
  { reason: 'developer tools', keys: ['i', 'j', 'c', 'u'], command: true },
  { reason: 'print', keys: ['p'], command: true },
  { reason: 'print', keys: ['Print', 'PrintScreen'] },
  { reason: 'save', keys: ['s'], command: true },
  { reason: 'open', keys: ['o'], command: true },
  { reason: 'find', keys: ['f', 'g'], command: true },
  { reason: 'find', keys: ['F3', 'Find'] },
  { reason: 'zoom', keys: ['+', '-', '=', '_', '0', 'Add', 'Subtract'], command: true },
  { reason: 'zoom', keys: ['ZoomIn', 'ZoomOut', 'ZoomToggle'] },
  { reason: 'history', keys: ['ArrowLeft', 'ArrowRight', 'Home'], alt: true },
  { reason: 'history', keys: ['[', ']', 'ArrowLeft', 'ArrowRight', 'h', 'y'], command: true },
  { reason: 'history', keys: ['BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserFavorites', 'BrowserSearch'] },
  { reason: 'window', keys: ['n', 't', 'w', 'q', 'm'], command: true },
  { reason: 'window', keys: ['F4', ' ', 'Tab', 'Escape', 'Enter', 'd'], alt: true },
  { reason: 'window', keys: ['F10', 'F11', 'ContextMenu'] },
  { reason: 'caret browsing', keys: ['F6', 'F7'] },
  { reason: 'help of the system', keys: ['F1', 'Help'] },
  { reason: 'other programs', keys: ['LaunchMail', 'LaunchApplication1', 'LaunchApplication2', 'LaunchMediaPlayer'] },
];

const matches = (chord: RefusedChord, press: KeyPress, key: string): boolean =>
  chord.keys.includes(key) &&
  (chord.command === undefined || press.control || press.meta) &&
  (chord.alt === undefined || press.alt);

/**
 * The reason a key press is refused, or `undefined` when it may go through. AltGr (Control and Alt
 * together with a character) types letters on many keyboards and goes through.
 */
export const refusedKey = (press: KeyPress): string | undefined => {
  const isCharacter = press.key.length === 1;
  if (isCharacter && press.control && press.alt && !press.meta) return undefined;
  const key = isCharacter ? press.key.toLowerCase() : press.key;
  const row = refusedChords.find((chord) => matches(chord, press, key));
  if (row !== undefined) return row.reason;
  const isModifierItself = ['Control', 'Meta', 'Alt', 'Shift', 'AltGraph'].includes(press.key);
  // The kiosk has no shortcut of its own with these keys, so whatever one does is the browser's.
  if (!isModifierItself && (press.control || press.meta)) return 'browser shortcut';
  return undefined;
};
