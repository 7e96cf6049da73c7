/** The response headers that every file the kiosk serves carries, in both shells, each part with its reason (L7). */

/** Which frames there may be; a kiosk has none. Whatever is chosen, no other origin is let in. */
export interface Framing {
  /** `itself`: pages of its own origin may show it in a frame, as the editors' preview does. */
  readonly framedBy?: 'nobody' | 'itself';
  /** `itself`: it may show pages of its own origin in frames. */
  readonly frames?: 'nothing' | 'itself';
}

/** What the page may ask the browser for; `electron/policy` refuses all else that Chromium knows. */
export const allowedFeatures = {
  autoplay: 'speech, after the first touch or key (R8)',
  'aria-notify': 'a visitor’s own screen reader may be told what happens',
  'cross-origin-isolated': 'it only says what the headers have brought about',
  'deferred-fetch-minimal': 'it is for frames, of which there are none',
  'interest-cohort': 'no browser does anything with it any more',
  'media-playback-while-not-visible': 'speech goes on while a staff tool is in front',
  'sync-xhr': 'connect-src decides where it may go',
} as const;

/** A value with the reason for it. */
export interface ExplainedValue {
  readonly value: string;
  readonly reason: string;
}

const own = "'self'";
const none = "'none'";

/**
 * What a page of the kiosk may load and do. What is not named falls back to the first row: frames, objects,
 * workers, manifests, prefetches. There is no row `sandbox`: the HTML standard answers a page that has both a sandbox
 * and an opener policy (below) with a network error. Chromium does not yet, and a browser's update must not leave
 * waiting rooms with an empty screen. What a sandbox would close, `renderer/lockdown` and Electron's shell do.
 */
export const contentRules = {
  'default-src': { value: none, reason: 'what has no row here is not loaded at all' },
  'script-src': { value: own, reason: 'only the app’s own files run: no inline script, no eval, no data: or blob:' },
  'style-src': { value: own, reason: 'a style that was injected could hide or imitate what is on the screen' },
  'img-src': { value: `${own} data:`, reason: 'data: is the empty icon that keeps the browser from asking for one' },
  'font-src': { value: own, reason: 'the fonts come with the app' },
  'media-src': { value: own, reason: 'sound is the bundle’s' },
  'connect-src': { value: own, reason: 'no network (L3): neither fetch, beacons nor sockets leave the origin' },
  'form-action': { value: none, reason: 'no form is sent, not even home' },
  'base-uri': { value: none, reason: 'a <base> would turn every relative address' },
  'frame-ancestors': { value: none, reason: 'nobody shows the kiosk in a frame of their own' },
  'require-trusted-types-for': { value: "'script'", reason: 'no text becomes markup or script by itself' },
  'trusted-types': { value: 'lit-html', reason: 'one maker of markup, whose templates are code' },
} as const satisfies Readonly<Record<string, ExplainedValue>>;

const noCapture = 'the kiosk neither sees nor hears the waiting room';
const noSensors = 'the kiosk does not feel how it is held';
const noDevices = 'devices are the operating system’s to drive; keypads arrive as keyboards';
const noIdentity = 'the kiosk does not ask who a visitor is';
const noClipboard = 'nothing is carried into or out of a visit';
const noModels = 'what is said here was reviewed by people; no model adds to it';
const noNetwork = 'the kiosk needs no network (L3)';
const oneWindow = 'the window is the shell’s to place, not the page’s';

/**
 * Features a page could ask the browser for, all refused to every origin; sound is the exception
 * below. Only names Chromium knows are listed: an unknown one would fill the console with warnings.
 */
