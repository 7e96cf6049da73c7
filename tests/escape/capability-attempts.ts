/** Attempts as script: what a browser can do for a page beyond showing it, into the visitor's surroundings (L5). */
import { allowedFeatures, refusedFeatures } from '../../electron/policy/headers.ts';
import type { PageAttempt } from './attempt.ts';
import { entriesOf, type PolicyEntry } from './entries.ts';
import { scripted } from './scripted.ts';

const asking = scripted({ products: 'L5' });

/** A capability that must be refused; the promise it gives must not be kept. */
const capability = (
  id: string,
  what: string,
  call: string,
  proves: readonly PolicyEntry[],
  heldAnyway?: string,
): PageAttempt =>
  asking(
    id,
    what,
    call,
    proves,
    `async () => {
        const never = new Promise((resolve) => setTimeout(() => resolve('never answered'), 4000));
        const answer = await Promise.race([(async () => { await (${call}); return 'granted'; })(), never]);
        return { gotOut: answer === 'granted', happened: answer };
      }`,
    heldAnyway === undefined ? {} : { heldAnyway },
  );

const unasked = 'nobody is there to say yes, or to choose, in a test’s browser';
const noDevice = 'the machine of a test has none';

const allowed = Object.keys(allowedFeatures);

/** Client hints are headers of requests, which go nowhere but home. */
const everyFeature: PageAttempt = asking(
  'features',
  'Whatever else the browser offers',
  'every feature it knows',
  entriesOf('feature', refusedFeatures),
  `() => {
      const open = document.featurePolicy.allowedFeatures().filter(
        (name) => !name.startsWith('ch-') && !${JSON.stringify(allowed)}.includes(name));
      return { gotOut: open.length > 0, happened: open.length > 0 ? open.join(', ') : 'all are refused' };
    }`,
);

export const capabilities: readonly PageAttempt[] = [
  everyFeature,
  capability('camera', 'The camera', 'navigator.mediaDevices.getUserMedia({ video: true })', [
    'feature: camera',
    'permission: media',
  ]),
  capability('microphone', 'The microphone', 'navigator.mediaDevices.getUserMedia({ audio: true })', [
    'feature: microphone',
    'permission: media',
  ]),
  capability(
    'screen',
    'A film of the screen',
    'navigator.mediaDevices.getDisplayMedia()',
    ['feature: display-capture', 'permission: display-capture'],
    unasked,
  ),
  capability(
    'place',
    'Where the kiosk stands',
    'new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))',
    ['feature: geolocation', 'permission: geolocation'],
  ),
  capability(
    'notification',
    'A note over the screen',
    "Notification.requestPermission().then((answer) => answer === 'granted' || Promise.reject(new Error(answer)))",
    ['permission: notifications'],
    unasked,
  ),
  capability('clipboard-read', 'What was copied', 'navigator.clipboard.readText()', [
    'feature: clipboard-read',
    'permission: clipboard-read',
  ]),
  capability('clipboard-write', 'Putting something on the clipboard', "navigator.clipboard.writeText('typed')", [
    'feature: clipboard-write',
    'permission: clipboard-sanitized-write',
  ]),
  capability(
    'midi',
    'Musical instruments',
    'navigator.requestMIDIAccess()',
    ['feature: midi', 'permission: midi'],
    noDevice,
  ),
  capability(
    'usb',
    'USB devices',
    'navigator.usb.requestDevice({ filters: [] })',
    ['feature: usb', 'permission: usb'],
    unasked,
  ),
  capability('usb-list', 'The list of USB devices', 'navigator.usb.getDevices()', ['feature: usb']),
  capability('hid', 'Keyboards and mice as devices', 'navigator.hid.getDevices()', ['feature: hid', 'permission: hid']),
  capability('serial', 'Serial lines', 'navigator.serial.getPorts()', ['feature: serial', 'permission: serial']),
  capability(
    'bluetooth',
    'Devices near by',
    'navigator.bluetooth.requestDevice({ acceptAllDevices: true })',
    [],
    noDevice,
  ),
  capability('gamepad', 'Game pads', 'navigator.getGamepads()', ['feature: gamepad']),
  capability('full-screen', 'The page’s own full screen', 'document.documentElement.requestFullscreen()', [
    'feature: fullscreen',
    'permission: fullscreen',
  ]),
  capability(
    'pointer-lock',
    'Taking the pointer',
    `document.documentElement.requestPointerLock(),
     await new Promise((resolve) => setTimeout(resolve, 300)),
     document.pointerLockElement ?? Promise.reject(new Error())`,
    ['call: requestPointerLock', 'permission: pointerLock'],
  ),
  capability('wake-lock', 'Keeping the screen on', "navigator.wakeLock.request('screen')", [
    'feature: screen-wake-lock',
    'permission: screen-wake-lock',
  ]),
  capability(
    'idle',
    'Whether somebody is there',
    'IdleDetector.requestPermission().then((a) => a === "granted" || Promise.reject(new Error(a)))',
    ['feature: idle-detection', 'permission: idle-detection'],
    unasked,
  ),
  capability('fonts', 'The fonts of the machine', 'queryLocalFonts()', [
    'feature: local-fonts',
    'permission: local-fonts',
  ]),
  capability(
    'screens',
    'The other screens',
    'getScreenDetails()',
    ['feature: window-management', 'permission: window-management'],
    unasked,
  ),
  capability(
    'payment',
    'Paying',
    "new PaymentRequest([{ supportedMethods: 'https://example.org/' }], { total: { label: 'x', amount: { currency: 'GBP', value: '1' } } }).show()",
    ['feature: payment'],
    unasked,
  ),
  capability(
    'password',
    'A passkey',
    'navigator.credentials.get({ publicKey: { challenge: new Uint8Array(8) } })',
    ['feature: publickey-credentials-get'],
    unasked,
  ),
  capability(
    'identity',
    'An account elsewhere',
    "navigator.credentials.get({ identity: { providers: [{ configURL: 'https://example.org/x.json', clientId: '1' }] } })",
    ['feature: identity-credentials-get'],
    unasked,
  ),
  capability(
    'protected-sound',
    'Protected sound',
    "navigator.requestMediaKeySystemAccess('org.w3.clearkey', [{ initDataTypes: ['keyids'], audioCapabilities: [{ contentType: 'audio/webm; codecs=\"opus\"' }] }])",
    ['feature: encrypted-media', 'permission: mediaKeySystem'],
  ),
  capability(
    'persistent',
    'Storage that stays',
    'navigator.storage.persist().then((kept) => kept || Promise.reject(new Error()))',
    ['permission: persistent-storage'],
    unasked,
  ),
  capability('file-picker', 'Opening a file', 'showOpenFilePicker()', ['permission: fileSystem'], unasked),
  capability(
    'virtual-reality',
    'Goggles',
    "navigator.xr.requestSession('immersive-vr')",
    ['feature: xr-spatial-tracking', 'permission: vr'],
    noDevice,
  ),
];
