/** The site's number for what cannot wait (O6): a line of it on every screen, and its digits one by one for the ear. */
import { type TemplateResult, css, html } from 'lit';
import type { Messages } from '../visit/messages.ts';

/** A number digit by digit, each a passage: the bundle has a clip for every digit, and no site's number. */
export const spelt = (number: string): readonly unknown[] =>
  number
    .split('')
    .map((sign) =>
      /[0-9]/.test(sign)
        ? html`<span data-passage=${`messages#number/${sign}`}><span class="run">${sign}</span></span>`
        : sign,
    );

/** Whom to ring when something cannot wait, in one line. By ear it is one stop, however many digits it has. */
export function urgentLine(number: string, messages: Messages): TemplateResult {
  return html`<p class="urgent-line" data-said-together>
    <span data-passage="messages#urgent.line"><span class="run">${messages.text('urgent.line')}</span></span>
    <bdi dir="ltr">${spelt(number)}</bdi>
  </p>`;
}

export const urgentLineStyles = css`
  .urgent-line {
    margin: 0;
    color: var(--ink);
    line-height: var(--line-height-heading);
  }

  .urgent-line bdi {
    font-weight: 700;
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
  }
`;
