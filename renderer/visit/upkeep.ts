/** What technicians are told of the content and may want of it (V3, B2). */
import type { ContentOutcome, ContentStatus, EarlierPlace, FoundContent } from '../host/content.ts';

export type { ChangedPage, ContentChanges, ContentStatus, FoundContent } from '../host/content.ts';

/** What technicians may want of the content. */
export type UpkeepCommand =
  { readonly what: 'install'; readonly id: string } | { readonly what: 'go-back'; readonly place: EarlierPlace };

/** What the panel shows; `isLate`: what was wanted is not there any more, or something else is under way. */
export interface UpkeepStatus {
  /** Absent until the host has answered. */
  readonly content: ContentStatus | undefined;
  readonly isLate: boolean;
}

/** Before anything is known. */
export const noUpkeep: UpkeepStatus = { content: undefined, isLate: false };

export const contentOutcomes = {
  ready: 'content.ready',
  full: 'content.full',
  failed: 'content.failed',
} as const satisfies Readonly<Record<ContentOutcome, string>>;

/** The button for content on a drive; there is none for what is in service. */
export const installLabels = {
  newer: 'content.install',
  same: undefined,
  older: 'content.installOlder',
} as const satisfies Readonly<Record<FoundContent['age'], string | undefined>>;
