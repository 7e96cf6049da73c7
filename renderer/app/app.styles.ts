import { css } from 'lit';

/** The frame of every screen: the reading column above, then an open panel, then the tools. */
export const appStyles = css`
  :host {
    display: block;
    block-size: 100%;
  }

  .attract {
    block-size: 100%;
    overflow-y: auto;
  }

  .frame {
    display: grid;
    grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr);
    grid-template-areas: 'column' 'panel' 'tools';
    block-size: 100%;
  }

  .column {
    grid-area: column;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
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
    max-block-size: 64vb;
    overflow-y: auto;
  }

  kiosk-toolbar {
    grid-area: tools;
  }

  .frame.wide {
    grid-template: minmax(0, 1fr) / auto auto minmax(0, 1fr);
    grid-template-areas: 'tools panel column';
  }

  .wide .panel {
    inline-size: 20rem;
    max-block-size: none;
  }

  .frame.low {
    grid-template: minmax(0, 1fr) auto / auto minmax(0, 1fr);
    grid-template-areas: 'tools column' 'tools panel';
  }

  /* Where every line counts, the page makes room for the panel; it is turned again once that is closed. */
  .low.beside kiosk-pager {
    display: none;
  }
`;