export const refusedFeatures = {
  accelerometer: noSensors,
  'browsing-topics': noIdentity,
  camera: noCapture,
  'captured-surface-control': noCapture,
  'clipboard-read': noClipboard,
  'clipboard-write': noClipboard,
  'compute-pressure': noSensors,
  'deferred-fetch': 'nothing is sent once the page is gone',
  'digital-credentials-create': noIdentity,
  'digital-credentials-get': noIdentity,
  'display-capture': noCapture,
  'encrypted-media': 'no sound of the kiosk is protected',
  fullscreen: oneWindow,
  gamepad: 'switches and keypads arrive as keyboards (I4, I5)',
  geolocation: 'the kiosk does not ask where it is',
  gyroscope: noSensors,
  hid: noDevices,
  'identity-credentials-get': noIdentity,
  'idle-detection': 'the page counts idle time itself (X1)',
  'keyboard-map': noDevices,
  'language-detector': noModels,
  'language-model': noModels,
  'local-fonts': 'the fonts come with the app',
  'local-network': noNetwork,
  'local-network-access': noNetwork,
  'loopback-network': noNetwork,
  magnetometer: noSensors,
  microphone: noCapture,
  midi: noDevices,
  'on-device-speech-recognition': noCapture,
  'otp-credentials': noIdentity,
  payment: 'nothing is paid here',
  'picture-in-picture': oneWindow,
  'private-state-token-issuance': noIdentity,
  'private-state-token-redemption': noIdentity,
  'publickey-credentials-create': noIdentity,
  'publickey-credentials-get': noIdentity,
  'screen-wake-lock': 'the operating system’s session keeps the screen on (L8)',
  serial: noDevices,
  'speaker-selection': 'the loudspeaker is chosen on site',
  'storage-access': 'nothing outlives a visit (principle 4)',
  summarizer: noModels,
  translator: noModels,
  unload: 'nothing holds the page up when a visit ends',
  usb: noDevices,
  'window-management': oneWindow,
  'xr-spatial-tracking': noCapture,
} as const;

const rulesFor = ({ framedBy, frames }: Framing): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(contentRules).map(([name, { value }]) => [name, value])),
  ...(framedBy === 'itself' && { 'frame-ancestors': own }),
  ...(frames === 'itself' && { 'frame-src': own }),
});

const join = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** The headers beside the two that are made of the tables above, by lower-case name. */
export const plainHeaders = {
  // The cost is one read over loopback or the custom scheme, from memory for the app's own files.
  'cache-control': { value: 'no-store', reason: 'what somebody read must not lie in a cache (principle 4)' },
  'cross-origin-embedder-policy': {
    value: 'require-corp',
    reason: 'nothing of another origin is shown, even if asked',
  },
  'cross-origin-opener-policy': { value: 'same-origin', reason: 'a page that opened this one cannot reach into it' },
  'cross-origin-resource-policy': { value: 'same-origin', reason: 'no other origin can embed a file of the kiosk' },
  'origin-agent-cluster': { value: '?1', reason: 'the page shares its process with no other origin' },
  'referrer-policy': { value: 'no-referrer', reason: 'no address tells where somebody was' },
  'x-content-type-options': { value: 'nosniff', reason: 'a file is what its type says and nothing else' },
  'x-dns-prefetch-control': { value: 'off', reason: 'no name is looked up ahead (L3)' },
  'x-frame-options': { value: 'DENY', reason: 'for what does not know frame-ancestors' },
} as const satisfies Readonly<Record<string, ExplainedValue>>;

/**
 * The headers, by lower-case name.
 *
 * @see L7, L3, L5, and Electron's security list, point 7
 */
export const headersFor = (framing: Framing): Readonly<Record<string, string>> => ({
  'content-security-policy': join(rulesFor(framing)),
  ...Object.fromEntries(Object.entries(plainHeaders).map(([name, { value }]) => [name, value])),
  'permissions-policy': ['autoplay=(self)', ...Object.keys(refusedFeatures).map((name) => `${name}=()`)].join(', '),
  ...(framing.framedBy === 'itself' && { 'x-frame-options': 'SAMEORIGIN' }),
});

/** The product's own: no frame around it, none in it. */
export const securityHeaders: Readonly<Record<string, string>> = headersFor({});
