/** Reading aloud what the view shows: where it begins, what the visitor asks of it, and when it ends for good (R1). */
import type { ReadingCommand } from '../components/events.ts';
import { prefer } from '../visit/visit.ts';
import type { Stage } from './stage.ts';

export class ReadingAloud {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Reads the view from a passage on; from its beginning when none is given. */
  from(passage: HTMLElement | undefined): void {
    const view = this.#stage.view();
    if (view === null) return;
    this.#stage.column.startFollowing();
    void this.#stage.session()?.reader.start(view.renderRoot, passage);
  }

  /** Reads the view from where the visitor sees it. */
  here(): void {
    this.from(this.#stage.column.firstVisiblePassage());
  }

  /** Reads what stands inside an element, and nothing after it. */
  only(element: HTMLElement): void {
    this.#stage.column.startFollowing();
    void this.#stage.session()?.reader.start(element);
  }

  /** Reads what has come onto the screen, for somebody who has everything read to them; else gets its voice ready. */
  async arrive(): Promise<void> {
    const { session, view, column } = this.#stage;
    const shown = view();
    const reading = session();
    if (shown === null || reading === undefined) return;
    if (reading.visit.preferences.readToMe) this.here();
    else await reading.reader.prepare(shown.renderRoot, column.firstVisiblePassage());
  }

  do(command: ReadingCommand): void {
    const reader = this.#stage.session()?.reader;
    if (reader === undefined) return;
    this.#stage.column.startFollowing();
    if (command === 'stop') this.hush();
    else if (command !== 'play') reader[command]();
    else if (reader.status === 'paused') reader.resume();
    else this.here();
  }

  /** Says the last sentence again, or begins to read where nothing is being read. */
  repeat(): void {
    const reader = this.#stage.session()?.reader;
    if (reader?.active === true) reader.repeat();
    else this.here();
  }

  /** Told to stop, the voice does not begin again by itself on what is opened next. */
  hush(): void {
    const session = this.#stage.session();
    session?.reader.stop();
    if (session?.visit.preferences.readToMe === true) session.change(prefer(session.visit, { readToMe: false }));
  }

  /**
   * What is shown has been read: goes on with the next idea, where ideas are shown one at a time (D5).
   *
   * @param root - what has been read
   * @returns whether it goes on
   */
  onEnd(root: ParentNode): boolean {
    const view = this.#stage.view();
    if (root !== view?.renderRoot || !view.turnIdea(1)) return false;
    void view.updateComplete.then(() => {
      this.#stage.column.scrollTo(0);
      this.here();
    });
    return true;
  }
}
