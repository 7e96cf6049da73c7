/** Questions to ask (C7): a sheet of questions by subject, the sensitive ones behind a gentle question. */
import { z } from 'zod';
import { referenceCodesSchema, reviewSchema } from './page.ts';
import { referenceSchema } from './source.ts';
import { isoDateSchema, languageTagSchema, passageSchema, slugSchema } from './text.ts';

const questionSchema = z.strictObject({ id: slugSchema, passage: passageSchema });

/** Questions on one subject. Those under `gate` are shown only to somebody who said yes to its question. */
export const questionGroupSchema = z.strictObject({
  id: slugSchema,
  title: passageSchema,
  summary: passageSchema,
  sources: z.array(slugSchema),
  questions: z.array(questionSchema),
  gate: z
    .strictObject({ id: slugSchema, question: passageSchema, questions: z.array(questionSchema).min(1) })
    .optional(),
});

/** `questions.json`. */
export const questionSheetSchema = z.strictObject({
  language: languageTagSchema,
  title: passageSchema,
  summary: passageSchema,
  lead: passageSchema,
  review: reviewSchema,
  sampleNotice: passageSchema.optional(),
  translationNotice: passageSchema.optional(),
  groups: z.array(questionGroupSchema).min(1),
  referencesHeading: passageSchema,
  references: z.array(passageSchema),
  referenceCodes: referenceCodesSchema.optional(),
});

/** `questions.yaml`, as an editor writes it. A group has a `gate` exactly when one of its questions is sensitive. */
export const questionsSourceSchema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  lead: z.string().min(1),
  reviewed: isoDateSchema,
  nextReview: isoDateSchema,
  reviewer: z.string().min(1).optional(),
  translationReviewer: z.string().min(1).optional(),
  references: z.array(referenceSchema).default([]),
  groups: z
    .array(
      z.strictObject({
        id: slugSchema,
        title: z.string().min(1),
        summary: z.string().min(1),
        sources: z.array(slugSchema).min(1),
        gate: z.string().min(1).optional(),
        questions: z
          .array(z.strictObject({ id: slugSchema, text: z.string().min(1), sensitive: z.boolean().default(false) }))
          .min(1),
      }),
    )
    .min(1),
});

export type QuestionGroup = z.infer<typeof questionGroupSchema>;
export type QuestionSheet = z.infer<typeof questionSheetSchema>;
export type QuestionsSource = z.infer<typeof questionsSourceSchema>;
