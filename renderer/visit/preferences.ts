/** How one person wants the screen and the voice to be. Defaults are what every visit starts with (X3). */
import type { Headphones } from './headphones.ts';

/** Text sizes by step; the numbers are capital heights in millimetres (VVSG 7.1-G: the ranges in standards.md). */
export const textSizes = [
  { step: 1, capHeightMm: 3.8, label: 'size.1' },
  { step: 2, capHeightMm: 5, label: 'size.2' },
  { step: 3, capHeightMm: 6.6, label: 'size.3' },
  { step: 4, capHeightMm: 8.6, label: 'size.4' },
] as const;

/** Colour themes in the order they are offered (D3). */
export const themes = ['standard', 'soft', 'black-on-white', 'white-on-black', 'yellow-on-black'] as const;

/** Speech speeds: factors of the narration's own pace, which is 120–125 words a minute (R3). */
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** Spacing of lines, paragraphs, letters and words (D4); `wide` has at least the values of WCAG 1.4.12. */
export const spacings = ['usual', 'wide'] as const;

/**
 * How far somebody can reach (D6). `low`: nothing is to be pressed above the line of `--reach-line`.
 */
export const reaches = ['usual', 'low'] as const;

/** At which side of the screen the tools are (D6): the person's own left or right, whatever is read. */
export const sides = ['usual', 'left', 'right'] as const;

/** Volume steps; the level is the step divided by this (R3). */
export const VOLUME_STEPS = 10;

/** In which order the on-screen keyboard has its letters (I6). */
export const keyboardOrders = ['alphabetic', 'typing'] as const;

/** How many switches somebody uses in place of the screen (I5). */
export const switchCounts = ['none', 'one', 'two'] as const;

/** How long scanning may show each step, in ms (I5: 0.5 to 5 s). */
export const dwells = [500, 750, 1000, 1500, 2000, 2500, 3000, 4000, 5000] as const;

/** How long a press may have to be held by hands that shake, and for how long nothing is one after it, in ms (I2). */
export const holds = [0, 100, 200, 300, 500, 700, 1000] as const;
export const ignores = [100, 300, 500, 750, 1000, 1500, 2000] as const;

export type Hold = (typeof holds)[number];
export type Ignore = (typeof ignores)[number];
export type SwitchCount = (typeof switchCounts)[number];
export type Dwell = (typeof dwells)[number];
export type KeyboardOrder = (typeof keyboardOrders)[number];
export type TextSize = (typeof textSizes)[number];
export type TextStep = TextSize['step'];
export type Theme = (typeof themes)[number];
export type Spacing = (typeof spacings)[number];
export type Reach = (typeof reaches)[number];
export type Side = (typeof sides)[number];
export type Speed = (typeof speeds)[number];

export interface Preferences {
  readonly textStep: TextStep;
  readonly theme: Theme;
  readonly spacing: Spacing;
  /** Nothing fades or moves by itself (D7). */
  readonly still: boolean;
  /** Pages are shown one idea per screen (D5). */
  readonly oneThing: boolean;
  readonly reach: Reach;
  readonly side: Side;
  readonly speed: Speed;
  /** What is shown is read aloud as it opens, until it is told to stop (R8: asked for once, for the visit). */
  readonly readToMe: boolean;
  /** 1 to {@link VOLUME_STEPS}. */
  readonly volume: number;
  readonly headphones: Headphones;
  /** Pages open in Easy Read where they have it (C3). */
  readonly easyRead: boolean;
  /** All that is on the screen is said, and can be used without seeing it (R7). */
  readonly guidance: boolean;
  /** What guidance says is shown in a line as well. */
  readonly captions: boolean;
  readonly keyboard: KeyboardOrder;
  readonly switches: SwitchCount;
  /** How long one switch is given for each step, in ms. */
  readonly dwellMs: Dwell;
  /** Hands shake: presses are held, and what follows one too soon is none (I2). */
  readonly steady: boolean;
  readonly holdMs: Hold;
  readonly ignoreMs: Ignore;
}

export const defaultPreferences: Preferences = {
  textStep: 2,
  theme: 'standard',
  spacing: 'usual',
  still: false,
  oneThing: false,
  reach: 'usual',
  side: 'usual',
  speed: 1,
  readToMe: false,
  volume: 7,
  headphones: 'unknown',
  easyRead: false,
  guidance: false,
  captions: true,
  keyboard: 'alphabetic',
  switches: 'none',
  dwellMs: 2000,
  steady: false,
  holdMs: 300,
  ignoreMs: 500,
};

/** The size of a step; every step there is has one. */
export function textSizeOf(step: TextStep): TextSize {
  return textSizes[step - 1] ?? textSizes[1];
}

/** The next longer time of a list (`1`), or the next shorter one (`-1`); the same one at either end. */
export function nextTime<Time extends number>(times: readonly Time[], time: Time, direction: 1 | -1): Time {
  return times[times.indexOf(time) + direction] ?? time;
}

/** The next speed up (`1`) or down (`-1`); the same one at either end. */
export function nextSpeed(speed: Speed, direction: 1 | -1): Speed {
  return speeds[speeds.indexOf(speed) + direction] ?? speed;
}

/** The next volume up or down, within 1 and {@link VOLUME_STEPS}: the quietest can still be heard. */
export function nextVolume(volume: number, direction: 1 | -1): number {
  return Math.min(VOLUME_STEPS, Math.max(1, volume + direction));
}

/** How loud a step is, from 0 to 1, where the loudest is so many per cent of what the machine can do. */
export const levelOf = (volume: number, mostVolume: number): number => (volume / VOLUME_STEPS) * (mostVolume / 100);

/** How things look and where they stand: what 'Put it back' puts back. The voice has its own panel. */
const displayFields = [
  'textStep',
  'theme',
  'spacing',
  'still',
  'oneThing',
  'reach',
  'side',
  'easyRead',
] as const satisfies readonly (keyof Preferences)[];

/** That part of the preferences which 'Put it back' puts back. */
export type DisplayPreferences = Pick<Preferences, (typeof displayFields)[number]>;

/** What a person has chosen of the display. */
export const displayOf = (preferences: Preferences): DisplayPreferences =>
  // The names are the type's own, so that what is picked by them is complete.
  Object.fromEntries(displayFields.map((field) => [field, preferences[field]])) as unknown as DisplayPreferences;

/** Whether anything of the display is another than every visit starts with. */
export const isDisplayChanged = (preferences: Preferences): boolean =>
  displayFields.some((field) => preferences[field] !== defaultPreferences[field]);
