/** The sheet of questions (C7): open ones as they are written, sensitive ones behind their group's gate. */
import type { QuestionGroup, QuestionSheet, QuestionsSource } from '../../../content/format/index.ts';
import { compileReview } from './page.ts';
import { createPassageIds, plainPassage, type PassageIds } from './passages.ts';
import { compileReferences } from './references.ts';
import type { Words } from './words.ts';

/** Compiles a checked sheet. */
export function compileQuestions(source: QuestionsSource, words: Words, isTranslation: boolean): QuestionSheet {
  const taken = new Set<string>();
  const ids = createPassageIds('sheet', taken);
  const references = createPassageIds('references', taken);
  const used = source.groups.flatMap(({ sources }) => sources);
  const referencesHeading = plainPassage(references.prefix, words.say('compiled.references'));
  const listed = compileReferences(source.references, used, references, words);
  return {
    language: words.language,
    title: plainPassage(ids.named('title'), source.title),
    summary: plainPassage(ids.named('summary'), source.summary),
    lead: plainPassage(ids.named('lead'), source.lead),
    ...compileReview(source, ids, words, isTranslation),
    groups: source.groups.map((group) => compileGroup(group, createPassageIds(group.id, taken))),
    referencesHeading,
    references: listed.items,
    ...(listed.codes !== undefined && { referenceCodes: listed.codes }),
  };
}

function compileGroup(source: QuestionsSource['groups'][number], ids: PassageIds): QuestionGroup {
  const { id, title, summary, sources, gate, questions } = source;
  const compiled = questions.map(({ id: question, text, sensitive }) => ({
    sensitive,
    question: { id: question, passage: plainPassage(ids.named(question), text) },
  }));
  const where = (wanted: boolean) =>
    compiled.filter(({ sensitive }) => sensitive === wanted).map(({ question }) => question);
  return {
    id,
    title: plainPassage(ids.named('title'), title),
    summary: plainPassage(ids.named('summary'), summary),
    sources: [...sources],
    questions: where(false),
    ...(gate !== undefined && {
      gate: { id: `${id}-gate`, question: plainPassage(ids.named('gate'), gate), questions: where(true) },
    }),
  };
}
