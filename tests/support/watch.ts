/** Watches a page while a test runs: nothing may go wrong unnoticed, and nothing may leave the kiosk (L3). */
import type { Page } from 'playwright/test';

export interface Watch {
  /** Everything that went wrong and was not announced, each once. */
  readonly troubles: () => readonly string[];
  /** Announces trouble that a test makes on purpose. */
  readonly expectTrouble: (pattern: RegExp) => void;
}

/** Starts watching. @param origin - the only one requests may go to */
export const watchPage = (page: Page, origin: string): Watch => {
  const seen: string[] = [];
  const expected: RegExp[] = [];
  const note = (trouble: string): void => void seen.push(trouble);
  /** A page tells its host every second that it is well; when a test has ended its kiosk, that fails. */
  const isHeartbeat = (url: string): boolean => url.endsWith('/host/heartbeat');
  page.on('console', (message) => {
    if (isHeartbeat(message.location().url) && message.text().includes('net::ERR_')) return;
    if (message.type() === 'error' || message.type() === 'warning') note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (request.url().endsWith('/host/reportProblem')) note(`the page reported: ${request.postData() ?? ''}`);
    if (protocol !== 'data:' && asked !== new URL(origin).origin) note(`left the kiosk: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`answered ${String(response.status())}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    // Aborted is what the page itself let go of: a clip it no longer needs, or all when it is left.
    if (reason !== 'net::ERR_ABORTED' && !isHeartbeat(request.url())) note(`failed (${reason}): ${request.url()}`);
  });
  return {
    troubles: () => [...new Set(seen)].filter((trouble) => !expected.some((pattern) => pattern.test(trouble))),
    expectTrouble: (pattern) => void expected.push(pattern),
  };
};
