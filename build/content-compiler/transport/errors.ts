/** How the tools around a bundle say no. */

/** What a person named cannot be used for this: another file has to be named. The message says which. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** What was asked for is refused although it was asked for rightly. The message says why and what to do. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}
