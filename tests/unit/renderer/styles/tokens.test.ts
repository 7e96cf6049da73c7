import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { defaultPreferences, textSizeOf } from '../../../../renderer/visit/preferences.ts';
import { tokens } from './stylesheet.ts';

const { resolve } = createRequire(import.meta.url);

const millimetres = (name: string): number => {
  const value = tokens.get(name) ?? '';
  return Number(/^calc\(([\d.]+) \* var\(--mm\)\)$/.exec(value)?.[1] ?? Number.NaN);
};

test.each([400, 600, 700])('D1 · the cap-height ratio is the font’s own in weight %i', (weight) => {
  const file = `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${String(weight)}-normal.woff2`;
  const font = create(readFileSync(resolve(file)));
  if (!('capHeight' in font)) throw new Error(`${file} is a collection of fonts, not one.`);
  const ratio = Number(tokens.get('--cap-height-ratio'));
  expect(font.capHeight / font.unitsPerEm).toBeCloseTo(ratio, 3);
  // The table must not lie: the outline of H is as high as it says.
  const [glyph] = font.layout('H').glyphs;
  expect((glyph?.bbox.maxY ?? 0) / font.unitsPerEm).toBeCloseTo(ratio, 2);
});

test.each([400, 600, 700])('C10 · Arabic letters look as large as Latin ones in weight %i', (weight) => {
  const open = (name: string) => {
    const font = create(readFileSync(resolve(`@fontsource/${name}-${String(weight)}-normal.woff2`)));
    if (!('capHeight' in font)) throw new Error(`${name} is a collection of fonts, not one.`);
    return font;
  };
  const latin = open('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin');
  const arabic = open('noto-sans-arabic/files/noto-sans-arabic-arabic');
  const css = readFileSync(new URL('../../../../renderer/styles/fonts.css', import.meta.url), 'utf8');
  const rule = new RegExp(`'Noto Sans Arabic';\\s+font-weight: ${String(weight)};[^}]*size-adjust: (\\d+)%`);
  const adjusted = Number(rule.exec(css)?.[1]) / 100;
  const heightOf = (letter: string): number => (arabic.layout(letter).glyphs[0]?.bbox.maxY ?? 0) / arabic.unitsPerEm;
  // Letters without a stem are what the eye takes for the size of a line, as it does a Latin x.
  const bodies = ['س', 'د', 'و', 'ه', 'ع'].map(heightOf);
  const mean = bodies.reduce((sum, height) => sum + height, 0) / bodies.length;
  expect((mean * adjusted) / (latin.xHeight / latin.unitsPerEm)).toBeCloseTo(1, 1);
  // And no stem is shorter than a Latin capital, whose height is what a text size promises (D1).
  expect(heightOf('ا') * adjusted).toBeGreaterThanOrEqual(latin.capHeight / latin.unitsPerEm);
});

describe('sizes of standards.md', () => {
  test('I1 · main targets are at least 20 mm, none is under 12.7 mm, gaps are at least 2.54 mm', () => {
    expect(millimetres('--target')).toBeGreaterThanOrEqual(20);
    expect(millimetres('--target-least')).toBeGreaterThanOrEqual(12.7);
    expect(millimetres('--gap-least')).toBeGreaterThanOrEqual(2.54);
  });

  test('the first paint is the reference panel and the default size already', () => {
    expect(Number(tokens.get('--pixels-per-mm'))).toBeCloseTo(102.5 / 25.4, 3);
    expect(Number(tokens.get('--cap-height-mm'))).toBe(textSizeOf(defaultPreferences.textStep).capHeightMm);
  });

  test('reading text has a line height of at least 1.5', () => {
    expect(Number(tokens.get('--line-height-reading'))).toBeGreaterThanOrEqual(1.5);
  });
});
