/** The content the shared kiosk serves, as its bundle has it. */
import type { APIRequestContext } from 'playwright/test';
import type { Narration, Page, Passage } from '../../content/format/index.ts';
import { PAGE } from './words.ts';

const load = async <Document>(request: APIRequestContext, url: string): Promise<Document> => {
  const response = await request.get(url);
  if (!response.ok()) throw new Error(`${url} answers ${String(response.status())}`);
  return (await response.json()) as Document;
};

/** The page all tests read, compiled. */
export const compiledPage = (request: APIRequestContext, kioskUrl: string): Promise<Page> =>
  load(request, `${kioskUrl}content/en-gb/pages/${PAGE}.json`);

/** A document's narration: `pages/…`, `messages`, `catalogue` or `glossary`. */
export const compiledNarration = (request: APIRequestContext, kioskUrl: string, source: string): Promise<Narration> =>
  load(request, `${kioskUrl}content/en-gb/narration/${source}.json`);

/** A passage's plain text. */
export const plain = (passage: Passage): string => passage.runs.map(({ text }) => text).join('');
