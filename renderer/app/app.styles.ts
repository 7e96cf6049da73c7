import { css } from 'lit';

/** The frame of every screen: the reading column above, then an open panel, then the tools. */
export const appStyles = css`
  :host {
    /* In low reach, what is above the line has nothing to press (D6). */
    display: grid;
    grid-template: var(--reach-line, 0) minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
  }

  /* The frame of scanning shows where one is; a second mark would only confuse. */
  :host([data-scanning]) {
    --focus-width: 0px;
  }

  /* A hand that shakes moves as it presses: that is no scrolling where there is something to press (I2). */
  :host([data-steady]) {
    --press-action: none;
  }

  .above {
    grid-row: 1;
  }

  .attract {
    grid-row: 1 / -1;
    overflow-y: auto;
  }

  .frame {
    display: grid;
    grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr);
    grid-template-areas: 'column' 'panel' 'tools';
    grid-row: 2;
    min-block-size: 0;
    /* Where the tools stand first they are read and focused first (I3); the document has them last. */
    reading-flow: source-order;
  }

  .frame.tools-start kiosk-toolbar {
    reading-order: -2;
  }

  .frame.wide.tools-start .panel {
    reading-order: -1;
  }

  .column {
    grid-area: column;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr);
    min-block-size: 0;
  }

  .scroller {
    position: relative;
    overflow: hidden auto;
    overscroll-behavior: none;
    touch-action: pan-y;
    /* 'More' shows that there is more; a bar that is too thin to grasp would not. */
    scrollbar-width: none;
  }

  /* Where nothing in it takes the focus, the browser lets it be scrolled by keys. */
  .scroller:focus-visible {
    outline: var(--focus-width) solid var(--focus-outer);
    outline-offset: calc(-1 * var(--focus-width));
    box-shadow: inset 0 0 0 calc(2 * var(--focus-width)) var(--focus-inner);
  }

  .edge {
    position: sticky;
    inset-block-end: 0;
    block-size: 0;
  }

  .veil {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    background: var(--ground);
    pointer-events: none;
  }

  .panel {
    grid-area: panel;
    max-block-size: calc(0.64 * (100vb - var(--reach-line)));
    overflow-y: auto;
  }

  kiosk-toolbar {
    grid-area: tools;
  }

  .frame:is(.tools-start, .tools-end) {
    grid-template: minmax(0, 1fr) auto / auto minmax(0, 1fr);
    grid-template-areas: 'tools column' 'tools panel';
  }

  .frame.tools-end {
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-areas: 'column tools' 'panel tools';
  }

  .frame.wide {
    grid-template: minmax(0, 1fr) / auto auto minmax(0, 1fr);
    grid-template-areas: 'tools panel column';
  }

  .frame.wide.tools-end {
    grid-template-columns: minmax(0, 1fr) auto auto;
    grid-template-areas: 'column panel tools';
  }

  .wide .panel {
    inline-size: 20rem;
    max-block-size: none;
  }

  /* Ten keys side by side. */
  .wide kiosk-keyboard-panel.panel {
    inline-size: max(20rem, calc(172 * var(--mm)));
  }

  /* Lines part what stands side by side, whichever side that is. */
  .tools-end kiosk-toolbar {
    border-inline: var(--rule) solid var(--line);
    border-inline-end: 0;
  }

  .wide.tools-end .panel {
    border-inline: var(--rule-thick) solid var(--action);
    border-inline-end: 0;
  }

  /* Where every line counts, the page makes room for the panel; it is turned again once that is closed. */
  .low.beside kiosk-pager {
    display: none;
  }
`;
