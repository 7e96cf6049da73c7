/**
 * A kiosk in a frame, used from outside by the very events its own buttons send, so that it needs to know nothing of
 * the tool.
 */
import type { KioskEvents } from '../../../renderer/components/events.ts';
import type { Preferences } from '../../../renderer/visit/preferences.ts';
import { readPlace, showPlace, type FramedPlace, type KioskParts } from './place.ts';

/** What an editor wants to see. */
export interface Wish {
  /** An address of the kiosk, `#` included. */
  readonly route: string;
  readonly preferences: Partial<Preferences>;
  readonly choices: readonly Choice[];
  readonly place: FramedPlace | undefined;
}

type Choice = KioskEvents['kiosk-choose'];

/** What is to be told of the kiosk. */
export interface KioskListener {
  /** It shows something, perhaps somewhere else. */
  readonly onShown: () => void;
  /** Somebody changed how it looks, in the kiosk itself. */
  readonly onPrefer: (change: Partial<Preferences>) => void;
  /** The visit ended: everything is at its default again. */
  readonly onEnd: () => void;
}

/** The title of the kiosk's page before it shows anything. */
const TITLE_BEFORE = 'Alongside';

/** A kiosk that shows nothing after so long is shown as it is: it may be resting. */
const PATIENCE_MS = 5000;

let loads = 0;

/** A kiosk in a frame of its own. */
export class FramedKiosk {
  readonly element = document.createElement('iframe');
  readonly #choices = new Map<string, Choice>();

  constructor() {
    this.element.title = 'The kiosk';
    this.element.className = 'coming';
  }

  /** Where the kiosk is, without a part of it. */
  get route(): string {
    const [view = '', name = '', id] = (this.element.contentWindow?.location.hash ?? '').split('/');
    return id === undefined ? `${view || '#'}/${name}` : `${view}/${name}${name === 'questions' ? '' : `/${id}`}`;
  }

  get choices(): readonly Choice[] {
    return [...this.#choices.values()];
  }

  get place(): FramedPlace | undefined {
    const parts = this.#parts;
    return parts && readPlace(parts);
  }

  /** Loads the kiosk as it is wished for; the frame must be in the document. Resolves when all of it can be seen. */
  async load({ route, preferences, choices, place }: Wish, listener: KioskListener): Promise<void> {
    // Another query makes it another page for the browser; the kiosk's server sets it aside.
    loads += 1;
    this.element.src = `/?${String(loads)}${route}`;
    await this.#shown();
    this.#listen(listener);
    this.prefer(preferences);
    for (const choice of choices) this.#tell('kiosk-choose', choice);
    const parts = this.#parts;
    if (parts && place !== undefined) await showPlace(parts, place);
  }

  /** Goes somewhere, as a link would. */
  go(route: string): void {
    const { contentWindow } = this.element;
    if (contentWindow) contentWindow.location.hash = route;
  }

  prefer(change: Partial<Preferences>): void {
    this.#tell('kiosk-prefer', change);
  }

  /** Presses ‘Read to me’. */
  listen(): void {
    this.#tell('kiosk-panel', 'reading');
  }

  get #root(): ShadowRoot | null {
    return this.element.contentDocument?.querySelector('kiosk-app')?.shadowRoot ?? null;
  }

  get #parts(): KioskParts | undefined {
    const scroller = this.#root?.querySelector<HTMLElement>('.scroller');
    const view = this.#root?.querySelector('main')?.firstElementChild;
    return scroller && view ? { scroller, view: view as unknown as KioskParts['view'] } : undefined;
  }

  /** Before the first touch there is no toolbar, and nothing to tell. */
  #tell<Name extends keyof KioskEvents>(name: Name, detail: KioskEvents[Name]): void {
    const toolbar = this.#root?.querySelector('kiosk-toolbar');
    toolbar?.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #listen({ onShown, onPrefer, onEnd }: KioskListener): void {
    const page = this.element.contentDocument;
    const on = <Name extends keyof KioskEvents>(name: Name, hear: (detail: KioskEvents[Name]) => void): void => {
      page?.addEventListener(name, (event) => hear((event as CustomEvent<KioskEvents[Name]>).detail));
    };
    on('kiosk-shown', onShown);
    on('kiosk-prefer', onPrefer);
    on('kiosk-end-visit', onEnd);
    on('kiosk-choose', (choice) => this.#choices.set(`${choice.page}/${choice.choice}`, choice));
  }

  async #shown(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const page = this.element.contentDocument;
      const isLoaded = page?.location.href !== 'about:blank' && page?.readyState === 'complete';
      if (isLoaded && page.querySelector('kiosk-app') === null) return;
      if (isLoaded && page.title !== TITLE_BEFORE && this.#root?.querySelector('main')) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
