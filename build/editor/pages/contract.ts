/** What the tool's server tells its pages, and what they may ask of it. Types and names only: both sides load it. */

/** A mistake in the content, as the check tells it. */
export interface ToldProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly level: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly mend: string;
}

/** A view the preview can go to. `easyRoute` is there when the page has an Easy Read version. */
export interface ViewChoice {
  readonly title: string;
  readonly route: string;
  readonly easyRoute?: string;
}

/** The state of the content, of what is shown of it, and of its voice. */
export interface PreviewState {
  /** Grows with every change of anything below. */
  readonly version: number;
  /** Grows when the kiosk has something else to show; 0 while there never was content without errors. */
  readonly edition: number;
  /** All problems of the content as it was last saved; with an error among them, the edition is an older one. */
  readonly problems: readonly ToldProblem[];
  /** What stops the tool and is no mistake of the content, a sentence with its mend. */
  readonly failure?: string;
  readonly language: string;
  readonly languages: readonly string[];
  /** The views of that language. */
  readonly views: readonly ViewChoice[];
  readonly voice: { readonly waiting: number; readonly failure?: string };
}

/** A sentence and its sound. */
export interface Sounding {
  readonly text: string;
  readonly clip: string;
}

/** A word that nobody has approved by ear. */
export interface UnheardWord {
  readonly folder: string;
  readonly written: string;
  /** How the glossary says it is said; CAPITALS mark the stressed part. */
  readonly sayIt?: string;
  /** What the engine is given in its place. */
  readonly said: string;
  readonly alone: Sounding;
  readonly sentences: readonly Sounding[];
  readonly places: readonly ViewChoice[];
}

/** What the proof page shows. */
export interface ProofList {
  readonly words: readonly UnheardWord[];
}

/** A passage that can be recorded, and the file its recording goes into, below the content folder. */
export interface RecordablePassage {
  readonly file: string;
  readonly text: string;
}

/** Something whose passages can be recorded. */
export interface RecordableDocument {
  readonly name: string;
  readonly title: string;
}

/** All that can be recorded, and the passages of the one that was asked for. */
export interface RecordingList {
  readonly documents: readonly RecordableDocument[];
  readonly passages: readonly RecordablePassage[];
}

/** Calls of the tool's own; they travel as the kiosk's do, with the same proofs. */
export const toolCalls = { showLanguage: 'toolShowLanguage', approveWord: 'toolApproveWord' } as const;

/** The payload of `showLanguage`. */
export interface LanguageWish {
  readonly language: string;
}

/** The payload of `approveWord`. */
export interface Approval {
  readonly folder: string;
  readonly written: string;
  readonly by: string;
}

/** Where the tool's pages and their data are. */
export const toolPaths = {
  preview: '/preview',
  proof: '/proof',
  state: '/tool/state.json',
  words: '/tool/words.json',
  recording: '/tool/recording.json',
} as const;
