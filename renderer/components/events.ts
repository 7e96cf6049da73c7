/** The events by which elements tell the root what a person wants. All bubble and cross shadow roots. */
import type { Calibration } from '../visit/calibration.ts';
import type { Preferences } from '../visit/preferences.ts';
import type { PanelName } from '../visit/visit.ts';
import type { Stroke } from '../visit/typing.ts';
import type { Route } from '../visit/routes.ts';
import type { DeskCommand } from '../visit/desk.ts';
import type { UpkeepCommand } from '../visit/upkeep.ts';
import type { Ticket } from '../visit/print-status.ts';
import type { KeptAct, KeptItem } from '../visit/summary.ts';

/** What a person may ask of the reader. */
export type ReadingCommand = 'play' | 'pause' | 'stop' | 'previous' | 'next' | 'repeat';

/**
 * What staff may want at the screen (V1). To begin ends the visitor’s visit; `alongside` leads volunteers to their PIN;
 * technicians give volunteers a PIN, or leave it as it is.
 */
export type StaffCommand = 'begin' | 'alongside' | 'restart' | 'exit' | 'finish' | 'give-pin' | 'keep-pin' | 'clean';

/** A display that a volunteer chooses for both, and perhaps a language with it. */
export interface PresetChoice {
  readonly change: Partial<Preferences>;
  readonly language?: string;
}

/** Which way to turn the page. */
export type Turn = 'more' | 'back' | 'top';

/** What each event carries. */
export interface KioskEvents {
  /** Go somewhere. */
  readonly 'kiosk-go': Route;
  readonly 'kiosk-back': undefined;
  readonly 'kiosk-end-visit': undefined;
  /** Everything is to be in this language (BCP 47). */
  readonly 'kiosk-language': string;
  /** Open a panel, or close it when it is open. */
  readonly 'kiosk-panel': PanelName;
  readonly 'kiosk-prefer': Partial<Preferences>;
  /** All that was chosen of the display is to be put back, or that is to be undone. */
  readonly 'kiosk-put-back': undefined;
  /** Hide what is on the screen (`true`), or show it again. */
  readonly 'kiosk-cover': boolean;
  /** Headphones are in, or the voice may go on without them. */
  readonly 'kiosk-headphones': undefined;
  readonly 'kiosk-reading': ReadingCommand;
  /** Read aloud from this passage on. */
  readonly 'kiosk-read-from': HTMLElement;
  /** Read aloud what stands inside this element, and nothing after it. */
  readonly 'kiosk-hear': HTMLElement;
  /** The same for what takes minutes: with the panel by which the voice is stopped and slowed. */
  readonly 'kiosk-hear-all': HTMLElement;
  /** A key of the on-screen keyboard was pressed. */
  readonly 'kiosk-type': Stroke;
  /** Something is looked for: the whole text, as it is now. */
  readonly 'kiosk-search': string;
  /** A question of one's own is being written: the whole text, as it is now. */
  readonly 'kiosk-draft': string;
  /** What was written is a question. */
  readonly 'kiosk-add-question': undefined;
  /** A question of one's own is to be written anew; counted from 0. */
  readonly 'kiosk-change-question': number;
  /** Turn a screenful on (`more`), a part back, or to the top. */
  readonly 'kiosk-turn': Turn;
  /** Keep this in my summary, or take it out where it is kept. */
  readonly 'kiosk-keep': KeptItem;
  /** Another gate is open now in a part; it matters where that part is kept. */
  readonly 'kiosk-gates': KeptItem;
  readonly 'kiosk-kept': KeptAct;
  /** My summary is to be printed at the desk; or not, after all. */
  readonly 'kiosk-print': undefined;
  readonly 'kiosk-cancel-print': Ticket;
  /** An option was chosen in a choice block. */
  readonly 'kiosk-choose': { readonly page: string; readonly choice: string; readonly option: string };
  /** A technician wants to keep what was measured of the screen. */
  readonly 'kiosk-calibrate': Calibration;
  /** All digits of a PIN are entered; whoever takes them keeps them no longer than that takes. */
  readonly 'kiosk-pin': string;
  readonly 'kiosk-staff': StaffCommand;
  /** How loud the loudest step is to be, in per cent (V3). */
  readonly 'kiosk-loudest': number;
  /** Technicians want other content (V3). */
  readonly 'kiosk-upkeep': UpkeepCommand;
  /** The visitor agrees that a volunteer sees what they had read before (V2). */
  readonly 'kiosk-bring-back': undefined;
  readonly 'kiosk-preset': PresetChoice;
  /** Whoever handed the kiosk back has seen that it is clean. */
  readonly 'kiosk-wiped': undefined;
  /** Staff want something of a ticket, or a test sheet (V3). */
  readonly 'kiosk-desk': DeskCommand;
  /** What a view shows, or may read aloud, is another now. */
  readonly 'kiosk-shown': undefined;
}

/** Dispatches one of the events above from an element. */
export function tell<Name extends keyof KioskEvents>(
  from: EventTarget,
  name: Name,
  ...detail: KioskEvents[Name] extends undefined ? [] : [KioskEvents[Name]]
): void {
  from.dispatchEvent(new CustomEvent(name, { detail: detail[0], bubbles: true, composed: true }));
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it maps the list above into the DOM's own
  interface HTMLElementEventMap extends KioskEventMap {}
}

type KioskEventMap = { [Name in keyof KioskEvents]: CustomEvent<KioskEvents[Name]> };
