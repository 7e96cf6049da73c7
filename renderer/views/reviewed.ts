/** What stands at the head of everything that is reviewed: sample or not, when looked at, overdue or not (C8). */
import { type TemplateResult, css, html, nothing } from 'lit';
import type { OtherLanguage, Page, Passage } from '../../content/format/index.ts';
import { icon } from '../components/icon.ts';
import { runs } from '../reading/passages.ts';
import { isOverdue } from '../visit/review.ts';

/** The part of a document that says how it was reviewed. */
export type Reviewed = Pick<Page, 'review' | 'sampleNotice' | 'translationNotice'>;

type Key = (passage: Passage) => string;

/**
 * 'Sample content' and 'Translation not reviewed', in sight on every screenful until somebody is named (principle 7).
 *
 * @param other - the document's language, where it is not the visitor's
 */
export function sampleNotice(
  { sampleNotice: sample, translationNotice: translation }: Reviewed,
  key: Key,
  other?: OtherLanguage,
): TemplateResult | typeof nothing {
  const notices = [sample, translation].filter((notice) => notice !== undefined);
  if (notices.length === 0) return nothing;
  return html`<div class="sample" lang=${other?.language ?? nothing} dir=${other?.direction ?? nothing}>
    ${notices.map((notice) => html`<p data-passage=${key(notice)}>${runs(notice)}</p>`)}
  </div>`;
}

/** The review dates, and a notice once the kiosk's own date has passed the next one. Needs {@link reviewStyles}. */
export function reviewDates({ review }: Reviewed, key: Key, now: Date): TemplateResult {
  const { dates, overdue } = review;
  return html`<div class="review">
    <p data-passage=${key(dates)}>${runs(dates)}</p>
    ${
      isOverdue(review, now)
        ? html`<p class="overdue">${icon('alert')}<span data-passage=${key(overdue)}>${runs(overdue)}</span></p>`
        : nothing
    }
  </div>`;
}

export const reviewStyles = css`
  .review {
    color: var(--quiet);
    margin-block-end: var(--space-3);
  }

  .overdue {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-block-start: var(--space-2);
    padding: var(--space-2) var(--space-3);
    background: var(--notice-ground);
    color: var(--on-notice);
    border: var(--rule) solid var(--on-notice);
    border-radius: var(--radius);
    line-height: var(--line-height-short);
  }
`;
