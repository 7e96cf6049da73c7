import { css } from 'lit';
import { drawingStyles } from '../../components/drawing.ts';
import { gateStyles } from '../gate.ts';
import { keepStyles } from '../keep.ts';
import { pageStyles } from '../page/page.styles.ts';
import { qrStyles } from '../page/qr.ts';
import { tableStyles } from '../page/table.ts';
import { urgentStyles } from '../page/urgent.ts';
import { reviewStyles } from '../reviewed.ts';
import { viewStyles } from '../view.ts';
import { printBoxStyles } from './print-box.ts';

/** What is kept looks as it does where it comes from, with a rule between one thing and the next. */
export const summaryStyles = [
  viewStyles,
  drawingStyles,
  gateStyles,
  qrStyles,
  reviewStyles,
  tableStyles,
  urgentStyles,
  pageStyles,
  keepStyles,
  printBoxStyles,
  css`
    .items {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
      margin-block: var(--space-3);
      padding: 0;
    }

    .items > li {
      margin: 0;
      padding-block-start: var(--space-3);
      border-block-start: var(--rule) solid var(--line);
    }

    .from {
      color: var(--quiet);
      font-weight: 600;
      line-height: var(--line-height-heading);
    }

    .sorting,
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-least);
      margin-block-start: var(--space-3);
    }

    /* What moves and has the focus is clear of the notice above and of the edge below. */
    :is(.sorting, .changed) .button,
    .ticket,
    .outcome {
      scroll-margin-block: calc(3rem + var(--space-2)) var(--space-2);
    }

    .own {
      overflow-wrap: anywhere;
    }

    .changed {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      margin-block-start: var(--space-3);
    }

    .changed:not(:has(button)):has(p:empty) {
      display: none;
    }
  `,
];
