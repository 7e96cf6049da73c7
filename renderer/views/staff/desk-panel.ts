/** The desk's panel (V3): tickets and their states, how the printer is, and what staff can do about either. */
import { type TemplateResult, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Passage, PlainMessageKey } from '../../../content/format/index.ts';
import { tell } from '../../components/events.ts';
import { icon } from '../../components/icon.ts';
import { passageKey, plainText, runs } from '../../reading/passages.ts';
import {
  type DeskStatus,
  type DeskTicket,
  type TicketNames,
  canCancel,
  canRelease,
  deskOutcomes,
  deskStates,
  inOrder,
  printerMessage,
  ticketKey,
} from '../../visit/desk.ts';
import type { Messages } from '../../visit/messages.ts';

export interface DeskPanelOptions {
  readonly status: DeskStatus;
  readonly messages: Messages;
  /** The ticket that is to be called off, if staff say so once more. */
  readonly asked: string | undefined;
  /** Is told which ticket that is from now on. */
  readonly ask: (ticket: string | undefined) => void;
}

/** Draws the panel. What changes in it by what staff did is said to assistive technology. Needs {@link deskStyles}. */
export function deskPanel(from: EventTarget, options: DeskPanelOptions): TemplateResult {
  const { status, messages } = options;
  const { list, isOld, outcome } = status;
  return html`<section class="desk" aria-labelledby="desk-title">
    <h2 id="desk-title" tabindex="-1" data-passage="messages#desk.title">${said(messages, 'desk.title')}</h2>
    ${list === undefined ? nothing : line(messages, printerMessage(list.printer), list.printer.need && 'needs')}
    ${list?.printer.need === undefined ? nothing : line(messages, 'desk.kept')}
    ${isOld ? line(messages, 'desk.old', 'needs') : nothing}
    ${
      list === undefined || list.lostInRestart === 0
        ? nothing
        : html`<p>${messages.format('desk.lost', { summaries: list.lostInRestart })}</p>`
    }
    <p class="said" role="status">${outcome === undefined ? '' : messages.text(deskOutcomes[outcome])}</p>
    ${list?.tickets.length === 0 ? line(messages, 'desk.none') : nothing}
    <ul role="list" class="tickets">
      ${repeat(
        inOrder(list?.tickets ?? []),
        ({ ticket }) => ticketKey(ticket),
        (ticket) => drawTicket(from, ticket, options),
      )}
    </ul>
    <div class="test">
      <button class="button secondary" @click=${() => tell(from, 'kiosk-desk', { what: 'test' })}>
        ${icon('print')}<span>${messages.text('desk.test')}</span>
      </button>
      ${line(messages, 'desk.test.what')}
    </div>
  </section>`;
}

function drawTicket(from: EventTarget, ticket: DeskTicket, options: DeskPanelOptions): TemplateResult {
  const { status, messages, asked, ask } = options;
  const { state, pages, ageSeconds } = ticket;
  const key = ticketKey(ticket.ticket);
  const name = `ticket-${key}`;
  return html`<li class=${canCancel(ticket) ? 'live' : 'over'} data-ticket=${key} data-whole>
    <h3 id=${name} tabindex="-1">${ticketName(ticket, options)}</h3>
    ${otherNames(ticket, status)} ${line(messages, deskStates[state], state === 'waiting' ? 'needs' : '')}
    <p class="quiet">
      ${pages === undefined ? nothing : html`<span>${messages.format('desk.pages', { pages })}</span>`}
      <span>${messages.format('desk.age', { minutes: Math.floor(ageSeconds / 60) })}</span>
    </p>
    ${asked === key && canCancel(ticket) ? confirm(from, ticket, name, options) : nothing}
    ${
      asked !== key && (canRelease(ticket) || canCancel(ticket))
        ? html`<div class="buttons">
            ${
              canRelease(ticket)
                ? button('primary', 'print', 'desk.release', name, messages, () => {
                    tell(from, 'kiosk-desk', { what: 'release', ticket: ticket.ticket });
                  })
                : nothing
            }
            ${button('secondary', 'close', 'desk.cancel', name, messages, () => {
              ask(key);
            })}
          </div>`
        : nothing
    }
  </li>`;
}

