/** Going from place to place within a visit: what is shown, where the eye and the focus are put, the address (C12). */
import { painted } from '../components/painted.ts';
import { type Route, formatRoute, parseRoute, partOf } from '../visit/routes.ts';
import { isForStaff } from '../visit/staff.ts';
import { type Visit, canGoBack, goBack, goTo } from '../visit/visit.ts';
import type { ReadingAloud } from './reading-aloud.ts';
import type { Stage } from './stage.ts';

/** What moving needs besides the stage. */
export interface MovingOptions {
  readonly reading: ReadingAloud;
  /** Whether the focus is in the open panel: whoever chose something there goes on choosing there. */
  readonly isFocusInPanel: () => boolean;
  /** Closes the open panel. */
  readonly closePanel: () => void;
  /** Ends the visit; a fresh start follows. */
  readonly end: () => void;
}

export class Moving {
  readonly #stage: Stage;
  readonly #options: MovingOptions;

  constructor(stage: Stage, options: MovingOptions) {
    this.#stage = stage;
    this.#options = options;
  }

  go(route: Route): void {
    const visit = this.#stage.session()?.visit;
    if (visit !== undefined) void this.to(goTo(visit, route, this.#stage.column.readingPlace()));
  }

  /** Closes the open panel, else goes one place back. */
  back(): void {
    const visit = this.#stage.session()?.visit;
    if (visit === undefined || !canGoBack(visit)) return;
    if (visit.panel !== undefined) this.#options.closePanel();
    else void this.to(goBack(visit));
  }

  /** The next screenful; from the first-use card, when all of it has been seen, home. */
  onward(): void {
    if (this.#stage.column.progress.more) this.#stage.column.turn('more');
    else if (this.#stage.session()?.content?.view === 'welcome') this.go({ view: 'home' });
  }

  /** Where the address leads that the document has now; `undefined` when that is where the visit is. */
  addressed(): Route | undefined {
    const route = parseRoute(location.hash);
    const visit = this.#stage.session()?.visit;
    return visit === undefined || formatRoute(route) === formatRoute(visit.route) ? undefined : route;
  }

  /** Goes to where a visit now is, and puts the reader's eye and the focus there. */
  async to(visit: Visit): Promise<void> {
    // Nobody goes on among what visitors read with what a PIN has opened, or from there back to it.
    if (visit.isStaff && !isForStaff(visit.route)) {
      this.#options.end();
      return;
    }
    const { column, session: current, view: shown, drawn } = this.#stage;
    const session = current();
    if (session === undefined) return;
    session.reader.stop();
    history.replaceState(null, '', formatRoute(visit.route));
    if (!(await session.move(visit))) return;
    await drawn();
    if (session !== current()) return;
    const view = shown();
    const part = visit.returned === undefined ? partOf(visit.route) : undefined;
    const passage = visit.returned?.readTo?.passage;
    if (part !== undefined || passage !== undefined || view?.ideas !== undefined)
      await view?.reveal({ section: part, passage });
    if (visit.panel === undefined || !this.#options.isFocusInPanel()) view?.focusHeading(part);
    if (part === undefined) column.showPlace(visit.returned?.readTo);
    else column.showSection(part);
    // Getting the voice ready can wait until the visitor sees where they are.
    await painted();
    if (view?.isConnected === true && session === current()) await this.#options.reading.arrive();
  }
}
