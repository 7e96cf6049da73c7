/** Drafted blocks as the blocks a kiosk draws: passages with ids, glossary words marked. */
import type {
  Block,
  ChoiceOption,
  Drawing,
  HelplineSource,
  Passage,
  ProseBlock,
} from '../../../content/format/index.ts';
import type { DraftBlock, DraftOption, DraftProse, DraftText } from '../read/draft.ts';
import { toRun, type Marker } from './glossary-marker.ts';
import { compileHelpline } from './helpline.ts';
import { plainPassage, type PassageIds } from './passages.ts';
import type { Words } from './words.ts';

/** What compiling a block may look up. All names in checked content are found in it. */
export interface BlockContext {
  readonly words: Words;
  /** Whether the language is translated from another. */
  readonly isTranslation: boolean;
  readonly helplines: ReadonlyMap<string, HelplineSource>;
  readonly drawings: ReadonlyMap<string, Drawing | undefined>;
}

/** Compiles one block; `undefined` when it names something that does not exist (the checks have said so). */
export function compileBlock(
  block: DraftBlock,
  ids: PassageIds,
  mark: Marker,
  context: BlockContext,
): Block | undefined {
  const { words } = context;
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return compileProse(block, ids, mark);
    case 'subheading':
      return { kind: 'subheading', passage: unmarked(ids.next(), block.text) };
    case 'callout': {
      const title = block.title && unmarked(ids.next(), block.title);
      const content = block.content.map((prose) => compileProse(prose, ids, mark));
      return { kind: 'callout', tone: block.tone, ...(title && { title }), content };
    }
    case 'urgent': {
      const own = ids.within(block.id);
      const title = unmarked(own.named('title'), block.title);
      const content = block.content.map((prose) => compileProse(prose, own, mark));
      return { kind: 'urgent', id: block.id, title, content };
    }
    case 'table': {
      const own = ids.within(block.id);
      return {
        kind: 'table',
        id: block.id,
        caption: unmarked(own.named('caption'), block.caption),
        columns: block.columns.map((column) => unmarked(own.next(), column)),
        rows: block.rows.map(({ name, cells }) => ({
          name: unmarked(own.next(), name),
          cells: cells.map((cell) => ({ id: own.next(), runs: [...mark(cell)] })),
        })),
      };
    }
    case 'gate': {
      const own = ids.within(block.id);
      const question = unmarked(own.named('question'), block.question);
      const content = block.content.map((prose) => compileProse(prose, own, mark));
      return { kind: 'gate', id: block.id, question, content };
    }
    case 'idea': {
      const picture = context.drawings.get(block.picture);
      return picture && { kind: 'idea', picture, passage: { id: ids.next(), runs: [...mark(block.text)] } };
    }
    case 'helpline': {
      const source = context.helplines.get(block.id);
      return source && compileHelpline(source, ids, words);
    }
    case 'trial': {
      const own = ids.within(block.id);
      return {
        kind: 'trial',
        id: block.id,
        label: plainPassage(own.named('label'), words.say('compiled.trial.label')),
        title: unmarked(own.named('title'), block.title),
        content: block.content.map((prose) => compileProse(prose, own, mark)),
        aimsHeading: plainPassage(own.named('aims'), words.say('compiled.trial.aims')),
        aims: block.aims.map((aim) => ({ id: own.next(), runs: [...mark(aim)] })),
        knownOn: plainPassage(
          own.named('known-on'),
          words.say('compiled.trial.knownOn', { date: words.date(block.knownOn) }),
        ),
        askWhom: plainPassage(own.named('ask-whom'), words.say('compiled.trial.askWhom')),
      };
    }
    case 'diagram': {
      const own = ids.within(block.id);
      const drawing = context.drawings.get(block.src);
      const alternative = unmarked(own.named('alternative'), block.alternative);
      const description = block.description.map((text) => unmarked(own.next(), text));
      return drawing && { kind: 'diagram', id: block.id, drawing, alternative, description };
    }
    case 'choice': {
      const own = ids.within(block.id);
      const question = unmarked(own.named('question'), block.question);
      const options = block.options.map((option) => compileOption(option, own, mark));
      return { kind: 'choice', id: block.id, question, options };
    }
  }
}

function compileOption(option: DraftOption, ids: PassageIds, mark: Marker): ChoiceOption {
  const own = ids.within(option.id);
  const label = unmarked(own.prefix, option.label);
  if ('part' in option) return { id: option.id, label, part: option.part };
  return { id: option.id, label, answer: option.answer.map((prose) => compileProse(prose, own, mark)) };
}

function compileProse(block: DraftProse, ids: PassageIds, mark: Marker): ProseBlock {
  if (block.kind === 'paragraph')
    return { kind: 'paragraph', passage: { id: ids.next(), runs: [...mark(block.text)] } };
  const items = block.items.map((item) => ({ id: ids.next(), runs: [...mark(item)] }));
  return { kind: 'list', ordered: block.ordered, items };
}

/** A passage in which only what an editor linked is a glossary word. */
export function unmarked(id: string, text: DraftText): Passage {
  return { id, runs: text.runs.map(toRun) };
}
