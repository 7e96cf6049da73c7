import { css } from 'lit';

/** A row along the lower edge; on a wide, low screen a column at the start side. */
export const toolbarStyles = css`
  :host {
    display: block;
    container: toolbar / inline-size;
    position: relative;
    background: var(--surface);
    border-block-start: var(--rule) solid var(--line);
  }

  /* Each tool gives way by as much as its words are long, so that none takes more than two lines of its neighbours' height. */
  nav {
    display: flex;
    gap: var(--gap-least);
    padding: var(--space-1);
    max-inline-size: 96rem;
    margin-inline: auto;
  }

  .tool {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(0.8 * var(--mm));
    min-block-size: calc(24 * var(--mm));
    padding: calc(1.5 * var(--mm)) calc(0.9 * var(--mm));
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

  .told {
    position: absolute;
    inset-inline-start: 0;
    max-inline-size: 100%;
    clip-path: inset(50%);
    pointer-events: none;
  }

  .tool.counted {
    position: relative;
  }

  .count {
    position: absolute;
    inset-block-start: calc(0.8 * var(--mm));
    inset-inline-start: calc(50% + 0.3 * var(--icon));
    min-inline-size: calc(6 * var(--mm));
    padding-inline: calc(1.2 * var(--mm));
    border-radius: calc(4 * var(--mm));
    background: var(--action);
    color: var(--on-action);
    font-variant-numeric: tabular-nums lining-nums;
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

  /* Large words in a narrow row: two rows of four instead, and more where words are so long that four have no room. */
  @container toolbar (inline-size < 34rem) {
    nav {
      flex-wrap: wrap;
    }

    .tool {
      flex: 1 1 21%;
    }

    .tool.apart {
      margin-inline-start: 0;
    }
  }

  :host(:not([columns='0'])) {
    /* Wide enough for two short words a line; the rest of the room is the page's. */
    --column: minmax(min-content, calc(3.85rem + 4 * var(--mm)));
    container-type: normal;
    border-block-start: 0;
    border-inline-end: var(--rule) solid var(--line);
  }

  :host(:not([columns='0'])) nav {
    display: grid;
    align-content: start;
    block-size: 100%;
    box-sizing: border-box;
    /* Room for the ring of the focus, and no more: the longest word of the largest size leaves the page's diagrams their millimetres. */
    padding-inline: calc(1.6 * var(--mm));
  }

  /* One column has room below for what stands apart. */
  :host([columns='1']) nav {
    grid-template: repeat(7, auto) 1fr / var(--column);
  }

  :host([columns='2']) nav {
    grid-template-columns: repeat(2, var(--column));
  }

  :host([columns='3']) nav {
    grid-template-columns: repeat(3, var(--column));
  }

  :host([columns='4']) nav {
    grid-template-columns: repeat(4, var(--column));
  }

  :host(:not([columns='0'])) .tool {
    min-block-size: var(--target);
    padding-inline: calc(0.5 * var(--mm));
  }

  :host(:not([columns='0'])) .tool.apart {
    margin-inline-start: 0;
    align-self: end;
  }
`;
