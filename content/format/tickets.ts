/** Words of tickets (P3): one of them and a number name a summary at the desk. */
import { z } from 'zod';
import { languageTagSchema, passageSchema, slugSchema } from './text.ts';

/**
 * Every word there is, by its id. Birds, trees, fruits and other everyday things: none that is medical, unlucky, or
 * likely to be taken as a remark about whoever holds the ticket. The list is the format's and not an editor's, so that
 * the kiosk, the desk and every language mean the same; an editor says what each is called.
 */
export const ticketWordIds = [
  ...['robin', 'sparrow', 'kingfisher', 'heron', 'swallow', 'skylark', 'wagtail', 'puffin', 'pelican', 'parrot'],
  ...['peacock', 'flamingo', 'penguin', 'duck', 'otter', 'hedgehog', 'squirrel', 'dolphin', 'pony', 'camel'],
  ...['butterfly', 'ladybird', 'oak', 'willow', 'maple', 'cedar', 'pine', 'olive', 'palm', 'apple'],
  ...['pear', 'plum', 'cherry', 'peach', 'apricot', 'orange', 'lemon', 'melon', 'strawberry', 'raspberry'],
  ...['grape', 'mango', 'banana', 'pineapple', 'fig', 'coconut', 'rose', 'daisy', 'tulip', 'sunflower'],
  ...['lavender', 'bluebell', 'clover', 'mint', 'river', 'island', 'meadow', 'garden', 'harbour', 'bridge'],
  ...['lighthouse', 'rainbow', 'moon', 'kite', 'lantern', 'violin', 'guitar', 'teapot', 'balloon', 'trumpet'],
] as const;

export type TicketWordId = (typeof ticketWordIds)[number];

/** `tickets.json`: what each word is called; in the order of {@link ticketWordIds}. */
export const ticketsSchema = z.strictObject({
  language: languageTagSchema,
  words: z.array(z.strictObject({ id: slugSchema, word: passageSchema })).length(ticketWordIds.length),
});

const wordSchema = z.string().trim().min(1).max(20);

/** `tickets.yaml`, as an editor writes it: each word of the list with what it is called, no two alike. */
export const ticketsSourceSchema = z
  .strictObject(
    Object.fromEntries(ticketWordIds.map((id) => [id, wordSchema])) as Record<TicketWordId, typeof wordSchema>,
  )
  .superRefine((words, context) => {
    const first = new Map<string, string>();
    for (const [id, word] of Object.entries(words)) {
      const folded = word.toLocaleLowerCase();
      const before = first.get(folded);
      if (before === undefined) first.set(folded, id);
      else context.addIssue({ code: 'custom', path: [id], message: `“${word}” is also what “${before}” is called` });
    }
  });

export type Tickets = z.infer<typeof ticketsSchema>;
export type TicketsSource = z.infer<typeof ticketsSourceSchema>;
