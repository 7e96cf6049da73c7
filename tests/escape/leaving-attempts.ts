/** Attempts as script: ways out of the page, into windows, files and other programs; and questions put over it. */
import type { PageAttempt } from './attempt.ts';
import type { Script } from './in-page-script.ts';
import { scripted } from './scripted.ts';

/** Goes where no browser of a test would follow; what tells is whether the browser was asked to. */
const asksToGo = (address: string): Script => `async () => {
    let became = 'nobody was asked';
    navigation.addEventListener('navigate', ({ defaultPrevented }) => {
      became = defaultPrevented ? 'refused' : 'the browser was asked';
    });
    location.href = '${address}';
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { gotOut: became === 'the browser was asked', happened: became };
  }`;

const leaving = scripted({ products: 'L2' });

export const waysOut: readonly PageAttempt[] = [
  leaving(
    'window-open',
    'A new window',
    'window.open',
    ['call: open', 'navigation: the kiosk has one window'],
    ({ outside }) => {
      const opened = window.open(outside);
      return { gotOut: opened !== null, happened: opened === null ? 'no window' : 'a window' };
    },
    { closedBy: 'page' },
  ),
  leaving(
    'blank-link',
    'A link to a new window',
    'target=_blank',
    ['gesture: click'],
    ({ outside }) => {
      const link = Object.assign(document.createElement('a'), { href: outside, target: '_blank' });
      document.body.append(link);
      link.click();
      return { gotOut: false, happened: 'clicked' };
    },
    { closedBy: 'page' },
  ),
  leaving(
    'download',
    'A download',
    '<a download> with a blob',
    ['navigation: nothing is saved on the kiosk'],
    () => {
      const href = URL.createObjectURL(new Blob(['saved']));
      const link = Object.assign(document.createElement('a'), { href, download: 'saved.txt' });
      document.body.append(link);
      link.click();
      return { gotOut: false, happened: 'clicked' };
    },
    { closedBy: 'page' },
  ),
  leaving(
    'location',
    'Another site in place of the kiosk',
    'location = …',
    ['navigation: the address is outside the app'],
    ({ outside }) => {
      location.href = outside;
      return { gotOut: false, happened: 'asked' };
    },
    { closedBy: 'page' },
  ),
  leaving(
    'link-outside',
    'A link to another site',
    'a click on <a href>',
    [],
    ({ outside }) => {
      const link = Object.assign(document.createElement('a'), { href: outside });
      document.body.append(link);
      link.click();
      return { gotOut: false, happened: 'clicked' };
    },
    { closedBy: 'page' },
  ),
  leaving(
    'meta-refresh',
    'Another site by itself',
    '<meta http-equiv=refresh>',
    [],
    ({ outside }) => {
      const meta = Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: `0; url=${outside}`,
      });
      document.head.append(meta);
      return { gotOut: false, happened: 'asked' };
    },
    { closedBy: 'page' },
  ),
  leaving(
    'blob-page',
    'A page out of memory',
    'location = blob:',
    [],
    () => {
      location.href = URL.createObjectURL(new Blob(['<title>Escaped</title>'], { type: 'text/html' }));
      return { gotOut: false, happened: 'asked' };
    },
    { closedBy: 'page' },
  ),
  leaving(
    'data-page',
    'A page in an address',
    'location = data:',
    [],
    asksToGo('data:text/html,<title>Escaped</title>'),
    { closedBy: 'page', heldAnyway: 'browsers refuse it for the whole window' },
  ),
  leaving('mail-link', 'The mail program', 'mailto:', [], asksToGo('mailto:a@example.org'), { closedBy: 'page' }),
  leaving('form-post', 'Sending what was typed', 'a form to another site', ['content: form-action'], ({ outside }) => {
    const form = Object.assign(document.createElement('form'), { action: outside, method: 'post' });
    document.body.append(form);
    form.submit();
    return { gotOut: false, happened: 'sent' };
  }),
  leaving('base', 'Turning every address', '<base href>', ['content: base-uri'], ({ outside }) => {
    document.head.append(Object.assign(document.createElement('base'), { href: outside }));
    const gotOut = document.baseURI.startsWith(outside);
    return { gotOut, happened: gotOut ? 'all addresses turned' : 'the base stayed' };
  }),
  ...(['iframe', 'object', 'embed'] as const).map((name) =>
    leaving(`${name}-outside`, 'Another site inside the kiosk', `<${name}>`, ['content: default-src'], inElement(name)),
  ),
  leaving(
    'frame-of-kiosk',
    'The kiosk in a frame of its own',
    '<iframe src=/>',
    ['navigation: the kiosk has no frames'],
    async () => {
      const frame = Object.assign(document.createElement('iframe'), { src: location.href.split('#')[0] });
      document.body.append(frame);
      await new Promise((resolve) => {
        frame.onload = resolve;
        setTimeout(resolve, 1000);
      });
      // What may not be looked into has another origin: an error in place of the kiosk.
      const gotOut = (frame.contentDocument?.querySelector('p, kiosk-app') ?? null) !== null;
      return { gotOut, happened: gotOut ? 'the frame was filled' : 'the frame stayed empty' };
    },
  ),
  leaving('file-address', 'The files of the machine', 'location = file:', [], asksToGo('file:///etc/passwd'), {
    closedBy: 'page',
    heldAnyway: 'browsers refuse it to every page',
  }),
];

/** A script for one kind of element that shows another page. */
function inElement(name: 'iframe' | 'object' | 'embed'): Script {
  const address = name === 'object' ? 'data' : 'src';
  // Sent as text, so that what differs has to be in the text.
  const script = `({ outside }) => {
    document.body.append(Object.assign(document.createElement('${name}'), { type: 'text/html', ${address}: outside }));
    return { gotOut: false, happened: 'put in' };
  }`;
  return script;
}

const dialogs = scripted({ products: 'L4', closedBy: 'page' });

const asksAtTheEnd = dialogs('unload-question', '‘Leave this page?’', 'beforeunload', [], () => {
  addEventListener('beforeunload', (event) => {
    event.preventDefault();
  });
  location.reload();
  return { gotOut: false, happened: 'asked' };
});

/** Browsers ask only where somebody has touched the page before. */
const unloadQuestion: PageAttempt = {
  ...asksAtTheEnd,
  attempt: async (ground) => {
    await ground.page.mouse.click(5, 5);
    const again = ground.page.waitForEvent('load', { timeout: 5000 }).catch(() => undefined);
    const outcome = await asksAtTheEnd.attempt(ground);
    await again;
    return outcome;
  },
};

export const questions: readonly PageAttempt[] = [
  unloadQuestion,
  ...(['alert', 'confirm', 'prompt'] as const).map((name) => {
    const script = `() => { ${name}(); return { gotOut: false, happened: 'asked' }; }`;
    return dialogs(`dialog-${name}`, 'A dialog of the browser', name, [`call: ${name}`], script);
  }),
  dialogs('dialog-print', 'The print dialog by script', 'print', ['call: print'], () => {
    // A browser without a window shows no dialog; it tells the page all the same that one is coming.
    const coming: Event[] = [];
    addEventListener('beforeprint', (event) => coming.push(event));
    print();
    return { gotOut: coming.length > 0, happened: coming.length > 0 ? 'a dialog was coming' : 'nothing came' };
  }),
];
