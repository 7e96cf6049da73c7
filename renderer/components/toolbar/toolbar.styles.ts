import { css } from 'lit';

/** A row along the lower edge; on a wide, low screen a column at the start side. */
export const toolbarStyles = css`
  :host {
    display: block;
    container: toolbar / inline-size;
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

  /* Large words in a narrow row: two even rows instead. */
  @container toolbar (inline-size < 29rem) {
    nav {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
    }

    .tool.apart {
      margin-inline-start: 0;
    }
  }

  :host(:not([layout='tall'])) {
    container-type: normal;
    border-block-start: 0;
    border-inline-end: var(--rule) solid var(--line);
  }

  :host(:not([layout='tall'])) nav {
    display: flex;
    flex-direction: column;
    flex-wrap: nowrap;
    block-size: 100%;
  }

  :host(:not([layout='tall'])) .tool {
    min-block-size: var(--target);
  }

  :host(:not([layout='tall'])) .tool.apart {
    margin-inline-start: 0;
    margin-block-start: auto;
  }
`;
