/** A content folder of any number of pages, written as an editor's would be: Markdown, YAML, the real interface. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../support/checkout.ts';
import { createRandom, type Random } from './random.ts';
import { makeSentences, makeWords } from './vocabulary.ts';

/** Different words in the library, of which a page holds some hundreds. */
const WORDS = 20_000;

/** Different sentences; each is one clip, however many pages say it. */
const SENTENCES = 6000;

const PARTS = 5;
const SENTENCES_OF_A_PART = 9;
const TOPICS = 6;

/** The id of the n-th page, counted from 0. */
export const pageId = (index: number): string => `page-${String(index)}`;

/** The path of the n-th page's file below the content folder. */
export const pageFile = (index: number): string => join('en', 'pages', `${pageId(index)}.md`);

/**
 * Writes a library of `pages` pages of about 500 words. The same number gives the same bytes.
 *
 * @returns some of its rarer words, to search for
 */
export const writeContent = async (folder: string, pages: number): Promise<readonly string[]> => {
  const random = createRandom(pages);
  const words = makeWords(WORDS, random);
  const sentences = makeSentences(SENTENCES, words, random);
  await mkdir(join(folder, 'en', 'pages'), { recursive: true });
  for (const shared of [
    'en/language.yaml',
    'en/interface.yaml',
    'en/glossary.yaml',
    'en/helplines.yaml',
    'lexicon',
    'media',
  ]) {
    await cp(inRoot('content', ...shared.split('/')), join(folder, ...shared.split('/')), { recursive: true });
  }
  await writeFile(join(folder, 'en', 'topics.yaml'), topics(pages));
  for (let index = 0; index < pages; index += 1) {
    await writeFile(join(folder, pageFile(index)), page(index, sentences, random));
  }
  return Array.from({ length: 200 }, () => words[200 + random.below(4000)] ?? 'the');
};

const page = (index: number, sentences: readonly string[], random: Random): string => {
  const some = (count: number): string => Array.from({ length: count }, () => random.pick(sentences)).join(' ');
  const parts = Array.from({ length: PARTS }, (_none, part) => {
    const paragraphs = Array.from({ length: SENTENCES_OF_A_PART / 3 }, () => some(3)).join('\n\n');
    return `## ${titleOf(random.pick(sentences))} {#part-${String(part)}}\n\n${paragraphs}\n`;
  });
  return `---
id: ${pageId(index)}
title: ${titleOf(random.pick(sentences))} ${String(index)}
summary: ${random.pick(sentences)}
reviewed: 2026-01-01
nextReview: 2028-01-01
references:
  - id: sample
    kind: website
    title: A sample
---

${parts.join('\n')}`;
};

const titleOf = (sentence: string): string => sentence.split(' ').slice(0, 4).join(' ').replace(/\.$/, '');

/** Six topics, each with topics below it, each of those with pages: the three levels grow alike. */
const topics = (pages: number): string => {
  const ofTopic = Math.ceil(pages / TOPICS);
  const below = Math.max(1, Math.round(Math.sqrt(ofTopic)));
  const lines: string[] = [];
  for (let topic = 0; topic < Math.min(TOPICS, pages); topic += 1) {
    lines.push(...head(`topic-${String(topic)}`, ''), '  topics:');
    const ids = Array.from({ length: pages }, (_none, index) => index).filter((index) => index % TOPICS === topic);
    for (let child = 0; child < below; child += 1) {
      const held = ids.filter((_id, index) => index % below === child);
      if (held.length === 0) continue;
      lines.push(...head(`topic-${String(topic)}-${String(child)}`, '    '), '      pages:');
      lines.push(...held.map((index) => `        - ${pageId(index)}`));
    }
  }
  return `${lines.join('\n')}\n`;
};

const head = (id: string, indent: string): readonly string[] => [
  `${indent}- id: ${id}`,
  `${indent}  title: ${id}`,
  `${indent}  summary: Some pages.`,
  `${indent}  icon: book`,
];
