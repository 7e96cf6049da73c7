/** Keys of keypads and switches: which of a site's keys a key press is (I4, I5). */
import type { KeypadAction, KeypadMap } from '../host/contract.ts';

/** The part of a `KeyboardEvent` that tells which key it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** Whether a press is of one of these keys. A chord is none: what it would do is nobody's intention here (I3). */
export const isKeyOf = (press: KeyPress, keys: readonly string[]): boolean =>
  !(press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) &&
  (keys.includes(press.key) || keys.includes(press.code));

/** What a press does by the site's key map; `undefined` for a key that is not the keypad's. */
export function keypadActionOf(press: KeyPress, map: KeypadMap): KeypadAction | undefined {
  const actions = Object.keys(map) as KeypadAction[];
  return actions.find((action) => isKeyOf(press, map[action]));
}
