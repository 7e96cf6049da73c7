import { css } from 'lit';

/** A row along the lower edge; on a wide, low screen a column at the start side. */
export const toolbarStyles = css`
  :host {
    display: block;
    background: var(--surface);
    border-block-start: var(--rule) solid var(--line);
  }

  nav {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-least);
    padding: var(--space-1);
    max-inline-size: 96rem;
    margin-inline: auto;
  }

  .tool {
    flex: 1 1 auto;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(0.8 * var(--mm));
    min-block-size: calc(24 * var(--mm));
    min-inline-size: var(--target);
    padding: calc(1.5 * var(--mm)) var(--space-1);
    border: var(--rule-thick) solid transparent;
    border-radius: var(--radius);
    font-weight: 600;
    line-height: var(--line-height-heading);
    text-align: center;
  }

  .tool.on {
    border-color: var(--action);
    background: var(--chosen-ground);
  }

  .tool.apart {
    margin-inline-start: var(--space-2);
    border-color: var(--line);
  }

  .tool:active {
    background: var(--action);
    border-color: var(--action);
    color: var(--on-action);
  }

  .tool[aria-disabled='true'] {
    color: var(--quiet);
    font-weight: 400;
  }

  .tool[aria-disabled='true'] .icon {
    stroke-dasharray: 2 3;
  }

  @media (min-aspect-ratio: 5 / 4) {
    :host {
      border-block-start: 0;
      border-inline-end: var(--rule) solid var(--line);
    }

    nav {
      flex-direction: column;
      flex-wrap: nowrap;
      block-size: 100%;
    }

    .tool {
      min-block-size: var(--target);
    }

    .tool.apart {
      margin-inline-start: 0;
      margin-block-start: auto;
    }
  }
`;
