/** The browser shell with its window: a kiosk behind the loopback server, and somebody who watches over the page (L6). */
import { createSupervisor, everyInterval } from '../../electron/host/recovery/supervisor.ts';
import { heardByBoth, type ServiceManager } from '../../electron/host/recovery/service-manager.ts';
import { createWindow, type WindowOptions } from './kiosk-window.ts';
import { type BrowserShell, type BrowserShellOptions, openBrowserShell } from './shell.ts';

export { createServiceManager, type ServiceManager } from '../../electron/host/recovery/service-manager.ts';

/** Which browser the window is of, and how it is to be. */
export type WatchedWindow = Pick<WindowOptions, 'program' | 'windowed' | 'size' | 'isRoot'>;

/** A served kiosk with its window. */
export interface WatchedShell extends BrowserShell {
  /** Resolves when somebody has closed a window in their desktop; rejects when the browser cannot be started at all. */
  readonly ended: Promise<undefined>;
}

/**
 * Serves the kiosk and opens its window.
 *
 * @throws PortError
 */
export const openWatchedShell = async (
  options: BrowserShellOptions & { readonly dataDir: string; readonly serviceManager: ServiceManager },
  choice: WatchedWindow,
): Promise<WatchedShell> => {
  const { dataDir, serviceManager } = options;
  const supervisor = createSupervisor({
    open: (what) => {
      window.open(what);
    },
    journal: (event, fields) => {
      shell.journal(event, fields);
    },
    every: everyInterval,
  });
  const shell = await openBrowserShell({
    ...options,
    printWith: choice,
    page: heardByBoth(supervisor, serviceManager),
  });
  const window = createWindow({ ...choice, dataDir, url: shell.url, lost: supervisor.lost });
  supervisor.begin();
  return {
    ...shell,
    ended: window.ended,
    close: async () => {
      supervisor.end();
      await window.close();
      await shell.close();
    },
  };
};
