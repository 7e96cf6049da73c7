import { describe, expect, test } from 'vitest';
import { defaultSettings, parseSettings } from '../../../../electron/host/settings.ts';

const read = (settings: unknown) => parseSettings(JSON.stringify(settings), 'site.json');

describe('I4, I5, O1 · keys of keypads and switches', () => {
  test('a site names the keys of its keypad; what it leaves out stays', () => {
    const { settings, problems } = read({ keypad: { up: ['Numpad8'], down: ['Numpad2', 'KeyJ'], help: [] } });
    expect(problems).toEqual([]);
    expect(settings.keypad).toEqual({
      ...defaultSettings.keypad,
      up: ['Numpad8'],
      down: ['Numpad2', 'KeyJ'],
      help: [],
    });
  });

  test.each([
    ['an action that is none', { keypad: { upwards: ['KeyU'] } }, 'keypad.upwards', /no such setting/],
    ['an action without a key', { keypad: { up: [] } }, 'keypad.up', /at least one key/],
    ['a key by its sign', { keypad: { up: ['↑'] } }, 'keypad.up.0', /as browsers call it/],
    ['a single letter', { keypad: { up: ['u'] } }, 'keypad.up.0', /as browsers call it/],
    ['a key for two actions', { keypad: { left: ['ArrowUp'] } }, 'keypad.left.0', /“up” already/],
    ['a key that every keyboard needs', { keypad: { select: ['Tab'] } }, 'keypad.select.0', /every keyboard/],
    ['a key held with others', { keypad: { select: ['ShiftLeft'] } }, 'keypad.select.0', /nothing by itself/],
    ['a key the lockdown takes', { keypad: { help: ['F1'] } }, 'keypad.help.0', /never reaches the page/],
    ['one key for both switches', { switches: { second: ['Space'] } }, 'switches.second.0', /“first” already/],
  ])('%s is named', (_what, file, path, message) => {
    const { settings, problems } = read(file);
    expect(settings).toEqual(defaultSettings);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toBe(path);
    expect(problems[0]?.message).toMatch(message);
  });
});
