/** My summary (P1): keeping, sorting and taking out; and the question before the end of a visit that has one (X2). */
import type { Printing } from './printing.ts';
import { type KeptAct, type KeptItem, asksBeforeEnd, changeKept, setGates, toggleKept } from '../visit/summary.ts';
import type { Visit } from '../visit/visit.ts';
import type { Session } from './session.ts';

/** What keeping needs of the root element. */
export interface KeepingOptions {
  readonly session: () => Session | undefined;
  readonly printing: Pick<Printing, 'print' | 'cancel' | 'status'>;
  /** Opens the panel that asks. */
  readonly ask: () => void;
  readonly end: () => void;
}

export class Keeping {
  readonly #options: KeepingOptions;

  constructor(options: KeepingOptions) {
    this.#options = options;
  }

  /** What is done at each event about the summary. */
  readonly handlers = {
    'kiosk-keep': (item: KeptItem) => this.#change((visit) => toggleKept(visit, item)),
    'kiosk-gates': (item: KeptItem) => this.#change((visit) => setGates(visit, item)),
    'kiosk-kept': (act: KeptAct) => this.#change((visit) => changeKept(visit, act)),
    'kiosk-print': () => void this.#options.printing.print(),
    'kiosk-cancel-print': (ticket: Parameters<Printing['cancel']>[0]) => void this.#options.printing.cancel(ticket),
    'kiosk-end-visit': () => this.#end(),
  } as const;

  #change(change: (visit: Visit) => Visit): void {
    const session = this.#options.session();
    if (session !== undefined) session.change(change(session.visit));
  }

  /** Ends the visit; with a summary that is not printed, or a ticket, only when it is asked for again. */
  #end(): void {
    const visit = this.#options.session()?.visit;
    if (visit === undefined || !asksBeforeEnd(visit, this.#options.printing.status.tickets)) return this.#options.end();
    this.#change((asked) => ({ ...asked, hasAsked: true }));
    this.#options.ask();
  }
}
