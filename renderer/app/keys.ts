/** What keys do: those of every keyboard, and those that the site's keypad sends (I3, I4). */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedClosest, deepActiveElement } from '../access/composed-tree.ts';
import type { Direction } from '../access/grid.ts';
import { keypadActionOf } from '../access/key-map.ts';
import { type Ground, moveWithin, pressFocused, step } from '../access/walk.ts';
import type { GuideCommand } from '../guidance/guide.ts';
import type { KeypadAction, KeypadMap } from '../host/contract.ts';

/** What keys act on. Each is asked for at the moment of the press. */
export interface KeysHost {
  /** The site's keypad; nothing before the kiosk has started. */
  readonly keypad: () => KeypadMap | undefined;
  /** Whether keys are somebody else's now: the attract screen's and the cover's take any. */
  readonly isAside: () => boolean;
  readonly ground: () => Ground;
  readonly guiding: () => { readonly isOn: boolean; do: (command: GuideCommand) => void };
  readonly back: () => void;
  /** The next screenful, or on from a card that asks something. */
  readonly onward: () => void;
  readonly more: () => void;
  /** Closes what is open; nothing where nothing is. */
  readonly close: () => void;
  readonly help: () => void;
  readonly repeat: () => void;
  /** Leads volunteers to where they enter their PIN, or to what helps them (V2). */
  readonly alongside: () => void;
}

interface Meaning {
  readonly seen: (host: KeysHost) => void;
  readonly heard: GuideCommand | 'select';
}

/** What a person does with a keypad; a socket is no key, and is heard elsewhere. */
type Pressed = Exclude<KeypadAction, 'headphonesIn' | 'headphonesOut' | 'alongside'>;

/** Each action of a keypad, for somebody who looks and for somebody who listens. Left and right are as one reads. */
const meanings: Readonly<Record<Exclude<Pressed, 'left' | 'right'> | 'towardsStart' | 'towardsEnd', Meaning>> = {
  up: { seen: ({ ground }) => step(ground(), -1), heard: 'previous' },
  down: { seen: ({ ground }) => step(ground(), 1), heard: 'next' },
  towardsStart: { seen: ({ back }) => back(), heard: 'previousPart' },
  towardsEnd: { seen: ({ onward }) => onward(), heard: 'nextPart' },
  select: { seen: pressFocused, heard: 'select' },
  help: { seen: ({ help }) => help(), heard: 'where' },
  repeat: { seen: ({ repeat }) => repeat(), heard: 'repeat' },
};

export class Keys implements ReactiveController {
  readonly #host: KeysHost;

  constructor(element: ReactiveControllerHost, host: KeysHost) {
    this.#host = host;
    element.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey, { capture: true });
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey, { capture: true });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const host = this.#host;
    // A held key acts once (I3), on whatever it acts.
    if (event.repeat && (event.key === 'Enter' || event.key === ' ') && !isTyping()) event.preventDefault();
    if (host.isAside()) return;
    if (event.key === 'Escape') host.close();
    if (event.key === 'PageDown') {
      event.preventDefault();
      if (!event.repeat) host.more();
    }
    const keypad = host.keypad();
    const action = keypad && keypadActionOf(event, keypad);
    if (action === undefined || action === 'headphonesIn' || action === 'headphonesOut') return;
    if (action === 'alongside') {
      if (!event.repeat) host.alongside();
      return;
    }
    if (!this.#act(action, event)) return;
    event.preventDefault();
    // What it has brought onto the screen, such as the attract screen, must not take the same press for one of its own.
    event.stopPropagation();
  };

  /** @returns whether the key has done all it is to do */
  #act(action: Pressed, event: KeyboardEvent): boolean {
    const isMove = action !== 'select' && action !== 'help' && action !== 'repeat';
    // Within a line of text the arrows are the text's own.
    if ((action === 'left' || action === 'right') && isTyping()) return false;
    // Enter presses by itself, and sends off what was typed.
    if (action === 'select' && event.key === 'Enter' && isControl()) return false;
    if (event.repeat) return true;
    if (isMove && moveWithin(this.#host.ground(), action)) return true;
    const meaning = meanings[action === 'left' || action === 'right' ? alongReading(action) : action];
    const guiding = this.#host.guiding();
    if (!guiding.isOn) meaning.seen(this.#host);
    else if (meaning.heard !== 'select') guiding.do(meaning.heard);
    else if (isControl()) pressFocused();
    else guiding.do('readOn');
    return true;
  }
}

/** Which way a key on the left or the right goes, in the direction in which the language is read. */
const alongReading = (direction: Extract<Direction, 'left' | 'right'>): 'towardsStart' | 'towardsEnd' =>
  (direction === 'left') === (document.documentElement.dir !== 'rtl') ? 'towardsStart' : 'towardsEnd';

const isTyping = (): boolean => deepActiveElement()?.matches('input, textarea') === true;

/** Whether what has the focus acts by itself. */
function isControl(): boolean {
  const active = deepActiveElement();
  return active !== null && composedClosest(active, 'button, a[href], input, textarea') !== null;
}
