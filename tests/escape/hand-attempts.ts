/** Attempts with hands: keys as a keyboard sends them, a mouse, fingers, and what other programs hand over. */
import type { CDPSession, Page } from 'playwright/test';
import type { KeyReason } from '../../renderer/lockdown/keys.ts';
import type { Ground, Outcome, PageAttempt } from './attempt.ts';

/** As the DevTools protocol counts them. */
const modifierBits = { alt: 1, control: 2, meta: 4, shift: 8 } as const;
type Modifier = keyof typeof modifierBits;

const pressKey = async (cdp: CDPSession, key: string, held: readonly Modifier[]): Promise<void> => {
  const modifiers = held.reduce((bits, name) => bits | modifierBits[name], 0);
  const character = key.length === 1 ? { windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) } : {};
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, modifiers, ...character });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, modifiers, ...character });
};

/** What the page's first listener has seen of some events, and whether they were refused in the end. */
interface Seen {
  readonly came: number;
  readonly refused: number;
}

const seenOf = (page: Page, type: string): Promise<Seen> =>
  page.evaluate((wanted) => {
    const { seenEvents } = window as unknown as { readonly seenEvents: readonly Event[] };
    const came = seenEvents.filter(({ type: name }) => name === wanted);
    return { came: came.length, refused: came.filter(({ defaultPrevented }) => defaultPrevented).length };
  }, type);

