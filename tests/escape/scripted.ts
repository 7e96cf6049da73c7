/** How an attempt made of a script is written down. */
import type { PageAttempt } from './attempt.ts';
import type { PolicyEntry } from './entries.ts';
import { inPage, type Script } from './in-page-script.ts';

interface Options {
  readonly products?: string;
  readonly closedBy?: PageAttempt['closedBy'];
  readonly heldAnyway?: string;
}

/** Attempts of one kind: what is not said of one is as in `defaults`. */
export const scripted =
  (defaults: Options & { readonly products: string }) =>
  (id: string, what: string, how: string, proves: readonly PolicyEntry[], script: Script, options: Options = {}) => {
    const { products, closedBy = 'headers', heldAnyway } = { ...defaults, ...options };
    const attempt: PageAttempt = {
      ...{ id, what, how, products, closedBy, proves, attempt: inPage(script) },
      ...(heldAnyway !== undefined && { heldAnyway }),
    };
    return attempt;
  };
