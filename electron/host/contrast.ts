/** Contrast as WCAG 2.2 computes it. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

/** A colour as the settings and the style sheets write it: `#rrggbb`. */
const COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

export const isColour = (text: string): boolean => COLOUR.test(text);

const linear = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (colour: string): number => {
  const match = COLOUR.exec(colour);
  if (match === null) throw new RangeError(`“${colour}” is not a colour like #0b4a56.`);
  const [, red = '', green = '', blue = ''] = match;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/**
 * The contrast of two colours, 1 to 21, whichever is the lighter.
 *
 * @throws RangeError for anything but `#rrggbb`
 */
export const contrast = (one: string, other: string): number => {
  const a = luminance(one) + 0.05;
  const b = luminance(other) + 0.05;
  return a > b ? a / b : b / a;
};
