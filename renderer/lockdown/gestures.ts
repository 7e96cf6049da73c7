/** What hands, mice and other programs may not do to the page, whatever they do it on (L4). */

/** A field in which somebody types; text is selected there alone. */
const isField = (event: Event): boolean => {
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
};

/** Whether a link on the way of an event opens a window of its own. */
const opensWindow = (event: Event): boolean =>
  event
    .composedPath()
    .some(
      (on) => (on instanceof HTMLAnchorElement || on instanceof HTMLAreaElement) && !['', '_self'].includes(on.target),
    );

/** The buttons of a mouse as `MouseEvent.button` counts them. */
const MIDDLE_BUTTON = 1;
const isExtraButton = (event: Event): boolean => event instanceof MouseEvent && event.button >= MIDDLE_BUTTON;

/** Text that comes from elsewhere than a key. */
const foreignInput: readonly string[] = ['insertFromPaste', 'insertFromDrop', 'insertFromYank', 'insertLink'];

/** One kind of event, when it is refused, and why. */
export interface RefusedGesture {
  readonly event: string;
  readonly reason: string;
  /** Absent: always. */
  readonly when?: (event: Event) => boolean;
}

const drag = 'nothing is carried into the kiosk or out of it';
const buttons = 'a mouse’s other buttons go back, scroll by themselves, or paste';

/** The table. Pinching and swiping are closed by `touch-action` and `overscroll-behavior` (styles/global.css). */
export const refusedGestures: readonly RefusedGesture[] = [
  { event: 'contextmenu', reason: 'a long press or the right button opens the browser’s menu' },
  { event: 'selectstart', reason: 'selected words lead to menus and searches', when: (event) => !isField(event) },
  { event: 'dragstart', reason: drag },
  // A drop that nobody minds would open the file in place of the kiosk.
  { event: 'dragover', reason: drag },
  { event: 'drop', reason: drag },
  { event: 'copy', reason: drag },
  { event: 'cut', reason: drag },
  { event: 'paste', reason: drag },
  {
    event: 'beforeinput',
    reason: drag,
    when: (event) => event instanceof InputEvent && foreignInput.includes(event.inputType),
  },
  { event: 'mousedown', reason: buttons, when: isExtraButton },
  { event: 'mouseup', reason: buttons, when: isExtraButton },
  { event: 'auxclick', reason: buttons },
  { event: 'click', reason: 'a link to a new window leaves the kiosk behind it', when: opensWindow },
  {
    event: 'wheel',
    reason: 'a wheel with Control, or two fingers on a touch pad, zoom',
    when: (event) => event instanceof WheelEvent && event.ctrlKey,
  },
];
