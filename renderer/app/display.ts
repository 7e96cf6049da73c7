/** Puts a person's display preferences on the document, where every style takes them from (D1–D4, D7). */
import { type Preferences, textSizeOf } from '../visit/preferences.ts';

/**
 * Applies text size, theme, spacing and stillness. The whole layout follows, since every length is in rem or in millimetres.
 *
 * @param pixelsPerMm - CSS pixels per millimetre of the screen; greater than 0.
 */
export function applyDisplay(root: HTMLElement, preferences: Preferences, pixelsPerMm: number): void {
  root.dataset['theme'] = preferences.theme;
  root.dataset['spacing'] = preferences.spacing;
  root.toggleAttribute('data-still', preferences.still);
  root.style.setProperty('--pixels-per-mm', String(pixelsPerMm));
  root.style.setProperty('--cap-height-mm', String(textSizeOf(preferences.textStep).capHeightMm));
}
