/** What stands around the full pages: Easy Read, the tree of topics, the questions, and blocks with rules of their own. */
import { describe, expect, it } from 'vitest';
import {
  homeSchema,
  pageSchema,
  questionSheetSchema,
  topicSchema,
  type Block,
  type Passage,
} from '../../../../content/format/index.ts';
import { documentsOf } from '../../../../build/content-compiler/compile/documents.ts';
import { changed, compiled, fixtureFiles, problemsOf, whereIs } from './fixture.ts';

const REST = 'en/pages/when-to-rest.md';
const EASY = 'en/easy/tired-after-treatment.md';
const QUESTIONS = 'en/questions.yaml';
const TOPICS = 'en/topics.yaml';

const library = compiled();
const text = (passage: Passage | undefined) => passage?.runs.map((run) => run.text).join('');
const page = (id: string, version: 'full' | 'easy' = 'full') =>
  library.pages.find((one) => one.id === id && one.version === version);
const block = <Kind extends Block['kind']>(kind: Kind): Extract<Block, { kind: Kind }> => {
  const found = library.pages
    .flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks))
    .find((one): one is Extract<Block, { kind: Kind }> => one.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};

describe('C3 · Easy Read', () => {
  const easy = page('tired-after-treatment', 'easy');

  it('is a version of its page, with the page’s dates and notices, made of ideas with pictures', () => {
    expect(pageSchema.parse(easy)).toEqual(easy);
    expect(easy?.review).toEqual(page('tired-after-treatment')?.review);
    expect(text(easy?.title)).toBe('Feeling tired');
    expect(easy?.parts[0]?.blocks.map(({ kind }) => kind)).toEqual(['idea', 'idea', 'helpline']);
    expect(block('idea').picture.viewBox).toEqual([0, 0, 200, 200]);
  });

  it('and its page know of each other; a page without one does not', () => {
    expect(easy?.otherVersion).toBe(true);
    expect(page('tired-after-treatment')?.otherVersion).toBe(true);
    expect(page('when-to-rest')?.otherVersion).toBeUndefined();
  });

  it('is marked on the cards of its page', () => {
    const cards = library.topics.flatMap((topic) => topic.pages.map(({ id, easy: has }) => ({ id, has })));
    expect(cards).toEqual([
      { id: 'tired-after-treatment', has: true },
      { id: 'when-to-rest', has: undefined },
    ]);
  });
});

describe('C1 · the tree of topics', () => {
  it('has a document for home and for each topic, and each page knows the way to itself', () => {
    expect(homeSchema.parse(library.home)).toEqual(library.home);
    for (const topic of library.topics) expect(topicSchema.parse(topic)).toEqual(topic);
    expect(library.home.topics.map(({ id }) => id)).toEqual(['living']);
    expect(library.topics.find(({ id }) => id === 'living')?.topics.map(({ id }) => id)).toEqual(['nights']);
    expect(library.topics.find(({ id }) => id === 'nights')?.trail).toEqual([
      { topic: 'living', title: 'Living with treatment' },
    ]);
    expect(page('when-to-rest')?.trail).toEqual([{ topic: 'living', title: 'Living with treatment' }]);
  });

  it('takes nobody through a topic that holds a single page', () => {
    expect(library.topics.find(({ id }) => id === 'living')?.topics[0]?.only).toEqual({ id: 'when-to-rest' });
    const two = compiled(changed(TOPICS, '[when-to-rest]', '[when-to-rest, tired-after-treatment]'));
    expect(two.topics.find(({ id }) => id === 'living')?.topics[0]?.only).toBeUndefined();
    expect(two.pages.find(({ id }) => id === 'when-to-rest')?.trail).toHaveLength(2);
  });

  it('leads on from a page to related ones, told as cards tell them', () => {
    expect(page('when-to-rest')?.related).toMatchObject([{ id: 'tired-after-treatment', easy: true }]);
  });
});

