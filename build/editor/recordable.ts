/** What can be recorded, and the name of the file it goes into (R5). Pure. */
import { pageSchema } from '../../content/format/index.ts';
import type { CompiledDocument } from '../content-compiler/compile/documents.ts';
import { recordingPath } from '../content-compiler/read/recordings.ts';
import { narrationPath, routeOf, type Edition, type LanguageEdition } from './edition.ts';
import type { RecordableDocument, RecordablePassage, RecordingList } from './pages/contract.ts';

/** The documents of an edition, and the passages of the one with this name. */
export function recordableOf({ languages, plans }: Pick<Edition, 'languages' | 'plans'>, name: string): RecordingList {
  const documents = languages.flatMap((edition) =>
    edition.documents.map((document) => ({ edition, document, ...listed(edition, document) })),
  );
  const chosen = documents.find((one) => one.name === name);
  return {
    documents: documents.map((one) => ({ name: one.name, title: one.title })),
    passages: chosen ? passagesOf(chosen.edition, chosen.document, plans()) : [],
  };
}

function listed({ source, views }: LanguageEdition, { name }: CompiledDocument): RecordableDocument {
  const route = routeOf(name);
  const view = views.find((one) => one.route === route || one.easyRoute === route);
  const title = name === 'messages' ? 'Buttons and messages' : (view?.title ?? name);
  const version = view?.easyRoute === route ? ' (Easy Read)' : '';
  return { name: `${source.folder}/${name}`, title: `${source.folder}: ${title}${version}` };
}

function passagesOf(
  { language, source }: LanguageEdition,
  document: CompiledDocument,
  plans: ReturnType<Edition['plans']>,
): readonly RecordablePassage[] {
  const page = pageSchema.safeParse(document.value);
  // The cards of related pages are in those pages' words, and change with them.
  const cards = new Set(page.success ? page.data.related.flatMap(({ title, summary }) => [title.id, summary.id]) : []);
  const { passages } = plans.get(narrationPath(language, document)) ?? { passages: [] };
  return passages
    .filter(({ id, sentences }) => sentences.length > 0 && !cards.has(id))
    .map(({ id, text }) => ({
      file: recordingPath({ folder: source.folder, document: document.name, passage: id }),
      text,
    }));
}
