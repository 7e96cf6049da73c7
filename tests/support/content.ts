/** The content the shared kiosk serves, as its bundle has it. */
import type { APIRequestContext } from 'playwright/test';
import type { DocumentName, Narration, Page, Passage } from '../../content/format/index.ts';
import { PAGE } from './words.ts';

const load = async <Document>(request: APIRequestContext, url: string): Promise<Document> => {
  const response = await request.get(url);
  if (!response.ok()) throw new Error(`${url} answers ${String(response.status())}`);
  return (await response.json()) as Document;
};

/** A document of the bundle by its name. */
export const compiledDocument = <Document>(
  request: APIRequestContext,
  kioskUrl: string,
  name: DocumentName,
): Promise<Document> => load(request, `${kioskUrl}content/en-gb/${name}.json`);

/** The page all tests read, compiled. */
export const compiledPage = (request: APIRequestContext, kioskUrl: string): Promise<Page> =>
  compiledDocument(request, kioskUrl, `pages/${PAGE}`);

/** A document's narration: `pages/…`, `messages`, `home` … */
export const compiledNarration = (
  request: APIRequestContext,
  kioskUrl: string,
  source: DocumentName,
  language = 'en-gb',
): Promise<Narration> => load(request, `${kioskUrl}content/${language}/narration/${source}.json`);

/** A passage's plain text. */
export const plain = (passage: Passage): string => passage.runs.map(({ text }) => text).join('');
