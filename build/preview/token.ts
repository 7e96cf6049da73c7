/** The proof that a page was served by this server: a random token in its `<head>`. */
import { TOKEN_META } from '../../renderer/host/channels.ts';

const element = new RegExp(`<meta\\s+name="${TOKEN_META}"\\s+content="[^"]*"\\s*/?>`);

/**
 * Puts the token into a page: in place of the empty element the built page carries, or else at the
 * start of its head.
 *
 * @param token - hexadecimal, so that it needs no escaping
 */
export const withToken = (html: string, token: string): string => {
  const meta = `<meta name="${TOKEN_META}" content="${token}">`;
  return element.test(html)
    ? html.replace(element, meta)
    : html.replace(/<head[^>]*>/, (head) => `${head}\n    ${meta}`);
};
