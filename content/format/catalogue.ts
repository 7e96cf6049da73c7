/**
 * The tree of topics (C1), one document a topic, so that no document grows with the library (B5): home
 * lists the topics at the top, each topic lists those below it and its pages.
 */
import { z } from 'zod';
import { languageTagSchema, otherLanguageSchema, passageSchema, slugSchema } from './text.ts';

/** Pictures a topic card may show; each is an icon the interface knows. */
export const topicIcons = ['ribbon', 'book', 'people', 'clipboard', 'heart', 'flask', 'calendar', 'help'] as const;

/** Home offers no more choices than this. */
export const MOST_CHOICES = 8;

/** What a card says about a page. `easy` is there when the page has an Easy Read version. */
export const pageCardSchema = z.strictObject({
  id: slugSchema,
  title: passageSchema,
  summary: passageSchema,
  readingMinutes: z.int().positive(),
  easy: z.literal(true).optional(),
});

/** A step on the way from home to where a visitor is. */
export const crumbSchema = z.strictObject({
  topic: slugSchema,
  title: z.string().min(1),
  other: otherLanguageSchema.optional(),
});

const topicShape = {
  id: slugSchema,
  title: passageSchema,
  summary: passageSchema,
  icon: z.enum(topicIcons),
};

/** What a card says about a topic. One that holds a single page leads straight to it: that is `only`. */
export const topicCardSchema = z.strictObject({
  ...topicShape,
  only: pageCardSchema.pick({ id: true, easy: true }).optional(),
});

/** `home.json`. `questions` is the card of the sheet of questions, for languages that have one (C7). */
export const homeSchema = z.strictObject({
  language: languageTagSchema,
  topics: z.array(topicCardSchema).min(1).max(MOST_CHOICES),
  questions: z.strictObject({ title: passageSchema, summary: passageSchema }).optional(),
});

/** `topics/<id>.json`. `trail` leads from the top of the tree to the topic above this one. */
export const topicSchema = z.strictObject({
  ...topicShape,
  language: languageTagSchema,
  trail: z.array(crumbSchema),
  topics: z.array(topicCardSchema),
  pages: z.array(pageCardSchema),
});

const topicSourceShape = {
  id: slugSchema,
  title: z.string().min(1),
  summary: z.string().min(1),
  icon: z.enum(topicIcons),
  pages: z.array(slugSchema).default([]),
};

/**
 * A topic as an editor writes it. A topic within a topic holds pages only. A translation gives the words of the
 * original's topics by their ids; pages and topics that it does not name stay where the original has them.
 */
export const topicSourceSchema = z.strictObject({
  ...topicSourceShape,
  topics: z.array(z.strictObject(topicSourceShape)).default([]),
});

/** `topics.yaml`, as an editor writes it. */
export const topicsSourceSchema = z.array(topicSourceSchema);

export type TopicIcon = (typeof topicIcons)[number];
export type PageCard = z.infer<typeof pageCardSchema>;
export type TopicCard = z.infer<typeof topicCardSchema>;
export type Crumb = z.infer<typeof crumbSchema>;
export type Home = z.infer<typeof homeSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type TopicSource = z.infer<typeof topicSourceSchema>;
