/** Draws the printed summary: a cover sheet, then what was kept, then what helps to read it (P2, P3). */
import { type TemplateResult, html, nothing, render } from 'lit';
import { drawingStyles } from '../components/drawing.ts';
import { runs } from '../reading/passages.ts';
import { qrCode } from '../views/page/qr.ts';
import { numberOf } from '../visit/print-status.ts';
import { isOverdue } from '../visit/review.ts';
import { block, helpline, type PaperContext, scan } from './blocks.ts';
import { dayOf, type Printed, type PrintedPage, type PrintedQuestion } from './gather.ts';
import { pageRules } from './page-rules.ts';
import type { SourceLine } from './sources.ts';

/** Lays the document out; resolves when its fonts are there and nothing will move any more. */
export async function draw(page: Document, printed: Printed): Promise<void> {
  const { job, messages } = printed;
  const root = page.documentElement;
  root.lang = messages.language;
  root.dir = messages.direction;
  root.dataset['step'] = String(job.summary.step);
  page.title = messages.text('paper.title');
  const rules = new CSSStyleSheet();
  rules.replaceSync(pageRules(printed));
  const drawings = drawingStyles.styleSheet;
  page.adoptedStyleSheets = [...(drawings === undefined ? [] : [drawings]), rules];
  render(paper(printed), page.body);
  // A logo that cannot be drawn is left out: the hospital's name stands beside it.
  await Promise.all(
    Array.from(page.images, (image) =>
      image.decode().catch(() => {
        image.remove();
      }),
    ),
  );
  await page.fonts.ready;
  // A frame is what a window that nobody sees may never draw; layout is enough.
  root.getBoundingClientRect();
  await page.fonts.ready;
}

function paper(printed: Printed): TemplateResult {
  return html`${cover(printed)}
    <main>
      ${printed.pages.map((page, index) => keptPage(page, index, printed))} ${questions(printed)} ${helplines(printed)}
      ${glossary(printed)} ${sources(printed)}
    </main>`;
}

/** A date in words, or in figures where the browser does not know the language's months (as for Welsh). */
function written(date: Date, language: string): string {
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  return new Intl.DateTimeFormat(isKnown ? language : 'en-GB', { dateStyle: isKnown ? 'long' : 'short' }).format(date);
}

/** It may lie on a desk: nothing on it tells of an illness. */
function cover({ job, messages, ticketWord, logo, missing }: Printed): TemplateResult {
  const date = written(dayOf(job.printedOn), messages.language);
  return html`<header class="cover">
    ${logo === undefined ? nothing : html`<img class="logo" src=${logo} alt="" />`}
    <p class="hospital"><bdi>${job.hospitalName}</bdi></p>
    <h1>${messages.text('paper.title')}</h1>
    <p>${messages.text('paper.ticket')}</p>
    <p class="ticket">${ticketWord} <bdi>${numberOf(job.ticket.number, messages.language)}</bdi></p>
    <p>${messages.format('paper.printedOn', { date })}</p>
    <p>${messages.text('paper.lead')}</p>
    <p><bdi>${job.deskDirections}</bdi></p>
    ${missing === 0 ? nothing : html`<p class="notice">${messages.format('paper.missing', { items: missing })}</p>`}
  </header>`;
}

/** A page's title with all that has to be known of it before it is read, and its kept parts. */
function keptPage(
  { page, parts, isWithdrawn }: PrintedPage,
  index: number,
  { job, messages }: Printed,
): TemplateResult {
  const { other } = page;
  const context: PaperContext = {
    messages,
    urgentNumber: job.urgentNumber,
    id: (name) => `page-${String(index)}-${name}`,
  };
  if (isWithdrawn)
    return html`<section class="page">
      <h2 lang=${other?.language ?? nothing} dir=${other?.direction ?? nothing}>${runs(page.title)}</h2>
      <p class="notice">${messages.text('withdrawn.body')}</p>
    </section>`;
  return html`<section class="page" lang=${other?.language ?? nothing} dir=${other?.direction ?? nothing}>
    <h2>${runs(page.title)}</h2>
    ${other === undefined ? nothing : html`<p class="notice" lang=${messages.language} dir=${messages.direction}>${messages.text('language.notTranslated')}</p>`}
    ${reviewed(page, job.printedOn)}
    ${parts.map(
      ({ heading, blocks }) =>
        html`<section class="part">
          <h3>${runs(heading)}</h3>
          ${blocks.map((content) => block(content, context))}
        </section>`,
    )}
  </section>`;
}

