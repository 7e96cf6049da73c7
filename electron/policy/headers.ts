/** The response headers that every file the kiosk serves carries, in both shells (L7). */

/** Which frames there may be; a kiosk has none. Whatever is chosen, no other origin is let in. */
export interface Framing {
  /** `itself`: pages of its own origin may show it in a frame, as the editors' preview does. */
  readonly framedBy?: 'nobody' | 'itself';
  /** `itself`: it may show pages of its own origin in frames. */
  readonly frames?: 'nothing' | 'itself';
}

/**
 * What a page of the kiosk may load. `data:` is for the empty icon that keeps the
 * browser from asking for one; nothing else comes from outside the app's own origin (L3).
 */
const contentSecurityPolicy = ({
  framedBy = 'nobody',
  frames = 'nothing',
}: Framing): Readonly<Record<string, string>> => ({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'media-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': framedBy === 'itself' ? "'self'" : "'none'",
  ...(frames === 'itself' && { 'frame-src': "'self'" }),
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html',
});

/**
 * Features a page could ask the browser for, all refused to every origin; sound is the exception
 * below. Only names Chromium knows are listed: an unknown one would fill the console with warnings.
 */
const refusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const;

const join = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/**
 * The headers, by lower-case name. `no-store` on everything: what somebody read must not lie in a
 * cache afterwards (principle 4), and a file that is read again is checked again. The cost is one
 * read over loopback or the custom scheme, from memory for the app's own files.
 *
 * @see L7, L3, and Electron's security list, point 7
 */
export const headersFor = (framing: Framing): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store',
  'content-security-policy': join(contentSecurityPolicy(framing)),
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': ['autoplay=(self)', ...refusedFeatures.map((feature) => `${feature}=()`)].join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': framing.framedBy === 'itself' ? 'SAMEORIGIN' : 'DENY',
});

/** The product's own: no frame around it, none in it. */
export const securityHeaders: Readonly<Record<string, string>> = headersFor({});
