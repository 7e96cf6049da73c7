import { describe, expect, test } from 'vitest';
import { MOST_FIRST_WAYS, ways } from '../../../../renderer/components/ways/ways.ts';
import { defaultPreferences } from '../../../../renderer/visit/preferences.ts';

test('D10 · the first-use card has at most eight choices', () => {
  const first = ways.filter(({ isFirst }) => isFirst);
  expect(first.length).toBeGreaterThan(3);
  expect(first.length).toBeLessThanOrEqual(MOST_FIRST_WAYS);
});

describe.each(ways)('D10 · $label', (way) => {
  test('is off at the start of a visit, on after a press, and off again after another', () => {
    expect(way.isOn(defaultPreferences)).toBe(false);
    const on = { ...defaultPreferences, ...way.press(defaultPreferences) };
    expect(way.isOn(on)).toBe(true);
    expect({ ...on, ...way.press(on) }).toEqual(defaultPreferences);
  });

  test('changes nothing that another way is about', () => {
    const on = { ...defaultPreferences, ...way.press(defaultPreferences) };
    expect(ways.filter((other) => other.isOn(on))).toEqual([way]);
  });
});
