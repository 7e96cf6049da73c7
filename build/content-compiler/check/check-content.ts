/** Every check in one run (E2). */
import type { Place, Problem, Report } from '../problem.ts';
import { sortProblems } from '../problem.ts';
import { plainText } from '../read/draft.ts';
import { readLibrary, type ContentFiles, type LanguageSource, type Library } from '../read/library.ts';
import { textsOfPage } from '../read/texts.ts';
import { checkGlossary, checkHelplines, reportUnheard } from './language.ts';
import { checkPage, type KnownIds } from './pages.ts';
import { checkProse, type CheckedText } from './prose.ts';
import { checkQuestions } from './questions.ts';
import { checkReview } from './review.ts';
import { checkTopics } from './topics.ts';

/** The content as far as it could be read, and all that is wrong with it, in the order of files and lines. */
export interface CheckedContent {
  readonly library: Library;
  readonly problems: readonly Problem[];
}

/** Reads and checks content. `now` decides what is overdue. Never throws for what an editor wrote. */
export function checkContent(files: ContentFiles, now: Date): CheckedContent {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const library = readLibrary(files, report);
  const today = now.toISOString().slice(0, 10);
  const drawings = new Set(library.drawings.keys());
  for (const source of library.languages) {
    checkTopics(source, report);
    checkGlossary(source, report);
    checkHelplines(source, report);
    checkQuestions(source, report);
    checkPageIds(source.pages, report);
    checkPageIds(source.easyPages, report);
    const known: KnownIds = {
      pages: new Set(source.pages.map(({ frontMatter }) => frontMatter.id)),
      terms: new Set(source.glossary?.value.map(({ id }) => id)),
      helplines: new Map(source.helplines?.value.map((helpline) => [helpline.id, helpline.source])),
      drawings,
    };
    for (const page of [...source.pages, ...source.easyPages]) checkPage(page, known, report);
    for (const page of source.pages) checkReview(page, today, report);
    const texts = textsOf(source);
    const language = source.messages?.language ?? 'en';
    for (const text of texts) checkProse(text, language, report);
    reportUnheard(source, texts.map(({ text }) => text).join('\n'), report);
  }
  return { library, problems: sortProblems(problems) };
}

function checkPageIds(pages: LanguageSource['pages'], report: Report): void {
  const seen = new Set<string>();
  for (const { frontMatter, placeOf } of pages) {
    if (seen.has(frontMatter.id)) {
      report({
        place: placeOf(['id']),
        level: 'error',
        code: 'duplicate-id',
        what: `page “${frontMatter.id}” is there already`,
        why: 'ids are addresses',
        mend: 'choose another id',
      });
    }
    seen.add(frontMatter.id);
  }
}

/** All words of a language that visitors read, but for the interface and the references. */
function textsOf({ pages, easyPages, topics, questions, glossary, helplines }: LanguageSource): readonly CheckedText[] {
  const at = (text: string, place: Place, role: CheckedText['role']): CheckedText => ({ text, place, role });
  return [
    ...[...pages, ...easyPages].flatMap((page) => [
      at(page.frontMatter.title, page.placeOf(['title']), 'label'),
      at(page.frontMatter.summary, page.placeOf(['summary']), 'prose'),
      ...textsOfPage(page).map(({ text, role, gated = false }) => ({
        ...at(plainText(text), text.place, role),
        sensitive: gated,
        isEasy: page.version === 'easy',
      })),
    ]),
    ...(topics?.value.flatMap((topic, index) =>
      [
        { ...topic, path: [index] },
        ...topic.topics.map((child, below) => ({ ...child, path: [index, 'topics', below] })),
      ].flatMap(({ title, summary, path }) => [
        at(title, topics.placeOf([...path, 'title']), 'label'),
        at(summary, topics.placeOf([...path, 'summary']), 'prose'),
      ]),
    ) ?? []),
    ...(questions ? textsOfQuestions(questions) : []),
    ...(glossary?.value.flatMap(({ term, forms, meaning, sensitive }, index) => [
      { ...at(term, glossary.placeOf([index, 'term']), 'label'), sensitive },
      ...forms.map((form, position) => ({
        ...at(form, glossary.placeOf([index, 'forms', position]), 'label'),
        sensitive,
      })),
      { ...at(meaning, glossary.placeOf([index, 'meaning']), 'prose'), sensitive },
    ]) ?? []),
    ...(helplines?.value.flatMap(({ name, hours }, index) => [
      at(name, helplines.placeOf([index, 'name']), 'label'),
      at(hours, helplines.placeOf([index, 'hours']), 'prose'),
    ]) ?? []),
  ];
}

function textsOfQuestions({
  value: { title, summary, lead, groups },
  placeOf,
}: NonNullable<LanguageSource['questions']>): readonly CheckedText[] {
  return [
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
}
