import { css } from 'lit';

/** A page is set like a book: one column, generous air, few things set apart. */
export const pageStyles = css`
  .flow > * + * {
    margin-block-start: var(--paragraph-gap);
  }

  .decoration {
    margin-block-end: var(--space-3);
  }

  .decoration .drawing {
    max-block-size: min(calc(62 * var(--mm)), 26vb);
  }

  /* What is off the screen is neither styled nor laid out until it comes near: a long page opens, and
     changes its size, as fast as a short one. */
  .part {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 40rem;
  }

  :host([laid-out]) .part {
    content-visibility: visible;
  }

  /* One thing at a time: where it belongs is said quietly above it, and the idea has the screen to itself. */
  .whereabouts {
    margin-block-end: var(--space-2);
    color: var(--quiet);
    font-size: 1rem;
    font-weight: 600;
    line-height: var(--line-height-heading);
  }

  .one .idea {
    grid-template-columns: 1fr;
    justify-items: center;
  }

  .one .idea .picture {
    inline-size: min(100%, 34vb, 17rem);
  }

  .part + .part {
    margin-block-start: calc(1.2em + var(--space-4));
    padding-block-start: calc(0.6em + var(--space-2));
    border-block-start: var(--rule) solid var(--line);
  }

  .part.in-short {
    padding: var(--space-4);
    background: var(--surface);
    border: var(--rule) solid var(--line);
    border-block-start: calc(2 * var(--mm)) solid var(--action);
    border-radius: var(--radius);
  }

  /* Beside its heading where there is room, below it where there is none. */
  .kept-at-top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-1) var(--space-3);
  }

  .part.in-short + .part {
    border-block-start: 0;
    padding-block-start: 0;
  }

  ul,
  ol {
    padding-inline-start: 1.3em;
  }

  li + li {
    margin-block-start: var(--item-gap);
  }

  li::marker {
    color: var(--action);
    font-weight: 700;
  }

  h3,
  h4 {
    margin-block-start: 1.2em;
  }

  h4 {
    font-size: 1rem;
    font-weight: 700;
    line-height: var(--line-height-heading);
  }

  .flow > h3:first-child {
    margin-block-start: 0;
  }

  .quiet,
  .folded {
    color: var(--quiet);
  }

  .callout {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-4);
    background: var(--surface);
    border: var(--rule) solid var(--line);
    border-inline-start: calc(1.6 * var(--mm)) solid var(--action);
    border-radius: var(--radius);
  }

  .callout > .icon {
    color: var(--action);
  }

  /* Easy Read: the picture first, as large as the words allow, and it is clear what belongs together. */
  .idea {
    display: grid;
    grid-template-columns: minmax(calc(34 * var(--mm)), 32%) 1fr;
    gap: var(--space-4);
    align-items: center;
    padding-block: var(--space-2);
  }

  /* A part is cut at its edge, where the ring of the focus would be. */
  .keeping {
    padding: calc(2.2 * var(--focus-width));
  }

  .version {
    margin-block-end: var(--space-3);
  }

  .related {
    margin-block-start: calc(1.2em + var(--space-4));
  }

  .related h2 {
    margin-block-end: var(--space-3);
  }

  .helpline {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--space-4);
    padding: var(--space-4);
    background: var(--surface);
    border: var(--rule) solid var(--line);
    border-radius: var(--radius);
  }

  .helpline .flow > * + * {
    margin-block-start: 0.35em;
  }

  .helpline .number {
    font-size: var(--text-title);
    font-weight: 700;
    line-height: var(--line-height-heading);
    font-variant-numeric: tabular-nums lining-nums;
  }

  .helpline .status {
    font-weight: 600;
  }

  .helpline .status.open::before {
    content: '';
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.7em;
    margin-inline-end: 0.4em;
    border-radius: 50%;
    background: var(--action);
  }

  .scan {
    display: grid;
    align-content: start;
    justify-items: center;
    gap: var(--space-1);
    inline-size: min-content;
    min-inline-size: calc(50 * var(--mm));
    text-align: center;
    line-height: var(--line-height-short);
  }

  .trial {
    padding: var(--space-4);
    background: var(--surface);
    border: var(--rule) solid var(--line);
    border-radius: var(--radius);
  }

  .trial .label {
    font-weight: 600;
    color: var(--action);
  }

  .trial .label + h3 {
    margin-block-start: 0;
  }

  figure .canvas {
    padding: var(--space-3);
    background: var(--surface);
    border: var(--rule) solid var(--line);
    border-radius: var(--radius);
  }

  /* Labels are a sixteenth of a diagram's width: at this width they are a little larger than the text. */
  figure .drawing {
    max-inline-size: 19rem;
    margin-inline: auto;
  }

  figure .caption {
    font-weight: 600;
  }

  .choice {
    padding: var(--space-4);
    background: var(--surface);
    border: var(--rule-thick) solid var(--action);
    border-radius: var(--radius);
  }

  .choice .options {
    display: grid;
    gap: var(--gap-least);
  }

  .choice .option[aria-pressed='true'] {
    background: var(--action);
    color: var(--on-action);
  }

  /* Always there, so that assistive technology hears of an answer that comes into it. */
  .choice .answer:not(:has(*)) {
    margin: 0;
  }

  .references li {
    overflow-wrap: anywhere;
  }

  @container view (inline-size < 26rem) {
    .helpline {
      grid-template-columns: 1fr;
    }

    .scan {
      inline-size: auto;
      justify-items: start;
      text-align: start;
    }

    .callout {
      grid-template-columns: 1fr;
    }
  }
`;
