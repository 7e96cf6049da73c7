/** How blocks are drawn on paper: as on the screen, without anything to press or to open. */
import { type TemplateResult, html, nothing } from 'lit';
import type {
  DiagramBlock,
  HelplineBlock,
  Passage,
  ProseBlock,
  TableBlock,
  TrialBlock,
} from '../../content/format/index.ts';
import { decorative, informative } from '../components/drawing.ts';
import { runs } from '../reading/passages.ts';
import type { Messages } from '../visit/messages.ts';
import { qrCode } from '../views/page/qr.ts';
import type { PrintBlock, PrintedChoice } from './printable.ts';

/** What drawing on paper needs beside the block. */
export interface PaperContext {
  readonly messages: Messages;
  readonly urgentNumber: string | undefined;
  /** Makes an id of the document from one of a page: several pages are in one document. */
  readonly id: (name: string) => string;
}

/** Draws a block. */
export function block(content: PrintBlock, context: PaperContext): TemplateResult {
  switch (content.kind) {
    case 'paragraph':
    case 'list':
      return prose(content);
    case 'subheading':
      return html`<h4>${runs(content.passage)}</h4>`;
    case 'callout':
      return html`<div class="box">
        ${content.title === undefined ? nothing : html`<h4>${runs(content.title)}</h4>`}${content.content.map(prose)}
      </div>`;
    case 'urgent':
      return html`<div class="box long-box strong-box">
        <h4>${runs(content.title)}</h4>
        ${content.content.map(prose)}${whom(context)}
      </div>`;
    case 'table':
      return table(content);
    case 'gate':
      return html`<h4>${runs(content.question)}</h4>
        ${content.content.map(prose)}`;
    case 'idea':
      return html`<div class="idea">
        <div class="picture">${decorative(content.picture)}</div>
        <p>${runs(content.passage)}</p>
      </div>`;
    case 'helpline':
      return helpline(content, context.messages);
    case 'trial':
      return trial(content);
    case 'diagram':
      return diagram(content, context);
    case 'choice':
      return choice(content);
  }
}

function prose(content: ProseBlock): TemplateResult {
  if (content.kind === 'paragraph') return html`<p>${runs(content.passage)}</p>`;
  const items = content.items.map((item) => html`<li>${runs(item)}</li>`);
  return content.ordered
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

/** Whom to ring is the site's to say, never the bundle's. */
function whom({ messages, urgentNumber }: PaperContext): TemplateResult {
  const { language, direction } = messages;
  const said = (key: 'urgent.ring' | 'urgent.ask'): TemplateResult =>
    html`<p lang=${language} dir=${direction}><strong>${messages.text(key)}</strong></p>`;
  return urgentNumber === undefined
    ? said('urgent.ask')
    : html`${said('urgent.ring')}
        <p class="number"><bdi dir="ltr">${urgentNumber}</bdi></p>`;
}

function table({ caption, columns, rows }: TableBlock): TemplateResult {
  return html`<table>
    <caption>
      ${runs(caption)}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${runs(column)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, cells }) =>
          html`<tr>
            <th scope="row">${runs(name)}</th>
            ${cells.map((cell) => html`<td>${runs(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Whether it is open now says nothing on paper. @param isInPart - whether it stands below the heading of a part */
export function helpline(
  { name, number, cost, hours, checkedOn, qr }: HelplineBlock,
  messages: Messages,
  isInPart = true,
): TemplateResult {
  const optional = (passage: Passage | undefined) => (passage === undefined ? nothing : html`<p>${runs(passage)}</p>`);
  return html`<div class="helpline">
    <div>
      ${isInPart ? html`<h4>${runs(name)}</h4>` : html`<h3>${runs(name)}</h3>`}
      <p class="number"><bdi dir="ltr">${runs(number)}</bdi></p>
      ${optional(cost)}${optional(hours)}${optional(checkedOn)}
    </div>
    ${scan(qrCode(qr, messages.text('helpline.scan')), messages, 'helpline.scan')}
  </div>`;
}

/** A code with what scanning it does. */
export const scan = (code: TemplateResult, messages: Messages, key: 'helpline.scan' | 'paper.source.scan') =>
  html`<div class="scan" lang=${messages.language} dir=${messages.direction}>
    ${code}
    <p>${messages.text(key)}</p>
  </div>`;

function trial({ label, title, content, aimsHeading, aims, knownOn, askWhom }: TrialBlock): TemplateResult {
  return html`<div class="box long-box">
    <p>${runs(label)}</p>
    <h4>${runs(title)}</h4>
    ${content.map(prose)}
    <h5>${runs(aimsHeading)}</h5>
    <ol>
      ${aims.map((aim) => html`<li>${runs(aim)}</li>`)}
    </ol>
    <p>${runs(askWhom)}</p>
    <p>${runs(knownOn)}</p>
  </div>`;
}

/** No `figure`: it would be tagged as a picture around the picture, with nothing said in its own place. */
function diagram({ id, drawing, alternative, description }: DiagramBlock, context: PaperContext): TemplateResult {
  const caption = context.id(id);
  return html`<div class="diagram">
    ${informative(drawing, caption)}
    <p id=${caption}><strong>${runs(alternative)}</strong></p>
    ${description.map((passage) => html`<p>${runs(passage)}</p>`)}
  </div>`;
}

function choice({ question, answers }: PrintedChoice): TemplateResult {
  return html`<h4>${runs(question)}</h4>
    ${answers.map(
      ({ label, content }) =>
        html`<h5>${runs(label)}</h5>
          ${content.map(prose)}`,
    )}`;
}
