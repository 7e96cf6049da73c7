/** A page as it was written: typed blocks of text with their places, before glossary words are marked. */
import type { FrontMatter } from '../../../content/format/index.ts';
import type { Place } from '../problem.ts';

/** A stretch of text in one style, as written. */
export interface DraftRun {
  readonly text: string;
  readonly strong?: true;
  /** The glossary entry an editor linked by hand. */
  readonly term?: string;
  readonly place: Place;
}

/** One passage to be. */
export interface DraftText {
  readonly runs: readonly DraftRun[];
  readonly place: Place;
}

/** A paragraph or a list. */
export type DraftProse =
  | { readonly kind: 'paragraph'; readonly text: DraftText }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly DraftText[] };

/** An option of a choice: a part to go to, or an answer in place. */
export type DraftOption = {
  readonly id: string;
  readonly label: DraftText;
} & ({ readonly part: string } | { readonly answer: readonly DraftProse[] });

/** Any block of a part. */
export type DraftBlock =
  | DraftProse
  | { readonly kind: 'subheading'; readonly text: DraftText }
  | {
      readonly kind: 'callout';
      readonly tone: 'note' | 'ask';
      readonly title: DraftText | undefined;
      readonly content: readonly DraftProse[];
    }
  | {
      readonly kind: 'urgent';
      readonly id: string;
      readonly place: Place;
      readonly title: DraftText;
      readonly content: readonly DraftProse[];
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly place: Place;
      readonly caption: DraftText;
      readonly columns: readonly DraftText[];
      readonly rows: readonly { readonly name: DraftText; readonly cells: readonly DraftText[] }[];
    }
  | {
      readonly kind: 'gate';
      readonly id: string;
      readonly place: Place;
      readonly question: DraftText;
      readonly content: readonly DraftProse[];
    }
  | { readonly kind: 'idea'; readonly place: Place; readonly picture: string; readonly text: DraftText }
  | { readonly kind: 'helpline'; readonly id: string; readonly place: Place }
  | {
      readonly kind: 'trial';
      readonly id: string;
      readonly place: Place;
      readonly title: DraftText;
      readonly knownOn: string;
      readonly content: readonly DraftProse[];
      readonly aims: readonly DraftText[];
    }
  | {
      readonly kind: 'diagram';
      readonly id: string;
      readonly place: Place;
      readonly src: string;
      readonly alternative: DraftText;
      readonly description: readonly DraftText[];
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly place: Place;
      readonly question: DraftText;
      readonly options: readonly DraftOption[];
    };

/** A part of a page. Empty `sources` means the page's first reference. */
export interface DraftPart {
  readonly id: string;
  readonly heading: DraftText;
  readonly forOptions: readonly string[];
  readonly sources: readonly string[];
  readonly blocks: readonly DraftBlock[];
}

/** A page, in its full or its Easy Read version, with its front matter and where each field of that is written. */
export interface DraftPage {
  readonly file: string;
  readonly version: 'full' | 'easy';
  readonly frontMatter: FrontMatter;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
  readonly parts: readonly DraftPart[];
}

/** The text of a passage to be, without its styles. */
export function plainText(text: DraftText): string {
  return text.runs.map((run) => run.text).join('');
}
