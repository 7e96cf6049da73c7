/** What blocks are drawn with: the page's texts, its state, and what a press on them does. */
import type {
  ChoiceBlock,
  ChoiceOption,
  Drawing,
  GateBlock,
  HelplineBlock,
  Passage,
} from '../../../content/format/index.ts';
import type { Messages } from '../../visit/messages.ts';

/** What drawing a block needs from its page. */
export interface BlockContext {
  readonly messages: Messages;
  /** The kiosk's date and time. */
  readonly now: Date;
  /** The key that marks a passage of this page for reading. */
  readonly key: (passage: Passage) => string;
  /** A passage's text, its medical words as buttons. */
  readonly text: (passage: Passage) => unknown;
  /** A passage's text as a heading or label, where words are not explained. */
  readonly label: (passage: Passage) => unknown;
  /** The meaning opened from this passage, if one is. */
  readonly meaning: (passage: Passage) => unknown;
  /** The option chosen in a choice block, if any. */
  readonly chosen: (choice: string) => string | undefined;
  readonly choose: (choice: ChoiceBlock, option: ChoiceOption) => void;
  readonly isOpen: (gate: GateBlock) => boolean;
  readonly toggleGate: (gate: GateBlock) => void;
  /** What keeps a helpline in my summary, where that is offered; `of` is the id of its name. */
  readonly keep: ((helpline: HelplineBlock, of: string) => unknown) | undefined;
  /** The site's number for what cannot wait, as it is to be read. */
  readonly urgentNumber: string | undefined;
  /** A drawing as an element, made once for as long as the page is shown. */
  readonly drawing: (drawing: Drawing, make: (drawing: Drawing) => Element) => Element;
}
