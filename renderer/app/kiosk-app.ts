/** The root element: owns the visit under way, shows where it is, and hands what is asked for to who does it. */
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { LanguageChoice } from '../../content/format/index.ts';
import { type Division, divide } from '../components/layout.ts';
import { linkedRoute } from '../components/link.ts';
import type { Calibration, HostApi, KioskDescription } from '../host/contract.ts';
import { View } from '../views/view.ts';
import { Documents } from '../visit/documents.ts';
import type { Messages } from '../visit/messages.ts';
import type { Preferences } from '../visit/preferences.ts';
import { type Route, parseRoute } from '../visit/routes.ts';
import { addQuestion, changeQuestion, write } from '../visit/own-questions.ts';
import { choose } from '../visit/visit.ts';
import { Adapting } from './adapting.ts';
import { appStyles } from './app.styles.ts';
import { Attending } from './attending.ts';
import { ByEar } from './by-ear.ts';
import { Calibrating } from './calibrating.ts';
import { Column } from './column.ts';
import { Covering } from './covering.ts';
import { applyDisplay } from './display.ts';
import { drawFrame } from './frame.ts';
import { Guiding } from './guiding.ts';
import { Hearing } from './hearing.ts';
import { Keys } from './keys.ts';
import { Languages } from './languages.ts';
import { listen } from './listen.ts';
import { Moving } from './moving.ts';
import { Opening } from './opening.ts';
import { Pressing } from './pressing.ts';
import { ReadingAloud } from './reading-aloud.ts';
import { Searching } from './searching.ts';
import { Session } from './session.ts';
import type { Stage } from './stage.ts';
import { Staffing } from './staffing.ts';
import { Switching } from './switching.ts';
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
    pager: this.renderRoot.querySelector('kiosk-pager'),
  }));
  readonly #stage: Stage = {
    column: this.#column,
    session: () => this.#session,
    view: () => this.#view,
    drawn: () => this.#drawn(),
  };
  // Before all others that hear keys and touches: what answers the question is for nobody else.
  readonly #attending: Attending = new Attending(this, this.#stage, {
    site: () => this.#staffing.held(this.#options?.description),
    warning: () => this.renderRoot.querySelector('kiosk-still-here'),
    isOccupied: () => this.#session?.reader.status === 'playing' || this.#guiding.caption !== '',
    maySay: () => this.#hearing.allows(null),
    acted: () => this.#staffing.acted(),
    end: () => this.#end(),
  });
  readonly #staffing: Staffing = new Staffing(this, {
    host: () => this.#options?.host,
    begin: () => void this.#begin({ view: 'staff' }),
    end: () => this.#end(),
  });
  readonly #reading = new ReadingAloud(this.#stage);
  readonly #opening = new Opening(this.#stage, this.#reading, () => this.renderRoot);
  readonly #moving = new Moving(this.#stage, {
    reading: this.#reading,
    isFocusInPanel: () => this.shadowRoot?.activeElement?.matches('.panel') === true,
    closePanel: () => this.#opening.close(),
    end: () => this.#end(),
  });
  readonly #calibrating = new Calibrating(this, {
    host: () => this.#options?.host,
    token: () => this.#staffing.token,
    onSaved: (calibration) => this.#measure(calibration),
  });
  readonly #languages = new Languages(this, {
    session: () => this.#session,
    onMissing: () => this.#tellMissing(),
  });
  readonly #adapting = new Adapting(this.#stage, {
    reading: this.#reading,
    moving: this.#moving,
    languages: this.#languages,
    pixelsPerMm: () => this.#options?.description.pixelsPerMm ?? 1,
  });
  readonly #covering: Covering = new Covering(this.#stage, () => this.renderRoot.querySelector('kiosk-cover'));
  readonly #guiding = new Guiding(this, {
    root: this,
    session: () => this.#session,
    readFrom: (passage) => this.#reading.from(passage),
    maySay: () => this.#hearing.allows(),
    onHeld: () => this.#hearing.ask(),
  });
  readonly #hearing: Hearing = new Hearing(this, this.#stage, {
    keypad: () => this.#options?.description.keypad,
    rules: () => this.#options?.description.sound,
    togglePanel: () => this.#opening.toggle('headphones'),
    begin: () => this.#beginByEar(),
    guiding: { silence: () => this.#guiding.do('silence'), sayWhere: () => this.#guiding.do('where') },
  });
  readonly #searching: Searching = new Searching(this, {
    session: () => this.#session,
    onFailure: () => this.#tellMissing(),
  });
  #options: Omit<KioskAppOptions, 'documents'> | undefined;
  /** The time as views see it; it changes now and then, not with every update. */
  #now = new Date();
  #session: Session | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    const { presses } = new Pressing(this, {
      preferences: () => this.#session?.visit.preferences,
      pixelsPerMm: () => this.#options?.description.pixelsPerMm ?? 1,
      shown: () => this.#view?.ideas?.idea ?? this.#session?.content,
      mark: () => this.renderRoot.querySelector('kiosk-hold-mark'),
    });
    new Keys(this, {
      keypad: () => this.#options?.description.keypad,
      isAside: () => this.#isAside,
      ground: () => ({ root: this, isInSight: (element) => this.#column.isInSight(element) }),
      guiding: () => this.#guiding,
      back: () => this.#moving.back(),
      onward: () => this.#moving.onward(),
      more: () => this.#column.turn('more'),
      close: () => this.#opening.close(),
      help: () => void this.#opening.toggle('ways'),
      repeat: () => this.#reading.repeat(),
    });
    // Before what listens for held keys: while somebody scans, their switches are nothing else.
    new Switching(this, {
      root: this,
      session: () => this.#session,
      counts: () => presses.press(performance.now()),
      keys: () => this.#options?.description.switches,
      isAside: () => this.#isAside || this.#attending.isAsking,
      isInSight: (element) => this.#column.isInSight(element),
      isBeingSaid: () => this.#guiding.caption !== '',
      frame: () => this.renderRoot.querySelector('kiosk-scan-frame'),
      turnOn: () => this.#adapting.prefer({ switches: 'one' }),
    });
    new ByEar(this, {
      keypad: () => this.#options?.description.keypad,
      begin: () => this.#beginByEar(),
    });
    this.addEventListener('click', (event) => {
      const route = linkedRoute(event);
      if (route !== undefined) this.#moving.go(route);
    });
    listen(this, {
      'kiosk-go': (route) => this.#moving.go(route),
      'kiosk-back': () => this.#moving.back(),
      'kiosk-end-visit': () => this.#end(),
      'kiosk-language': (language) => void this.#adapting.speak(language),
      'kiosk-panel': (panel) => void this.#opening.toggle(panel),
      'kiosk-prefer': (change) => this.#adapting.prefer(change),
      'kiosk-put-back': () => this.#adapting.putBack(),
      'kiosk-cover': (isCovered) => void this.#covering.set(isCovered),
      'kiosk-reading': (command) => this.#reading.do(command),
      'kiosk-read-from': (passage) => this.#reading.from(passage),
      'kiosk-hear': (element) => this.#reading.only(element),
      'kiosk-type': (stroke) => this.#view?.type(stroke),
      'kiosk-search': (query) => this.#session?.change({ ...this.#session.visit, query }),
      'kiosk-draft': (draft) => this.#session?.change(write(this.#session.visit, draft)),
      'kiosk-add-question': () => this.#session?.change(addQuestion(this.#session.visit)),
      'kiosk-change-question': (index) => this.#session?.change(changeQuestion(this.#session.visit, index)),
      'kiosk-turn': (turn) => this.#column.turn(turn),
      'kiosk-choose': ({ page, choice, option }) =>
        this.#session?.change(choose(this.#session.visit, page, choice, option)),
      'kiosk-calibrate': (measured) => void this.#calibrating.save(measured),
      'kiosk-pin': (pin) => void this.#staffing.take(pin),
      'kiosk-staff': (command) => this.#staffing.do(command),
      'kiosk-headphones': () => void this.#hearing.confirm(),
      'kiosk-shown': () => this.#column.settle(),
    });
  }

  /** Starts the kiosk at the address the document has. Call once, after the element is in the document. */
  async start({ documents, ...options }: KioskAppOptions): Promise<void> {
    this.#options = options;
    this.#languages.all = options.languages;
    await this.#begin(parseRoute(location.hash), documents);
  }

  /** Whether the page could be loaded again without a visitor losing anything; see `Heartbeat`. */
  get rest(): 'waiting' | 'resting' | undefined {
    const content = this.#session?.content;
    if (content?.view === 'attract' || this.#staffing.isLeaving) return 'waiting';
    return content?.view === 'missing' && content.reason === 'resting' ? 'resting' : undefined;
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
      staff: this.#staffing.state,
      calibration: this.#staffing.calibrationOf(description),
      calibrated: this.#calibrating.outcome,
    });
    if (content.view === 'attract') {
      this.removeAttribute('style');
      return html`<main class="attract">${keyed(visit.id, view)}</main>`;
    }
    const division = this.#division(visit.preferences);
    this.style.setProperty('--reach-line', `${String(division.reachLine)}px`);
    return drawFrame({
      visit,
      content,
      view,
      division,
      languages,
      messages: this.#session.messages,
      progress: this.#column.progress,
      status: reader.status,
      isReading: reader.active,
      hospital: description.hospitalName,
      urgentNumber: description.urgentNumber,
      sound: description.sound,
      caption: this.#guiding.caption,
      left: this.#attending.left,
    });
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

  async #drawn(): Promise<void> {
    await this.updateComplete;
    await this.#view?.updateComplete;
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
      contentBuiltAt: description.contentBuiltAt,
      mostVolume: description.sound.mostVolume,
      mayRead: (passage) => this.#hearing.allows(passage),
      onHeld: () => this.#hearing.ask(),
      mayCalibrate: () => this.#staffing.calibrationOf(description) !== undefined,
      onChange: () => this.requestUpdate(),
      onSentence: (where) => this.#column.follow(where),
      onEnd: (root) => this.#reading.onEnd(root),
      onProblem: async (code) => {
        const reply = await host.reportProblem({ code });
        return reply.ok || reply.error.code !== 'unavailable';
      },
    });
    this.#staffing.visitBegins(this.#session.visit.isStaff);
    applyDisplay(document.documentElement, this.#session.visit.preferences, description.pixelsPerMm);
    await this.#moving.to(this.#session.visit);
  }

  /** Somebody cannot see what is offered: guidance comes on, and what the key they held had opened goes away. */
  #beginByEar(): void {
    const visit = this.#session?.visit;
    if (visit === undefined || visit.preferences.guidance) return;
    if (this.#session?.content?.view === 'attract') this.#moving.go({ view: 'welcome' });
    if (visit.panel === 'ways') this.#opening.close();
    this.#adapting.prefer({ guidance: true });
  }

  /** Ends the visit: everything that belonged to it is dropped, and the host lets go of its side. */
  #end(): void {
    this.#attending.ended();
    void this.#begin({ view: 'attract' });
    void this.#options?.host.endVisit({});
  }

  readonly #onAddress = (): void => {
    const route = this.#moving.addressed();
    if (route?.view === 'attract') this.#end();
    else if (route !== undefined) this.#moving.go(route);
  };

  readonly #onResize = (): void => this.requestUpdate();

  /** The screen has been measured: every length is drawn anew. */
  #measure(calibration: Calibration): void {
    if (this.#options === undefined || this.#session === undefined) return;
    const description = this.#staffing.measured(this.#options.description, calibration);
    this.#options = { ...this.#options, description };
    applyDisplay(document.documentElement, this.#session.visit.preferences, description.pixelsPerMm);
  }

  #tellMissing(): void {
    void this.#options?.host.reportProblem({ code: 'document-missing' });
  }
}

/** The size of body text, in CSS pixels. */
const rem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-app': KioskApp;
  }
}
