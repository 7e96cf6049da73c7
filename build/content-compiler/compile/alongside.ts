/** What helps volunteers (V2): in the language, or as the original has it where nobody has translated it. */
import type { Alongside, AlongsideSource } from '../../../content/format/index.ts';
import type { LanguageSource } from '../read/library.ts';
import { plainPassage } from './passages.ts';
import { inOther, otherOf, type Original } from './untranslated.ts';

/** The document; nothing where nobody has written any. */
export function compileAlongside(
  language: string,
  { alongside: own }: Pick<LanguageSource, 'alongside'>,
  original: Original | undefined,
): Alongside | undefined {
  const source = (own ?? original?.source.alongside)?.value;
  if (source === undefined) return undefined;
  const other = own === undefined && original ? otherOf(original) : undefined;
  const said = (id: string, text: string) => inOther(plainPassage(id, text), other);
  const promptsOf = (prefix: string, prompts: readonly string[]) =>
    prompts.map((text, index) => said(`${prefix}.${String(index + 1)}`, text));
  const stepsOf = (prefix: string, steps: AlongsideSource['who']) =>
    steps.map(({ label, ...where }, index) => ({ ...where, label: said(`${prefix}.${String(index + 1)}`, label) }));
  return {
    language,
    guide: source.guide,
    anywhere: promptsOf('anywhere', source.anywhere),
    pages: Object.entries(source.pages).map(([page, prompts]) => ({
      page,
      prompts: promptsOf(`page.${page}`, prompts),
    })),
    lists: source.lists.map(({ id, title, steps }) => ({
      id,
      title: said(`list.${id}.title`, title),
      steps: stepsOf(`list.${id}`, steps),
    })),
    who: stepsOf('who', source.who),
  };
}
