/** Attempts as script: what could be done if somebody's code ever ran in the page, with a finger on the glass. */
import type { PageAttempt } from './attempt.ts';
import { capabilities } from './capability-attempts.ts';
import { scripts } from './injection-attempts.ts';
import { questions, waysOut } from './leaving-attempts.ts';
import { requests } from './network-attempts.ts';

export const scriptAttempts: readonly PageAttempt[] = [
  ...waysOut,
  ...requests,
  ...scripts,
  ...questions,
  ...capabilities,
];
