/**
 * The desk's part of the staff's screen (V3): asks the host which tickets there are for as long as that screen is open,
 * and tells it what staff want of one. It knows tickets and states, and goes with the staff's session.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LanguageChoice } from '../../content/format/index.ts';
import type { HostApi, Reply } from '../host/contract.ts';
import { type DeskCommand, type DeskOutcome, type DeskStatus, noDesk } from '../visit/desk.ts';
import { Documents } from '../visit/documents.ts';

/** What the desk needs of the root element. */
export interface DeskOptions {
  readonly host: () => Pick<HostApi, 'deskTickets' | 'releaseTicket' | 'cancelTicket' | 'testPrint'> | undefined;
  /** What staff ask with, while the screen for it is open; nothing otherwise. */
  readonly token: () => string | undefined;
  /** Is told each reply; says whether the token served no more. */
  readonly isOut: (reply: Reply<unknown>) => boolean;
  /** The present language. */
  readonly language: () => string;
  readonly languages: () => readonly LanguageChoice[];
}

/** How long after an answer the host is asked again. */
const POLL_MS = 2000;

export class Desk implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #options: DeskOptions;
  #token: string | undefined;
  #status: DeskStatus = noDesk;
  #language: string | undefined;
  #polling: ReturnType<typeof setTimeout> | undefined;

  constructor(element: ReactiveControllerHost, options: DeskOptions) {
    this.#element = element;
    this.#options = options;
    element.addController(this);
  }

  /** What the panel shows; nothing while there is none. */
  get status(): DeskStatus | undefined {
    return this.#token === undefined ? undefined : this.#status;
  }

  hostUpdated(): void {
    const token = this.#options.token();
    if (token !== this.#token) {
      clearTimeout(this.#polling);
      this.#token = token;
      this.#language = undefined;
      this.#status = noDesk;
      if (token !== undefined) void this.#poll(token);
    }
    if (token !== undefined) void this.#learnNames(token);
  }

  hostDisconnected(): void {
    clearTimeout(this.#polling);
  }

  /** Does what staff want, and asks at once how things are then. */
  async do(command: DeskCommand): Promise<void> {
    const token = this.#token;
    const host = this.#options.host();
    if (token === undefined || host === undefined) return;
    this.#show({ outcome: undefined });
    const outcome = await this.#carryOut(host, token, command);
    if (token !== this.#token || outcome === undefined) return;
    this.#show({ outcome });
    await this.#poll(token);
  }

  async #carryOut(
    host: NonNullable<ReturnType<DeskOptions['host']>>,
    token: string,
    command: DeskCommand,
  ): Promise<DeskOutcome | undefined> {
    if (command.what === 'test') {
      const reply = await host.testPrint({ token });
      if (!reply.ok) return this.#options.isOut(reply) ? undefined : 'failed';
      return reply.value.accepted ? 'tested' : 'full';
    }
    const { what, ticket } = command;
    const reply = await host[what === 'release' ? 'releaseTicket' : 'cancelTicket']({ token, ticket });
    if (reply.ok) return what === 'release' ? 'released' : 'cancelled';
    if (reply.error.code !== 'refused') return 'failed';
    // A refusal is the token's or the ticket's: the list tells which.
    const list = await host.deskTickets({ token });
    return !list.ok && this.#options.isOut(list) ? undefined : 'late';
  }

  async #poll(token: string): Promise<void> {
    clearTimeout(this.#polling);
    const reply = await this.#options.host()?.deskTickets({ token });
    if (token !== this.#token || reply === undefined) return;
    if (!reply.ok && this.#options.isOut(reply)) return;
    this.#show(reply.ok ? { list: reply.value, isOld: false } : { isOld: true });
    clearTimeout(this.#polling);
    this.#polling = setTimeout(() => void this.#poll(token), POLL_MS);
  }

  /** Whoever brings a ticket may have it in another language than staff read: they are told each. */
  async #learnNames(token: string): Promise<void> {
    const language = this.#options.language();
    if (language === this.#language) return;
    this.#language = language;
    const all = this.#options.languages();
    const inOrder = [
      ...all.filter((one) => one.language === language),
      ...all.filter((one) => one.language !== language),
    ];
    const found = await Promise.all(
      inOrder.map(async (one) => {
        const tickets = await new Documents(one.language).tickets().catch(() => undefined);
        return tickets === undefined ? [] : [{ ...one, words: tickets.words }];
      }),
    );
    if (token === this.#token && language === this.#language) this.#show({ names: found.flat() });
  }

  #show(change: Partial<DeskStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#element.requestUpdate();
  }
}
