/**
 * Where each document of a language lies in the bundle. Free of schemas, so that the page may import it
 * as it is: this is the one thing of the format that it needs at run time.
 */

/** A language's folder: its tag in small letters, since bundle paths hold no capitals. */
const folderOf = (language: string): string => language.toLowerCase();

/** Paths of documents by language (BCP 47) and, for pages, by id. */
export const bundlePaths = {
  catalogue: (language: string) => `${folderOf(language)}/catalogue.json`,
  page: (language: string, page: string) => `${folderOf(language)}/pages/${page}.json`,
  glossary: (language: string) => `${folderOf(language)}/glossary.json`,
  messages: (language: string) => `${folderOf(language)}/messages.json`,
  narration: {
    catalogue: (language: string) => `${folderOf(language)}/narration/catalogue.json`,
    page: (language: string, page: string) => `${folderOf(language)}/narration/pages/${page}.json`,
    glossary: (language: string) => `${folderOf(language)}/narration/glossary.json`,
    messages: (language: string) => `${folderOf(language)}/narration/messages.json`,
  },
} as const;
