/** A helpline: a number, when it is answered, and what to say about that at a given moment (C5). */
import { z } from 'zod';
import { isoDateSchema, passageSchema, slugSchema } from './text.ts';

/** Days as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export const weekdaySchema = z.int().min(1).max(7);

/** A time of day in the helpline's own time zone, `HH:MM`, 24-hour. */
export const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** One stretch in the week in which calls are answered, on each of `days`, from `from` until `to`. */
export const openingSchema = z.strictObject({
  days: z.array(weekdaySchema).min(1),
  from: timeOfDaySchema,
  to: timeOfDaySchema,
});

/**
 * What may be said about a helpline at some moment. The compiler writes one passage for each that
 * can occur, so that the kiosk speaks it from the bundle and composes nothing.
 *
 * Keys: `open@HH:MM` open now until then · `today@HH:MM` opens later today · `tomorrow@HH:MM` ·
 * `D@HH:MM` opens on weekday D.
 */
export const helplineStatusesSchema = z.record(
  z.string().regex(/^(?:open|today|tomorrow|[1-7])@(?:[01]\d|2[0-3]):[0-5]\d$/),
  passageSchema,
);

/** A QR code as rows of `0` (light) and `1` (dark), all rows equally long, no quiet zone. */
export const qrSchema = z.strictObject({
  content: z.string(),
  rows: z.array(z.string().regex(/^[01]+$/)),
});

/** The compiled block. Public holidays are not known: `hours` is what the service itself states. */
export const helplineBlockSchema = z.strictObject({
  kind: z.literal('helpline'),
  id: slugSchema,
  name: passageSchema,
  number: passageSchema,
  cost: passageSchema.optional(),
  hours: passageSchema,
  checkedOn: passageSchema,
  timeZone: z.string(),
  opening: z.array(openingSchema).min(1),
  statuses: helplineStatusesSchema,
  qr: qrSchema,
});

/** A helpline as an editor writes it in `helplines.yaml`. */
export const helplineSourceSchema = z.strictObject({
  id: slugSchema,
  name: z.string().min(1),
  number: z.string().regex(/^\+?[0-9][0-9 ]{5,}$/),
  cost: z.string().min(1).optional(),
  hours: z.string().min(1),
  timeZone: z.string().default('Europe/London'),
  opening: z.array(openingSchema).min(1),
  checkedOn: isoDateSchema,
  source: slugSchema,
});

export type HelplineBlock = z.infer<typeof helplineBlockSchema>;
export type HelplineSource = z.infer<typeof helplineSourceSchema>;
export type Opening = z.infer<typeof openingSchema>;
export type QrCode = z.infer<typeof qrSchema>;
