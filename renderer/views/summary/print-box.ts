/** Taking the summary home: the button, the ticket, what has become of it, and the way on without a printer (P3–P7). */
import { type TemplateResult, css, html, nothing } from 'lit';
import { tell } from '../../components/events.ts';
import { icon } from '../../components/icon.ts';
import { ticketCard, ticketName, ticketStyles } from '../../components/ticket.ts';
import { passageKey } from '../../reading/passages.ts';
import type { Messages } from '../../visit/messages.ts';
import {
  type PrintStatus,
  type TicketStatus,
  isGood,
  isLive,
  mayTry,
  refusalMessages,
  stateMessages,
} from '../../visit/print-status.ts';

export interface PrintBoxOptions {
  readonly status: PrintStatus;
  /** Whether there is anything that is not on the newest ticket, or that ticket has come to nothing. */
  readonly isUnsent: boolean;
  readonly messages: Messages;
}

/**
 * Draws the box. The ticket is told to assistive technology once, when it is there; after that only what becomes of
 * it. Needs {@link printBoxStyles}.
 */
export function printBox(from: EventTarget, { status, isUnsent, messages }: PrintBoxOptions): TemplateResult {
  const { rules, isAsking, refusal, tickets, words } = status;
  const newest = tickets.at(-1);
  const isChanged = newest !== undefined && isGood(newest) && isUnsent;
  const intro = rules === undefined ? 'print.none' : tickets.length === 0 ? 'print.what' : undefined;
  return html`<section class="print" aria-labelledby="print-title">
    <h2 id="print-title" tabindex="-1" data-passage="messages#print.title">${said(messages, 'print.title')}</h2>
    ${intro === undefined || refusal !== undefined ? nothing : line(messages, intro)}
    <div class="now" role="status" data-whole>
      ${newest === undefined || !isGood(newest) || words === undefined ? nothing : ticketCard(newest.ticket, words, messages)}
    </div>
    <div class="outcome" role="status">
      ${isAsking ? line(messages, 'print.asking') : nothing}
      ${refusal === undefined ? nothing : line(messages, refusalMessages[refusal])}
      ${newest === undefined ? nothing : line(messages, stateMessages[newest.state])}
      ${isChanged ? line(messages, 'print.changed') : nothing}
    </div>
    ${isUnsent && !isAsking && mayTry(status) ? printButton(from, status, messages) : nothing}
    ${newest !== undefined && mayCancel.has(newest.state) ? cancelButton(from, newest, messages) : nothing}
    ${earlier(status, messages)}
  </section>`;
}

/** A summary that is on its way to the paper is not taken back. */
const mayCancel: ReadonlySet<TicketStatus['state']> = new Set<TicketStatus['state']>(['queued', 'held', 'waiting']);

/**
 * Before the button goes, the focus is where one reads on; by ear what comes of the press is then said after it. The
 * second tap of a double tap is for nothing that stands there by then.
 */
function pressed(event: MouseEvent, act: () => void): void {
  if (event.detail > 1) return;
  const { currentTarget } = event;
  const box = currentTarget instanceof HTMLElement ? currentTarget.closest('.print') : null;
  box?.querySelector<HTMLElement>('#print-title')?.focus({ preventScroll: true });
  act();
}

function printButton(from: EventTarget, { tickets, refusal }: PrintStatus, messages: Messages): TemplateResult {
  const newest = tickets.at(-1);
  const isRetry = refusal !== undefined || newest?.state === 'failed' || newest?.state === 'expired';
  const label = isRetry ? 'print.retry' : newest !== undefined && isGood(newest) ? 'print.again' : 'print.do';
  const press = (event: MouseEvent): void => pressed(event, () => tell(from, 'kiosk-print'));
  return html`<button class="button primary" @click=${press}>
    ${icon('print')}<span>${messages.text(label)}</span>
  </button>`;
}

function cancelButton(from: EventTarget, { ticket }: TicketStatus, messages: Messages): TemplateResult {
  const press = (event: MouseEvent): void => pressed(event, () => tell(from, 'kiosk-cancel-print', ticket));
  return html`<button class="button secondary" @click=${press}>
    ${icon('close')}<span>${messages.text('print.cancel')}</span>
  </button>`;
}

/** Tickets before the newest that may still be asked for at the desk: smaller, so that one is the one to remember. */
function earlier({ tickets, words }: PrintStatus, messages: Messages): TemplateResult | typeof nothing {
  const others = tickets.slice(0, -1).filter((one) => isGood(one) && (isLive(one) || one.state !== 'printed'));
  if (others.length === 0 || words === undefined) return nothing;
  return html`<div class="earlier">
    ${line(messages, 'print.earlier')}
    <ul role="list">
      ${others.map(({ ticket }) => html`<li data-said-together>${ticketName(ticket, words, messages.language)}</li>`)}
    </ul>
  </div>`;
}

type PlainKey = Parameters<Messages['text']>[0];

const said = (messages: Messages, key: PlainKey): TemplateResult =>
  html`<span class="run">${messages.text(key)}</span>`;

const line = (messages: Messages, key: PlainKey): TemplateResult =>
  html`<p data-passage=${passageKey('messages', key)}>${said(messages, key)}</p>`;

export const printBoxStyles = [
  ticketStyles,
  css`
    .print {
      display: grid;
      justify-items: start;
      gap: var(--space-2);
      padding: var(--space-3) var(--space-4) var(--space-4);
      background: var(--surface);
      border: var(--rule-thick) solid var(--action);
      border-radius: var(--radius);
    }

    .now,
    .outcome {
      display: grid;
      gap: var(--space-1);
    }

    :is(.now, .outcome):not(:has(*)) {
      display: none;
    }

    .earlier {
      color: var(--quiet);
    }

    .earlier li {
      font-weight: 600;
    }
  `,
];
