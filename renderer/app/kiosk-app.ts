/** The root element: shows where the visit is, and does what the elements below it ask for. */
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import type { LanguageChoice } from '../../content/format/index.ts';
import type { KioskEvents, ReadingCommand, Turn } from '../components/events.ts';
import '../components/cover/cover.ts';
import '../components/header/header.ts';
import type { KioskHeader } from '../components/header/header.ts';
import type { KioskPager } from '../components/pager/pager.ts';
import '../components/pager/pager.ts';
import '../components/quiet-space.ts';
import { type Division, divide } from '../components/layout.ts';
import { linkedRoute } from '../components/link.ts';
import { painted } from '../components/painted.ts';
import { Panel } from '../components/panel/panel.ts';
import '../components/caption/caption.ts';
import '../components/toolbar/toolbar.ts';
import type { KioskToolbar } from '../components/toolbar/toolbar.ts';
import type { HostApi, KioskDescription } from '../host/contract.ts';
import { View } from '../views/view.ts';
import { Documents } from '../visit/documents.ts';
import type { Messages } from '../visit/messages.ts';
import type { Preferences } from '../visit/preferences.ts';
import { type Route, formatRoute, parseRoute, partOf } from '../visit/routes.ts';
import {
  type PanelName,
  type ReadingPlace,
  type Visit,
  canGoBack,
  choose,
  goBack,
  goTo,
  prefer,
  putBack,
  togglePanel,
} from '../visit/visit.ts';
import { appStyles } from './app.styles.ts';
import { Column } from './column.ts';
import { Covering } from './covering.ts';
import { Guiding } from './guiding.ts';
import { applyDisplay } from './display.ts';
import { refuseDoubleTaps } from './double-tap.ts';
import { Keys } from './keys.ts';
import { Languages } from './languages.ts';
import { Searching } from './searching.ts';
import { drawPanel } from './panels.ts';
import { Session } from './session.ts';
import { drawView } from './views.ts';

/** What the root element needs from outside, once. */
export interface KioskAppOptions {
  readonly host: HostApi;
  readonly description: KioskDescription;
  readonly messages: Messages;
  /** All languages to choose from; one or none offers no choice. */
  readonly languages: readonly LanguageChoice[];
  /** Documents that are loading already, for the first visit; later ones start with none. */
  readonly documents: Documents;
}

/** How often what depends on the time of day is looked at again. */
const CLOCK_MS = 30_000;

@customElement('kiosk-app')
export class KioskApp extends LitElement {
  static override readonly styles = appStyles;

