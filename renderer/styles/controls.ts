/** Styles that every shadow root with something to press shares: targets, feedback and focus. */
import { css } from 'lit';

/** Resets what the browser would decide, and shows focus with two colours on every theme (D8). */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  ul[role='list'],
  ol[role='list'] {
    list-style: none;
  }

  button {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    color: inherit;
    text-align: start;
    background: none;
    border: 0;
    margin: 0;
    padding: 0;
    touch-action: var(--press-action, manipulation);
  }

  :focus-visible {
    outline: var(--focus-width) solid var(--focus-outer);
    outline-offset: var(--focus-width);
    box-shadow: 0 0 0 var(--focus-width) var(--focus-inner);
    border-radius: var(--radius);
  }

  /* Being pressed, in the colour that stands out from whatever it is on (I1). */
  [data-pressed] {
    box-shadow: inset 0 0 0 calc(1.2 * var(--mm)) currentColor;
  }

  h1:focus-visible,
  h2:focus-visible {
    /* Headings take focus on arrival, so that screen readers start there; nobody can act on them. */
    outline: none;
    box-shadow: none;
  }
`;

/** A button that stands out (`.primary`) or stays back (`.secondary`), at least 20 mm high. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-block-size: var(--target);
    min-inline-size: var(--target);
    padding: var(--space-1) var(--space-3);
    border: var(--rule-thick) solid var(--action);
    border-radius: var(--radius);
    font-weight: 600;
    line-height: var(--line-height-heading);
    text-align: center;
  }

  .button.primary {
    background: var(--action);
    color: var(--on-action);
  }

  .button.secondary {
    background: var(--surface);
    color: var(--ink);
  }

  .button:active {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--ground);
  }

  .button[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
    color: var(--quiet);
    font-weight: 400;
  }
`;

/** A link that stays back: for what few look for. */
export const quietLinkStyles = css`
  .quiet-link {
    min-block-size: var(--target-least);
    min-inline-size: var(--target-least);
    color: var(--action);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .quiet-link:active {
    color: var(--ink);
    text-decoration-thickness: 0.2em;
  }
`;
