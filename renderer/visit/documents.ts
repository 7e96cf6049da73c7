/**
 * Loads the bundle's documents. The host has checked each file against the signed manifest, and the
 * compiler has checked its shape, so a document that arrives is taken as what it says it is.
 */
import type {
  Alongside,
  DocumentName,
  Glossary,
  Home,
  Instead,
  Languages,
  Messages,
  Narration,
  OtherLanguage,
  Page,
  QuestionSheet,
  SearchFiles,
  Tickets,
  SearchFolders,
  SearchWords,
  Topic,
  Vocabulary,
} from '../../content/format/index.ts';
import { LANGUAGES_PATH, type SearchFolder, bundlePaths } from '../../content/format/paths.ts';
import type { Route } from './routes.ts';

/** A document as it is shown: `other` is the language it is in where nobody has translated it (C10). */
export type Shown<Document> = Document & { readonly other?: OtherLanguage };

/** Where the host serves the bundle. */
export const CONTENT_ROOT = '/content/';

/** Thrown when a document cannot be had. `isAbsent` tells that the bundle has none, so that nothing is damaged. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly isAbsent: boolean;
  constructor(path: string, isAbsent: boolean, cause?: unknown) {
    super(`The document ${path} could not be loaded.`, { cause });
    this.isAbsent = isAbsent;
  }
}

/**
 * The documents of one language. Each is fetched once and kept for as long as this object lives, which
 * is one visit: what was read does not outlive it.
 */
export class Documents {
  readonly language: string;
  readonly #loading = new Map<string, Promise<unknown>>();

  constructor(language: string) {
    this.language = language;
  }

  home(): Promise<Home> {
    return this.#document<Home>('home');
  }

  topic(id: string): Promise<Topic> {
    return this.#document<Topic>(`topics/${id}`);
  }

  page(id: string, version: Page['version']): Promise<Shown<Page>> {
    return this.#orInstead<Page>(pageDocument(id, version), (page, { trail, related }) => ({
      ...page,
      trail,
      related,
    }));
  }

  questions(): Promise<Shown<QuestionSheet>> {
    return this.#orInstead<QuestionSheet>('questions', (sheet) => sheet);
  }

  /** What helps a volunteer who sits with a visitor (V2). */
  alongside(): Promise<Alongside> {
    return this.#document<Alongside>('alongside');
  }

  /** What each word of a ticket is called (P3). */
  tickets(): Promise<Tickets> {
    return this.#document<Tickets>('tickets');
  }

  glossary(): Promise<Glossary> {
    return this.#document<Glossary>('glossary');
  }

  messages(): Promise<Messages> {
    return this.#document<Messages>('messages');
  }

  /** The files of the search index. They are not kept here: the search keeps what it needs, and there are thousands. */
  get searchFiles(): SearchFiles {
    const { language } = this;
    return {
      words: () => load(CONTENT_ROOT + bundlePaths.document(language, 'search/words')) as Promise<SearchWords>,
      numbered: async <Folder extends SearchFolder>(folder: Folder, numbers: readonly number[]) => {
        const files = await load(CONTENT_ROOT + bundlePaths.numbered(language, folder, numbers));
        // One number is the address of the file itself.
        return (numbers.length === 1 ? [files] : files) as readonly SearchFolders[Folder][];
      },
    };
  }

  /** All languages there are, the original first. */
  languages(): Promise<Languages> {
    return this.#load<Languages>(LANGUAGES_PATH);
  }

  /** Everything the interface can say, by how it is written. */
  vocabulary(): Promise<Vocabulary> {
    return this.#document<Vocabulary>('vocabulary');
  }

  /** The narration of a document, in this language or in that of one nobody has translated. */
  narration(name: DocumentName, language = this.language): Promise<Narration> {
    return this.#load<Narration>(bundlePaths.narration(language, name));
  }

  /** The bytes of a clip of narration; they are not kept. */
  async clip(path: string): Promise<ArrayBuffer> {
    return (await ask(CONTENT_ROOT + path)).arrayBuffer();
  }

  /** Starts loading what a route shows, so that going there does not wait. */
  prefetchFor(route: Route): void {
    ahead(this.messages(), this.languages());
    if (route.view === 'home') ahead(this.home());
    if (route.view === 'topic') ahead(this.topic(route.topic));
    if (route.view === 'page') ahead(this.page(route.page, route.version), this.glossary());
    if (route.view === 'questions') ahead(this.questions());
    if (route.view === 'words') ahead(this.glossary());
  }

  /** A document, or the original's with what surrounds it here. */
  async #orInstead<Document extends object>(
    name: DocumentName,
    among: (document: Document, instead: Instead) => Document,
  ): Promise<Shown<Document>> {
    const own = await this.#document<Document | Instead>(name);
    if (!('instead' in own)) return own;
    const { instead: other } = own;
    const original = await this.#load<Document>(bundlePaths.document(other.language, name));
    return { ...among(original, own), other };
  }

  #document<Document>(name: DocumentName): Promise<Document> {
    return this.#load<Document>(bundlePaths.document(this.language, name));
  }

  #load<Document>(path: string): Promise<Document> {
    let document = this.#loading.get(path);
    if (document === undefined) {
      document = load(CONTENT_ROOT + path);
      this.#loading.set(path, document);
      // A failure is not remembered: the next time it is asked for, it is tried again.
      document.catch(() => this.#loading.delete(path));
    }
    return document as Promise<Document>;
  }
}

/** The name of a page's document in one of its versions. */
export const pageDocument = (id: string, version: Page['version']): DocumentName =>
  version === 'easy' ? `easy/${id}` : `pages/${id}`;

/** What cannot be had is told when it is needed, not before. */
function ahead(...loading: readonly Promise<unknown>[]): void {
  for (const document of loading) document.catch(() => undefined);
}

async function load(address: string): Promise<unknown> {
  const response = await ask(address);
  try {
    return await response.json();
  } catch (cause) {
    throw new DocumentError(address, false, cause);
  }
}

async function ask(address: string): Promise<Response> {
  let status: number | undefined;
  try {
    const response = await fetch(address);
    status = response.status;
    if (!response.ok) throw new Error(`status ${String(status)}`);
    return response;
  } catch (cause) {
    throw new DocumentError(address, status === 404, cause);
  }
}
