/**
 * Where each document of a language lies in the bundle. Free of schemas, so that the page may import it
 * as it is: this is the one thing of the format that it needs at run time.
 */

/**
 * A document of a language by its name. `pages/<id>` is a page's full version and `easy/<id>` its Easy
 * Read version. All of them have narration.
 */
export type DocumentName =
  | 'alongside'
  | 'home'
  | 'glossary'
  | 'messages'
  | 'questions'
  | 'tickets'
  | 'vocabulary'
  | `topics/${string}`
  | `pages/${string}`
  | `easy/${string}`;

/** The numbered files of the search index. */
export type SearchFolder = 'search/postings' | 'search/parts';

/** A file of the search index by its name. */
export type SearchFileName = 'search/words' | `${SearchFolder}/${string}`;

/** Several numbered files of a folder can be asked for at once, by their numbers with this between them. */
export const BETWEEN_NUMBERS = '_';

/** A host refuses a request for more numbered files than this. */
export const MOST_NUMBERED_AT_ONCE = 128;

/** A language's folder: its tag (BCP 47) in small letters, since bundle paths hold no capitals. */
const folderOf = (language: string): string => language.toLowerCase();

/** Bundle path of the list of all languages. */
export const LANGUAGES_PATH = 'languages.json';

/** Bundle paths of documents. */
export const bundlePaths = {
  document: (language: string, name: DocumentName | SearchFileName) => `${folderOf(language)}/${name}.json`,
  /** The address of several numbered files, which come as one JSON array in this order. No bundle lists it. */
  numbered: (language: string, folder: SearchFolder, numbers: readonly number[]) =>
    `${folderOf(language)}/${folder}/${numbers.join(BETWEEN_NUMBERS)}.json`,
  narration: (language: string, name: DocumentName) => `${folderOf(language)}/narration/${name}.json`,
} as const;
