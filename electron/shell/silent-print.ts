/** A page on paper, without a dialog (P5). */
import type { WebContents } from 'electron';
import type { SpoolTarget } from '../host/printing/spooler.ts';

/**
 * Hands a page to a printer of the system's. Resolves to whether the system took it; on Windows its word is known to
 * stay away, so that whoever asks has a time of their own for it.
 */
export const printSilently = (page: Pick<WebContents, 'print'>, { device, paper }: SpoolTarget): Promise<boolean> =>
  new Promise((resolve) => {
    // The reason for a failure is not told on: it is a text, and nobody knows what stands in it.
    page.print({ silent: true, printBackground: true, deviceName: device, pageSize: paper }, resolve);
  });

/** The names of the printers that the system knows, asked of any page there is; nothing while there is none. */
export const printerNames = async (
  page: Pick<WebContents, 'getPrintersAsync'> | undefined,
): Promise<readonly string[] | undefined> => (await page?.getPrintersAsync())?.map(({ name }) => name);
