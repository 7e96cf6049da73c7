/** Attempts as script: ways to bring script, markup and style into the page that are not the kiosk's own. */
import type { PageAttempt } from './attempt.ts';
import type { PolicyEntry } from './entries.ts';
import { scripted } from './scripted.ts';

const injected = scripted({ products: 'L7' });
const trusted: readonly PolicyEntry[] = ['content: require-trusted-types-for', 'content: trusted-types'];
const ran = 'globalThis.escaped = true';

export const scripts: readonly PageAttempt[] = [
  injected(
    'eval',
    'Running a text',
    'eval',
    ['content: script-src'],
    `() => ({ gotOut: (0, eval)('1 + 1') === 2, happened: 'evaluated' })`,
  ),
  injected(
    'function',
    'Making a function of a text',
    'new Function',
    ['content: script-src'],
    `() => ({ gotOut: new Function('return 2')() === 2, happened: 'made' })`,
  ),
  injected('inner-html', 'Markup out of a text', 'innerHTML', trusted, () => {
    document.body.append(document.createElement('div'));
    Object.assign(document.body.lastElementChild ?? {}, { innerHTML: '<b>x</b>' });
    return { gotOut: document.body.lastElementChild?.firstElementChild !== null, happened: 'markup made' };
  }),
  injected(
    'another-maker',
    'A maker of markup of one’s own',
    'trustedTypes.createPolicy',
    ['content: trusted-types'],
    () => {
      const { trustedTypes } = globalThis as unknown as {
        readonly trustedTypes: { readonly createPolicy: (name: string, rules: object) => unknown };
      };
      trustedTypes.createPolicy('mine', { createHTML: (text: string) => text });
      return { gotOut: true, happened: 'made' };
    },
  ),
  injected('document-write', 'Writing the page anew', 'document.write', trusted, () => {
    const page = document as unknown as Record<string, (text: string) => void>;
    page['write']?.('<title>Escaped</title>');
    return { gotOut: true, happened: 'written' };
  }),
  injected('inline-script', 'A script within the page', '<script>', ['content: script-src'], () => {
    const script = document.createElement('script');
    script.append('globalThis.escaped = true');
    document.head.append(script);
    return { gotOut: 'escaped' in globalThis, happened: 'put in' };
  }),
  injected('inline-handler', 'A script in an attribute', 'onclick', ['content: script-src'], () => {
    const button = document.createElement('button');
    button.setAttribute('onclick', 'globalThis.escaped = true');
    document.body.append(button);
    button.click();
    return { gotOut: 'escaped' in globalThis, happened: 'clicked' };
  }),
  injected('script-address', 'A script in an address', 'javascript:', ['content: script-src'], async () => {
    location.href = 'javascript:void (globalThis.escaped = true)';
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { gotOut: 'escaped' in globalThis, happened: 'asked' };
  }),
  injected('inline-style', 'A style within the page', 'style=', ['content: style-src'], () => {
    const veil = document.createElement('div');
    veil.setAttribute('style', 'position: fixed');
    document.body.append(veil);
    return { gotOut: getComputedStyle(veil).position === 'fixed', happened: 'put in' };
  }),
  ...(['data:text/javascript,', 'blob:'] as const).map((scheme) => {
    const script = `async () => {
      const url = '${scheme}' === 'blob:'
        ? URL.createObjectURL(new Blob(['${ran}'], { type: 'text/javascript' }))
        : '${scheme}${ran}';
      await import(url);
      return { gotOut: 'escaped' in globalThis, happened: 'imported' };
    }`;
    const id = scheme === 'blob:' ? 'import-blob' : 'import-data';
    return injected(id, 'A script out of memory', `import('${scheme}…')`, ['content: script-src'], script);
  }),
  injected('worker', 'A script beside the page', 'new Worker(blob:)', ['content: default-src'], async () => {
    const url = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    const worker = new Worker(url);
    const gotOut = await new Promise<boolean>((resolve) => {
      worker.onmessage = () => resolve(true);
      worker.onerror = () => resolve(false);
    });
    return { gotOut, happened: gotOut ? 'it ran' : 'it did not run' };
  }),
  injected('service-worker', 'A script that stays', 'serviceWorker.register', trusted, async () => {
    await navigator.serviceWorker.register('/x.js');
    return { gotOut: true, happened: 'registered' };
  }),
  injected('web-assembly', 'A program in bytes', 'WebAssembly.compile', ['content: script-src'], async () => {
    await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return { gotOut: true, happened: 'compiled' };
  }),
];
