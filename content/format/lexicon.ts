/** How words are to be said (R6): the entries of `lexicon/<language>.yaml`. */
import { z } from 'zod';

/**
 * `written` is matched as a whole word, case-sensitively when it holds a capital beyond the first
 * letter; one of digits only is never matched within a longer number. `spoken` replaces it in what the
 * engine reads; `phonemes` (the engine's own notation) wins over `spoken`. `approvedBy` names who
 * approved it by ear; the build lists entries without. An entry with no more than an approval says that the
 * engine is right by itself.
 */
export const lexiconEntrySchema = z
  .strictObject({
    written: z.string().min(1),
    spoken: z.string().min(1).optional(),
    phonemes: z.string().min(1).optional(),
    approvedBy: z.string().min(1).optional(),
    approvedOn: z.iso.date().optional(),
  })
  .refine(({ spoken, phonemes, approvedBy }) => (spoken ?? phonemes ?? approvedBy) !== undefined, {
    message: 'give “spoken” or “phonemes”, or “approvedBy” when it sounds right without',
  });

export const lexiconSchema = z.array(lexiconEntrySchema);

export type LexiconEntry = z.infer<typeof lexiconEntrySchema>;
