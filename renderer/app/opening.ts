/** Opening and closing panels: the text keeps its place, and the focus is where the person looks. */
import { Panel } from '../components/panel/panel.ts';
import type { KioskHeader } from '../components/header/header.ts';
import type { KioskPager } from '../components/pager/pager.ts';
import type { KioskToolbar } from '../components/toolbar/toolbar.ts';
import { type PanelName, togglePanel } from '../visit/visit.ts';
import type { ReadingAloud } from './reading-aloud.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';

export class Opening {
  readonly #stage: Stage;
  readonly #reading: ReadingAloud;
  readonly #root: () => ParentNode;

  /** @param root - in which the open panel is found, and the tools that open panels */
  constructor(stage: Stage, reading: ReadingAloud, root: () => ParentNode) {
    this.#stage = stage;
    this.#reading = reading;
    this.#root = root;
  }

  /** Opens a panel in place of the one that is open, or closes it when it is open itself. */
  async toggle(panel: PanelName): Promise<void> {
    const session = this.#stage.session();
    if (session === undefined) return;
    const opening = session.visit.panel !== panel;
    await this.#change(session, panel);
    if (panel === 'reading' && opening && !session.reader.active) this.#reading.here();
    if (panel === 'reading' && !opening) this.#reading.hush();
    this.#putFocus(opening ? undefined : panel);
  }

  /** Reads what stands inside an element, with the panel by which the voice is stopped and slowed. */
  async hear(element: HTMLElement): Promise<void> {
    const session = this.#stage.session();
    if (session === undefined) return;
    this.#reading.only(element);
    if (session.visit.panel === 'reading') return;
    await this.#change(session, 'reading');
    this.#putFocus(undefined);
  }

  /** Closes what is open; nothing where nothing is. */
  close(): void {
    const panel = this.#stage.session()?.visit.panel;
    if (panel !== undefined) void this.toggle(panel);
  }

  /** The text stays where it is, though the panel takes or gives back its room. */
  #change(session: Session, panel: PanelName): Promise<void> {
    const { column, drawn } = this.#stage;
    return column.keepPlace(async () => {
      session.change(togglePanel(session.visit, panel));
      await drawn();
    });
  }

  /** Puts the focus into the open panel, or back on what had opened the one that was closed. */
  #putFocus(closed: PanelName | undefined): void {
    const root = this.#root();
    const panel = root.querySelector('.panel');
    if (panel instanceof Panel) void panel.updateComplete.then(() => panel.focusFirst());
    else if (closed === 'language') root.querySelector<KioskHeader>('kiosk-header')?.focusLanguages();
    else if (closed === 'alongside') root.querySelector<KioskHeader>('kiosk-header')?.focusAlongside();
    else if (closed === 'contents') root.querySelector<KioskPager>('kiosk-pager')?.focusContents();
    else if (closed === 'keyboard') this.#stage.view()?.focusField();
    else if (closed === 'headphones') root.querySelector<KioskToolbar>('kiosk-toolbar')?.focusTool('reading');
    else if (closed === 'times') root.querySelector<KioskToolbar>('kiosk-toolbar')?.focusTool('ways');
    else if (closed !== undefined) root.querySelector<KioskToolbar>('kiosk-toolbar')?.focusTool(closed);
  }
}
