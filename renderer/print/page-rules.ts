/** The rules of the sheet: its size, and what stands in the margins of each of its sides. */
import type { Printed } from './gather.ts';

/** A CSS string of any text: what is not a letter, a figure or a blank is escaped, so that none can end it. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** Stands in a message where the browser counts. */
type Counter = 'page' | 'pages';

/**
 * The rules for a document. They are made here, since a style sheet cannot know the site's words.
 * Margins leave 60 to 70 characters a line in the smallest size on either paper.
 */
export function pageRules({ job, messages }: Pick<Printed, 'job' | 'messages'>): string {
  const counted = messages
    .compose<'paper.pageOf', { readonly counter: Counter }>('paper.pageOf', {
      page: { counter: 'page' },
      pages: { counter: 'pages' },
    })
    .map((piece) => (typeof piece === 'string' ? cssString(piece) : `counter(${piece.counter})`))
    .join(' ');
  const urgent =
    job.urgentNumber === undefined
      ? messages.text('urgent.ask')
      : `${messages.text('urgent.line')} ${job.urgentNumber}`;
  const [start, end] = messages.direction === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const box = (place: string, content: string): string =>
    `@${place} { content: ${content}; font: 600 11pt var(--font); color: #000; direction: ${messages.direction}; }`;
  return `@page {
    size: ${job.paper};
    margin: 24mm 20mm 24mm 20mm;
    ${box(`top-${start}`, cssString(job.hospitalName))}
    ${box(`bottom-${start}`, cssString(urgent))}
    ${box(`bottom-${end}`, counted)}
  }`;
}
