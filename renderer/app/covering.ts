/** What happens as the screen is covered and shown again: silence, and the focus back where it was (D9). */
import { deepActiveElement } from '../access/composed-tree.ts';
import type { KioskCover } from '../components/cover/cover.ts';
import { cover } from '../visit/visit.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';

export class Covering {
  readonly #stage: Stage;
  readonly #cover: () => KioskCover | null;
  /** What had the focus when the screen was covered; kept no longer than the visit. */
  readonly #focused = new WeakMap<Session, (Element & HTMLOrSVGElement) | null>();

  /** @param cover - the cover, while it is drawn */
  constructor(stage: Stage, cover: () => KioskCover | null) {
    this.#stage = stage;
    this.#cover = cover;
  }

  /** Covers the screen, or shows it again as it was. */
  async set(isCovered: boolean): Promise<void> {
    const session = this.#stage.session();
    if (session === undefined || session.visit.isCovered === isCovered) return;
    if (isCovered) this.#focused.set(session, deepActiveElement());
    // Whoever uses the kiosk by ear goes on beneath the cover; for everybody else the voice waits too.
    const isListening = session.visit.preferences.guidance;
    if (!isListening) session.reader.pause();
    session.change(cover(session.visit, isCovered));
    if (isListening) return;
    // The voice waits, and the buttons to let it go on are at hand.
    if (!isCovered && session.reader.active && session.visit.panel === undefined)
      session.change({ ...session.visit, panel: 'reading' });
    await this.#stage.drawn();
    if (isCovered) this.#cover()?.focus();
    else this.#focused.get(session)?.focus({ preventScroll: true });
  }
}
