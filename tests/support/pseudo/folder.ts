/** The pseudo-language as a language is added to the kiosk: a folder of content, made from the English one (C10). */
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { inRoot } from '../checkout.ts';
import { GATED, PAGE } from '../words.ts';
import { pseudoPage } from './markdown.ts';
import { mark, pseudo, pseudoMessage } from './text.ts';

/**
 * Swedish to programs, for plurals, dates and numbers: its months are not the English ones, so a date that was
 * written in English shows.
 */
export const PSEUDO_LANGUAGE = 'sv-pseudo';

/** The pages that are translated; all others are offered in English. */
const PAGES = [PAGE, GATED.page, 'side-effects-and-when-to-call', 'tests-and-scans'];
const EASY_PAGES = ['tests-and-scans'];

type Fields = Readonly<Record<string, unknown>>;

const english = (...path: readonly string[]): Promise<string> => readFile(inRoot('content', 'en', ...path), 'utf8');

const readYaml = async (name: string): Promise<unknown> => parse(await english(name)) as unknown;

/** Rewrites the strings of some fields, and of lists of strings; leaves the others as they are. */
const rewrite = (fields: Fields, rules: Readonly<Record<string, (text: string) => string>>): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, held]) => {
      const rule = rules[name];
      if (rule === undefined) return [name, held];
      if (typeof held === 'string') return [name, rule(held)];
      return [name, Array.isArray(held) ? held.map((text) => rule(String(text))) : held];
    }),
  );

/** What a translated topic holds: pages stay where the original has them. */
const pseudoTopic = ({ id, title, summary, icon, topics }: Fields): Fields => ({
  ...rewrite({ id, title, summary, icon }, { title: pseudo, summary: pseudo }),
  ...(Array.isArray(topics) ? { topics: (topics as readonly Fields[]).map(pseudoTopic) } : {}),
});

/** A word stands in text without the brackets of the list of words. */
const pseudoTerm = (entry: Fields): Fields => ({
  ...rewrite(entry, { sayIt: mark, meaning: pseudo, alsoCalled: mark, slips: mark }),
  term: pseudo(String(entry['term'])),
  forms: [entry['term'], ...((entry['forms'] ?? []) as readonly unknown[])].map((form) => mark(String(form))),
});

/** Labels keep their length: who draws fits them to the drawing. */
const pseudoDrawing = (svg: string): string =>
  svg.replaceAll(
    /(<text\b[^>]*>)([^<]*)(<\/text>)/g,
    (_all, begin: string, text: string, end: string) => begin + text.replaceAll(/\p{L}+/gu, shorten) + end,
  );

const shorten = (word: string): string => mark(word).replace(/([áéíöü])\1/i, '$1');

const drawingName = (file: string): string => file.replace(/\.svg$/, '-pseudo.svg');

/** Writes a whole content folder: English as it is, and the pseudo-language beside it. */
export const writePseudoContent = async (folder: string): Promise<void> => {
  const own = (...path: readonly string[]): string => join(folder, 'pseudo', ...path);
  await mkdir(own('pages'), { recursive: true });
  await mkdir(own('easy'));
  for (const shared of ['en', 'lexicon', 'media', 'policy.yaml']) {
    await cp(inRoot('content', shared), join(folder, shared), { recursive: true });
  }
  const write = (name: string, value: unknown): Promise<void> => writeFile(own(name), stringify(value));
  const list = async (name: string): Promise<readonly Fields[]> => (await readYaml(name)) as readonly Fields[];

  // Site words stay: they are what the site's settings say. No word is refused for what it means: these are no words.
  const profile = (await readYaml('language.yaml')) as Fields;
  await write('language.yaml', { ...profile, language: PSEUDO_LANGUAGE, sensitiveWords: [] });
  await write('interface.yaml', pseudoInterface(await readYaml('interface.yaml')));
  await write('topics.yaml', (await list('topics.yaml')).map(pseudoTopic));
  await write('glossary.yaml', (await list('glossary.yaml')).map(pseudoTerm));
  await write(
    'helplines.yaml',
    (await list('helplines.yaml')).map((line) => rewrite(line, { name: pseudo, cost: pseudo, hours: pseudo })),
  );

  const drawings = new Set<string>();
  const nameDrawing = (file: string): string => {
    drawings.add(file);
    return drawingName(file);
  };
  for (const id of PAGES) {
    await writeFile(own('pages', `${id}.md`), pseudoPage(await english('pages', `${id}.md`), nameDrawing));
  }
  for (const id of EASY_PAGES) {
    await writeFile(own('easy', `${id}.md`), pseudoPage(await english('easy', `${id}.md`), nameDrawing));
  }
  const there = await readdir(inRoot('content', 'media'));
  for (const file of there.filter((name) => drawings.has(name))) {
    const svg = await readFile(inRoot('content', 'media', file), 'utf8');
    await writeFile(join(folder, 'media', drawingName(file)), pseudoDrawing(svg));
  }
};

/** `interface.yaml`, parsed, in the pseudo-language. */
export const pseudoInterface = (source: unknown): Fields & { readonly messages: Readonly<Record<string, string>> } => {
  const { messages, ...rest } = source as Fields & { readonly messages: Readonly<Record<string, string>> };
  const own = Object.entries(messages).map(([key, pattern]) => [key, pseudoMessage(pattern)] as const);
  return { ...rest, messages: Object.fromEntries(own) };
};
