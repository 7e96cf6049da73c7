/**
 * The technicians' part of the staff's screen that is about content (V3): asks the host what there is for as long as that
 * screen is open, and tells it what they want.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HostApi, Reply } from '../host/contract.ts';
import { noUpkeep, type UpkeepCommand, type UpkeepStatus } from '../visit/upkeep.ts';

/** What upkeep needs of the root element. */
export interface UpkeepOptions {
  readonly host: () => Pick<HostApi, 'contentStatus' | 'installContent' | 'goBackToContent'> | undefined;
  /** What technicians ask with, while their screen is open; nothing otherwise. */
  readonly token: () => string | undefined;
  /** Is told each reply; says whether the token served no more. */
  readonly isOut: (reply: Reply<unknown>) => boolean;
}

/** How long after an answer the host is asked again. */
const POLL_MS = 2000;

export class Upkeep implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #options: UpkeepOptions;
  #token: string | undefined;
  #status: UpkeepStatus = noUpkeep;
  #polling: ReturnType<typeof setTimeout> | undefined;

  constructor(element: ReactiveControllerHost, options: UpkeepOptions) {
    this.#element = element;
    this.#options = options;
    element.addController(this);
  }

  /** What the panel shows; nothing while there is none, or where no content is ever installed. */
  get status(): UpkeepStatus | undefined {
    return this.#token === undefined || this.#status.content === undefined ? undefined : this.#status;
  }

  hostUpdated(): void {
    const token = this.#options.token();
    if (token === this.#token) return;
    clearTimeout(this.#polling);
    this.#token = token;
    this.#status = noUpkeep;
    if (token !== undefined) void this.#poll(token);
  }

  hostDisconnected(): void {
    clearTimeout(this.#polling);
  }

  /** Does what technicians want, and asks at once how things are then. */
  async do(command: UpkeepCommand): Promise<void> {
    const [token, host] = [this.#token, this.#options.host()];
    if (token === undefined || host === undefined) return;
    const reply =
      command.what === 'install'
        ? await host.installContent({ token, id: command.id })
        : await host.goBackToContent({ token, place: command.place });
    if (token !== this.#token) return;
    this.#show({ isLate: !reply.ok });
    await this.#poll(token);
  }

  async #poll(token: string): Promise<void> {
    clearTimeout(this.#polling);
    const reply = await this.#options.host()?.contentStatus({ token });
    if (token !== this.#token || reply === undefined) return;
    if (!reply.ok && this.#options.isOut(reply)) return;
    // A kiosk that installs nothing says so once, and is not asked again.
    if (!reply.ok && this.#status.content === undefined) return;
    if (reply.ok) this.#show({ content: reply.value });
    clearTimeout(this.#polling);
    this.#polling = setTimeout(() => void this.#poll(token), POLL_MS);
  }

  #show(change: Partial<UpkeepStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#element.requestUpdate();
  }
}
