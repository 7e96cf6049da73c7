/** The end of the process waits for the kiosk to let go of what it has (P4, X5). */
import type { App } from 'electron';

/** Has the kiosk closed before Electron quits, whoever asked for it. */
export const closeBeforeQuit = (app: Pick<App, 'on' | 'quit'>, close: () => Promise<void>): void => {
  let isClosed = false;
  let isClosing = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void close()
      .catch(() => undefined)
      .then(() => {
        isClosed = true;
        app.quit();
      });
  });
};
