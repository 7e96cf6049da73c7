/** A QR code drawn from the bundle's rows, dark on light in every theme: cameras need it so (C5). */
import { type TemplateResult, css, html } from 'lit';
import type { QrCode } from '../../../content/format/index.ts';

/** The quiet zone that the standard asks for around the code, in modules. */
const QUIET = 4;

/** @param label - What scanning it does; the code's accessible name. */
export function qrCode({ rows }: QrCode, label: string): TemplateResult {
  const size = rows.length + 2 * QUIET;
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label}>
    <rect class="light" width=${size} height=${size}></rect>
    <path class="dark" d=${darkModules(rows)}></path>
  </svg>`;
}

const darkModules = (rows: readonly string[]): string =>
  rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index }) =>
          `M${String(index + QUIET)} ${String(y + QUIET)}h${String(run.length)}v1h-${String(run.length)}z`,
      ),
    )
    .join('');

export const qrStyles = css`
  .qr {
    inline-size: calc(34 * var(--mm));
    block-size: calc(34 * var(--mm));
    border: var(--rule) solid var(--line);
    shape-rendering: crispEdges;
  }

  .qr .light {
    fill: var(--qr-light);
  }

  .qr .dark {
    fill: var(--qr-dark);
  }
`;
