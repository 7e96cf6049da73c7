/** Which keys a site's keypad and switches have (I4, I5), and what is wrong with a key that cannot be one of them. */
import { z } from 'zod';
import type { KeypadAction } from '../../renderer/host/contract.ts';
import { refusedKey } from '../../renderer/lockdown/keys.ts';

/** Keys that mean the same on every keyboard, whatever a site says, or nothing by themselves. */
const takenKeys: Readonly<Record<string, string>> = {
  Tab: 'goes from one control to the next on every keyboard',
  Escape: 'closes what is open on every keyboard',
  Shift: 'does nothing by itself',
  Control: 'does nothing by itself',
  Alt: 'does nothing by itself',
  Meta: 'does nothing by itself',
  AltGraph: 'does nothing by itself',
};

/** Why a key cannot be used; `undefined` when it can. */
const faultOf = (key: string): string | undefined => {
  const taken = takenKeys[key.replace(/(Left|Right)$/, '')] ?? takenKeys[key];
  if (taken !== undefined && !key.startsWith('Arrow')) return `${key} ${taken}; choose another key`;
  const reason = refusedKey({ key, control: false, alt: false, shift: false, meta: false });
  return reason === undefined
    ? undefined
    : `${key} never reaches the page, since it could open something else (${reason}); choose another key`;
};

const keySchema = z
  .string()
  .max(40)
  .regex(/^[A-Za-z][A-Za-z0-9]+$/, 'write the key as browsers call it, for example ArrowUp, Numpad8 or KeyA')
  .superRefine((key, context) => {
    const message = faultOf(key);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/** More keys for one action than any keypad has. */
const MOST_KEYS = 8;

const needed = (what: string, keys: string[]) =>
  z
    .array(keySchema)
    .min(1, 'name at least one key, or leave the line out')
    .max(MOST_KEYS)
    .default(keys)
    .describe(
      `Keys that ${what}, 1 to ${String(MOST_KEYS)}, as KeyboardEvent.code or .key has them. Absent: ${keys.join(', ')}.`,
    );

const optional = (what: string, keys: string[]) =>
  z
    .array(keySchema)
    .max(MOST_KEYS)
    .default(keys)
    .describe(
      `Keys that ${what}, up to ${String(MOST_KEYS)}; [] for a keypad without one. Absent: ${keys.join(', ') || 'none'}.`,
    );

/** Refuses a key that is given for two things, naming both. */
const eachOnce = (map: Readonly<Record<string, readonly string[]>>, context: z.RefinementCtx): void => {
  const first = new Map<string, string>();
  for (const [action, keys] of Object.entries(map)) {
    for (const [index, key] of keys.entries()) {
      const before = first.get(key);
      if (before === undefined) first.set(key, action);
      else
        context.addIssue({
          code: 'custom',
          path: [action, index],
          message: `${key} is given for “${before}” already; one key does one thing`,
        });
    }
  }
};

const keypadKeys = {
  up: needed('go to what stands before', ['ArrowUp', 'AudioVolumeUp', 'VolumeUp']),
  down: needed('go to what comes next', ['ArrowDown', 'AudioVolumeDown', 'VolumeDown']),
  left: needed('go back', ['ArrowLeft', 'MediaTrackPrevious']),
  right: needed('go on', ['ArrowRight', 'MediaTrackNext']),
  select: needed('press what one is at', ['Enter', 'MediaPlayPause']),
  help: optional('ask for help', ['AudioVolumeMute', 'VolumeMute']),
  repeat: optional('say it again', ['MediaStop']),
  alongside: optional('lead volunteers to where they enter their PIN', ['Pause', 'F13']),
  headphonesIn: optional('a keypad with a socket sends when headphones are plugged in', []),
  headphonesOut: optional('a keypad with a socket sends when headphones are pulled out', []),
} satisfies Record<KeypadAction, z.ZodType>;

/** The keypad. Its defaults are two in one: arrows with Enter, and a keypad that sends the keys of a music player. */
export const keypadSchema = z
  .strictObject(keypadKeys)
  .superRefine(eachOnce)
  .describe('What the keys of a keypad do. Absent: a keypad of arrows and Enter works, and one of media keys.');

/** The switches. A keypad may use the same keys: they are switches only while a visitor uses switches. */
export const switchesSchema = z
  .strictObject({
    first: needed('are the first switch', ['Space']),
    second: needed('are the second switch', ['Enter']),
  })
  .superRefine(eachOnce)
  .describe('Which keys one or two switches send, while a visitor uses the kiosk with them.');
