/** The root element: owns the visit under way, shows where it is, and hands what is asked for to who does it. */
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { type Division, divide } from '../components/layout.ts';
import type { Calibration } from '../host/contract.ts';
import { View } from '../views/view.ts';
import { Documents } from '../visit/documents.ts';
import type { Messages } from '../visit/messages.ts';
import type { Preferences } from '../visit/preferences.ts';
import { parseRoute } from '../visit/routes.ts';
import { type Visit, startVisit } from '../visit/visit.ts';
import { appStyles } from './app.styles.ts';
import { applyDisplay } from './display.ts';
import { drawFrame } from './frame.ts';
import { listenForInputs } from './inputs.ts';
import type { KioskAppOptions, KioskOptions } from './kiosk-options.ts';
import { Session } from './session.ts';
import { drawView } from './views.ts';
import { doWhatIsWanted } from './wants.ts';
import { type Kiosk, createWorkings } from './workings.ts';

/** How often what depends on the time of day is looked at again. */
const CLOCK_MS = 30_000;

@customElement('kiosk-app')
export class KioskApp extends LitElement {
  static override readonly styles = appStyles;

  readonly #kiosk: Kiosk = {
    options: () => this.#options,
    session: () => this.#session,
    view: () => this.#view,
    drawn: () => this.#drawn(),
    begin: (visit, messages) => this.#begin(visit, messages),
    end: () => this.#end(),
    measure: (calibration) => this.#measure(calibration),
    limitVolume: (percent) => this.#limitVolume(percent),
  };
  readonly #workings = createWorkings(this, this.#kiosk);
  #options: KioskOptions | undefined;
  /** The time as views see it; it changes now and then, not with every update. */
  #now = new Date();
  #session: Session | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    listenForInputs(this, this.#kiosk, this.#workings);
    doWhatIsWanted(this, this.#kiosk, this.#workings);
  }

  /** Starts the kiosk at the address the document has. Call once, after the element is in the document. */
  async start({ documents, ...options }: KioskAppOptions): Promise<void> {
    this.#options = options;
    this.#workings.languages.all = options.languages;
    await this.#begin(startVisit(parseRoute(location.hash)), options.messages, documents);
  }

  /** Whether the page could be loaded again without a visitor losing anything; see `Heartbeat`. */
  get rest(): 'waiting' | 'resting' | undefined {
    const content = this.#session?.content;
    if (content?.view === 'attract' || this.#workings.staffing.isLeaving) return 'waiting';
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
    const languages = this.#workings.languages.all;
    const view = drawView(content, {
      visit,
      site: description,
      languages,
      reading: reader.active,
      now: this.#now,
      answer: this.#workings.searching.answer,
      print: this.#workings.printing.status,
      staff: this.#workings.staffing.state,
      kiosk: this.#workings.staffing.kiosk,
      isHostDone: this.#workings.alongside.isHostDone,
      language: this.#session.messages.language,
      desk: this.#workings.desk.status,
      upkeep: this.#workings.upkeep.status,
      calibration: this.#workings.staffing.calibrationOf(description),
      calibrated: this.#workings.calibrating.outcome,
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
      progress: this.#workings.column.progress,
      status: reader.status,
      isReading: reader.active,
      hospital: description.hospitalName,
      urgentNumber: description.urgentNumber,
      sound: description.sound,
      print: this.#workings.printing.status,
      caption: this.#workings.guiding.caption,
      left: this.#workings.attending.left,
      cleaning: this.#workings.cleaning.seconds,
      beside: this.#workings.alongside.beside,
      directions: description.deskDirections,
      hasDesk: description.print !== undefined,
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

  get #view(): View | null {
    const view = this.renderRoot.querySelector('main')?.firstElementChild;
    return view instanceof View ? view : null;
  }

  async #drawn(): Promise<void> {
    await this.updateComplete;
    await this.#view?.updateComplete;
  }

  /** Drops the session there is, with everything in it, and starts another. */
  async #begin(visit: Visit, words?: Messages, documents?: Documents): Promise<void> {
    if (this.#options === undefined) return;
    const { host, description } = this.#options;
    const messages = words ?? this.#options.messages;
    this.#session?.end();
    this.#workings.languages.use(messages);
    this.#session = new Session({
      visit,
      messages,
      documents: documents ?? new Documents(messages.language),
      withdrawAfterDays: description.withdrawAfterDays,
      contentBuiltAt: description.contentBuiltAt,
      mostVolume: description.sound.mostVolume,
      mayRead: (passage) => this.#workings.hearing.allows(passage),
      onHeld: () => this.#workings.hearing.ask(),
      mayCalibrate: () => this.#workings.staffing.calibrationOf(description) !== undefined,
      onChange: () => this.requestUpdate(),
      onSentence: (where) => this.#workings.column.follow(where),
      onEnd: (root) => this.#workings.reading.onEnd(root),
      onProblem: async (code) => {
        const reply = await host.reportProblem({ code });
        return reply.ok || reply.error.code !== 'unavailable';
      },
    });
    this.#workings.staffing.visitBegins(visit);
    applyDisplay(document.documentElement, visit.preferences, description.pixelsPerMm);
    await this.#workings.moving.to(this.#session.visit);
  }

  /** Ends the visit: everything that belonged to it is dropped, and the host lets go of its side. */
  #end(): void {
    this.#workings.attending.ended();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    void this.#begin(this.#workings.alongside.ends(promise));
    void this.#options?.host.endVisit({}).then((reply) => resolve(reply.ok));
  }

  readonly #onAddress = (): void => {
    const route = this.#workings.moving.addressed();
    if (route?.view === 'attract') this.#end();
    else if (route !== undefined) this.#workings.moving.go(route);
  };

  readonly #onResize = (): void => this.requestUpdate();

  /** The present visit is the technician’s, whom nothing is read to at another loudness; the next one has it. */
  #limitVolume(mostVolume: number): void {
    if (this.#options === undefined) return;
    const { description } = this.#options;
    this.#options = { ...this.#options, description: { ...description, sound: { ...description.sound, mostVolume } } };
    this.requestUpdate();
  }

  /** The screen has been measured: every length is drawn anew. */
  #measure(calibration: Calibration): void {
    if (this.#options === undefined || this.#session === undefined) return;
    const description = this.#workings.staffing.measured(this.#options.description, calibration);
    this.#options = { ...this.#options, description };
    applyDisplay(document.documentElement, this.#session.visit.preferences, description.pixelsPerMm);
  }
}

/** The size of body text, in CSS pixels. */
const rem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-app': KioskApp;
  }
}
