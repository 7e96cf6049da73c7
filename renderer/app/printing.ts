/**
 * Printing at the desk, for the visit under way (P3–P6): asks the host, keeps the tickets it gives, and asks after them
 * for as long as one may still change. Nothing waits for it, and all of it goes with the visit.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HostApi, Reply } from '../host/contract.ts';
import type { PrintOutcome, PrintRules, Summary, Ticket, TicketStatus } from '../host/printing.ts';
import { type PrintStatus, isLive, isLost, isTicket, isUnderWay, noPrint } from '../visit/print-status.ts';
import { isSent, setSent } from '../visit/summary.ts';
import type { Tickets } from '../../content/format/index.ts';
import type { Visit } from '../visit/visit.ts';

/** What printing asks of the host. */
export type PrintHost = Pick<HostApi, 'printSummary' | 'ticketStatus' | 'cancelPrint'>;

/** What printing needs of a session. */
interface Visiting {
  readonly visit: Visit;
  readonly messages: { readonly language: string };
  readonly documents: { readonly tickets: () => Promise<Tickets> };
  readonly change: (visit: Visit) => void;
}

/** What printing needs of the root element. */
export interface PrintingOptions {
  readonly host: () => PrintHost | undefined;
  readonly rules: () => PrintRules | undefined;
  readonly session: () => Visiting | undefined;
}

/** How long after an answer the host is asked again. */
const POLL_MS = 1000;

/** For how long a visit waits for a print; after that nobody may be there any more, whatever became of it (X1). */
const MOST_UNDER_WAY_MS = 120_000;

export class Printing implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #options: PrintingOptions;
  #session: Visiting | undefined;
  #documents: Visiting['documents'] | undefined;
  #status: PrintStatus = noPrint;
  #polling: ReturnType<typeof setTimeout> | undefined;
  /** When the last print was asked for, by the page's own clock. */
  #pressedAtMs = 0;

  constructor(element: ReactiveControllerHost, options: PrintingOptions) {
    this.#element = element;
    this.#options = options;
    element.addController(this);
  }

  /** What the visitor is told; the same value until something of it changes. */
  get status(): PrintStatus {
    const rules = this.#options.rules();
    if (this.#status.rules !== rules) this.#status = { ...this.#status, rules };
    return this.#status;
  }

  /** Whether the visitor waits for something that is on its way (X1). */
  get isUnderWay(): boolean {
    return isUnderWay(this.#status) && performance.now() - this.#pressedAtMs < MOST_UNDER_WAY_MS;
  }

  hostUpdated(): void {
    const session = this.#options.session();
    if (session !== this.#session) {
      this.#session = session;
      this.#documents = undefined;
      this.#status = noPrint;
      clearTimeout(this.#polling);
    }
    if (this.#status.tickets.length > 0) void this.#learnWords();
  }

  hostDisconnected(): void {
    clearTimeout(this.#polling);
  }

  /** Sends the summary as it is. A second press, or one for what is sent already, does nothing more. */
  async print(): Promise<void> {
    const session = this.#options.session();
    if (session === undefined || this.#status.isAsking) return;
    const { visit, messages } = session;
    if (visit.kept.length === 0 || (isSent(visit) && !isLost(this.#status))) return;
    this.#pressedAtMs = performance.now();
    this.#show({ isAsking: true, refusal: undefined });
    const summary: Summary = { language: messages.language, step: visit.preferences.textStep, items: visit.kept };
    const reply = await this.#ask(session, (host) => host.printSummary({ summary }));
    if (reply === 'late') return;
    const outcome: PrintOutcome | undefined = reply?.ok === true ? reply.value : undefined;
    if (outcome?.accepted !== true) {
      this.#show({ isAsking: false, refusal: outcome?.why ?? 'unavailable' });
      return;
    }
    const { ticket } = outcome;
    // What was kept or taken out while the host was asked is not on the paper.
    session.change({ ...session.visit, sent: visit.kept, hasAsked: false });
    this.#show({ isAsking: false, tickets: [...this.#status.tickets, { ticket, state: 'queued' }] });
    this.#pollLater(session);
  }

  /** Takes a print back. Whether it still could be is told by its state. */
  async cancel(ticket: Ticket): Promise<void> {
    const session = this.#options.session();
    if (session === undefined) return;
    await this.#ask(session, (host) => host.cancelPrint({ ticket }));
    if (session === this.#options.session()) await this.#poll(session);
  }

  #pollLater(session: Visiting): void {
    clearTimeout(this.#polling);
    if (!this.#status.tickets.some(isLive)) return;
    this.#polling = setTimeout(() => void this.#poll(session), POLL_MS);
  }

  async #poll(session: Visiting): Promise<void> {
    const reply = await this.#ask(session, (host) => host.ticketStatus({}));
    if (reply === 'late') return;
    if (reply?.ok === true) this.#learn(session, reply.value.tickets);
    this.#pollLater(session);
  }

  /** A ticket the host does not speak of stays as it was: it is not known to be anything else. */
  #learn(session: Visiting, told: readonly TicketStatus[]): void {
    const wasLost = isLost(this.#status);
    const tickets = this.#status.tickets.map(
      (known) => told.find(({ ticket }) => isTicket(ticket, known.ticket)) ?? known,
    );
    this.#show({ tickets });
    // What somebody was told of the end of their visit is not true any more.
    if (!wasLost && isLost(this.#status)) session.change({ ...setSent(session.visit, false), hasAsked: false });
  }

  /** What the words of tickets are called, in the language of the visit. Without them the ticket is still shown. */
  async #learnWords(): Promise<void> {
    const session = this.#session;
    if (session === undefined || session.documents === this.#documents) return;
    const { documents } = session;
    this.#documents = documents;
    const words = await documents.tickets().then(
      (tickets) => tickets.words,
      () => [],
    );
    if (session === this.#session && documents === session.documents) this.#show({ words });
  }

  /** Asks the host; `late` when the visit has gone by the time it answers. */
  async #ask<Value>(
    session: Visiting,
    question: (host: PrintHost) => Promise<Reply<Value>>,
  ): Promise<Reply<Value> | undefined | 'late'> {
    const host = this.#options.host();
    const reply = host && (await question(host));
    return session === this.#options.session() ? reply : 'late';
  }

  #show(change: Partial<PrintStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#element.requestUpdate();
  }
}
