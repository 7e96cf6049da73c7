/** What the tool's pages may ask for: another language, and that a word was heard. All else is the kiosk's own. */
import { z } from 'zod';
import { languageTagSchema } from '../../content/format/index.ts';
import type { Host } from '../../electron/host/host.ts';
import { ApprovalError } from './approve.ts';
import { toolCalls, type Approval, type LanguageWish } from './pages/contract.ts';

/** What the calls act on. */
export interface ToolCallOptions {
  readonly kiosk: Host;
  readonly showLanguage: (language: string) => void;
  /** Writes the approval into the lexicon. Rejects with {@link ApprovalError} when that cannot be done. */
  readonly approveWord: (approval: Approval) => Promise<void>;
}

const languageWish: z.ZodType<LanguageWish> = z.strictObject({ language: languageTagSchema });

/** The folder is a name, never a way to another place; the name of a person holds no line break. */
const approval: z.ZodType<Approval> = z.strictObject({
  folder: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/),
  written: z.string().min(1).max(200),
  by: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u),
});

/** The answer to a call of the tool. `told` is for the person. */
type Answer = { readonly done: true } | { readonly done: false; readonly told: string };

/** The kiosk's host with the tool's calls beside its own. */
export function createToolHost({ kiosk, showLanguage, approveWord }: ToolCallOptions): Host {
  return async (operation, payload) => {
    if (operation === toolCalls.showLanguage) {
      const wish = languageWish.safeParse(payload);
      if (!wish.success) return { ok: false, error: { code: 'invalid-payload' } };
      showLanguage(wish.data.language);
      return { ok: true, value: { done: true } satisfies Answer };
    }
    if (operation === toolCalls.approveWord) {
      const wish = approval.safeParse(payload);
      if (!wish.success) return { ok: false, error: { code: 'invalid-payload' } };
      return { ok: true, value: await answerOf(approveWord(wish.data)) };
    }
    return kiosk(operation, payload);
  };
}

async function answerOf(approving: Promise<void>): Promise<Answer> {
  try {
    await approving;
    return { done: true };
  } catch (error) {
    if (error instanceof ApprovalError) return { done: false, told: error.message };
    return {
      done: false,
      told: 'The lexicon could not be written. Check that you may change the file, and try again.',
    };
  }
}
