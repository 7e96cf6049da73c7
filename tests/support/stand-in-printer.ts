/** A printer at the desk, as the page hears of it: what the host would say is said by a test. The kiosk of the tests has none. */
import type { Page } from 'playwright/test';
import type { PrinterNeed, PrintOutcome, PrintState, Ticket } from '../../renderer/host/printing.ts';

/** The ticket of the first print; each further one has the next number. */
export const TICKET: Ticket = { word: 'kingfisher', number: 12 };

type Refused = Extract<PrintOutcome, { readonly accepted: false }>['why'];

/** What stands in for the host’s side of printing. */
export interface StandInPrinter {
  /** Where all prints are that are not at an end, from the next time the page asks. */
  state: PrintState;
  need: PrinterNeed | undefined;
  /** Why the next print is refused; `gone`: the host does not answer. */
  refusal: Refused | 'gone' | undefined;
  /** What was asked to be printed, in order. */
  readonly asked: unknown[];
}

const ends: ReadonlySet<PrintState> = new Set<PrintState>(['sent', 'printed', 'failed', 'expired', 'cancelled']);

/** Lets the kiosk have a printer, from the next time its page is loaded. */
export async function hasAPrinter(page: Page, state: PrintState = 'held'): Promise<StandInPrinter> {
  const printer: StandInPrinter = { state, need: undefined, refusal: undefined, asked: [] };
  const tickets: Ticket[] = [];
  const ended = new Map<number, PrintState>();
  await page.route('**/host/describeKiosk', async (route) => {
    const response = await route.fetch();
    const reply = (await response.json()) as { readonly value: object };
    const value = { ...reply.value, print: { mode: 'hold', paper: 'A4' } };
    await route.fulfill({ response, json: { ...reply, value } });
  });
  await page.route('**/host/printSummary', (route) => {
    printer.asked.push(route.request().postDataJSON());
    if (printer.refusal === 'gone') return route.abort();
    const ticket = { ...TICKET, number: TICKET.number + tickets.length };
    if (printer.refusal === undefined) tickets.push(ticket);
    const value: PrintOutcome =
      printer.refusal === undefined ? { accepted: true, ticket } : { accepted: false, why: printer.refusal };
    return route.fulfill({ json: { ok: true, value } });
  });
  await page.route('**/host/ticketStatus', (route) => {
    const need = printer.state === 'waiting' && printer.need !== undefined ? { need: printer.need } : {};
    const told = tickets.map((ticket) => ({ ticket, state: ended.get(ticket.number) ?? printer.state, ...need }));
    for (const { ticket, state: now } of told) if (ends.has(now)) ended.set(ticket.number, now);
    return route.fulfill({ json: { ok: true, value: { tickets: told } } });
  });
  await page.route('**/host/cancelPrint', (route) => {
    const { ticket } = route.request().postDataJSON() as { readonly ticket: Ticket };
    ended.set(ticket.number, 'cancelled');
    return route.fulfill({ json: { ok: true, value: null } });
  });
  return printer;
}