/** Sample or not, translated by whom, looked at when, overdue or not. */
function reviewed(
  {
    sampleNotice,
    translationNotice,
    review,
  }: Pick<PrintedPage['page'], 'sampleNotice' | 'translationNotice' | 'review'>,
  printedOn: string,
): TemplateResult {
  const notices = [sampleNotice, translationNotice, isOverdue(review, dayOf(printedOn)) ? review.overdue : undefined];
  return html`${notices.map((notice) => (notice === undefined ? nothing : html`<p class="notice">${runs(notice)}</p>`))}
    <p>${runs(review.dates)}</p>`;
}

/** Lines to write on are nothing to read. */
const LINES = html`<div class="lines" aria-hidden="true">
  <div></div>
  <div></div>
  <div></div>
</div>`;

function questions({ questions: asked, sheet, messages, job }: Printed): TemplateResult | typeof nothing {
  if (asked.length === 0) return nothing;
  const other = sheet?.other;
  const words = (question: PrintedQuestion): TemplateResult =>
    question.kind === 'own'
      ? html`<p class="own" dir="auto">${question.text}</p>`
      : html`<p lang=${other?.language ?? nothing} dir=${other?.direction ?? nothing}>${runs(question.passage)}</p>`;
  return html`<section class="page">
    <h2>${messages.text('paper.questions')}</h2>
    ${other === undefined ? nothing : html`<p class="notice">${messages.text('language.notTranslated')}</p>`}
    ${sheet === undefined ? nothing : html`<div lang=${other?.language ?? nothing} dir=${other?.direction ?? nothing}>${reviewed(sheet, job.printedOn)}</div>`}
    <p>${messages.text('paper.questions.lead')}</p>
    <ol class="questions">
      ${asked.map((question) => html`<li>${words(question)}${LINES}</li>`)}
    </ol>
  </section>`;
}

function helplines({ helplines: kept, messages }: Printed): TemplateResult | typeof nothing {
  if (kept.length === 0) return nothing;
  return html`<section>
    <h2>${messages.text('paper.helplines')}</h2>
    ${kept.map(({ block: content, other }) => html`<div lang=${other?.language ?? nothing} dir=${other?.direction ?? nothing}>${helpline(content, messages, false)}</div>`)}
  </section>`;
}

function glossary({ terms, messages }: Printed): TemplateResult | typeof nothing {
  if (terms.length === 0) return nothing;
  return html`<section>
    <h2>${messages.text('paper.glossary')}</h2>
    ${terms.map(
      ({ term, meaning }) =>
        html`<div class="term">
          <h3 lang=${term.other?.language ?? nothing} dir=${term.other?.direction ?? nothing}>${runs(term)}</h3>
          <p lang=${meaning.other?.language ?? nothing} dir=${meaning.other?.direction ?? nothing}>${runs(meaning)}</p>
        </div>`,
    )}
  </section>`;
}

function sources({ pages, sheet, sheetSources, messages }: Printed): TemplateResult | typeof nothing {
  const groups = [
    ...pages.map(({ page, sources: lines }) => ({ title: page.title, lines, other: page.other })),
    ...(sheet === undefined ? [] : [{ title: sheet.title, lines: sheetSources, other: sheet.other }]),
  ].filter(({ lines }) => lines.length > 0);
  if (groups.length === 0) return nothing;
  const line = ({ passage, qr }: SourceLine): TemplateResult =>
    html`<li dir="auto">
      ${runs(passage)}
      ${qr === undefined ? nothing : scan(qrCode(qr, messages.text('paper.source.scan')), messages, 'paper.source.scan')}
    </li>`;
  return html`<section>
    <h2>${messages.text('paper.sources')}</h2>
    ${groups.map(
      ({ title, lines, other }) =>
        html`<div lang=${other?.language ?? nothing} dir=${other?.direction ?? nothing}>
          <h3>${runs(title)}</h3>
          <ul>
            ${lines.map(line)}
          </ul>
        </div>`,
    )}
  </section>`;
}
