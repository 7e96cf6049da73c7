/** The words visitors see, from the content itself: tests name things as the screen does. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Messages as MessagesDocument } from '../../content/format/index.ts';
import { Messages } from '../../renderer/visit/messages.ts';
import { inRoot } from './checkout.ts';

/** The interface's words: `words.text('toolbar.home')`. */
export const words = new Messages(
  parse(readFileSync(inRoot('content', 'en', 'interface.yaml'), 'utf8')) as MessagesDocument,
);

/** The page all tests read. */
export const PAGE = 'neuroblastoma-came-back';

/** Its topic. */
export const TOPIC = 'neuroblastoma';

/** A part with a gate in it. */
export const GATED = { page: 'coping-and-support', part: 'other-support' } as const;
