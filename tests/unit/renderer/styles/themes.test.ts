import { describe, expect, test } from 'vitest';
import { type Theme, themes } from '../../../../renderer/visit/preferences.ts';
import { contrast } from '../../../../electron/host/contrast.ts';
import { STANDARD_PAPER } from '../../../../electron/host/settings.ts';
import { rolesOf } from './stylesheet.ts';

/** The least contrast of ink on ground, by theme (standards.md). */
const inkOnGround: Readonly<Record<Theme, number>> = {
  standard: 10,
  soft: 7,
  'black-on-white': 21,
  'white-on-black': 21,
  'yellow-on-black': 19,
};

/** Text on what it stands on. */
const textPairs = [
  ['--ink', '--surface'],
  ['--ink', '--chosen-ground'],
  ['--quiet', '--ground'],
  ['--quiet', '--surface'],
  ['--action', '--ground'],
  ['--action', '--surface'],
  ['--on-action', '--action'],
  ['--on-notice', '--notice-ground'],
  ['--error', '--ground'],
  ['--on-sentence', '--sentence-ground'],
  ['--on-word', '--word-ground'],
] as const;

/** Shapes and edges on what they stand on (WCAG 1.4.11). */
const shapePairs = [
  ['--line', '--ground'],
  ['--line', '--surface'],
  ['--focus-outer', '--focus-inner'],
  ['--focus-outer', '--ground'],
  ['--action', '--ground'],
] as const;

describe.each(themes)('D3 · the %s theme', (theme) => {
  const roles = rolesOf(theme);
  const between = (a: string, b: string): number => contrast(roles.get(a) ?? '', roles.get(b) ?? '');

  test('has the contrast of ink on ground that it promises', () => {
    expect(Number(between('--ink', '--ground').toFixed(2))).toBeGreaterThanOrEqual(inkOnGround[theme]);
  });

  // Soft is low in glare and chosen by the visitor: 4.5:1 is enough there (D3).
  test.each(textPairs)('sets %s on %s with enough contrast to read', (text, ground) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(theme === 'soft' ? 4.5 : 7);
  });

  test.each(shapePairs)('draws %s on %s with at least 3:1', (shape, ground) => {
    expect(between(shape, ground)).toBeGreaterThanOrEqual(3);
  });

  test('R2 · marks the spoken word apart from its sentence', () => {
    expect(between('--word-ground', '--sentence-ground')).toBeGreaterThanOrEqual(3);
  });

  test('gives every role a colour', () => {
    for (const [name, value] of roles) {
      if (value !== 'transparent') expect(value, name).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
});

test('D3 · soft keeps its glare low: ink on ground stays under 8.5:1', () => {
  const roles = rolesOf('soft');
  expect(contrast(roles.get('--ink') ?? '', roles.get('--ground') ?? '')).toBeLessThan(8.5);
});

test.each(['black-on-white', 'white-on-black', 'yellow-on-black'] as const)(
  'D3 · %s uses two colours only',
  (theme) => {
    const roles = rolesOf(theme);
    const used = [...roles]
      .filter(([name]) => !/^--(?:swatch-|qr-|logo-|accent$)/.test(name))
      .map(([, value]) => value);
    expect(new Set(used.filter((value) => value !== 'transparent')).size).toBe(2);
  },
);

test('D3 · the swatches of the colour panel show the themes as they are', () => {
  for (const theme of ['standard', 'soft'] as const) {
    const roles = rolesOf(theme);
    expect(roles.get(`--swatch-${theme}-ground`)).toBe(roles.get('--ground'));
    expect(roles.get(`--swatch-${theme}-ink`)).toBe(roles.get('--ink'));
  }
});

test('O6 · the paper against which a site’s colour is measured is that of the standard theme', () => {
  expect(rolesOf('standard').get('--ground')).toBe(STANDARD_PAPER);
  // White buttons and words on the colour then have even more contrast than the colour has on paper.
  expect(rolesOf('standard').get('--on-action')).toBe('#ffffff');
});

test.each(['soft', 'black-on-white', 'white-on-black', 'yellow-on-black'] as const)(
  'O6, D3 · %s keeps its own colours, whatever the site’s is',
  (theme) => {
    expect(rolesOf(theme).get('--action')).not.toBe(rolesOf(theme).get('--accent'));
  },
);
