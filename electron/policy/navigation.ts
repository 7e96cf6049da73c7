/** Where a page may go (L2): only within the app's own origin, in its own window. */

/** Why something is refused: for staff and tests, and without anything of the address. */
export const navigationReasons = [
  'the kiosk has no frames',
  'the address is outside the app',
  'the kiosk has one window',
  'nothing is saved on the kiosk',
  'the kiosk embeds no other pages',
] as const;

type NavigationReason = (typeof navigationReasons)[number];

/** A decision with its reason. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: NavigationReason };

const allowed: Decision = { allowed: true };
const refuse = (reason: NavigationReason): Decision => ({ allowed: false, reason });

/**
 * The parts of an address that make an origin. `URL.origin` is `null` for a custom scheme outside a
 * browser, so scheme and host are compared by themselves.
 */
export const isWithin = (address: string, origin: string): boolean => {
  const url = URL.parse(address);
  const own = URL.parse(origin);
  if (url === null || own === null) return false;
  return url.protocol === own.protocol && url.host === own.host && url.username === '' && url.password === '';
};

/**
 * Whether a frame may load an address, by link, script, form or redirect.
 *
 * @param origin - the app's own origin, for example `kiosk://app`
 */
export const decideNavigation = (target: {
  readonly address: string;
  readonly isMainFrame: boolean;
  readonly origin: string;
}): Decision => {
  if (!target.isMainFrame) return refuse('the kiosk has no frames');
  return isWithin(target.address, target.origin) ? allowed : refuse('the address is outside the app');
};

/** Whether a new window may open: never, and an address inside the app makes no difference. */
export const decideNewWindow = (): Decision => refuse('the kiosk has one window');

/** Whether a file may be downloaded: never; there is nowhere it could go. */
export const decideDownload = (): Decision => refuse('nothing is saved on the kiosk');

/** Whether a `<webview>` may be attached: never; all content is the app's own. */
export const decideWebview = (): Decision => refuse('the kiosk embeds no other pages');
