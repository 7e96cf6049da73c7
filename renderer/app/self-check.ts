/**
 * What new content must do before it counts as working (B3): home has its choices, the search finds one of them, and a
 * clip of speech can be decoded. The host has checked every file's hash; this is whether they work together.
 */
import { plainText } from '../reading/passages.ts';
import { Search } from '../search/search.ts';
import type { Documents } from '../visit/documents.ts';

/** New content does not work; the message says what of it. */
export class SelfCheckError extends Error {
  override readonly name = 'SelfCheckError';
}

/** Any rate that every browser knows; nothing is played. */
const SAMPLE_RATE = 48_000;

const searchAnswers = async (documents: Documents): Promise<void> => {
  const { topics } = await documents.home();
  const search = new Search(documents.searchFiles);
  for (const { title } of topics) if ((await search.find(plainText(title))).pages.length > 0) return;
  throw new SelfCheckError('the search finds none of the choices of home');
};

const clipDecodes = async (documents: Documents): Promise<void> => {
  const { passages } = await documents.narration('messages');
  const clip = Object.values(passages).flat()[0]?.clip;
  if (clip === undefined) throw new SelfCheckError('nothing of the interface is spoken');
  const { duration } = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(await documents.clip(clip));
  if (duration === 0) throw new SelfCheckError('a clip is empty');
};

/** Tries the content of a language. @throws whatever does not work */
export const selfCheck = async (documents: Documents): Promise<void> => {
  await Promise.all([searchAnswers(documents), clipDecodes(documents)]);
};
