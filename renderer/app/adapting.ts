/** Letting the screen and the voice be another way, at the place where the visitor is (D1–D7, C10). */
import { painted } from '../components/painted.ts';
import type { Preferences } from '../visit/preferences.ts';
import { type ReadingPlace, type Visit, goTo, prefer, putBack } from '../visit/visit.ts';
import { applyDisplay } from './display.ts';
import type { Languages } from './languages.ts';
import type { Moving } from './moving.ts';
import type { ReadingAloud } from './reading-aloud.ts';
import type { Stage } from './stage.ts';

/** What adapting needs besides the stage. */
export interface AdaptingOptions {
  readonly reading: ReadingAloud;
  readonly moving: Moving;
  readonly languages: Languages;
  /** CSS pixels per millimetre of the screen. */
  readonly pixelsPerMm: () => number;
}

export class Adapting {
  readonly #stage: Stage;
  readonly #options: AdaptingOptions;

  constructor(stage: Stage, options: AdaptingOptions) {
    this.#stage = stage;
    this.#options = options;
  }

  prefer(change: Partial<Preferences>): void {
    this.#adapt((visit) => prefer(visit, change));
  }

  /** Everything looks as it did when the visit began; pressed again, it is undone itself. */
  putBack(): void {
    this.#adapt(putBack);
  }

  /** Goes on in another language; on the attract screen, begins the visit in it. */
  async speak(language: string): Promise<void> {
    const { column, drawn } = this.#stage;
    const { languages, moving, reading } = this.#options;
    const starting = this.#stage.session()?.content?.view === 'attract';
    const place = column.readingPlace();
    const isOn = await languages.choose(language);
    const session = this.#stage.session();
    if (session === undefined) return;
    if (starting) moving.go({ view: 'welcome' });
    if (starting || !isOn) return;
    await drawn();
    await this.#stage.view()?.complete();
    column.showPlace(place);
    await painted();
    if (session === this.#stage.session()) await reading.arrive();
  }

  #adapt(change: (visit: Visit) => Visit): void {
    const { column, drawn } = this.#stage;
    const session = this.#stage.session();
    if (session === undefined) return;
    const before = session.visit.preferences;
    const place = column.readingPlace();
    void column
      .keepPlace(async () => {
        const visit = change(session.visit);
        applyDisplay(document.documentElement, visit.preferences, this.#options.pixelsPerMm());
        session.change(visit);
        await drawn();
      })
      .then(() => {
        if (session === this.#stage.session()) this.#follow(before, place);
      });
  }

  /** Does at once what somebody has chosen for all that they open: another version of the page, and the voice. */
  #follow(before: Preferences, place: ReadingPlace | undefined): void {
    const { column } = this.#stage;
    const session = this.#stage.session();
    if (session === undefined) return;
    const { visit, content, reader } = session;
    const { easyRead, oneThing, readToMe } = visit.preferences;
    const view = this.#stage.view();
    if (oneThing !== before.oneThing && view !== null)
      void view.reveal({ passage: place?.passage }).then(() => column.showPlace(place));
    const wanted = easyRead ? 'easy' : 'full';
    const hasBoth = content?.view === 'page' && content.page.otherVersion === true;
    if (easyRead !== before.easyRead && hasBoth && visit.route.view === 'page' && visit.route.version !== wanted) {
      const other = goTo(visit, { view: 'page', page: visit.route.page, version: wanted }, column.readingPlace());
      void this.#options.moving.to({ ...other, panel: visit.panel });
    }
    if (readToMe && !before.readToMe) this.#options.reading.here();
    if (!readToMe && before.readToMe) reader.stop();
  }
}
