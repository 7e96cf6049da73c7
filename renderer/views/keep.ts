/** ‘Keep this’ (P1): puts something into my summary, or takes it out again. */
import { type TemplateResult, css, html } from 'lit';
import { tell } from '../components/events.ts';
import { icon } from '../components/icon.ts';
import type { Messages } from '../visit/messages.ts';
import { type KeptItem, MOST_KEPT, keptKey } from '../visit/summary.ts';

/** What is kept so far, by name. */
export type KeptNames = ReadonlySet<string>;

/** Nothing is kept yet. */
export const noneKept: KeptNames = new Set();

export interface KeepOptions {
  readonly item: KeptItem;
  readonly kept: KeptNames;
  readonly messages: Messages;
  /** The id of what names the thing, in the same root. */
  readonly of: string;
  readonly label?: 'keep.this' | 'keep.part';
}

/** Draws the button. Its name says what it keeps and stays the same; that it is kept is its state. Needs {@link keepStyles}. */
export function keepButton(
  from: EventTarget,
  { item, kept, messages, of, label = 'keep.this' }: KeepOptions,
): TemplateResult {
  const isKept = kept.has(keptKey(item));
  if (!isKept && kept.size >= MOST_KEPT) return fullButton(from, messages);
  return html`<button
    class="button secondary keep"
    lang=${messages.language}
    dir=${messages.direction}
    aria-pressed=${isKept}
    aria-labelledby="keep-${of} ${of}"
    @click=${() => tell(from, 'kiosk-keep', item)}
  >
    ${icon(isKept ? 'check' : 'keep')}<span id="keep-${of}">${messages.text(label)}</span>
  </button>`;
}

/** In place of it where nothing more is taken: says so, and leads to where something can be taken out. */
function fullButton(from: EventTarget, messages: Messages): TemplateResult {
  return html`<button
    class="button secondary keep"
    role="link"
    lang=${messages.language}
    dir=${messages.direction}
    @click=${() => tell(from, 'kiosk-go', { view: 'summary' })}
  >
    ${icon('keep')}<span>${messages.text('summary.full')}</span>
  </button>`;
}

export const keepStyles = css`
  .keep {
    --icon: calc(5 * var(--mm) + 0.2rem);
    min-block-size: calc(14 * var(--mm));
    border-width: var(--rule);
  }

  /* The edge is as thick in all states, so that nothing moves. */
  .keep[aria-pressed='true'] {
    background: var(--action);
    color: var(--on-action);
  }
`;
