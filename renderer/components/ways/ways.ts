/**
 * Ways to use the kiosk: each a choice of one tap, shown in a picture and words before it is chosen (D10).
 * The first-use card offers the first of them, the panel ‘Help me use this’ all.
 */
import type { PlainMessageKey } from '../../../content/format/index.ts';
import type { Preferences, Theme } from '../../visit/preferences.ts';
import { defaultPreferences } from '../../visit/preferences.ts';
import type { IconName } from '../icon.ts';

/** One way to use the kiosk. */
export interface Way {
  readonly icon: IconName;
  readonly label: PlainMessageKey;
  /** Whether the first-use card offers it too; at most {@link MOST_FIRST_WAYS} may. */
  readonly isFirst: boolean;
  readonly isOn: (preferences: Preferences) => boolean;
  /** What a press changes: on when it was off, off when it was on. */
  readonly press: (preferences: Preferences) => Partial<Preferences>;
}

/** The most choices somebody should have to look through before anything else (D10). */
export const MOST_FIRST_WAYS = 8;

const strongThemes: readonly Theme[] = ['black-on-white', 'white-on-black', 'yellow-on-black'];

type Switch = {
  readonly [Name in keyof Preferences]: Preferences[Name] extends boolean ? Name : never;
}[keyof Preferences];

/** A way that is a preference of its own, on or off. */
const switchOf = (preference: Switch, icon: IconName, label: PlainMessageKey, isFirst: boolean): Way => ({
  icon,
  label,
  isFirst,
  isOn: (preferences) => preferences[preference],
  press: (preferences) => ({ [preference]: !preferences[preference] }),
});

/** A way that is one value of a preference; switched off, the preference is as at the start. */
const choiceOf = <Name extends 'reach' | 'side' | 'switches'>(
  preference: Name,
  value: Preferences[Name],
  icon: IconName,
  label: PlainMessageKey,
  isFirst: boolean,
): Way => {
  const isOn = (preferences: Preferences): boolean => preferences[preference] === value;
  return {
    icon,
    label,
    isFirst,
    isOn,
    press: (preferences) => ({ [preference]: isOn(preferences) ? defaultPreferences[preference] : value }),
  };
};

const isBigger = ({ textStep }: Preferences): boolean => textStep > defaultPreferences.textStep;
const isStrong = ({ theme }: Preferences): boolean => strongThemes.includes(theme);

/** All ways, in the order they are offered. */
export const ways: readonly Way[] = [
  {
    icon: 'size',
    label: 'ways.words',
    isFirst: true,
    isOn: isBigger,
    press: (preferences) => ({ textStep: isBigger(preferences) ? defaultPreferences.textStep : 3 }),
  },
  {
    icon: 'contrast',
    label: 'ways.colours',
    isFirst: true,
    isOn: isStrong,
    press: (preferences) => ({ theme: isStrong(preferences) ? defaultPreferences.theme : 'white-on-black' }),
  },
  switchOf('readToMe', 'speak', 'ways.reading', true),
  switchOf('guidance', 'hear', 'ways.guidance', true),
  switchOf('easyRead', 'easy', 'page.easy', true),
  switchOf('oneThing', 'one', 'ways.oneThing', true),
  choiceOf('reach', 'low', 'low', 'ways.low', true),
  choiceOf('switches', 'one', 'switchOne', 'ways.switchOne', true),
  switchOf('steady', 'steady', 'ways.steady', false),
  choiceOf('switches', 'two', 'switchTwo', 'ways.switchTwo', false),
  choiceOf('side', 'left', 'left', 'ways.left', false),
  choiceOf('side', 'right', 'right', 'ways.right', false),
];
