/** A ticket as it is called at the desk (P3): the largest words on the screen, since they are what is to be remembered. */
import { type TemplateResult, css, html, nothing } from 'lit';
import type { Messages } from '../visit/messages.ts';
import { type PrintStatus, type Ticket, numberOf } from '../visit/print-status.ts';

/** Its word and its number. Without the bundle's words it is called by its id. */
export function ticketName(
  { word: id, number }: Ticket,
  words: PrintStatus['words'],
  language: string,
): TemplateResult {
  const word = words?.find((known) => known.id === id)?.word;
  const said =
    word === undefined
      ? html`<span>${id}</span>`
      : html`<span
          data-passage=${`tickets#${word.id}`}
          lang=${word.other?.language ?? nothing}
          dir=${word.other?.direction ?? nothing}
          ><span class="run">${word.runs.map(({ text }) => text).join('')}</span></span
        >`;
  return html`${said}
    <span data-passage=${`messages#number/${String(number)}`}
      ><span class="run">${numberOf(number, language)}</span></span
    >`;
}

/** The ticket and what to do with it. Needs {@link ticketStyles}. */
export function ticketCard(ticket: Ticket, words: PrintStatus['words'], messages: Messages): TemplateResult {
  return html`<p data-passage="messages#print.ticket"><span class="run">${messages.text('print.ticket')}</span></p>
    <p class="ticket" data-said-together>${ticketName(ticket, words, messages.language)}</p>`;
}

export const ticketStyles = css`
  .ticket {
    font-size: calc(1.5 * var(--text-title));
    font-weight: 700;
    line-height: var(--line-height-heading);
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums lining-nums;
  }
`;
