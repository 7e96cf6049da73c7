/** Runs in the page: what spoken guidance would say of what is on the screen, and whether there is sound for it. */
import { computeAccessibleName } from 'dom-accessibility-api';
import type {
  Messages as MessagesDocument,
  Narration,
  Vocabulary as VocabularyDocument,
} from '../../../content/format/index.ts';
import { bundlePaths } from '../../../content/format/paths.ts';
import { findStops } from '../../../renderer/access/stops.ts';
import { describeElement, nameOf } from '../../../renderer/guidance/semantics.ts';
import type { Stretch } from '../../../renderer/guidance/speech.ts';
import { Vocabulary } from '../../../renderer/guidance/vocabulary.ts';
import { parsePassageKey } from '../../../renderer/reading/passage-key.ts';
import { Messages } from '../../../renderer/visit/messages.ts';

const load = async <Document>(path: string): Promise<Document> => {
  const response = await fetch(`/content/${path}`);
  if (!response.ok) throw new Error(`${path} answers ${String(response.status)}`);
  return (await response.json()) as Document;
};

const app = (): Element => {
  const found = document.querySelector('kiosk-app');
  if (found === null) throw new Error('There is no kiosk on this page.');
  return found;
};

const elements = (): readonly Element[] => findStops(app()).map(({ element }) => element);

/** Every stretch that guidance would say of the stops on the screen and for which the bundle has no clip. */
export const unheard = async (): Promise<readonly string[]> => {
  const language = document.documentElement.lang;
  const messages = new Messages(await load<MessagesDocument>(bundlePaths.document(language, 'messages')));
  const vocabulary = new Vocabulary(await load<VocabularyDocument>(bundlePaths.document(language, 'vocabulary')));
  const narrations = new Map<string, Promise<Narration>>();
  const narrationAt = (path: string): Promise<Narration> => {
    const loading = narrations.get(path) ?? load<Narration>(path);
    narrations.set(path, loading);
    return loading;
  };
  const isHeard = async (stretch: Stretch): Promise<boolean> => {
    if (stretch.kind === 'text') return vocabulary.wordingOf(stretch.text).unheard.length === 0;
    const key = parsePassageKey(stretch.key);
    const narration = await narrationAt(bundlePaths.narration(key.language ?? language, key.source));
    return (narration.passages[key.id] ?? []).length > 0;
  };
  const stretches = elements().flatMap((element) => describeElement(element, messages));
  const heard = await Promise.all(stretches.map(async (stretch) => ({ stretch, isHeard: await isHeard(stretch) })));
  return heard.filter((each) => !each.isHeard).map(({ stretch }) => stretch.text);
};

/** The words a screen reader is told, without signs and spaces, which are of no consequence to the ear. */
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Where the name that guidance says is another than the one the accessibility tree has. */
export const misnamed = (): readonly string[] =>
  elements()
    .filter((element) => element.matches('button, a[href], input, [role="option"], h1, h2, h3, [role="img"]'))
    .map((element) => ({
      said: words(
        nameOf(element)
          .map(({ text }) => text)
          .join(' '),
      ),
      told: words(computeAccessibleName(element)),
    }))
    .filter(({ said, told }) => said !== told)
    .map(({ said, told }) => `“${told}” is said as “${said}”`);

/** Controls that have no name at all. */
export const nameless = (): readonly string[] =>
  elements()
    .filter((element) => nameOf(element).length === 0)
    .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