/** Held where each event that came was refused; where none came, nothing was tried. */
const outcomeOf = async (page: Page, type: string): Promise<Outcome> => {
  // The browser need not wait for the page with an event that only looks on.
  for (let look = 0; look < 20 && (await seenOf(page, type).catch(() => undefined))?.came === 0; look += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const seen = await seenOf(page, type).catch(() => undefined);
  // Back from the only page is the empty one before it.
  if (seen === undefined || page.url() === 'about:blank') return { gotOut: true, happened: 'the page was left' };
  const { came, refused } = seen;
  if (came === 0) throw new Error(`No ${type} came, so that nothing was tried.`);
  return came === refused
    ? { gotOut: false, happened: `${type} refused` }
    : { gotOut: true, happened: `${type} went to the browser` };
};

const chord = (
  id: string,
  what: string,
  reason: KeyReason,
  key: string,
  ...held: readonly Modifier[]
): PageAttempt => ({
  id: `key-${id}`,
  what,
  how: [...held, key].join(' + '),
  products: 'L4',
  closedBy: 'page',
  proves: [`key: ${reason}`],
  leavesNothing: true,
  attempt: async ({ page, cdp }) => {
    await pressKey(cdp, key, held);
    return outcomeOf(page, 'keydown');
  },
});

const chords: readonly PageAttempt[] = [
  chord('reload', 'Reload', 'reload', 'F5'),
  chord('reload-hard', 'Reload without a cache', 'reload', 'r', 'control', 'shift'),
  chord('reload-mac', 'Reload on macOS', 'reload', 'r', 'meta'),
  chord('tools', 'Developer tools', 'developer tools', 'F12'),
  chord('tools-chord', 'Developer tools by chord', 'developer tools', 'I', 'control', 'shift'),
  chord('tools-mac', 'Developer tools on macOS', 'developer tools', 'i', 'meta', 'alt'),
  chord('source', 'The source of the page', 'source of the page', 'u', 'control'),
  chord('print', 'The print dialog', 'print', 'p', 'control'),
  chord('print-key', 'The print dialog by its key', 'print', 'Print'),
  chord('screen-picture', 'A picture of the screen', 'picture of the screen', 'PrintScreen'),
  chord('save', 'Save the page', 'save', 's', 'control'),
  chord('open', 'Open a file', 'open', 'o', 'control'),
  chord('find', 'The find bar', 'find', 'f', 'control'),
  chord('find-next', 'The find bar by its key', 'find', 'F3'),
  chord('zoom-in', 'Zoom in', 'zoom', '+', 'control'),
  chord('zoom-out', 'Zoom out', 'zoom', '-', 'control'),
  chord('zoom-key', 'Zoom by its key', 'zoom', 'ZoomIn'),
  chord('back', 'Back in history', 'history', 'ArrowLeft', 'alt'),
  chord('back-mac', 'Back on macOS', 'history', '[', 'meta'),
  chord('back-key', 'Back by the browser key', 'history', 'BrowserBack'),
  chord('history-list', 'The list of history', 'history', 'h', 'control'),
  chord('home-key', 'The browser’s home page', 'history', 'BrowserHome'),
  chord('address', 'The address line', 'address line', 'l', 'control'),
  chord('address-key', 'The address line by F6', 'address line', 'F6'),
  chord('search-key', 'A search of the web', 'address line', 'BrowserSearch'),
  chord('new-window', 'A new window', 'window', 'n', 'control'),
  chord('private-window', 'A private window', 'window', 'N', 'control', 'shift'),
  chord('new-tab', 'A new tab', 'window', 't', 'control'),
  chord('close-tab', 'Close the tab', 'window', 'w', 'control'),
  chord('close-window', 'Close the window', 'window', 'F4', 'alt'),
  chord('quit-mac', 'Quit on macOS', 'window', 'q', 'meta'),
  chord('full-screen', 'Leave the full screen', 'window', 'F11'),
  chord('next-tab', 'Another tab', 'other tabs and programs', 'Tab', 'control'),
  chord('switch-task', 'Another program', 'other tabs and programs', 'Tab', 'alt'),
  chord('task-manager', 'The browser’s task manager', 'other tabs and programs', 'Escape', 'shift'),
  chord('menu-bar', 'The menu bar', 'menu', 'F10'),
  chord('menu-letter', 'The browser’s menu', 'menu', 'f', 'alt'),
  chord('menu-key', 'The context menu by its key', 'menu', 'ContextMenu'),
  chord('paste-key', 'Paste by its key', 'clipboard', 'Paste'),
  chord('paste-insert', 'Paste by Shift and Insert', 'clipboard', 'Insert', 'shift'),
  chord('caret', 'Caret browsing', 'caret browsing', 'F7'),
  chord('help', 'The system’s help', 'help of the system', 'F1'),
  chord('function', 'Any other function key', 'function key', 'F8'),
  chord('spelling', 'The spelling window', 'spelling', 'SpellCheck'),
  chord('mail', 'The mail program', 'other programs', 'LaunchMail'),
  chord('calculator', 'The calculator', 'other programs', 'LaunchApplication2'),
  chord('assistant', 'The voice assistant', 'other programs', 'LaunchAssistant'),
  chord('power', 'Switch the machine off', 'power', 'Power'),
  chord('downloads', 'The list of downloads', 'developer tools', 'j', 'control'),
  chord('bookmark', 'A bookmark', 'address line', 'd', 'control'),
  chord('clear-data', 'Clear the browser’s data', 'clipboard', 'Delete', 'control', 'shift'),
  chord('select-all', 'Select everything', 'browser shortcut', 'a', 'control'),
  chord('quick-commands', 'A shortcut that is in no list', 'browser shortcut', 'b', 'control', 'shift'),
];

const gesture = (
  id: string,
  what: string,
  how: string,
  event: string,
  make: (ground: Ground) => Promise<void>,
  heldAnyway?: string,
): PageAttempt => ({
  id,
  what,
  how,
  products: 'L4',
  closedBy: 'page',
  proves: [`gesture: ${event}`],
  leavesNothing: true,
  ...(heldAnyway !== undefined && { heldAnyway }),
  attempt: async (ground) => {
    await make(ground);
    return outcomeOf(ground.page, event);
  },
});

const mouse = async (
  cdp: CDPSession,
  type: 'mousePressed' | 'mouseReleased',
  button: 'middle' | 'back' | 'forward',
) => {
  await cdp.send('Input.dispatchMouseEvent', { type, x: 300, y: 300, button, clickCount: 1 });
};

/** What a program would hand over; made in the page, since no other program is there to drag from. */
const handOver = (type: string) => (ground: Ground) =>
  ground.page.evaluate((name) => {
    const carried = new DataTransfer();
    carried.setData('text/plain', 'carried');
    carried.items.add(new File(['carried'], 'carried.html', { type: 'text/html' }));
    const init = { bubbles: true, cancelable: true, composed: true };
    const target = document.body.firstElementChild ?? document.body;
    target.dispatchEvent(
      name === 'paste' || name === 'copy' || name === 'cut'
        ? new ClipboardEvent(name, { ...init, clipboardData: carried })
        : new DragEvent(name, { ...init, dataTransfer: carried }),
    );
  }, type);

const entering = (inputType: string) => (ground: Ground) =>
  ground.page.evaluate((type) => {
    const field = document.body.appendChild(document.createElement('input'));
    field.dispatchEvent(
      new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType: type, data: 'carried' }),
    );
    field.remove();
  }, inputType);

