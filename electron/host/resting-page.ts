/**
 * The kind pages of L6: what a visitor sees when there is nothing else to show. Their words live here,
 * against the rule that words live in `interface.yaml`, because the bundle that holds those may be
 * what is broken. No script, no font, no picture: nothing on them can be missing.
 */

/** Where the pages' style sheet is served. */
export const QUIET_STYLE_PATH = 'resting.css';

/** Where the resting page can be asked for: the renderer goes there when it cannot start (L6). */
export const RESTING_PATH = 'resting.html';

/** Seconds until a resting screen asks again whether the kiosk is well. */
export const RETRY_SECONDS = 30;

/** What the pages say of the site. */
export interface SiteWords {
  readonly hospitalName: string;
  readonly deskDirections: string;
  /** Whom to ring when something cannot wait, if the site says so (O6). */
  readonly urgentNumber?: string | undefined;
}

const words = {
  resting: {
    title: 'This screen is having a rest',
    lead: 'You have done nothing wrong. It will try again by itself in a little while.',
  },
  lost: {
    title: 'That page is not here',
    lead: 'It may have moved. This screen will go back to its start by itself in a little while.',
  },
} as const;

/** `resting`: the kiosk cannot serve. `lost`: it can, but not the address that was asked for. */
export type QuietPage = keyof typeof words;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const urgentOf = ({ urgentNumber }: SiteWords): string =>
  urgentNumber === undefined
    ? ''
    : `\n      <p class="desk">Urgent line: <bdi dir="ltr">${escapeHtml(urgentNumber)}</bdi></p>`;

/** The page as HTML. It returns to the start after {@link RETRY_SECONDS}. */
export const renderQuietPage = (page: QuietPage, site: SiteWords): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="refresh" content="${String(RETRY_SECONDS)}; url=/">
    <title>${words[page].title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/${QUIET_STYLE_PATH}">
  </head>
  <body>
    <main>
      <p class="hospital">${escapeHtml(site.hospitalName)}</p>
      <h1>${words[page].title}</h1>
      <p>${words[page].lead}</p>
      <h2>Someone can help you now</h2>
      <p class="desk">${escapeHtml(site.deskDirections)}</p>${urgentOf(site)}
    </main>
  </body>
</html>
`;

/**
 * The pages' own style sheet: the standard palette of paper and ink. Sized by the window alone, since
 * the settings may be what is broken: on the reference panel capitals are about 5.5 mm high.
 */
export const quietStyle = `:root { color-scheme: light; font-size: clamp(28px, 2.9vmin, 56px); }
* { box-sizing: border-box; }
html { touch-action: pan-y; overscroll-behavior: none; user-select: none; }
body {
  margin: 0;
  min-block-size: 100vh;
  display: grid;
  place-items: center;
  padding: 2rem;
  background: #fbf8f3;
  color: #14212b;
  font-family: 'Atkinson Hyperlegible Next', 'Noto Sans', 'Segoe UI', 'DejaVu Sans', sans-serif;
  line-height: 1.5;
}
main { max-inline-size: 28em; padding-inline-start: 1.5rem; border-inline-start: 0.3rem solid #0b4a56; }
p { margin: 0 0 1em; }
.hospital { color: #3b4955; }
h1 { margin: 0 0 0.5em; font-size: 2.1rem; line-height: 1.2; text-wrap: balance; }
h2 { margin: 1.6em 0 0.3em; font-size: 1.2rem; line-height: 1.3; }
.desk { margin: 0; font-size: 1.2rem; overflow-wrap: anywhere; }
`;
