/** What is closed on every page as it is made, before anything loads in it (L2, L4). */
import type { App, WebContents } from 'electron';
import { refusedKey } from '../../renderer/lockdown/keys.ts';
import type { Journal } from '../host/journal.ts';
import { decideNavigation, decideNewWindow, decideWebview } from '../policy/navigation.ts';
import { ORIGIN } from './origin.ts';

/** The calls of a page's contents that are made here. */
export type LockableContents = Pick<
  WebContents,
  'on' | 'setWindowOpenHandler' | 'setVisualZoomLevelLimits' | 'setWebRTCIPHandlingPolicy' | 'setIgnoreMenuShortcuts'
>;

interface NavigationEvent {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly preventDefault: () => void;
}

/** Closes one page's ways out. */
export const lockContents = (contents: LockableContents, journal: Journal): void => {
  const guard = (event: NavigationEvent): void => {
    const { url, isMainFrame } = event;
    const decision = decideNavigation({ address: url, isMainFrame, origin: ORIGIN });
    if (decision.allowed) return;
    event.preventDefault();
    journal('navigation-refused', { reason: decision.reason });
  };
  // Of the main frame's own navigations both events speak; frames only fire the second.
  contents.on('will-navigate', guard);
  contents.on('will-frame-navigate', guard);
  contents.on('will-redirect', guard);
  contents.setWindowOpenHandler(() => {
    const decision = decideNewWindow();
    if (!decision.allowed) journal('navigation-refused', { reason: decision.reason });
    return { action: decision.allowed ? 'allow' : 'deny' };
  });
  contents.on('will-attach-webview', (event) => {
    const decision = decideWebview();
    if (decision.allowed) return;
    event.preventDefault();
    journal('navigation-refused', { reason: decision.reason });
  });
  contents.on('before-input-event', (event, press) => {
    if (refusedKey(press) !== undefined) event.preventDefault();
  });
  contents.on('context-menu', (event) => {
    event.preventDefault();
  });
  // Preventing this event ignores the page's wish to stay: no 'Leave this page?' question (L4).
  contents.on('will-prevent-unload', (event) => {
    event.preventDefault();
  });
  // A call from page to page goes round the list of requests: it is left no way out (L3).
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setIgnoreMenuShortcuts(true);
  // Rejects only when the page is gone before it answers; there is then nothing to zoom.
  contents.on('did-finish-load', () => {
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  });
};

/** Locks every page the process ever makes, whatever makes it. Call before the first window. */
export const lockEveryPage = (app: Pick<App, 'on'>, journal: Journal): void => {
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, journal);
  });
};
