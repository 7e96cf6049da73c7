/** Whether a voice may be heard: a site can ask for headphones, for all speech or for what is private (R9). */
import type { SoundRules } from '../host/contract.ts';

/** What is known of headphones in this visit. A browser cannot tell: a keypad with a socket does, or the visitor. */
export type Headphones = 'unknown' | 'in' | 'out';

/** Marks what is private: it was asked for at a gate, or is a word about what is hard to hear. */
export const PRIVATE_ATTRIBUTE = 'data-private';

/**
 * Whether something may be said aloud. With headphones pulled out nothing is, whatever the site's rule: whoever had
 * them in did not mean to be heard by the room.
 */
export function maySound(rule: SoundRules['headphones'], headphones: Headphones, isPrivate: boolean): boolean {
  if (headphones !== 'unknown') return headphones === 'in';
  return rule === 'no' || (rule === 'sensitive' && !isPrivate);
}
