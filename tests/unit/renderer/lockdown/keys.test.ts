import { describe, expect, test } from 'vitest';
import {
  type KeyPress,
  keyReasons,
  passedKeys,
  refusedChords,
  refusedKey,
} from '../../../../renderer/lockdown/keys.ts';
import { fc, test as property } from '../../electron/property.ts';
import { namedKeys } from './named-keys.ts';

const none = { control: false, alt: false, shift: false, meta: false };
const passed: readonly string[] = Object.values(passedKeys).flat();

/** Each way to hold what a chord of the table needs. */
const waysToHold = (holding: string | undefined): readonly Partial<KeyPress>[] => {
  if (holding === 'command') return [{ control: true }, { meta: true }];
  return holding === undefined ? [{}] : [{ [holding]: true }];
};

describe('L4 · keys', () => {
  test('every chord of the table is refused, with Control and with Command, in capitals and with Shift', () => {
    for (const { reason, keys, ...chord } of refusedChords)
      for (const key of keys)
        for (const held of waysToHold('holding' in chord ? chord.holding : undefined))
          for (const shift of [false, true]) {
            const isLetter = key.length === 1 && shift;
            const press = { ...none, shift, ...held, key: isLetter ? key.toUpperCase() : key };
            expect(refusedKey(press), `${reason}: ${key}`).toBeDefined();
          }
  });

  test.each(namedKeys)('%s is refused or has a reason to pass, and not both', (key) => {
    expect(refusedKey({ ...none, key }) === undefined, key).toBe(passed.includes(key));
  });

  test('no key passes that the standard does not name, but three of browsers’ own', () => {
    const own = ['VolumeUp', 'VolumeDown', 'VolumeMute'];
    expect(passed.filter((key) => !namedKeys.includes(key))).toEqual(own);
  });

  test.each([
    ['macOS', 'reload', { meta: true, key: 'r' }],
    ['macOS', 'developer tools', { meta: true, alt: true, key: 'i' }],
    ['macOS', 'source of the page', { meta: true, alt: true, key: 'u' }],
    ['macOS', 'window', { meta: true, key: 'q' }],
    ['macOS', 'other tabs and programs', { meta: true, key: 'Tab' }],
    ['macOS', 'picture of the screen', { meta: true, shift: true, key: '4' }],
    ['Windows', 'window', { alt: true, key: 'F4' }],
    ['Windows', 'other tabs and programs', { alt: true, key: 'Tab' }],
    ['Windows', 'menu', { alt: true, key: 'f' }],
    ['Windows', 'browser shortcut', { meta: true, key: 'x' }],
    ['Windows', 'address line', { meta: true, key: 'e' }],
    ['Linux', 'other tabs and programs', { alt: true, key: '3' }],
    ['Linux', 'other tabs and programs', { control: true, key: 'PageDown' }],
    ['Linux', 'other tabs and programs', { shift: true, key: 'Escape' }],
    ['Linux', 'clipboard', { control: true, shift: true, key: 'Delete' }],
  ] as const)('on %s, %s', (_system, reason, press) => {
    expect(refusedKey({ ...none, ...press })).toBe(reason);
  });

  test.each(['a', 'Z', '1', ' ', 'é', '+', '-', '0', '[', '`'])('%j alone reaches the page', (key) => {
    expect(refusedKey({ ...none, key })).toBeUndefined();
    expect(refusedKey({ ...none, key, shift: true })).toBeUndefined();
  });

  test('AltGr types letters', () => {
    expect(refusedKey({ ...none, control: true, alt: true, key: '@' })).toBeUndefined();
    expect(refusedKey({ ...none, control: true, alt: true, key: 'e' })).toBeUndefined();
  });

  property.prop([fc.string({ minLength: 1, maxLength: 1 }), fc.boolean()])(
    'no character with Control or Command alone reaches the browser',
    (key, control) => {
      expect(refusedKey({ ...none, key, control, meta: !control })).toBeDefined();
    },
  );

  property.prop([
    fc.record({
      key: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(...namedKeys)),
      control: fc.boolean(),
      alt: fc.boolean(),
      shift: fc.boolean(),
      meta: fc.boolean(),
    }),
  ])('whatever is pressed, the answer is a reason of the list or none', (press) => {
    expect([...keyReasons, undefined]).toContain(refusedKey(press));
  });
});
