/** Asks for the fonts that every view uses together with the page, not after its first layout. */
import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Basic Latin in each weight; extended Latin is fetched by those pages that use it. */
const FONT = /-latin-\d+-normal-[^/]+\.woff2$/;

/** A Vite plugin that adds a preload link for each of those fonts to the built page. */
export const preloadFonts = (): Plugin => ({
  name: 'alongside:preload-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }): HtmlTagDescriptor[] =>
      Object.keys(bundle ?? {})
        .filter((file) => FONT.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
          injectTo: 'head-prepend',
        })),
  },
});