  readonly #column = new Column(this, () => ({
    scroller: this.renderRoot.querySelector<HTMLElement>('.scroller'),
    veil: this.renderRoot.querySelector<HTMLElement>('.veil'),
    view: this.#view,
  }));
  readonly #covering: Covering = new Covering({
    session: () => this.#session,
    drawn: () => this.#drawn(),
    cover: () => this.renderRoot.querySelector('kiosk-cover'),
  });
  readonly #languages = new Languages(this, {
    session: () => this.#session,
    onMissing: () => void this.#options?.host.reportProblem({ code: 'document-missing' }),
  });
  readonly #guiding = new Guiding(this, {
    root: this,
    session: () => this.#session,
    readFrom: (passage) => this.#read(passage),
  });
  readonly #searching: Searching = new Searching(this, {
    session: () => this.#session,
    onFailure: () => void this.#options?.host.reportProblem({ code: 'document-missing' }),
  });
  #options: Omit<KioskAppOptions, 'documents'> | undefined;
  /** The time as views see it; it changes now and then, not with every update. */
  #now = new Date();
  #session: Session | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Keys(this, {
      keypad: () => this.#options?.description.keypad,
      isAside: () => this.#isAside,
      ground: () => ({ root: this, isInSight: (element) => this.#column.isInSight(element) }),
      guiding: () => this.#guiding,
      back: () => this.#onBack(),
      onward: () => this.#onward(),
      more: () => this.#column.turn('more'),
      close: () => this.#close(),
      help: () => void this.#toggle('ways'),
      repeat: () => this.#repeat(),
    });
    refuseDoubleTaps(this, () => this.#view?.ideas?.idea ?? this.#session?.content);
    this.addEventListener('click', (event) => this.#followLink(event));
  }

  /** Starts the kiosk at the address the document has. Call once, after the element is in the document. */
  async start({ documents, ...options }: KioskAppOptions): Promise<void> {
    this.#options = options;
    this.#languages.all = options.languages;
    await this.#begin(parseRoute(location.hash), documents);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onAddress);
    window.addEventListener('resize', this.#onResize);
    this.#clock = setInterval(() => {
      this.#now = new Date();
      this.requestUpdate();
    }, CLOCK_MS);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#onAddress);
    window.removeEventListener('resize', this.#onResize);
    clearInterval(this.#clock);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.#session?.content;
    if (this.#session === undefined || this.#options === undefined || content === undefined) return nothing;
    const { visit, reader } = this.#session;
    const { description } = this.#options;
    const languages = this.#languages.all;
    const view = drawView(content, {
      visit,
      site: description,
      languages,
      reading: reader.active,
      now: this.#now,
      answer: this.#searching.answer,
    });
    if (content.view === 'attract') {
      return html`<main class="attract" @kiosk-go=${this.#onGo} @kiosk-language=${this.#onLanguage}>
        ${keyed(visit.id, view)}
      </main>`;
    }
    const { layout, tools, toolColumns, reachLine } = this.#division(visit.preferences);
    const moreFirst = visit.preferences.side !== 'usual' && tools === 'start';
    this.style.setProperty('--reach-line', `${String(reachLine)}px`);
    return html`${
        reachLine > 0
          ? html`<kiosk-quiet-space class="above" .hospital=${description.hospitalName}></kiosk-quiet-space>`
          : nothing
      }
      <div
        ?inert=${visit.isCovered && !visit.preferences.guidance}
        data-flow
        class="frame ${layout} tools-${tools} ${visit.panel === undefined ? '' : 'beside'}"
        @kiosk-go=${this.#onGo}
        @kiosk-back=${this.#onBack}
        @kiosk-panel=${this.#onPanel}
        @kiosk-prefer=${this.#onPrefer}
        @kiosk-put-back=${this.#onPutBack}
        @kiosk-cover=${this.#onCover}
        @kiosk-language=${this.#onLanguage}
        @kiosk-reading=${this.#onReading}
        @kiosk-read-from=${this.#onReadFrom}
        @kiosk-hear=${this.#onHear}
        @kiosk-choose=${this.#onChoose}
        @kiosk-type=${this.#onType}
        @kiosk-search=${this.#onSearch}
        @kiosk-turn=${this.#onTurn}
        @kiosk-shown=${this.#onShown}
        @kiosk-end-visit=${this.#end}
      >
        <div class="column">
          <kiosk-header
            .hospital=${reachLine > 0 ? '' : description.hospitalName}
            .trail=${content.trail}
            .toolsFirst=${moreFirst}
            .hasLanguages=${languages.length > 1}
            .languagesOpen=${visit.panel === 'language'}
            .covered=${visit.isCovered}
            .search=${content.view !== 'search' && content.view !== 'welcome'}
            .ofCards=${content.view === 'home' || content.view === 'topic' || content.view === 'welcome'}
          ></kiosk-header>
          <div class="scroller">
            <main>${keyed(`${String(visit.id)} ${content.key}`, view)}</main>
            <div class="edge"><div class="veil"></div></div>
          </div>
          <kiosk-pager
            .progress=${this.#column.progress}
            .start=${content.view === 'welcome'}
            .moreFirst=${moreFirst}
            .contents=${visit.panel === 'contents'}
          ></kiosk-pager>
          ${
            visit.preferences.guidance && visit.preferences.captions
              ? html`<kiosk-caption .text=${this.#guiding.caption}></kiosk-caption>`
              : nothing
          }
        </div>
        ${drawPanel(visit, content, { status: reader.status, part: this.#column.progress.part, layout, languages })}
        <kiosk-toolbar
          .columns=${toolColumns}
          .panel=${visit.panel}
          .canGoBack=${canGoBack(visit)}
          .reading=${reader.active}
        ></kiosk-toolbar>
      </div>
      ${
        visit.isCovered
          ? html`<kiosk-cover
              aria-hidden=${ifDefined(visit.preferences.guidance ? 'true' : undefined)}
              .isListening=${visit.preferences.guidance}
              @kiosk-cover=${this.#onCover}
            ></kiosk-cover>`
          : nothing
      }`;
  }

  protected override updated(): void {
    const session = this.#session;
    if (session === undefined) return;
    // A title may be seen where the page is not: in a list of windows, or in what a screen reader says of it.
    document.title = session.visit.isCovered ? session.messages.text('cover.title') : (session.content?.title ?? '');
  }

  #division(preferences: Preferences): Division {
    const { innerWidth: width, innerHeight: height } = window;
    const mm = this.#options?.description.pixelsPerMm ?? 1;
    const direction = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
    return divide({ width, height, rem: rem(), mm, direction }, preferences);
  }

  /** Whether any key is the attract screen's, or the cover's; by ear one goes on beneath the cover. */
  get #isAside(): boolean {
    const { content, visit } = this.#session ?? {};
    return content?.view === 'attract' || (visit?.isCovered === true && !visit.preferences.guidance);
  }

  get #view(): View | null {
    const view = this.renderRoot.querySelector('main')?.firstElementChild;
    return view instanceof View ? view : null;
  }

  /** Drops the session there is, with everything in it, and starts another. */
  async #begin(route: Route, documents?: Documents): Promise<void> {
    if (this.#options === undefined) return;
    const { messages, host, description } = this.#options;
    this.#session?.end();
    this.#languages.use(messages);
    this.#session = new Session({
      route,
      messages,
      documents: documents ?? new Documents(messages.language),
      withdrawAfterDays: description.withdrawAfterDays,
      onChange: () => this.requestUpdate(),
      onSentence: (where) => this.#column.follow(where),
      onEnd: (root) => this.#readOn(root),
      onProblem: (code) => void host.reportProblem({ code }),
    });
    applyDisplay(document.documentElement, this.#session.visit.preferences, description.pixelsPerMm);
    await this.#move(this.#session.visit);
  }

  /** Goes to where a visit now is, and puts the reader's eye and the focus there. */
  async #move(visit: Visit): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    session.reader.stop();
    history.replaceState(null, '', formatRoute(visit.route));
    if (!(await session.move(visit))) return;
    await this.#drawn();
    if (session !== this.#session) return;
    const view = this.#view;
    const part = visit.returned === undefined ? partOf(visit.route) : undefined;
    const passage = visit.returned?.readTo?.passage;
    if (part !== undefined || passage !== undefined || view?.ideas !== undefined)
      await view?.reveal({ section: part, passage });
    // Whoever chose this in a panel goes on choosing there.
    if (visit.panel === undefined || this.shadowRoot?.activeElement?.matches('.panel') !== true)
      view?.focusHeading(part);
    if (part === undefined) this.#column.showPlace(visit.returned?.readTo);
    else this.#column.showSection(part);
    // Getting the voice ready can wait until the visitor sees where they are.
    await painted();
    if (view?.isConnected === true && session === this.#session) {
      if (visit.preferences.readToMe) this.#read(this.#column.firstVisiblePassage());
      else await session.reader.prepare(view.renderRoot, this.#column.firstVisiblePassage());
    }
  }

  async #drawn(): Promise<void> {
    await this.updateComplete;
    await this.#view?.updateComplete;
  }

  readonly #onAddress = (): void => {
    const route = parseRoute(location.hash);
    const visit = this.#session?.visit;
    if (visit === undefined || formatRoute(route) === formatRoute(visit.route)) return;
    if (route.view === 'attract') this.#end();
    else this.#go(route);
  };

  readonly #onResize = (): void => this.requestUpdate();

  /** The next screenful; from the first-use card, when all of it has been seen, home. */
  #onward(): void {
    if (this.#column.progress.more) this.#column.turn('more');
    else if (this.#session?.content?.view === 'welcome') this.#go({ view: 'home' });
  }

  #close(): void {
    const panel = this.#session?.visit.panel;
    if (panel !== undefined) void this.#toggle(panel);
  }

  /** Says the last sentence again, or begins to read where nothing is being read. */
  #repeat(): void {
    const reader = this.#session?.reader;
    if (reader?.active === true) reader.repeat();
    else this.#read(this.#column.firstVisiblePassage());
  }

  #followLink(event: Event): void {
    const route = linkedRoute(event);
    if (route !== undefined) this.#go(route);
  }

  #onGo(event: CustomEvent<KioskEvents['kiosk-go']>): void {
    this.#go(event.detail);
  }

  #go(route: Route): void {
    const visit = this.#session?.visit;
    if (visit !== undefined) void this.#move(goTo(visit, route, this.#column.readingPlace()));
  }

  #onBack(): void {
    const visit = this.#session?.visit;
    if (visit === undefined || !canGoBack(visit)) return;
    if (visit.panel !== undefined) void this.#toggle(visit.panel);
    else void this.#move(goBack(visit));
  }

  #onPanel(event: CustomEvent<KioskEvents['kiosk-panel']>): void {
    void this.#toggle(event.detail);
  }

  async #toggle(panel: PanelName): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    const opening = session.visit.panel !== panel;
    await this.#column.keepPlace(async () => {
      session.change(togglePanel(session.visit, panel));
      await this.#drawn();
    });
    if (panel === 'reading' && opening && !session.reader.active) this.#read(this.#column.firstVisiblePassage());
    if (panel === 'reading' && !opening) this.#hush();
    this.#focusPanel(opening ? undefined : panel);
  }

  /** Puts the focus into the open panel, or back on what had opened the one that was closed. */
  #focusPanel(closed: PanelName | undefined): void {
    const panel = this.renderRoot.querySelector('.panel');
    if (panel instanceof Panel) void panel.updateComplete.then(() => panel.focusFirst());
    else if (closed === 'language') this.renderRoot.querySelector<KioskHeader>('kiosk-header')?.focusLanguages();
    else if (closed === 'contents') this.renderRoot.querySelector<KioskPager>('kiosk-pager')?.focusContents();
    else if (closed === 'keyboard') this.#view?.focusHeading();
    else if (closed !== undefined) this.renderRoot.querySelector<KioskToolbar>('kiosk-toolbar')?.focusTool(closed);
  }

  #onPrefer(event: CustomEvent<KioskEvents['kiosk-prefer']>): void {
    this.#adapt((visit) => prefer(visit, event.detail));
  }

  async #onLanguage({ detail }: CustomEvent<KioskEvents['kiosk-language']>): Promise<void> {
    const starting = this.#session?.content?.view === 'attract';
    const place = this.#column.readingPlace();
    const isOn = await this.#languages.choose(detail);
    const session = this.#session;
    if (session === undefined) return;
    if (starting) this.#go({ view: 'welcome' });
    if (starting || !isOn) return;
    await this.#drawn();
    await this.#view?.complete();
    this.#column.showPlace(place);
    await painted();
    const view = this.#view;
    if (view === null || session !== this.#session) return;
    if (session.visit.preferences.readToMe) this.#read(this.#column.firstVisiblePassage());
    else await session.reader.prepare(view.renderRoot, this.#column.firstVisiblePassage());
  }

  #onCover(event: CustomEvent<KioskEvents['kiosk-cover']>): void {
    void this.#covering.set(event.detail);
  }

  #onPutBack(): void {
    this.#adapt(putBack);
  }

  /** Lets the screen and the voice be another way, at the place where the visitor is. */
  #adapt(change: (visit: Visit) => Visit): void {
    const session = this.#session;
    if (session === undefined || this.#options === undefined) return;
    const { pixelsPerMm } = this.#options.description;
    const before = session.visit.preferences;
    const place = this.#column.readingPlace();
    void this.#column
      .keepPlace(async () => {
        const visit = change(session.visit);
        applyDisplay(document.documentElement, visit.preferences, pixelsPerMm);
        session.change(visit);
        await this.#drawn();
      })
      .then(() => {
        if (session === this.#session) this.#follow(before, place);
      });
  }

  /** Does at once what somebody has chosen for all that they open: another version of the page, and the voice. */
  #follow(before: Preferences, place: ReadingPlace | undefined): void {
    const session = this.#session;
    if (session === undefined) return;
    const { visit, content, reader } = session;
    const { easyRead, oneThing, readToMe } = visit.preferences;
    const view = this.#view;
    if (oneThing !== before.oneThing && view !== null)
      void view.reveal({ passage: place?.passage }).then(() => this.#column.showPlace(place));
    const wanted = easyRead ? 'easy' : 'full';
    const hasBoth = content?.view === 'page' && content.page.otherVersion === true;
    if (easyRead !== before.easyRead && hasBoth && visit.route.view === 'page' && visit.route.version !== wanted) {
      const other = goTo(visit, { view: 'page', page: visit.route.page, version: wanted }, this.#column.readingPlace());
      void this.#move({ ...other, panel: visit.panel });
    }
    if (readToMe && !before.readToMe) this.#read(this.#column.firstVisiblePassage());
    if (!readToMe && before.readToMe) reader.stop();
  }

  #onReading(event: CustomEvent<ReadingCommand>): void {
    const reader = this.#session?.reader;
    if (reader === undefined) return;
    this.#column.startFollowing();
    if (event.detail === 'stop') this.#hush();
    else if (event.detail !== 'play') reader[event.detail]();
    else if (reader.status === 'paused') reader.resume();
    else this.#read(this.#column.firstVisiblePassage());
  }

  /** What is shown has been read: goes on with the next idea, where ideas are shown one at a time (D5). */
  #readOn(root: ParentNode): boolean {
    const view = this.#view;
    if (root !== view?.renderRoot || !view.turnIdea(1)) return false;
    void view.updateComplete.then(() => {
      this.#column.scrollTo(0);
      this.#read(this.#column.firstVisiblePassage());
    });
    return true;
  }

  /** Told to stop, the voice does not begin again by itself on what is opened next. */
  #hush(): void {
    const session = this.#session;
    session?.reader.stop();
    if (session?.visit.preferences.readToMe === true) session.change(prefer(session.visit, { readToMe: false }));
  }

  #onReadFrom(event: CustomEvent<HTMLElement>): void {
    this.#read(event.detail);
  }

  #onHear(event: CustomEvent<HTMLElement>): void {
    this.#column.startFollowing();
    void this.#session?.reader.start(event.detail);
  }

  #read(from: HTMLElement | undefined): void {
    const view = this.#view;
    if (view === null) return;
    this.#column.startFollowing();
    void this.#session?.reader.start(view.renderRoot, from);
  }

  #onChoose(event: CustomEvent<KioskEvents['kiosk-choose']>): void {
    const { page, choice, option } = event.detail;
    const session = this.#session;
    if (session !== undefined) session.change(choose(session.visit, page, choice, option));
  }

  #onType(event: CustomEvent<KioskEvents['kiosk-type']>): void {
    this.#view?.type(event.detail);
  }

  #onSearch(event: CustomEvent<KioskEvents['kiosk-search']>): void {
    const session = this.#session;
    session?.change({ ...session.visit, query: event.detail });
  }

  #onTurn(event: CustomEvent<Turn>): void {
    this.#column.turn(event.detail);
  }

  #onShown(): void {
    this.#column.settle();
  }

  /** Ends the visit: everything that belonged to it is dropped, and the host lets go of its side. */
  #end(): void {
    void this.#begin({ view: 'attract' });
    void this.#options?.host.endVisit({});
  }
}

/** The size of body text, in CSS pixels. */
const rem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-app': KioskApp;
  }
}
