/** A card: a choice on home or in a topic. The whole card is the target (design.md). */
import { type TemplateResult, css, html, nothing } from 'lit';
import type { Route } from '../visit/routes.ts';
import { type IconName, icon } from './icon.ts';
import { addressOf } from './link.ts';

export interface CardContent {
  readonly route: Route;
  readonly icon: IconName;
  /** Title and line as templates, so that a view may make them passages. */
  readonly title: unknown;
  readonly summary: unknown;
  /** A short note below, such as the reading time. */
  readonly note?: string;
}

/** Drawn into the view's own root, so that its words can be read aloud; needs {@link cardStyles}. */
export function card({ route, icon: name, title, summary, note }: CardContent): TemplateResult {
  return html`<button role="link" class="card" data-address=${addressOf(route)} data-whole>
    <span class="picture">${icon(name)}</span>
    <span class="words">
      <span class="title">${title}</span>
      <span class="summary">${summary}</span>
      ${note === undefined ? nothing : html`<span class="note">${note}</span>`}
    </span>
    <span class="onward">${icon('forward')}</span>
  </button>`;
}

export const cardStyles = css`
  .cards {
    display: grid;
    gap: calc(5 * var(--mm));
  }

  .card {
    inline-size: 100%;
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: var(--space-4);
    min-block-size: calc(40 * var(--mm));
    padding: var(--space-3) var(--space-4);
    background: var(--surface);
    border: var(--rule) solid var(--line);
    border-radius: var(--radius);
  }

  .card:active {
    background: var(--chosen-ground);
    border-color: var(--ink);
  }

  .card .picture {
    display: grid;
    place-items: center;
    inline-size: calc(22 * var(--mm));
    block-size: calc(22 * var(--mm));
    border-radius: 50%;
    background: var(--action);
    color: var(--on-action);
    --icon: calc(12 * var(--mm));
  }

  .card .words {
    display: grid;
    gap: var(--space-1);
  }

  .card .title {
    font-size: var(--text-subheading);
    font-weight: 700;
    line-height: var(--line-height-heading);
  }

  .card .summary {
    line-height: var(--line-height-short);
  }

  .card .note {
    color: var(--quiet);
    line-height: var(--line-height-short);
  }

  .card .onward {
    color: var(--action);
  }

  /* Side by side where the screen is wide: all that home offers is then seen at once. */
  @container view (inline-size >= 44rem) {
    .of-cards .cards {
      grid-template-columns: 1fr 1fr;
    }
  }

  @container view (inline-size < 24rem) {
    .card {
      grid-template-columns: 1fr;
      gap: var(--space-2);
    }

    .card .onward {
      display: none;
    }
  }
`;
