/** How a technician's wish to leave the kiosk becomes Electron's (V1). */
import type { App } from 'electron';
import type { Leaving } from '../host/staff/staff.ts';

/** Long enough for the answer to reach the page that asked. */
const ANSWER_MS = 200;

/** What `leave` does in this shell. A relaunched kiosk has the command line of this one. */
export const createLeaving =
  (app: Pick<App, 'exit' | 'relaunch'>, later: (run: () => void, delayMs: number) => void) =>
  (how: Leaving): void => {
    later(() => {
      if (how === 'restart') app.relaunch();
      app.exit(0);
    }, ANSWER_MS);
  };
