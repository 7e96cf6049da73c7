/** What a visitor is told of their print (P3, P6). Nothing is called printed that is not known to be. */
import type { PrintOutcome, PrintRules, PrintState, Ticket, TicketStatus } from '../host/printing.ts';
import type { Tickets } from '../../content/format/index.ts';

export type { Ticket, TicketStatus } from '../host/printing.ts';

/** Why a print was not taken on. `unavailable`: the host did not answer. */
export type PrintRefusal = Extract<PrintOutcome, { readonly accepted: false }>['why'] | 'unavailable';

/** What becomes of the summaries of this visit. `words` is empty where they cannot be had. */
export interface PrintStatus {
  /** Absent where there is no printer (P7). */
  readonly rules: PrintRules | undefined;
  /** Whether the host is being asked. */
  readonly isAsking: boolean;
  readonly refusal: PrintRefusal | undefined;
  /** Tickets of this visit, the newest last. */
  readonly tickets: readonly TicketStatus[];
  /** What the words of tickets are called; absent until they are there. */
  readonly words: Tickets['words'] | undefined;
}

/** Before anything is known. */
export const noPrint: PrintStatus = {
  rules: undefined,
  isAsking: false,
  refusal: undefined,
  tickets: [],
  words: undefined,
};

/** What is still to come. */
const live: ReadonlySet<PrintState> = new Set<PrintState>(['queued', 'held', 'sending', 'printing', 'waiting']);

/** What a visitor only waits for: the visit does not end by itself meanwhile (X1). */
const underWay: ReadonlySet<PrintState> = new Set<PrintState>(['queued', 'sending', 'printing']);

/** What came to nothing. */
const lost: ReadonlySet<PrintState> = new Set<PrintState>(['failed', 'expired', 'cancelled']);

export const isLive = ({ state }: TicketStatus): boolean => live.has(state);

export const isUnderWay = ({ isAsking, tickets }: PrintStatus): boolean =>
  isAsking || tickets.some(({ state }) => underWay.has(state));

/** Whether the ticket of last resort, the newest, came to nothing. */
export const isLost = ({ tickets }: Pick<PrintStatus, 'tickets'>): boolean => {
  const last = tickets.at(-1);
  return last !== undefined && lost.has(last.state);
};

/** What the desk still knows a summary by, or has paper for: everything but what came to nothing. */
export const isGood = ({ state }: TicketStatus): boolean => !lost.has(state);

/** Whether pressing again could help. */
export const mayTry = ({ rules, refusal }: PrintStatus): boolean =>
  rules !== undefined && refusal !== 'no-printer' && refusal !== 'visit-limit';

/** The messages for states; those between press and paper are all the same to somebody who waits at the desk. */
export const stateMessages = {
  queued: 'print.queued',
  held: 'print.held',
  sending: 'print.sent',
  printing: 'print.sent',
  sent: 'print.sent',
  printed: 'print.printed',
  waiting: 'print.waiting',
  failed: 'print.failed',
  expired: 'print.expired',
  cancelled: 'print.cancelled',
} as const satisfies Readonly<Record<PrintState, string>>;

/** The messages for refusals. */
export const refusalMessages = {
  'no-printer': 'print.none',
  'visit-limit': 'print.refused.visit',
  'hour-limit': 'print.refused.hour',
  'queue-full': 'print.refused.full',
  unavailable: 'print.refused.unavailable',
} as const satisfies Readonly<Record<PrintRefusal, string>>;

/** A ticket's number as the language writes it: on the screen as on the paper. */
export const numberOf = (number: number, language: string): string => new Intl.NumberFormat(language).format(number);

/** Whether two tickets are the same. */
export const isTicket = (one: Ticket, other: Ticket): boolean => one.word === other.word && one.number === other.number;
