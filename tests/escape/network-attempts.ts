/** Attempts as script: ways onto the network (L3). */
import type { PageAttempt } from './attempt.ts';
import type { PolicyEntry } from './entries.ts';
import { scripted } from './scripted.ts';

const network = scripted({ products: 'L3' });
const connect: readonly PolicyEntry[] = ['content: connect-src'];

export const requests: readonly PageAttempt[] = [
  network('fetch', 'Fetching from elsewhere', 'fetch', connect, async ({ outside }) => {
    await fetch(outside, { mode: 'no-cors' });
    return { gotOut: true, happened: 'fetched' };
  }),
  network('xhr', 'Asking elsewhere', 'XMLHttpRequest', connect, async ({ outside }) => {
    const asked = new XMLHttpRequest();
    asked.open('GET', outside);
    await new Promise((resolve) => {
      asked.onloadend = resolve;
      asked.send();
    });
    return { gotOut: false, happened: 'asked' };
  }),
  network('beacon', 'A message as the page ends', 'sendBeacon', connect, ({ outside }) => {
    navigator.sendBeacon(outside, 'typed');
    return { gotOut: false, happened: 'sent' };
  }),
  network('socket', 'A line that stays open', 'WebSocket', connect, ({ outside }) => {
    new WebSocket(outside.replace('http', 'ws'));
    return { gotOut: false, happened: 'called' };
  }),
  network('event-source', 'News from elsewhere', 'EventSource', connect, ({ outside }) => {
    new EventSource(outside);
    return { gotOut: false, happened: 'called' };
  }),
  network('picture', 'A picture from elsewhere', 'new Image', ['content: img-src'], ({ outside }) => {
    new Image().src = outside;
    return { gotOut: false, happened: 'asked' };
  }),
  network('outside-script', 'A script from elsewhere', '<script src>', ['content: script-src'], ({ outside }) => {
    const script = document.createElement('script');
    script.src = `${outside}x.js`;
    document.head.append(script);
    return { gotOut: false, happened: 'put in' };
  }),
  network('outside-style', 'A style from elsewhere', '<link rel=stylesheet>', ['content: style-src'], ({ outside }) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: outside }));
    return { gotOut: false, happened: 'put in' };
  }),
  network('outside-font', 'A font from elsewhere', 'FontFace', ['content: font-src'], async ({ outside }) => {
    await new FontFace('elsewhere', `url(${outside})`).load();
    return { gotOut: false, happened: 'asked' };
  }),
  network('outside-sound', 'Sound from elsewhere', 'new Audio', ['content: media-src'], ({ outside }) => {
    new Audio(outside).play().catch(() => undefined);
    return { gotOut: false, happened: 'asked' };
  }),
  network('preload', 'A file fetched ahead', '<link rel=preload>', ['content: default-src'], ({ outside }) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href: outside }));
    return { gotOut: false, happened: 'put in' };
  }),
  network('prefetch', 'A page fetched ahead', '<link rel=prefetch>', ['content: default-src'], ({ outside }) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: outside }));
    return { gotOut: false, happened: 'put in' };
  }),
  network(
    'webrtc',
    'A call from page to page',
    'RTCPeerConnection',
    [],
    async ({ udpPort }) => {
      const urls = `stun:127.0.0.1:${String(udpPort)}`;
      const call = new RTCPeerConnection({ iceServers: [{ urls }] });
      call.createDataChannel('words');
      const candidates: string[] = [];
      call.onicecandidate = ({ candidate }) => {
        if (candidate !== null) candidates.push(candidate.candidate);
      };
      await call.setLocalDescription(await call.createOffer());
      await new Promise((resolve) => {
        call.onicegatheringstatechange = () => {
          if (call.iceGatheringState === 'complete') resolve(undefined);
        };
        setTimeout(resolve, 2000);
      });
      call.close();
      return { gotOut: candidates.length > 0, happened: `${String(candidates.length)} ways to be called` };
    },
    { heldAnyway: 'the browser shell’s own switch --webrtc-ip-handling-policy holds it on every page' },
  ),
];
