/** How a technician's wish to leave the kiosk becomes Electron's (V1). */
import type { App } from 'electron';
import type { Leaving } from '../host/staff/staff.ts';

/** A service manager that is to start the kiosk again on failure takes this for one. */
export const RESTART_EXIT_CODE = 75;

/** Long enough for the answer to reach the page that asked. */
const ANSWER_MS = 200;

/**
 * What `leave` does in this shell, once the kiosk is closed. A relaunched kiosk has the command line of this one; under a service manager, which
 * would take the new process down with the old one, restarting is left to it.
 */
export const createLeaving =
  (
    app: Pick<App, 'exit' | 'relaunch'>,
    isService: boolean,
    later: (run: () => void, delayMs: number) => void,
    close: () => Promise<void>,
  ): ((how: Leaving) => void) =>
  (how) => {
    const leave = (): void => {
      if (how === 'restart' && !isService) app.relaunch();
      app.exit(how === 'restart' && isService ? RESTART_EXIT_CODE : 0);
    };
    later(() => {
      void close()
        .catch(() => undefined)
        .then(leave);
    }, ANSWER_MS);
  };
