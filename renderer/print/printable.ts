/** What of a part can be on paper: nothing that has to be pressed, and nothing behind a closed gate (principle 3). */
import type { Block, ChoiceBlock, GateBlock, ProseBlock } from '../../content/format/index.ts';

/** A question with its answers in words; on paper all of them can be read. */
export interface PrintedChoice {
  readonly kind: 'choice';
  readonly question: ChoiceBlock['question'];
  readonly answers: readonly { readonly label: ChoiceBlock['question']; readonly content: readonly ProseBlock[] }[];
}

/** A block as it is printed. A gate here is one that was opened. References are printed with the sources. */
export type PrintBlock = Exclude<Block, { readonly kind: 'choice' | 'references' }> | PrintedChoice;

/** An option that leads to another part leads nowhere on paper. */
function choiceOf({ question, options }: ChoiceBlock): readonly PrintedChoice[] {
  const answers = options.flatMap((option) =>
    'answer' in option ? [{ label: option.label, content: option.answer }] : [],
  );
  return answers.length === 0 ? [] : [{ kind: 'choice', question, answers }];
}

const isOpen = ({ id }: GateBlock, openGates: ReadonlySet<string>): boolean => openGates.has(id);

/** @param openGates - the gates of the part to which the visitor has said yes */
export const printable = (blocks: readonly Block[], openGates: ReadonlySet<string>): readonly PrintBlock[] =>
  blocks.flatMap((block): readonly PrintBlock[] => {
    if (block.kind === 'references') return [];
    if (block.kind === 'choice') return choiceOf(block);
    if (block.kind === 'gate' && !isOpen(block, openGates)) return [];
    return [block];
  });
