/** Signs that cannot wait, and whom to ring: the site's own number, or the desk, never one made up. */
import { type TemplateResult, css, html } from 'lit';
import type { UrgentBlock } from '../../../content/format/index.ts';
import { icon } from '../../components/icon.ts';
import { spelt } from '../../components/urgent-number.ts';
import { passageKey } from '../../reading/passages.ts';
import type { BlockContext } from './block-context.ts';
import { prose } from './prose.ts';

/** Draws the signs with the number that the site's settings give, if they give one. */
export function urgent({ id, title, content }: UrgentBlock, context: BlockContext): TemplateResult {
  return html`<div class="urgent" role="group" aria-labelledby=${id}>
    ${icon('alert')}
    <div class="flow">
      <h3 id=${id} data-passage=${context.key(title)}>${context.label(title)}</h3>
      ${content.map((inner) => prose(inner, context))} ${whom(context)}
    </div>
  </div>`;
}

function whom({ messages, urgentNumber }: BlockContext): TemplateResult {
  const said = (key: 'urgent.ring' | 'urgent.ask'): TemplateResult =>
    html`<p
      class="whom"
      lang=${messages.language}
      dir=${messages.direction}
      data-passage=${passageKey('messages', key)}
    >
      <span class="run">${messages.text(key)}</span>
    </p>`;
  if (urgentNumber === undefined) return said('urgent.ask');
  return html`${said('urgent.ring')}
    <p class="number" data-said-together><bdi dir="ltr">${spelt(urgentNumber)}</bdi></p>`;
}

export const urgentStyles = css`
  .urgent {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-4);
    background: var(--surface);
    border: var(--rule-thick) solid var(--error);
    border-radius: var(--radius);
  }

  .urgent > .icon {
    color: var(--error);
  }

  .urgent .whom {
    font-weight: 700;
  }

  .urgent .number {
    font-size: var(--text-title);
    font-weight: 700;
    line-height: var(--line-height-heading);
    font-variant-numeric: tabular-nums lining-nums;
  }

  @container view (inline-size < 26rem) {
    .urgent {
      grid-template-columns: 1fr;
    }
  }
`;
