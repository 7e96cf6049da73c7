/** How the technician's page looks. What is drawn to be measured has lengths of its own, by the card and not by `--mm`. */
import { css } from 'lit';
import { BANK_CARD } from '../../visit/calibration.ts';
import { textSizes } from '../../visit/preferences.ts';

const { widthMm, heightMm, cornerMm } = BANK_CARD;

export const calibrateStyles = [
  css`
    :host {
      --card-mm: calc(var(--card) / ${widthMm});
    }
    .steps {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
    }
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-2);
      align-content: start;
    }
    .card {
      inline-size: calc(${widthMm} * var(--card-mm));
      /* A window narrower than a card cannot be measured with one; everything else on it still fits. */
      max-inline-size: 100%;
      block-size: calc(${heightMm} * var(--card-mm));
      border-radius: calc(${cornerMm} * var(--card-mm));
      /* Inside its edges: they are what the card is held against. */
      border: max(2px, calc(0.5 * var(--card-mm))) solid var(--ink);
      background:
        linear-gradient(var(--ink) 0 0) no-repeat 0 22% / 100% 18%,
        var(--chosen-ground);
      margin-block: var(--space-2);
    }
    .buttons {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
      gap: var(--gap-least);
    }
    .distance {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-least);
    }
    label,
    .wrong {
      font-weight: 600;
    }
    input {
      flex: 1 1 6em;
      min-inline-size: 5em;
      min-block-size: var(--target);
      padding-inline: var(--space-2);
      font: inherit;
      color: inherit;
      text-align: center;
      background: var(--surface);
      border: var(--rule) solid var(--line);
      border-radius: var(--radius);
    }
    input[aria-invalid='true'] {
      border: var(--rule-thick) solid var(--ink);
    }
    .sizes {
      display: grid;
      gap: var(--space-2);
    }
    .sizes li {
      display: grid;
      grid-template-columns: minmax(min-content, 30%) 1fr;
      align-items: center;
      gap: var(--space-2);
      line-height: var(--line-height-heading);
    }
    /* Unlike the notice of that name on other views, this is a sample of words. */
    .sample {
      position: static;
      display: block;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      text-align: start;
      font-weight: 600;
      line-height: 1.2;
      white-space: nowrap;
    }
    .warning:not(:empty) {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      padding: var(--space-2);
      background: var(--notice-ground);
      color: var(--on-notice);
      border: var(--rule) solid var(--on-notice);
      border-radius: var(--radius);
      font-weight: 600;
      line-height: var(--line-height-heading);
    }
    .targets {
      display: flex;
      align-items: end;
      gap: calc(5 * var(--card-mm));
    }
    .targets span {
      background: var(--action);
    }
    .main {
      inline-size: calc(20 * var(--card-mm));
      block-size: calc(20 * var(--card-mm));
    }
    .least {
      inline-size: calc(12.8 * var(--card-mm));
      block-size: calc(12.8 * var(--card-mm));
    }
    .keep {
      display: grid;
      gap: var(--space-2);
      justify-items: start;
    }
  `,
  ...textSizes.map(
    ({ step, capHeightMm }) => css`
      .size-${step} {
        font-size: calc(${capHeightMm} * var(--card-mm) / var(--cap-height-ratio));
      }
    `,
  ),
];
