/** The kiosk's window (L1, L7). */
import type { BrowserWindowConstructorOptions } from 'electron';

/** What the launcher decides of the window. Sizes are in CSS pixels. */
export interface WindowChoice {
  readonly windowed: boolean;
  readonly size?: { readonly width: number; readonly height: number } | undefined;
}

/** The window's ground while nothing is drawn: the standard palette's paper, so that nothing flashes. */
const PAPER = '#fbf8f3';

/**
 * The options of a visit's window.
 *
 * @param partition - the visit's own; without `persist:` in front it lives in memory only (X3)
 */
export const windowOptions = (
  choice: WindowChoice,
  preload: string,
  partition: string,
): BrowserWindowConstructorOptions => ({
  show: false,
  kiosk: !choice.windowed,
  frame: choice.windowed,
  autoHideMenuBar: true,
  backgroundColor: PAPER,
  title: 'Alongside',
  ...(choice.size === undefined ? {} : { ...choice.size, useContentSize: true }),
  webPreferences: {
    preload,
    partition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: false,
    disableDialogs: true,
    spellcheck: false,
    enableWebSQL: false,
    // R8: no sound starts by itself. One touch or key of a visit is enough for the rest of it.
    autoplayPolicy: 'document-user-activation-required',
    // Speech must go on while the screen of another window is in front, for example a staff tool.
    backgroundThrottling: false,
  },
});
