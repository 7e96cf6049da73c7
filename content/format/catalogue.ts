/** What a library of one language holds: its topics and, for each page, what a card says about it (C1). */
import { z } from 'zod';
import { isoDateSchema, languageTagSchema, passageSchema, slugSchema } from './text.ts';

/** Pictures a topic card may show; each is an icon the interface knows. */
export const topicIcons = ['ribbon', 'book', 'people', 'clipboard', 'heart', 'flask', 'calendar', 'help'] as const;

export const pageCardSchema = z.strictObject({
  id: slugSchema,
  title: passageSchema,
  summary: passageSchema,
  readingMinutes: z.int().positive(),
  nextReview: isoDateSchema,
});

export const topicSchema = z.strictObject({
  id: slugSchema,
  title: passageSchema,
  summary: passageSchema,
  icon: z.enum(topicIcons),
  pages: z.array(pageCardSchema).min(1),
});

/** At most eight topics: home shows no more choices than that. */
export const catalogueSchema = z.strictObject({
  language: languageTagSchema,
  topics: z.array(topicSchema).min(1).max(8),
});

/** `topics.yaml`, as an editor writes it. */
export const topicsSourceSchema = z.array(
  z.strictObject({
    id: slugSchema,
    title: z.string().min(1),
    summary: z.string().min(1),
    icon: z.enum(topicIcons),
    pages: z.array(slugSchema).min(1),
  }),
);

export type TopicIcon = (typeof topicIcons)[number];
export type PageCard = z.infer<typeof pageCardSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type Catalogue = z.infer<typeof catalogueSchema>;
