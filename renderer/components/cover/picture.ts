/** The picture of the cover: hills, water and a low sun, which tell nothing of who is here or why (D9). */
import { type SVGTemplateResult, type TemplateResult, css, html, svg } from 'lit';

const birds: SVGTemplateResult = svg`<path class="stroke" d="M232 62q8-9 14 0q8-9 14 0M268 82q6-7 11 0q6-7 11 0" />`;

/** Draws the picture, as wide as its place, in the roles of the theme. Needs {@link coverPictureStyles}. */
export const coverPicture = (): TemplateResult =>
  html`<svg class="cover-picture" viewBox="0 0 400 260" aria-hidden="true" focusable="false">
    <circle class="sun" cx="148" cy="98" r="38" />
    ${birds}
    <path class="far" d="M0 152q62-62 124-22q46-58 118-6q54-44 158 14v122H0z" />
    <path class="near" d="M0 188q90-52 190-10q100-34 210 2v80H0z" />
    <path class="water" d="M0 222q100-18 200 0t200 0v38H0z" />
    <path class="stroke" d="M40 240h52M150 234h34M236 244h60M330 234h30" />
    <path class="stroke" d="M322 184v-32m0 0q-16-2-16-18q14 0 16 18m0 8q16-2 17-19q-15 1-17 19" />
  </svg>`;

export const coverPictureStyles = css`
  .cover-picture {
    display: block;
    inline-size: 100%;
    block-size: auto;
    stroke: var(--ink);
    stroke-width: 2.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .cover-picture .sun,
  .cover-picture .near {
    fill: var(--draw-warm);
  }

  .cover-picture .far,
  .cover-picture .water {
    fill: var(--draw-cool);
  }

  .cover-picture .near {
    fill: var(--surface);
  }

  .cover-picture .stroke {
    fill: none;
  }
`;
