/** Which element shows which content. */
import { type TemplateResult, html } from 'lit';
import '../views/attract/attract.ts';
import '../views/home/home.ts';
import '../views/missing/missing.ts';
import '../views/page/page.ts';
import '../views/topic/topic.ts';
import '../views/words/words.ts';
import type { Visit } from '../visit/visit.ts';
import type { Content } from './content.ts';

/** What views take from their surroundings. */
export interface ViewContext {
  readonly visit: Visit;
  readonly hospitalName: string;
  readonly deskDirections: string;
  readonly reading: boolean;
  readonly now: Date;
}

/** Draws the view of a content. */
export function drawView(content: Content, context: ViewContext): TemplateResult {
  const { visit, reading } = context;
  switch (content.view) {
    case 'attract':
      return html`<kiosk-attract .hospital=${context.hospitalName}></kiosk-attract>`;
    case 'home':
      return html`<kiosk-home .catalogue=${content.catalogue} .reading=${reading}></kiosk-home>`;
    case 'topic':
      return html`<kiosk-topic .topic=${content.topic} .reading=${reading}></kiosk-topic>`;
    case 'page':
      return html`<kiosk-page
        .page=${content.page}
        .glossary=${content.glossary}
        .choices=${visit.choices}
        .openPart=${visit.route.view === 'page' ? visit.route.part : undefined}
        .now=${context.now}
        .reading=${reading}
      ></kiosk-page>`;
    case 'words':
      return html`<kiosk-words .glossary=${content.glossary} .reading=${reading}></kiosk-words>`;
    case 'missing':
      return html`<kiosk-missing
        .reason=${content.reason}
        .directions=${context.deskDirections}
        .reading=${reading}
      ></kiosk-missing>`;
  }
}
