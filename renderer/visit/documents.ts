/**
 * Loads the bundle's documents. The host has checked each file against the signed manifest, and the
 * compiler has checked its shape, so a document that arrives is taken as what it says it is.
 */
import type { Catalogue, Glossary, Messages, Narration, Page } from '../../content/format/index.ts';
import type { Route } from './routes.ts';
import { bundlePaths } from '../../content/format/paths.ts';

/** Where the host serves the bundle. */
export const CONTENT_ROOT = '/content/';

/** Thrown when a document cannot be had: not in the bundle, or damaged. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  constructor(path: string, cause?: unknown) {
    super(`The document ${path} could not be loaded.`, { cause });
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

  catalogue(): Promise<Catalogue> {
    return this.#load<Catalogue>(bundlePaths.catalogue(this.language));
  }

  glossary(): Promise<Glossary> {
    return this.#load<Glossary>(bundlePaths.glossary(this.language));
  }

  messages(): Promise<Messages> {
    return this.#load<Messages>(bundlePaths.messages(this.language));
  }

  page(id: string): Promise<Page> {
    return this.#load<Page>(bundlePaths.page(this.language, id));
  }

  /** The narration of a document, by what {@link NarrationSource} calls it. */
  narration(source: NarrationSource): Promise<Narration> {
    return this.#load<Narration>(narrationPath(source, this.language));
  }

  /** Starts loading what a route shows, so that going there does not wait. */
  prefetchFor(route: Route): void {
    ahead(this.messages(), this.catalogue());
    if (route.view === 'page') ahead(this.page(route.page), this.glossary());
    if (route.view === 'words') ahead(this.glossary());
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

/** Documents that have narration, as passages name them. */
export type NarrationSource = 'catalogue' | 'glossary' | 'messages' | `pages/${string}`;

/** What cannot be had is told when it is needed, not before. */
function ahead(...loading: readonly Promise<unknown>[]): void {
  for (const document of loading) document.catch(() => undefined);
}

function narrationPath(source: NarrationSource, language: string): string {
  const { narration } = bundlePaths;
  switch (source) {
    case 'catalogue':
    case 'glossary':
    case 'messages':
      return narration[source](language);
    default:
      return narration.page(language, source.slice('pages/'.length));
  }
}

async function load(address: string): Promise<unknown> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`status ${String(response.status)}`);
    return await response.json();
  } catch (cause) {
    throw new DocumentError(address, cause);
  }
}
