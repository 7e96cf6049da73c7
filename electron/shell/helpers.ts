/** The processes beside the page's: Chromium starts them anew by itself, so that they are only noted (L6). */
import type { App } from 'electron';
import type { Journal } from '../host/journal.ts';

/**
 * Notes each helper that ends. With the graphics process goes one picture, not the page: a visitor loses nothing.
 * Where the page goes with it, the supervisor hears of that by itself. Call before the first window.
 */
export const watchHelpers = (app: Pick<App, 'on'>, journal: Journal): void => {
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') journal('helper-gone', { helper: type, reason });
  });
};