describe('C7 · questions to ask', () => {
  it('keeps the sensitive ones behind the gate of their group', () => {
    const { questions: sheet } = library;
    expect(questionSheetSchema.parse(sheet)).toEqual(sheet);
    const [group] = sheet?.groups ?? [];
    expect(group?.questions.map(({ id }) => id)).toEqual(['how-long']);
    expect(group?.gate?.questions.map(({ id }) => id)).toEqual(['later']);
  });

  it('says what is general knowledge among its references', () => {
    expect(library.questions?.references.map(text)).toEqual([
      'Tiredness. A Sample Charity.',
      'Some statements here are general knowledge. A clinician still has to confirm them.',
    ]);
  });

  it('is offered on home, and a language may do without', () => {
    expect(text(library.home.questions?.title)).toBe('Questions to ask');
    const without = compiled(fixtureFiles({ [QUESTIONS]: undefined }));
    expect(without.home.questions).toBeUndefined();
    expect(documentsOf(without).map(({ name }) => name)).not.toContain('questions');
  });
});

describe('C2 · blocks', () => {
  it('urgent signs carry no number: that is the site’s to give', () => {
    const urgent = block('urgent');
    expect(text(urgent.title)).toBe('Ask for help at once if you');
    expect(JSON.stringify(urgent)).not.toMatch(/\d{3}/);
  });

  it('a table names its rows and columns', () => {
    const table = block('table');
    expect(table.columns.map(text)).toEqual(['Kind', 'How long', 'Where']);
    expect(table.rows.map(({ name, cells }) => [name, ...cells].map(text))).toEqual([
      ['Nap', '20 minutes', 'A chair'],
      ['Sleep', 'A night', 'Your bed'],
    ]);
  });

  it('principle 3 · what a gate holds may be said there, and nowhere else', () => {
    expect(text(block('gate').question)).toContain('the future');
    expect(problemsOf(fixtureFiles()).map(({ code }) => code)).not.toContain('sensitive-word');
    const open = problemsOf(changed(REST, 'Rest is good.', 'Survival is good.'));
    expect(open.map(({ code }) => code)).toContain('sensitive-word');
  });

  it('every document has passages to speak, each id once', () => {
    for (const { name, passages } of documentsOf(library)) {
      const ids = passages.map(({ id }) => id);
      // What the interface can say has its passages in the narration of the messages.
      if (name === 'vocabulary') expect(ids).toEqual([]);
      else expect(ids.length, name).toBeGreaterThan(0);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });
});

interface Mistake {
  readonly name: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly code: string;
  /** Text at whose first character the problem must be placed. */
  readonly at: string;
}

const mistakes: readonly Mistake[] = [
  {
    name: 'an Easy Read version of no page',
    path: EASY,
    before: 'id: tired-after-treatment',
    after: 'id: tired',
    code: 'unknown-page',
    at: 'tired',
  },
  {
    name: 'a paragraph in Easy Read',
    path: EASY,
    before: '::helpline',
    after: 'No picture.\n\n::helpline',
    code: 'easy-block',
    at: 'No picture',
  },
  {
    name: 'an idea on a full page',
    path: REST,
    before: 'Rest is good.',
    after: '::idea[Rest.]{picture=bed}',
    code: 'misplaced-block',
    at: '::idea',
  },
  {
    name: 'an idea without words',
    path: EASY,
    before: '::idea[Your nurse can help.]',
    after: '::idea',
    code: 'empty',
    at: '::idea{',
  },
  {
    name: 'an idea without its picture',
    path: EASY,
    before: '{picture=bed}\n\n::h',
    after: '{picture=sofa}\n\n::h',
    code: 'missing-media',
    at: '::idea[Your',
  },
  {
    name: 'a long sentence in Easy Read',
    path: EASY,
    before: 'Your nurse can help.',
    after: 'a b c d e f g h i j k l m n o p.',
    code: 'long-sentence',
    at: '::idea[a b',
  },
  {
    name: 'signs that cannot wait without a title',
    path: REST,
    before: ' title="Ask for help at once if you"',
    after: '',
    code: 'missing-attribute',
    at: ':::urgent',
  },
  {
    name: 'an urgent callout',
    path: REST,
    before: ':::urgent{#ring-now ',
    after: ':::callout{tone=urgent ',
    code: 'bad-attribute',
    at: ':::callout',
  },
  {
    name: 'a table with a hole',
    path: REST,
    before: '| Nap | 20 minutes |',
    after: '| Nap | |',
    code: 'table-shape',
    at: '| Nap',
  },
  {
    name: 'a table too wide',
    path: REST,
    before: '| Kind | How long | Where |\n| ---- |',
    after: '| Kind | How long | Where | Why |\n| --- | ---- |',
    code: 'table-shape',
    at: ':::table',
  },
  {
    name: 'a table that is none',
    path: REST,
    before: '| ---- | -------- | ----- |\n',
    after: '',
    code: 'table-shape',
    at: ':::table',
  },
  {
    name: 'a gate without a question',
    path: REST,
    before: ' question="Would you like to read what people ask about the future?"',
    after: '',
    code: 'missing-attribute',
    at: ':::gate',
  },
  {
    name: 'a block id twice',
    path: REST,
    before: '{#the-future',
    after: '{#kinds',
    code: 'duplicate-id',
    at: ':::gate',
  },
  {
    name: 'a sensitive question without a gate',
    path: QUESTIONS,
    before: '    gate: Would you like to see questions about the future?\n',
    after: '',
    code: 'missing-gate',
    at: 'rest',
  },
  {
    name: 'a gate with nothing behind it',
    path: QUESTIONS,
    before: '        sensitive: true\n',
    after: '',
    code: 'missing-gate',
    at: 'Would you',
  },
  {
    name: 'a question id twice',
    path: QUESTIONS,
    before: 'id: later',
    after: 'id: how-long',
    code: 'duplicate-id',
    at: 'how-long\n        text: What',
  },
  {
    name: 'a source the sheet does not list',
    path: QUESTIONS,
    before: '[sample-2025, general]',
    after: '[sample-2024]',
    code: 'missing-reference',
    at: 'sample-2024',
  },
  {
    name: 'a topic id twice',
    path: TOPICS,
    before: 'id: nights',
    after: 'id: living',
    code: 'duplicate-id',
    at: 'living\n      title',
  },
  {
    name: 'a topic that holds nothing',
    path: TOPICS,
    before: '      pages: [when-to-rest]',
    after: '      pages: []',
    code: 'empty',
    at: 'id: nights',
  },
  {
    name: 'a page no topic names',
    path: TOPICS,
    before: '[when-to-rest]',
    after: '[tired-after-treatment]',
    code: 'unreachable-page',
    at: '',
  },
];

describe('E2 · mistakes are named with their place', () => {
  for (const { name, path, before, after, code, at } of mistakes) {
    it(name, () => {
      const files = changed(path, before, after);
      const found = problemsOf(files).filter((problem) => problem.code === code);
      expect(found.length).toBeGreaterThan(0);
      if (at === '') return;
      const places = found.map(({ place }) => `${place.file}:${String(place.line)}:${String(place.column)}`);
      expect(places).toContain(whereIs(files, path, at));
    });
  }

  it('a part without a source, on a page without references', () => {
    const files = fixtureFiles();
    const source = files.texts.get(REST) ?? '';
    const without = source.replace(/references:[\s\S]*?---/, '---').replace(' sources=sample-2025,general', '');
    const codes = problemsOf(fixtureFiles({ [REST]: without })).map((problem) => problem.code);
    expect(codes).toContain('missing-source');
  });

  it('too many topics for home', () => {
    const topic = (index: number) =>
      `- id: t-${String(index)}\n  title: T\n  summary: T.\n  icon: heart\n  pages: [tired-after-treatment]\n`;
    const { texts } = fixtureFiles();
    const six = (texts.get(TOPICS) ?? '') + Array.from({ length: 5 }, (_none, index) => topic(index)).join('');
    const codes = (topics: string) => problemsOf(fixtureFiles({ [TOPICS]: topics })).map((problem) => problem.code);
    expect(codes(six)).not.toContain('topic-count');
    expect(codes(six + topic(9))).toContain('topic-count');
  });
});
