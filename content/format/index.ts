/** The one definition of what content and a bundle are. Schemas and their types; no input or output. */
export * from './catalogue.ts';
export * from './drawing.ts';
export * from './glossary.ts';
export * from './helpline.ts';
export * from './language.ts';
export * from './lexicon.ts';
export * from './manifest.ts';
export * from './messages.ts';
export * from './page.ts';
export * from './paths.ts';
export * from './policy.ts';
export * from './questions.ts';
export * from './search.ts';
export * from './search-words.ts';
export * from './source.ts';
export * from './text.ts';
