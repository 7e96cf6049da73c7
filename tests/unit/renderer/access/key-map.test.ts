import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../../electron/host/settings.ts';
import { type KeyPress, isKeyOf, keypadActionOf } from '../../../../renderer/access/key-map.ts';

const press = (key: string, code = key, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

const { keypad } = defaultSettings;

describe('I4 · keys of a keypad', () => {
  test('arrows with Enter and a keypad of media keys both work without a setting', () => {
    const actions = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter'];
    expect(actions.map((key) => keypadActionOf(press(key), keypad))).toEqual(['up', 'down', 'left', 'right', 'select']);
    const media = ['AudioVolumeUp', 'AudioVolumeDown', 'MediaTrackPrevious', 'MediaTrackNext', 'MediaPlayPause'];
    expect(media.map((key) => keypadActionOf(press(key), keypad))).toEqual(['up', 'down', 'left', 'right', 'select']);
  });

  test('a key is known by its code too, so that a number pad works whatever its lock says', () => {
    const map = { ...keypad, up: ['Numpad8'] };
    expect(keypadActionOf(press('8', 'Numpad8'), map)).toBe('up');
    expect(keypadActionOf(press('8', 'Digit8'), map)).toBeUndefined();
  });

  test('other keys and chords are nothing', () => {
    expect(keypadActionOf(press('a', 'KeyA'), keypad)).toBeUndefined();
    expect(keypadActionOf(press('Unidentified', ''), keypad)).toBeUndefined();
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const) {
      expect(keypadActionOf(press('ArrowUp', 'ArrowUp', { [modifier]: true }), keypad)).toBeUndefined();
      expect(isKeyOf(press(' ', 'Space', { [modifier]: true }), ['Space'])).toBe(false);
    }
  });
});
