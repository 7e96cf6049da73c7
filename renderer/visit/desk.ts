/** What staff are told of the summaries that wait at the desk (P4, P6, V3): tickets and states, and nothing of what is in them. */
import type { LanguageChoice, Tickets } from '../../content/format/index.ts';
import type { DeskList, DeskPrinter, DeskTicket, PrinterNeed, PrintState, Ticket } from '../host/printing.ts';

export type { DeskList, DeskTicket } from '../host/printing.ts';

/** What staff may ask of the desk. */
export type DeskCommand = { readonly what: 'release' | 'cancel'; readonly ticket: Ticket } | { readonly what: 'test' };

/** What the words of tickets are called in a language. */
export interface TicketNames extends Pick<LanguageChoice, 'language' | 'direction'> {
  readonly words: Tickets['words'];
}

/** What became of the last command. `late`: the ticket waits no more. */
export type DeskOutcome = 'released' | 'cancelled' | 'tested' | 'late' | 'full' | 'failed';

/** What the panel shows. */
export interface DeskStatus {
  /** Absent until the host has answered. */
  readonly list: DeskList | undefined;
  /** Whether the host did not answer when it was asked last; the list is then an old one. */
  readonly isOld: boolean;
  readonly outcome: DeskOutcome | undefined;
  /** In each language of the kiosk, the present one first; none until they are there. */
  readonly names: readonly TicketNames[];
}

/** Before anything is known. */
export const noDesk: DeskStatus = { list: undefined, isOld: false, outcome: undefined, names: [] };

/** The messages for states, as staff are told them. */
export const deskStates = {
  queued: 'desk.state.queued',
  held: 'desk.state.held',
  sending: 'desk.state.printing',
  printing: 'desk.state.printing',
  sent: 'desk.state.sent',
  printed: 'desk.state.printed',
  waiting: 'desk.state.waiting',
  failed: 'desk.state.failed',
  expired: 'desk.state.expired',
  cancelled: 'desk.state.cancelled',
} as const satisfies Readonly<Record<PrintState, string>>;

export const deskOutcomes = {
  released: 'desk.released',
  cancelled: 'desk.cancelled',
  tested: 'desk.tested',
  late: 'desk.late',
  full: 'print.refused.full',
  failed: 'staff.failed',
} as const satisfies Readonly<Record<DeskOutcome, string>>;

const printerNeeds = {
  paper: 'desk.need.paper',
  toner: 'desk.need.toner',
  jam: 'desk.need.jam',
  door: 'desk.need.door',
  offline: 'desk.need.offline',
  stopped: 'desk.need.stopped',
  full: 'desk.need.full',
  permission: 'desk.need.unknown',
  unknown: 'desk.need.unknown',
} as const satisfies Readonly<Record<PrinterNeed, string>>;

const folderNeeds = {
  full: 'desk.folder.full',
  permission: 'desk.folder.permission',
  offline: 'desk.folder.offline',
} as const satisfies Readonly<Partial<Record<PrinterNeed, string>>>;

/** The message for how the printer is: what it needs with its mend, or that it needs nothing. */
export const printerMessage = ({ kind, need }: DeskPrinter) => {
  if (kind === 'printer') return need === undefined ? 'desk.printer.well' : printerNeeds[need];
  if (need === undefined) return 'desk.folder.well';
  return need === 'full' || need === 'permission' || need === 'offline' ? folderNeeds[need] : 'desk.folder.unknown';
};

const releasable: ReadonlySet<PrintState> = new Set<PrintState>(['held', 'waiting']);
const cancellable: ReadonlySet<PrintState> = new Set<PrintState>(['queued', 'held', 'sending', 'printing', 'waiting']);

/** Whether the desk can have a ticket printed now. */
export const canRelease = ({ state }: DeskTicket): boolean => releasable.has(state);

/** Whether the desk can call a ticket off. What has ended, nobody can bring back. */
export const canCancel = ({ state }: DeskTicket): boolean => cancellable.has(state);

/** Those that somebody may have to do something about come first; each in the order in which they were asked for. */
export const inOrder = (tickets: readonly DeskTicket[]): readonly DeskTicket[] => [
  ...tickets.filter(canCancel),
  ...tickets.filter((ticket) => !canCancel(ticket)),
];

/** A ticket as a key: `kingfisher-12`. */
export const ticketKey = ({ word, number }: Ticket): string => `${word}-${String(number)}`;
