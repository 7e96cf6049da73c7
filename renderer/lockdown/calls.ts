/** What no script may ask the browser to put over the page, should one ever run that is not the kiosk's own (L2, L4). */

/** A call that does nothing, and why. */
export interface RefusedCall {
  readonly call: string;
  readonly reason: string;
  /** Whose call it is; absent: the window's. */
  readonly of?: 'elements';
  /** What it answers: what a person would who closes a question. */
  readonly answer?: null | false;
}

const question = 'a dialog of the browser holds the page until it is answered, and looks like nothing of the kiosk';

/**
 * The table. A header could close them too (`sandbox`), but not beside the header that
 * keeps openers away: see `electron/policy/headers.ts`.
 */
export const refusedCalls: readonly RefusedCall[] = [
  { call: 'alert', reason: question },
  { call: 'confirm', reason: question, answer: false },
  { call: 'prompt', reason: question, answer: null },
  { call: 'print', reason: 'printing goes through the host (P4)' },
  { call: 'requestPointerLock', of: 'elements', reason: 'no control needs the pointer captured (I7)' },
  { call: 'open', reason: 'the kiosk has one window', answer: null },
];
