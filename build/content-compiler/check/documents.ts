/** The words of a language as its readers meet them: document by document, each text with its place. */
import type { DraftPage } from '../read/draft.ts';
import { plainText } from '../read/draft.ts';
import type { LanguageSource } from '../read/library.ts';
import { textsOfPage } from '../read/texts.ts';
import type { Place } from '../problem.ts';

/** Text of one passage, where it stands, and what it is held to. */
export interface CheckedText {
  readonly text: string;
  readonly place: Place;
  /** A `label` is a heading, question or button, which is not held to a sentence's rules. */
  readonly role: 'prose' | 'label';
  /** Met only by somebody who asked for it. */
  readonly sensitive?: boolean;
  /** Held to the shorter sentences of Easy Read. */
  readonly isEasy?: boolean;
  /** The name of a trial. */
  readonly isName?: boolean;
  /** Tells what to do when it cannot wait. */
  readonly isUrgent?: boolean;
  /** Words in it that an editor linked to the glossary. */
  readonly linked?: readonly string[];
}

/** What is read in one go. In `lists`, each text is met alone: a glossary entry, a card, a helpline. */
export interface CheckedDocument {
  readonly kind: 'page' | 'easy' | 'questions' | 'lists';
  /** The page's id, or the name of the file. */
  readonly id: string;
  readonly title: string;
  /** Where problems of the document as a whole are told. */
  readonly place: Place;
  readonly texts: readonly CheckedText[];
  /** Glossary entries that an editor linked by hand. */
  readonly linkedTerms: readonly string[];
}

/** All words of a language that visitors read, but for the interface and the references. */
export function documentsIn(source: LanguageSource): readonly CheckedDocument[] {
  return [...source.pages.map(pageDocument), ...source.easyPages.map(pageDocument), ...listDocuments(source)];
}

/** The words of a language that stand on no page. */
export function listDocuments(source: LanguageSource): readonly CheckedDocument[] {
  return [
    ...topicsDocument(source),
    ...questionsDocument(source),
    ...glossaryDocument(source),
    ...helplinesDocument(source),
  ];
}

/** The words of a page. */
export function pageDocument(page: DraftPage): CheckedDocument {
  const { frontMatter, placeOf, version } = page;
  const isEasy = version === 'easy';
  return {
    kind: isEasy ? 'easy' : 'page',
    id: frontMatter.id,
    title: frontMatter.title,
    place: placeOf(['title']),
    texts: [
      { text: frontMatter.title, place: placeOf(['title']), role: 'label' },
      { text: frontMatter.summary, place: placeOf(['summary']), role: 'prose' },
      ...textsOfPage(page).map(({ text, gated = false, ...what }) => ({
        ...what,
        text: plainText(text),
        place: text.place,
        sensitive: gated,
        isEasy,
        linked: text.runs.flatMap((run) => (run.term === undefined ? [] : [run.text])),
      })),
    ],
    linkedTerms: textsOfPage(page).flatMap(({ text }) => text.runs.flatMap(({ term }) => term ?? [])),
  };
}

function list(id: string, title: string, place: Place, texts: readonly CheckedText[]): readonly CheckedDocument[] {
  return [{ kind: 'lists', id, title, place, texts, linkedTerms: [] }];
}

function topicsDocument({ topics }: LanguageSource): readonly CheckedDocument[] {
  if (!topics) return [];
  const branches = topics.value.flatMap((topic, index) => [
    { ...topic, path: [index] },
    ...topic.topics.map((child, below) => ({ ...child, path: [index, 'topics', below] })),
  ]);
  const texts = branches.flatMap(({ title, summary, path }): readonly CheckedText[] => [
    { text: title, place: topics.placeOf([...path, 'title']), role: 'label' },
    { text: summary, place: topics.placeOf([...path, 'summary']), role: 'prose' },
  ]);
  return list('topics', 'Topics', topics.placeOf([]), texts);
}

function questionsDocument({ questions }: LanguageSource): readonly CheckedDocument[] {
  if (!questions) return [];
  const { value, placeOf } = questions;
  const { title, summary, lead, groups } = value;
  const texts: readonly CheckedText[] = [
    { text: title, place: placeOf(['title']), role: 'label' },
    { text: summary, place: placeOf(['summary']), role: 'prose' },
    { text: lead, place: placeOf(['lead']), role: 'prose' },
    ...groups.flatMap((group, at): readonly CheckedText[] => [
      { text: group.title, place: placeOf(['groups', at, 'title']), role: 'label' },
      { text: group.summary, place: placeOf(['groups', at, 'summary']), role: 'prose' },
      ...(group.gate === undefined
        ? []
        : [{ text: group.gate, place: placeOf(['groups', at, 'gate']), role: 'prose' as const }]),
      ...group.questions.map(({ text, sensitive }, index): CheckedText => ({
        text,
        place: placeOf(['groups', at, 'questions', index, 'text']),
        role: 'prose',
        sensitive,
      })),
    ]),
  ];
  return [{ kind: 'questions', id: 'questions', title, place: placeOf(['title']), texts, linkedTerms: [] }];
}

function glossaryDocument({ glossary }: LanguageSource): readonly CheckedDocument[] {
  if (!glossary) return [];
  const texts = glossary.value.flatMap(({ term, forms, meaning, sensitive }, index): readonly CheckedText[] => [
    { text: term, place: glossary.placeOf([index, 'term']), role: 'label', sensitive },
    ...forms.map((form, position) => ({
      text: form,
      place: glossary.placeOf([index, 'forms', position]),
      role: 'label' as const,
      sensitive,
    })),
    { text: meaning, place: glossary.placeOf([index, 'meaning']), role: 'prose', sensitive },
  ]);
  return list('glossary', 'Words explained', glossary.placeOf([]), texts);
}

function helplinesDocument({ helplines }: LanguageSource): readonly CheckedDocument[] {
  if (!helplines) return [];
  const texts = helplines.value.flatMap(({ name, hours }, index): readonly CheckedText[] => [
    { text: name, place: helplines.placeOf([index, 'name']), role: 'label' },
    { text: hours, place: helplines.placeOf([index, 'hours']), role: 'prose' },
  ]);
  return list('helplines', 'Helplines', helplines.placeOf([]), texts);
}
