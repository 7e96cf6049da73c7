/**
 * Says that the page is well, and hears from the answer whether the kiosk is still the one that served it (L6), and
 * whether it has other content by now (B2). A service manager may have started another kiosk in its place, which knows
 * nothing of this page; or there may be none for a while.
 */
import type { HostApi } from '../host/contract.ts';

/** What a heartbeat needs of the page. */
export interface BeatingPage {
  readonly host: Pick<HostApi, 'heartbeat'>;
  /** `waiting`: nobody is at the screen. `resting`: nothing can be shown on it. */
  readonly rest: () => 'waiting' | 'resting' | undefined;
  /** Loads the page again, at its start. */
  readonly beginAnew: () => void;
}

/** Made once the page has started, which it cannot unless a kiosk knows it: whoever refuses it later is another one. */
export class Heartbeat {
  readonly #page: BeatingPage;

  constructor(page: BeatingPage) {
    this.#page = page;
  }

  async beat(): Promise<void> {
    const reply = await this.#page.host.heartbeat({});
    const isOther = reply.ok ? reply.value.startAnew : reply.error.code === 'refused';
    const rest = this.#page.rest();
    // Whoever is in the middle of a visit can go on: what they read does not need the kiosk to know them, nor other content.
    if ((isOther && rest !== undefined) || (reply.ok && rest === 'resting')) this.#page.beginAnew();
  }
}
