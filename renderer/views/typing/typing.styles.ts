import { css } from 'lit';

export const typingStyles = css`
  .field {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: var(--target);
    padding-inline: var(--space-3);
    background: var(--surface);
    border: var(--rule-thick) solid var(--action);
    border-radius: var(--radius);
    color: var(--action);
  }

  .field:focus-within {
    outline: var(--focus-width) solid var(--focus-outer);
    outline-offset: var(--focus-width);
    box-shadow: 0 0 0 var(--focus-width) var(--focus-inner);
  }

  input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: calc(18 * var(--mm));
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink);
    font: inherit;
    font-size: var(--text-subheading);
    letter-spacing: inherit;
  }

  input:focus-visible {
    outline: none;
    box-shadow: none;
  }

  .suggestions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-least);
    margin-block-start: var(--space-1);
  }

  .suggestion {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--target-least);
    min-inline-size: var(--target-least);
    padding: 0 var(--space-2);
    border: var(--rule) solid var(--line);
    border-radius: calc(6.4 * var(--mm));
    background: var(--surface);
    font-weight: 600;
    line-height: var(--line-height-heading);
  }

  .suggestion:active {
    background: var(--chosen-ground);
    border-color: var(--ink);
  }
`;
