/** Displays that a volunteer chooses in one touch, each in place of the one before (V2). */
import type { PlainMessageKey } from '../../content/format/index.ts';
import { defaultPreferences, displayOf, type Preferences } from './preferences.ts';

export interface Preset {
  readonly id: 'large' | 'ear' | 'hands';
  readonly label: PlainMessageKey;
  readonly change: Partial<Preferences>;
}

export const presets: readonly Preset[] = [
  {
    id: 'large',
    label: 'alongside.preset.large',
    change: { textStep: 4, theme: 'black-on-white', spacing: 'wide' },
  },
  { id: 'ear', label: 'alongside.preset.ear', change: { guidance: true } },
  { id: 'hands', label: 'alongside.preset.hands', change: { steady: true, textStep: 3 } },
];

/** What comes with another language. */
export const inALanguage: Partial<Preferences> = { textStep: 3 };

/** All that a preset changes: what it does not name is as at the start. Speed and volume stay as they were chosen. */
export const presetPreferences = (change: Partial<Preferences>): Partial<Preferences> => ({
  ...displayOf(defaultPreferences),
  guidance: false,
  steady: false,
  ...change,
});

/** Whether things are as a preset has them. */
export const isPresetOn = (preset: Partial<Preferences>, preferences: Preferences): boolean =>
  (Object.entries(presetPreferences(preset)) as [keyof Preferences, unknown][]).every(
    ([name, value]) => preferences[name] === value,
  );
