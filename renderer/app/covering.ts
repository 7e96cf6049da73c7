/** What happens as the screen is covered and shown again: silence, and the focus back where it was (D9). */
import { deepActiveElement } from '../access/composed-tree.ts';
import type { KioskCover } from '../components/cover/cover.ts';
import { cover } from '../visit/visit.ts';
import type { Session } from './session.ts';

/** What covering needs of the root element. */
export interface Surface {
  readonly session: () => Session | undefined;
  /** Resolves once what was changed is drawn. */
  readonly drawn: () => Promise<void>;
  /** The cover, while it is drawn. */
  readonly cover: () => KioskCover | null;
}

export class Covering {
  readonly #surface: Surface;
  #focused: (Element & HTMLOrSVGElement) | undefined;

  constructor(surface: Surface) {
    this.#surface = surface;
  }

  /** Covers the screen, or shows it again as it was. */
  async set(isCovered: boolean): Promise<void> {
    const session = this.#surface.session();
    if (session === undefined || session.visit.isCovered === isCovered) return;
    if (isCovered) this.#focused = deepActiveElement() ?? undefined;
    // Whoever uses the kiosk by ear goes on beneath the cover; for everybody else the voice waits too.
    const isListening = session.visit.preferences.guidance;
    if (!isListening) session.reader.pause();
    session.change(cover(session.visit, isCovered));
    if (isListening) return;
    // The voice waits, and the buttons to let it go on are at hand.
    if (!isCovered && session.reader.active && session.visit.panel === undefined)
      session.change({ ...session.visit, panel: 'reading' });
    await this.#surface.drawn();
    if (isCovered) this.#surface.cover()?.focus();
    else this.#focused?.focus({ preventScroll: true });
  }
}
