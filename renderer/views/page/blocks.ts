/** How each kind of block of a page is drawn (C2). */
import { type TemplateResult, html, nothing } from 'lit';
import type {
  Block,
  CalloutBlock,
  ChoiceBlock,
  DiagramBlock,
  GateBlock,
  HelplineBlock,
  IdeaBlock,
  Passage,
  TrialBlock,
} from '../../../content/format/index.ts';
import { decorative, informative } from '../../components/drawing.ts';
import { icon } from '../../components/icon.ts';
import { gate } from '../gate.ts';
import type { BlockContext } from './block-context.ts';
import { statusKey } from './helpline-status.ts';
import { listItem, paragraph, prose } from './prose.ts';
import { qrCode } from './qr.ts';
import { table } from './table.ts';
import { urgent } from './urgent.ts';

/** Draws a block. @param startAt - the number of an ordered list's first item, where it is not 1 */
export function block(content: Block, context: BlockContext, startAt = 1): TemplateResult {
  switch (content.kind) {
    case 'paragraph':
    case 'list':
      return prose(content, context, startAt);
    case 'subheading':
      return html`<h3 data-passage=${context.key(content.passage)}>${context.label(content.passage)}</h3>`;
    case 'callout':
      return callout(content, context);
    case 'urgent':
      return urgent(content, context);
    case 'table':
      return table(content, context);
    case 'gate':
      return gated(content, context);
    case 'idea':
      return idea(content, context);
    case 'helpline':
      return helpline(content, context);
    case 'trial':
      return trial(content, context);
    case 'diagram':
      return diagram(content, context);
    case 'choice':
      return choice(content, context);
    case 'references':
      return html`<ol class="references">
        ${content.items.map((item) => {
          const code = content.codes?.[item.id];
          // A phone opens it, for those who want to read on at home (P7).
          const scan = code && qrCode(code, context.messages.text('paper.source.scan'));
          return listItem(item, context, scan);
        })}
      </ol>`;
  }
}

const calloutIcons = { note: 'info', ask: 'ask' } as const;

function callout({ tone, title, content }: CalloutBlock, context: BlockContext): TemplateResult {
  return html`<div class="callout ${tone}">
    ${icon(calloutIcons[tone])}
    <div class="flow">
      ${title === undefined ? nothing : html`<h3 data-passage=${context.key(title)}>${context.label(title)}</h3>`}
      ${content.map((inner) => prose(inner, context))}
    </div>
  </div>`;
}

function gated(content: GateBlock, context: BlockContext): TemplateResult {
  return gate({
    id: content.id,
    question: content.question,
    key: context.key,
    messages: context.messages,
    isOpen: context.isOpen(content),
    toggle: () => context.toggleGate(content),
    content: () => content.content.map((inner) => prose(inner, context)),
  });
}

/** The picture says the same as the words beside it, and so is passed over by assistive technology (C3). */
function idea({ picture, passage }: IdeaBlock, context: BlockContext): TemplateResult {
  return html`<div class="idea" data-whole>
    <div class="picture">${context.drawing(picture, decorative)}</div>
    <div>${paragraph(passage, context)}</div>
  </div>`;
}

function helpline(content: HelplineBlock, context: BlockContext): TemplateResult {
  const { id, name, number, cost, hours, checkedOn, statuses, qr } = content;
  const heading = `helpline-${id}`;
  const key = statusKey(content, context.now);
  const status = statuses[key];
  const line = (passage: Passage, style: string): TemplateResult =>
    html`<p class=${style} data-passage=${context.key(passage)}>${context.label(passage)}</p>`;
  return html`<div class="helpline" data-whole>
    <div class="flow">
      <h3 id=${heading} data-passage=${context.key(name)}>${context.label(name)}</h3>
      <p class="number" data-passage=${context.key(number)}><bdi dir="ltr">${context.label(number)}</bdi></p>
      ${cost === undefined ? nothing : line(cost, '')} ${line(hours, '')}
      ${status === undefined ? nothing : line(status, key.startsWith('open') ? 'status open' : 'status')}
      ${line(checkedOn, 'quiet')} ${context.keep?.(content, heading) ?? nothing}
    </div>
    <div class="scan" lang=${context.messages.language} dir=${context.messages.direction}>
      ${qrCode(qr, context.messages.text('helpline.scan'))}
      <p class="quiet" data-passage="messages#helpline.scan">
        <span class="run">${context.messages.text('helpline.scan')}</span>
      </p>
    </div>
  </div>`;
}

function trial(
  { label, title, content, aimsHeading, aims, knownOn, askWhom, id }: TrialBlock,
  context: BlockContext,
): TemplateResult {
  return html`<article class="trial flow" aria-labelledby=${id}>
    <p class="label" data-passage=${context.key(label)}>${context.label(label)}</p>
    <h3 id=${id} data-passage=${context.key(title)}>${context.label(title)}</h3>
    ${content.map((inner) => prose(inner, context))}
    <h4 data-passage=${context.key(aimsHeading)}>${context.label(aimsHeading)}</h4>
    <ol>
      ${aims.map((aim) => listItem(aim, context))}
    </ol>
    ${paragraph(askWhom, context)}
    <p class="quiet" data-passage=${context.key(knownOn)}>${context.label(knownOn)}</p>
  </article>`;
}

function diagram(content: DiagramBlock, context: BlockContext): TemplateResult {
  const { id, alternative, description } = content;
  return html`<figure class="flow">
    <div class="canvas" data-whole>${context.drawing(content.drawing, (drawing) => informative(drawing, id))}</div>
    <figcaption class="flow">
      <p class="caption" id=${id} data-passage=${context.key(alternative)}>${context.label(alternative)}</p>
      ${description.map((passage) => paragraph(passage, context))}
    </figcaption>
  </figure>`;
}

function choice(content: ChoiceBlock, context: BlockContext): TemplateResult {
  const { id, question, options } = content;
  const chosen = context.chosen(id);
  return html`<div class="choice flow" role="group" aria-labelledby=${id}>
    <h3 id=${id} data-passage=${context.key(question)}>${context.label(question)}</h3>
    <div class="options">
      ${options.map(
        (option) =>
          html`<button
            class="button secondary option"
            aria-pressed=${option.id === chosen}
            @click=${() => context.choose(content, option)}
          >
            ${option.id === chosen ? icon('check') : nothing}
            <span data-passage=${context.key(option.label)}>${context.label(option.label)}</span>
          </button>`,
      )}
    </div>
    <div class="answer flow" role="status">
      ${options.map((option) =>
        'answer' in option && option.id === chosen ? option.answer.map((inner) => prose(inner, context)) : nothing,
      )}
    </div>
  </div>`;
}