/** What is wiped cannot be brought back, and its owner may have gone to the desk already. */
const confirm = (
  from: EventTarget,
  { ticket }: DeskTicket,
  name: string,
  { messages, ask }: DeskPanelOptions,
): TemplateResult =>
  html`<div class="confirm" role="group" aria-labelledby="${name}-sure">
    <p id="${name}-sure" data-passage="messages#desk.cancel.sure">${said(messages, 'desk.cancel.sure')}</p>
    <div class="buttons">
      ${button('secondary', 'back', 'desk.cancel.no', name, messages, () => {
        ask(undefined);
      })}
      ${button('secondary', 'delete', 'desk.cancel.yes', name, messages, () => {
        ask(undefined);
        tell(from, 'kiosk-desk', { what: 'cancel', ticket });
      })}
    </div>
  </div>`;

const button = (
  kind: 'primary' | 'secondary',
  picture: Parameters<typeof icon>[0],
  label: PlainMessageKey,
  name: string,
  messages: Messages,
  act: () => void,
): TemplateResult =>
  html`<button class="button ${kind}" data-act=${label} aria-describedby=${name} @click=${act}>
    ${icon(picture)}<span>${messages.text(label)}</span>
  </button>`;

/** The ticket as whoever reads this screen calls it. */
function ticketName({ ticket }: DeskTicket, { status, messages }: DeskPanelOptions): TemplateResult {
  const word = status.names[0]?.words.find(({ id }) => id === ticket.word)?.word;
  return html`<span
    >${
      word === undefined
        ? html`<span>${ticket.word}</span>`
        : html`<span data-passage=${passageKey('tickets', word.id)}>${runs(word)}</span>`
    }
    <span data-passage=${passageKey('messages', `number/${String(ticket.number)}`)}
      ><span class="run">${new Intl.NumberFormat(messages.language).format(ticket.number)}</span></span
    ></span
  >`;
}

/** The same word as its owner may say it; the number is the same in each language. */
function otherNames({ ticket }: DeskTicket, { names }: DeskStatus): TemplateResult | typeof nothing {
  const nameIn = ({ words }: TicketNames): Passage | undefined => words.find(({ id }) => id === ticket.word)?.word;
  const [present, ...others] = names;
  const own = present && nameIn(present);
  const drawn = others.flatMap((one) => {
    const word = nameIn(one);
    // What a language has no word of its own for is the original's.
    if (word === undefined || word.other !== undefined || (own && plainText(own) === plainText(word))) return [];
    const key = passageKey('tickets', word.id, one.language);
    return [html`<li lang=${one.language} dir=${one.direction}><span data-passage=${key}>${runs(word)}</span></li>`];
  });
  return drawn.length === 0
    ? nothing
    : html`<ul role="list" class="also quiet">
        ${drawn}
      </ul>`;
}

const said = (messages: Messages, key: PlainMessageKey): TemplateResult =>
  html`<span class="run">${messages.text(key)}</span>`;

const line = (messages: Messages, key: PlainMessageKey, kind = ''): TemplateResult =>
  html`<p class=${kind === '' ? nothing : 'needs'} data-passage=${passageKey('messages', key)}>
    ${said(messages, key)}
  </p>`;

export const deskStyles = css`
  .desk {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    inline-size: 100%;
    padding-block-end: var(--space-4);
    border-block-end: var(--rule) solid var(--line);
  }

  .desk .needs {
    font-weight: 600;
    padding-inline-start: var(--space-2);
    border-inline-start: var(--rule-thick) solid var(--on-notice);
  }

  /* Always there, so that what comes into it is said; empty, it takes no room. */
  .desk > .said:empty {
    margin-block-end: calc(-1 * var(--space-3));
  }

  .tickets {
    display: grid;
    gap: var(--space-3);
    inline-size: 100%;
  }

  .tickets:empty {
    display: none;
  }

  .tickets > li {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
    padding: var(--space-3);
    background: var(--surface);
    border: var(--rule) solid var(--line);
    border-radius: var(--radius);
  }

  .tickets > .live {
    border: var(--rule-thick) solid var(--action);
  }

  .tickets h3 {
    font-size: var(--text-heading);
    font-variant-numeric: tabular-nums lining-nums;
    overflow-wrap: anywhere;
  }

  .also,
  .tickets .quiet {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    color: var(--quiet);
  }

  .confirm {
    display: grid;
    gap: var(--space-2);
    font-weight: 600;
  }

  .test {
    display: grid;
    gap: var(--space-1);
    justify-items: start;
  }
`;