/** Drags real data over the page and drops it, as the browser hears it from the desktop. */
const dropsFromDesktop = async ({ cdp, outside }: Ground): Promise<void> => {
  const data = { items: [{ mimeType: 'text/uri-list', data: outside.url }], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
};

const gestures: readonly PageAttempt[] = [
  gesture('right-click', 'The context menu', 'the right button of a mouse', 'contextmenu', async ({ page }) => {
    await page.mouse.click(300, 300, { button: 'right' });
  }),
  gesture(
    'long-press',
    'The menu of a long press',
    'a finger held for a second',
    'contextmenu',
    async ({ cdp, page }) => {
      await cdp.send('Input.synthesizeTapGesture', { x: 300, y: 300, duration: 1200, gestureSourceType: 'touch' });
      if ((await seenOf(page, 'contextmenu')).came > 0) return;
      // Where the system shows no menu for a held finger, the browser still asks the page.
      await page.locator('body').dispatchEvent('contextmenu');
    },
  ),
  gesture('select-text', 'Selecting words', 'a mouse drawn across them', 'selectstart', async ({ page }) => {
    // Words of their own: the kiosk's are not to be selected by its style already.
    await page.evaluate(() => {
      const text = document.body.appendChild(document.createElement('p'));
      text.textContent = 'Words to draw a mouse across';
      Object.assign(text.style, { position: 'fixed', top: '20px', left: '20px', zIndex: '9', userSelect: 'text' });
    });
    const box = await page.getByText('Words to draw a mouse across').boundingBox();
    if (box === null) throw new Error('The words are not there.');
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + 2, middle);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, middle, { steps: 4 });
    await page.mouse.up();
    await page.evaluate(() => document.body.lastElementChild?.remove());
  }),
  gesture('drag-out', 'Dragging something out', 'dragstart', 'dragstart', handOver('dragstart')),
  gesture('drag-over', 'Holding a file over the page', 'a drag from the desktop', 'dragover', dropsFromDesktop),
  gesture('drop-file', 'Dropping a file', 'drop with a file', 'drop', handOver('drop')),
  gesture('paste', 'Pasting text or files', 'paste with a text and a file', 'paste', handOver('paste')),
  gesture('copy', 'Copying', 'copy', 'copy', handOver('copy')),
  gesture('cut', 'Cutting', 'cut', 'cut', handOver('cut')),
  gesture(
    'paste-input',
    'Pasting into a field',
    'beforeinput insertFromPaste',
    'beforeinput',
    entering('insertFromPaste'),
  ),
  gesture(
    'drop-input',
    'Dropping into a field',
    'beforeinput insertFromDrop',
    'beforeinput',
    entering('insertFromDrop'),
  ),
  gesture('middle-button', 'Scrolling or pasting by the middle button', 'button 2', 'mousedown', async ({ cdp }) => {
    await mouse(cdp, 'mousePressed', 'middle');
    await mouse(cdp, 'mouseReleased', 'middle');
  }),
  gesture('middle-click', 'A new window by the middle button', 'button 2', 'auxclick', async ({ cdp }) => {
    await mouse(cdp, 'mousePressed', 'middle');
    await mouse(cdp, 'mouseReleased', 'middle');
  }),
  gesture('back-button', 'Back by a mouse’s fourth button', 'button 4', 'mouseup', async ({ cdp }) => {
    await mouse(cdp, 'mousePressed', 'back');
    await mouse(cdp, 'mouseReleased', 'back');
  }),
  gesture('forward-button', 'Forward by a mouse’s fifth button', 'button 5', 'mouseup', async ({ cdp }) => {
    await mouse(cdp, 'mousePressed', 'forward');
    await mouse(cdp, 'mouseReleased', 'forward');
  }),
  gesture('wheel-zoom', 'Zooming by wheel', 'Control and the wheel', 'wheel', async ({ cdp }) => {
    await cdp.send('Input.dispatchMouseEvent', {
      ...{ type: 'mouseWheel', x: 300, y: 300, deltaX: 0, deltaY: -240 },
      modifiers: modifierBits.control,
    });
  }),
];

const dropLink: PageAttempt = {
  id: 'drop-link',
  what: 'Dropping a link, so that it opens in place of the kiosk',
  how: 'a drag from the desktop',
  products: 'L2, L4',
  closedBy: 'page',
  attempt: async (ground) => {
    await dropsFromDesktop(ground);
    return { gotOut: false, happened: 'dropped' };
  },
};

const pinch: PageAttempt = {
  id: 'pinch',
  what: 'Zooming with two fingers',
  how: 'a pinch to three times the size',
  products: 'L4',
  closedBy: 'page',
  heldAnyway: 'the browser shell’s own switch --disable-pinch holds it on every page',
  attempt: async ({ page, cdp }) => {
    await cdp.send('Input.synthesizePinchGesture', { x: 400, y: 700, scaleFactor: 3, gestureSourceType: 'touch' });
    const scale = await page.evaluate(() => window.visualViewport?.scale ?? 1);
    return { gotOut: scale !== 1, happened: `the scale is ${String(scale)}` };
  },
};

const swipe: PageAttempt = {
  id: 'swipe-back',
  what: 'Back by a sideways swipe',
  how: 'a swipe across the whole screen',
  products: 'L4',
  closedBy: 'page',
  attempt: async ({ page, cdp }) => {
    const before = page.url();
    await cdp.send('Input.synthesizeScrollGesture', {
      ...{ x: 50, y: 700, xDistance: 900, yDistance: 0, gestureSourceType: 'touch', speed: 4000 },
    });
    // A browser without a window does not go back by a swipe: what the page says of its edges is what holds in one.
    const edge = await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorX);
    return { gotOut: page.url() !== before || edge !== 'none', happened: `beyond the edge: ${edge}` };
  },
};

export const handAttempts: readonly PageAttempt[] = [...chords, ...gestures, dropLink, pinch, swipe];
